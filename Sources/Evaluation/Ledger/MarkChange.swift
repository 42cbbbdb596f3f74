import TongbaoText

/// The mentions of one document by what they say, with their rules.
struct DocumentMarks {
  struct Mark: Hashable {
    var span: Span
    var type: String
    var value: String?
  }

  let ruleOf: [Mark: String]
  /// Those with span, type and value right.
  let right: Set<Mark>

  init(_ score: DocumentScore) {
    let mentions = score.predicted.mentions
    ruleOf = Dictionary(
      mentions.map { (Mark($0), $0.rule ?? "") }, uniquingKeysWith: { first, _ in first })
    let wrong = Set(score.errors.compactMap(\.predicted).map(Mark.init))
    right = Set(ruleOf.keys).subtracting(wrong)
  }
}

extension DocumentMarks.Mark {
  init(_ mention: AnnotatedDocument.Mention) {
    self.init(span: mention.span, type: mention.type, value: mention.value)
  }
}

/// What becomes of one document when a rule is taken away.
struct MarkChange {
  /// How many right mentions of the rule are right no more.
  var lost = 0
  /// For each mention of the rule that another one gives too, that other rule.
  var same: [String] = []
  /// For each mention that steps into the place of one of the rule, its rule.
  var other: [String] = []

  init(of rule: String, from full: DocumentMarks, to trial: DocumentMarks) {
    let own = full.ruleOf.filter { $0.value == rule }.keys
    lost = own.count { full.right.contains($0) && !trial.right.contains($0) }
    same = own.compactMap { trial.ruleOf[$0] }
    let gone = own.filter { trial.ruleOf[$0] == nil }.map(\.span).sorted()
    let known = Set(full.ruleOf.map { Reader(span: $0.key.span, rule: $0.value) })
    for (mark, reader) in trial.ruleOf where full.ruleOf[mark] == nil {
      // A mention of the same rule at the same place has only changed its value in the wake.
      guard !known.contains(Reader(span: mark.span, rule: reader)) else { continue }
      // A guard marks nothing, so all that is new came in where it stood.
      guard own.isEmpty || gone.contains(where: { $0.overlaps(mark.span) }) else { continue }
      other.append(reader)
    }
  }

  private struct Reader: Hashable {
    var span: Span
    var rule: String
  }
}
