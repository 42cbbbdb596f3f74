import TongbaoText

/// What each rule brings in and what it costs, measured on annotated documents.
///
/// A rule's worth is not what it finds but what would be missing without it. So each rule that won
/// anything is taken away once, and the documents in which it won are read again: in all others,
/// and for rules that never won, nothing can change. The difference is exact, for a rule without a
/// winning match leaves no trace in any mention.
public struct RuleLedger: Sendable {
  public struct Entry: Sendable {
    public var use: RuleUse
    /// Mentions of this rule: all, with span, type and value right, with a partner but wrong, and
    /// without a partner.
    public var found = 0
    public var correct = 0
    public var wrong = 0
    public var spurious = 0
    /// Right mentions that no other rule gives when this one is taken away.
    public var unique = 0
    /// Rules that give the same mention when this one is taken away, and how often.
    public var overlaps: [Counterpart] = []
    /// Rules that give something else in its place; for a guard, what it holds back.
    public var conflicts: [Counterpart] = []
    /// F1 of all mentions with the rule less F1 without it: span and type, and the value too.
    public var marginalSpanF1 = 0.0
    public var marginalF1 = 0.0

    /// Share of right mentions among its own.
    public var precision: Double? { found > 0 ? Double(correct) / Double(found) : nil }
    /// Whether it never won a match.
    public var isDead: Bool { use.won == 0 }
    /// Whether the score would rise without it.
    public var isHarmful: Bool { marginalF1 < -1e-12 }
  }

  /// Another rule, and the number of mentions in question.
  public struct Counterpart: Sendable, Hashable {
    public var rule: String
    public var count: Int
  }

  /// In the order of the rules.
  public var entries: [Entry]
  /// The run with all rules.
  public var result: EvaluationResult

  /// - Parameters:
  ///   - gold: annotated documents, with different identifiers.
  ///   - predicted: the same documents in the same order, read with all rules.
  ///   - uses: what each rule did in them.
  ///   - reading: reads the documents at some places of the list without a rule.
  /// - Complexity: for each rule, one reading of each document in which it won.
  public init(
    gold: [AnnotatedDocument], predicted: [AnnotatedDocument], uses: [RuleUse],
    without reading: (_ rule: String, _ documents: [Int]) -> [AnnotatedDocument]
  ) {
    result = Evaluator.evaluate(gold: gold, predicted: predicted)
    let baseline = LedgerBaseline(result)
    entries = uses.map { use in
      var entry = Entry(use: use)
      baseline.countMentions(into: &entry)
      guard !use.documents.isEmpty else { return entry }
      let trial = Evaluator.evaluate(
        gold: use.documents.map { gold[$0] }, predicted: reading(use.rule, use.documents))
      baseline.compare(trial, at: use.documents, into: &entry)
      return entry
    }
  }

  /// Rules that never won.
  public var dead: [Entry] { entries.filter(\.isDead) }

  /// Rules whose removal raises the score, the worst first.
  public var harmful: [Entry] {
    entries.filter(\.isHarmful).sorted { $0.marginalF1 < $1.marginalF1 }
  }
}

/// The run with all rules, by rule.
private struct LedgerBaseline {
  private struct RuleMentions {
    var found = 0
    var wrong = 0
    var spurious = 0
  }

  private let documents: [DocumentScore]
  private let byRule: [String: RuleMentions]
  /// For each document what it adds to the micro-averages.
  private let overall: [TypeTally]
  private let total: TypeTally
  private let marks: [DocumentMarks]

  init(_ result: EvaluationResult) {
    documents = result.documents
    var byRule: [String: RuleMentions] = [:]
    for document in result.documents {
      for mention in document.predicted.mentions {
        byRule[mention.rule ?? "", default: .init()].found += 1
      }
      for error in document.errors {
        guard let rule = error.predicted?.rule else { continue }
        if error.kind == .spurious {
          byRule[rule, default: .init()].spurious += 1
        } else {
          byRule[rule, default: .init()].wrong += 1
        }
      }
    }
    self.byRule = byRule
    overall = result.documents.map(\.tally.overall)
    total = overall.reduce(into: TypeTally()) { $0 += $1 }
    marks = result.documents.map(DocumentMarks.init)
  }

  func countMentions(into entry: inout RuleLedger.Entry) {
    guard let own = byRule[entry.use.rule] else { return }
    entry.found = own.found
    entry.wrong = own.wrong
    entry.spurious = own.spurious
    entry.correct = own.found - own.wrong - own.spurious
  }

  /// - Parameter trial: the documents at `places`, read without the rule.
  func compare(
    _ trial: EvaluationResult, at places: [Int], into entry: inout RuleLedger.Entry
  ) {
    var without = overall
    var (overlaps, conflicts): ([String: Int], [String: Int]) = ([:], [:])
    for (place, document) in zip(places, trial.documents) {
      without[place] = document.tally.overall
      let change = MarkChange(
        of: entry.use.rule, from: marks[place], to: DocumentMarks(document))
      entry.unique += change.lost
      for rule in change.same { overlaps[rule, default: 0] += 1 }
      for rule in change.other { conflicts[rule, default: 0] += 1 }
    }
    let rest = without.reduce(into: TypeTally()) { $0 += $1 }
    entry.marginalF1 = (total.valueRatios.f1 ?? 0) - (rest.valueRatios.f1 ?? 0)
    entry.marginalSpanF1 = (total.ratios(.strict).f1 ?? 0) - (rest.ratios(.strict).f1 ?? 0)
    entry.overlaps = Self.ranked(overlaps)
    entry.conflicts = Self.ranked(conflicts)
  }

  private static func ranked(_ counts: [String: Int]) -> [RuleLedger.Counterpart] {
    counts.map { RuleLedger.Counterpart(rule: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
  }
}
