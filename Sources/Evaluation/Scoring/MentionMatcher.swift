import TongbaoText

/// Pairs annotated with predicted mentions.
///
/// Equal ones first: span, type and value, then span and type. Among the rest, groups of mentions
/// that hang together by overlaps are paired so that as many as possible find a partner, preferring
/// the same type and then the larger shared part. The result hangs on the mentions, never on their
/// order.
struct MentionMatcher {
  struct Pair {
    /// Places in the lists given; `nil` on one side for a mention without partner.
    var gold: Int?
    var predicted: Int?
  }

  typealias Mention = AnnotatedDocument.Mention

  private let gold: [Mention]
  private let predicted: [Mention]
  private var pairs: [Pair] = []

  /// Groups up to this size are paired optimally; larger ones, which no careful annotation has,
  /// in text order, so that time stays linear.
  private static let largestGroup = 96

  static func pairs(gold: [Mention], predicted: [Mention]) -> [Pair] {
    var matcher = MentionMatcher(gold: gold, predicted: predicted)
    matcher.match()
    return matcher.pairs
  }

  private init(gold: [Mention], predicted: [Mention]) {
    (self.gold, self.predicted) = (gold, predicted)
  }

  private mutating func match() {
    var openGold = gold.indices.sorted { gold[$0].sortsBefore(gold[$1]) }
    var openPredicted = predicted.indices.sorted { predicted[$0].sortsBefore(predicted[$1]) }
    let keys: [(Mention) -> Key] = [
      { Key(span: $0.span, type: $0.type, value: CanonicalValue.normalized($0.value)) },
      { Key(span: $0.span, type: $0.type, value: "") },
    ]
    for key in keys { matchEqual(&openGold, &openPredicted, key) }
    for group in groups(openGold, openPredicted) { match(group) }
  }

  private struct Key: Hashable {
    var span: Span
    var type: String
    var value: String
  }

  private mutating func matchEqual(
    _ openGold: inout [Int], _ openPredicted: inout [Int], _ key: (Mention) -> Key
  ) {
    // Popped from the end, so the lists are filled from the back.
    var waiting: [Key: [Int]] = [:]
    for index in openPredicted.reversed() {
      waiting[key(predicted[index]), default: []].append(index)
    }
    var taken: Set<Int> = []
    openGold.removeAll { index in
      guard let partner = waiting[key(gold[index])]?.popLast() else { return false }
      pairs.append(Pair(gold: index, predicted: partner))
      taken.insert(partner)
      return true
    }
    openPredicted.removeAll { taken.contains($0) }
  }

  private struct Group {
    var gold: [Int] = []
    var predicted: [Int] = []
  }

  /// Cuts the mentions, in text order, where none reaches over.
  private func groups(_ openGold: [Int], _ openPredicted: [Int]) -> [Group] {
    var groups: [Group] = []
    var (nextGold, nextPredicted, end) = (0, 0, -1)
    while nextGold < openGold.count || nextPredicted < openPredicted.count {
      let left = nextGold < openGold.count ? gold[openGold[nextGold]].span : nil
      let right =
        nextPredicted < openPredicted.count ? predicted[openPredicted[nextPredicted]].span : nil
      let takesGold = right.map { right in left.map { $0.start <= right.start } ?? false } ?? true
      guard let span = takesGold ? left : right else { break }
      if span.start >= end { groups.append(Group()) }
      end = max(end, span.end)
      if takesGold {
        groups[groups.count - 1].gold.append(openGold[nextGold])
        nextGold += 1
      } else {
        groups[groups.count - 1].predicted.append(openPredicted[nextPredicted])
        nextPredicted += 1
      }
    }
    return groups
  }

  private mutating func match(_ group: Group) {
    let columns =
      if group.gold.isEmpty || group.predicted.isEmpty {
        [Int?](repeating: nil, count: group.gold.count)
      } else if max(group.gold.count, group.predicted.count) > Self.largestGroup {
        inTextOrder(group)
      } else {
        Assignment.heaviest(
          group.gold.map { left in group.predicted.map { weight(gold[left], predicted[$0]) } })
      }
    var isTaken = [Bool](repeating: false, count: group.predicted.count)
    for (row, column) in columns.enumerated() {
      if let column { isTaken[column] = true }
      pairs.append(
        Pair(gold: group.gold[row], predicted: column.map { group.predicted[$0] }))
    }
    for (column, index) in group.predicted.enumerated() where !isTaken[column] {
      pairs.append(Pair(gold: nil, predicted: index))
    }
  }

  /// 0 without overlap. The pair itself weighs more than all else together, the type more than
  /// the shared part, which is in thousandths of what the two cover.
  private func weight(_ left: Mention, _ right: Mention) -> Int {
    guard left.span.overlaps(right.span) else { return 0 }
    let shared = min(left.span.end, right.span.end) - max(left.span.start, right.span.start)
    let covered = left.span.count + right.span.count - shared
    return 100_000 * Self.largestGroup + (left.type == right.type ? 2_000 : 0)
      + 1_000 * shared / max(covered, 1)
  }

  /// Each mention takes the best of the next few that are still free.
  private func inTextOrder(_ group: Group) -> [Int?] {
    var isTaken = [Bool](repeating: false, count: group.predicted.count)
    var first = 0
    return group.gold.map { left in
      let span = gold[left].span
      while first < group.predicted.count,
        isTaken[first] || predicted[group.predicted[first]].span.end <= span.start
      {
        first += 1
      }
      var best: (column: Int, weight: Int)?
      for column in first..<min(first + 16, group.predicted.count) where !isTaken[column] {
        let weight = weight(gold[left], predicted[group.predicted[column]])
        if weight > best?.weight ?? 0 { best = (column, weight) }
      }
      if let best { isTaken[best.column] = true }
      return best?.column
    }
  }
}
