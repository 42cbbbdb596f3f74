import TongbaoText

/// Pairs annotated with predicted mentions.
///
/// Equal ones first: span, type and value, then span and type. Among the rest, groups of mentions
/// that hang together by overlaps are paired so that as many as possible find a partner, preferring
/// the same type and then the larger shared part. The result hangs on the mentions, never on their
/// order.
///
/// This pairing serves the schemes `strict`, `exact` and `partial`, and `type` too where mentions
/// nest or cross. Where they stand side by side, `type` is paired as nervaluate, the scorer that
/// others measure with, does it: in text order each prediction takes the closest annotated mention
/// of its type that is still free, else the first one of any type.
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
  private var typePairs: [Pair] = []

  /// Groups up to this size are paired optimally; larger ones, which no careful annotation has,
  /// in text order, so that time stays linear.
  private static let largestGroup = 96

  /// - Returns: the pairs, and those for the scheme `type`.
  static func pairs(
    gold: [Mention], predicted: [Mention]
  ) -> (common: [Pair], type: [Pair]) {
    var matcher = MentionMatcher(gold: gold, predicted: predicted)
    matcher.match()
    return (matcher.pairs, matcher.typePairs)
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
    typePairs = pairs
    for group in groups(openGold, openPredicted) {
      let paired = match(group)
      pairs += paired
      typePairs += isFlat(group) ? pairsByType(group) : paired
    }
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

  private func match(_ group: Group) -> [Pair] {
    let columns =
      if group.gold.isEmpty || group.predicted.isEmpty {
        [Int?](repeating: nil, count: group.gold.count)
      } else if max(group.gold.count, group.predicted.count) > Self.largestGroup {
        inTextOrder(group)
      } else {
        Assignment.heaviest(
          group.gold.map { left in group.predicted.map { weight(gold[left], predicted[$0]) } })
      }
    return pairs(of: group, columns)
  }

  /// - Parameter columns: for each annotated mention of the group its partner's place there.
  private func pairs(of group: Group, _ columns: [Int?]) -> [Pair] {
    var isTaken = [Bool](repeating: false, count: group.predicted.count)
    for column in columns { if let column { isTaken[column] = true } }
    let annotated = zip(group.gold, columns).map { index, column in
      Pair(gold: index, predicted: column.map { group.predicted[$0] })
    }
    let alone = zip(group.predicted, isTaken).filter { !$0.1 }
    return annotated + alone.map { Pair(gold: nil, predicted: $0.0) }
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

// MARK: - The scheme `type` on flat mentions

extension MentionMatcher {
  /// Whether no two mentions of the same side overlap.
  private func isFlat(_ group: Group) -> Bool {
    func isFlat(_ spans: [Span]) -> Bool {
      zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
    }
    return isFlat(group.gold.map { gold[$0].span })
      && isFlat(group.predicted.map { predicted[$0].span })
  }

  /// Pairs as nervaluate's entity type strategy does.
  private func pairsByType(_ group: Group) -> [Pair] {
    var columns = [Int?](repeating: nil, count: group.gold.count)
    var first = 0
    for (column, index) in group.predicted.enumerated() {
      let mention = predicted[index]
      while first < group.gold.count, gold[group.gold[first]].span.end <= mention.span.start {
        first += 1
      }
      var (closest, any): ((row: Int, distance: Int)?, Int?) = (nil, nil)
      for row in first..<group.gold.count {
        let other = gold[group.gold[row]]
        guard other.span.overlaps(mention.span) else { break }
        guard columns[row] == nil else { continue }
        if other.type == mention.type {
          let distance =
            abs(other.span.start - mention.span.start) + abs(other.span.end - mention.span.end)
          if distance < closest?.distance ?? .max { closest = (row, distance) }
        } else if any == nil {
          any = row
        }
      }
      if let row = closest?.row ?? any { columns[row] = column }
    }
    return pairs(of: group, columns)
  }
}
