import TongbaoText

/// Compares the figures of a document: the amount's span finds the partner, then each part counts
/// by itself.
enum FigureScorer {
  typealias Figure = AnnotatedDocument.Figure

  static func tally(gold: [Figure], predicted: [Figure]) -> FigureTally {
    var tally = FigureTally()
    tally.gold = gold.count
    tally.predicted = predicted.count
    let partners = Dictionary(grouping: predicted, by: \.amount)
    for (amount, wanted) in Dictionary(grouping: gold, by: \.amount) {
      guard let found = partners[amount] else { continue }
      // Two figures on one amount are rare; the best pairing keeps their order out of the score.
      let weights = wanted.map { one in found.map { 1 + agreement(one, $0).count { $0 } } }
      for (row, column) in Assignment.heaviest(weights).enumerated() {
        if let column { tally.add(agreement(wanted[row], found[column])) }
      }
    }
    return tally
  }

  /// Object, action, aggregation, period, scope and comparison.
  private static func agreement(_ gold: Figure, _ predicted: Figure) -> [Bool] {
    [
      shareWords(gold.object, predicted.object), gold.action == predicted.action,
      plain(gold.aggregation) == plain(predicted.aggregation),
      CanonicalValue.areEqual(gold.period, predicted.period, type: "date"),
      gold.scope == predicted.scope, sameComparison(gold.comparison, predicted.comparison),
    ]
  }

  private static func plain(_ aggregation: String) -> String {
    aggregation.isEmpty ? "plain" : aggregation
  }

  /// At least half of the annotated characters: where a noun phrase begins is open to taste.
  private static func shareWords(_ gold: String, _ predicted: String) -> Bool {
    if gold.isEmpty || predicted.isEmpty { return gold == predicted }
    let wanted = Set(gold)
    return 2 * wanted.intersection(predicted).count >= wanted.count
  }

  /// The kind, and the direction where both sides give one.
  private static func sameComparison(_ gold: String, _ predicted: String) -> Bool {
    guard gold.prefix(3) == predicted.prefix(3) else { return false }
    let signs = [gold, predicted].compactMap { $0.last }.filter { "+-=".contains($0) }
    return signs.count < 2 || signs[0] == signs[1]
  }
}

extension FigureTally {
  fileprivate mutating func add(_ agreement: [Bool]) {
    let points = agreement.map { $0 ? 1 : 0 }
    found += 1
    object += points[0]
    action += points[1]
    aggregation += points[2]
    period += points[3]
    scope += points[4]
    comparison += points[5]
  }
}

/// Compares the findings of a document: the same code, and places that overlap where the predicted
/// one names any.
enum FindingScorer {
  typealias Finding = AnnotatedDocument.Finding

  static func tally(gold: [Finding], predicted: [Finding]) -> [String: FindingTally] {
    let (wanted, found) = (
      Dictionary(grouping: gold, by: \.code), Dictionary(grouping: predicted, by: \.code)
    )
    var tallies: [String: FindingTally] = [:]
    for code in Set(wanted.keys).union(found.keys) {
      var tally = FindingTally()
      let (left, right) = (wanted[code] ?? [], found[code] ?? [])
      tally.gold = left.count
      tally.predicted = right.count
      let weights = left.map { one in right.map { areTheSame(one, $0) ? 1 : 0 } }
      tally.matched = Assignment.heaviest(weights).count { $0 != nil }
      tallies[code] = tally
    }
    return tallies
  }

  /// The findings on either side that have no counterpart on the other, in their order.
  static func unmatched(
    gold: [Finding], predicted: [Finding]
  ) -> (gold: [Finding], predicted: [Finding]) {
    let weights = gold.map { one in
      predicted.map { one.code == $0.code && areTheSame(one, $0) ? 1 : 0 }
    }
    let partners = Assignment.heaviest(weights)
    let taken = Set(partners.compactMap { $0 })
    return (
      gold.indices.filter { partners[$0] == nil }.map { gold[$0] },
      predicted.indices.filter { !taken.contains($0) }.map { predicted[$0] }
    )
  }

  private static func areTheSame(_ gold: Finding, _ predicted: Finding) -> Bool {
    gold.spans.isEmpty || predicted.spans.isEmpty
      || predicted.spans.contains { span in gold.spans.contains { span.overlaps($0) } }
  }
}
