import TongbaoText

/// Two runs over the same annotated documents, side by side.
public struct RunComparison: Sendable {
  public struct Difference: Sendable {
    public var metric: String
    /// F1 of this run and of the other.
    public var own: Double?
    public var other: Double?
    /// Chance of a difference at least as large if the runs were equally good.
    public var pValue: Double?

    public var difference: Double? {
      if let own, let other { own - other } else { nil }
    }
  }

  /// A mention that one run has right and the other has not.
  public struct Change: Sendable, Hashable {
    public var document: String
    public var mention: AnnotatedDocument.Mention
    public var text: String
    public var isBetter: Bool
    /// Whether the mention is predicted without being annotated.
    public var isSpurious: Bool
  }

  public var differences: [Difference]
  /// In document and text order.
  public var changes: [Change]
  /// Documents with more mentions that changed for the better than for the worse, and the reverse.
  public var betterDocuments: [String]
  public var worseDocuments: [String]

  /// - Parameters:
  ///   - own: the run in question.
  ///   - other: the run to measure it by; over the same documents.
  ///   - rounds: permutations for the p-values.
  public init(
    _ own: EvaluationResult, against other: EvaluationResult, rounds: Int = 2_000,
    seed: UInt64 = 20_240_218
  ) {
    let pairs = zip(own.documents, other.documents)
    differences = PermutationTest(rounds: rounds, seed: seed).differences(
      Metric.all(in: own.tally), own.documents.map(\.tally), other.documents.map(\.tally))
    var (all, better, worse): ([Change], [String], [String]) = ([], [], [])
    for (one, two) in pairs {
      let changes = Self.changes(from: two, to: one)
      let balance = changes.reduce(0) { $0 + ($1.isBetter ? 1 : -1) }
      if balance > 0 { better.append(one.gold.id) }
      if balance < 0 { worse.append(one.gold.id) }
      all += changes
    }
    (changes, betterDocuments, worseDocuments) = (all, better, worse)
  }

  private static func changes(from old: DocumentScore, to new: DocumentScore) -> [Change] {
    let scalars = ScalarText(new.gold.text)
    func change(_ mention: AnnotatedDocument.Mention, isBetter: Bool, isSpurious: Bool) -> Change {
      Change(
        document: new.gold.id, mention: mention, text: scalars[mention.span], isBetter: isBetter,
        isSpurious: isSpurious)
    }
    let (oldWrong, newWrong) = (
      Set(old.errors.compactMap(\.gold)), Set(new.errors.compactMap(\.gold))
    )
    let (oldFalse, newFalse) = (old.falseMentions, new.falseMentions)
    let changes =
      oldWrong.subtracting(newWrong).map { change($0, isBetter: true, isSpurious: false) }
      + newWrong.subtracting(oldWrong).map { change($0, isBetter: false, isSpurious: false) }
      + oldFalse.subtracting(newFalse).map { change($0, isBetter: true, isSpurious: true) }
      + newFalse.subtracting(oldFalse).map { change($0, isBetter: false, isSpurious: true) }
    return changes.sorted { $0.mention.sortsBefore($1.mention) }
  }
}

extension DocumentScore {
  /// Predicted mentions without partner, whatever rule gave them.
  fileprivate var falseMentions: Set<AnnotatedDocument.Mention> {
    Set(
      errors.filter { $0.kind == .spurious }.compactMap(\.predicted).map { mention in
        var mention = mention
        mention.rule = nil
        return mention
      })
  }
}

/// Paired permutation test: if two runs were equally good, swapping their results of a document
/// would change nothing but chance.
struct PermutationTest {
  var rounds: Int
  var seed: UInt64

  func differences(
    _ metrics: [Metric], _ own: [Tally], _ other: [Tally]
  ) -> [RunComparison.Difference] {
    metrics.map { metric in
      let (left, right) = (own.map(metric.counts), other.map(metric.counts))
      return RunComparison.Difference(
        metric: metric.name, own: sum(left).f1, other: sum(right).f1, pValue: pValue(left, right))
    }
  }

  private func sum(_ counts: [Metric.Counts]) -> Metric.Counts {
    counts.reduce(into: Metric.Counts(halfHits: 0, total: 0)) { $0 += $1 }
  }

  /// Two-sided; the observed order counts as one of the rounds, so it is never zero.
  private func pValue(_ own: [Metric.Counts], _ other: [Metric.Counts]) -> Double? {
    let total = sum(own + other)
    guard let left = sum(own).f1, let right = sum(other).f1 else { return nil }
    let observed = (left - right).magnitude
    var generator = SeededGenerator(seed: seed)
    var extreme = 1
    for _ in 0..<rounds {
      var mixed = Metric.Counts(halfHits: 0, total: 0)
      var bits: UInt64 = 0
      for index in own.indices {
        if index.isMultiple(of: 64) { bits = generator.next() }
        mixed += bits & 1 == 0 ? own[index] : other[index]
        bits >>= 1
      }
      let difference = (mixed.f1 ?? 0) - ((total - mixed).f1 ?? 0)
      // Sums of the same fractions may differ in the last bit.
      if difference.magnitude >= observed - 1e-12 { extreme += 1 }
    }
    return Double(extreme) / Double(rounds + 1)
  }
}
