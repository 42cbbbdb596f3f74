import TongbaoText

/// Decides which mentions can be the amount of a figure at all, and which the context forbids.
enum FigureCandidates {
  /// Counts, measures, percentages and numbers, except ages.
  static func canReport(_ mention: Mention) -> Bool {
    switch mention.type {
    case .count, .measure, .percent, .number: mention.dimension != .age && mention.unit != "岁"
    default: false
    }
  }

  /// Whether the words around an amount make it something else than a report: a threshold, a
  /// penalty, an instruction, a distance, the clicks of a page, the page itself.
  static func isReport(_ amount: AmountContext) -> Bool {
    !isThreshold(amount) && !isExcludedByWord(amount) && !isUnreportedLength(amount)
      && !isPageNumber(amount) && !isLooseNumber(amount)
  }

  /// A number without a unit reports only what a word ties it to: 注册量达86.5万.
  private static func isLooseNumber(_ amount: AmountContext) -> Bool {
    guard amount.mention.type == .number else { return false }
    guard let tie = amount.left.last?.word else { return true }
    return tie.copula == nil && tie.turn == nil && tie.direction == nil && tie.aggregation == nil
  }

  /// 3人以上的事故, 未发生一次…: a bound that qualifies a noun, or what did not happen.
  private static func isThreshold(_ amount: AmountContext) -> Bool {
    guard amount.mention.type != .percent, let next = amount.following else { return false }
    let value = amount.mention.value
    let isBound = value.hasPrefix(">=") || value.hasPrefix("<=")
    let writesBound = ["以上", "以下", "以内"].contains { amount.mention.text.hasSuffix($0) }
    return isBound && writesBound && !next.separatesItems && !next.isGloss
  }

  private static func isExcludedByWord(_ amount: AmountContext) -> Bool {
    var distance = 0
    for token in amount.left.reversed() {
      if let reason = token.word?.exclusion, excludes(amount, reason, distance) { return true }
      distance += 1
    }
    // 点击：1200 stands in a clause of its own.
    return amount.left.isEmpty && amount.preceding?.word?.exclusion == .pageView
  }

  private static func excludes(
    _ amount: AmountContext, _ reason: FigureWord.Exclusion, _ distance: Int
  ) -> Bool {
    switch reason {
    case .penalty, .instruction: true
    case .pageView: distance <= 1
    case .distance: distance == 0 && amount.mention.type != .percent
    case .rate: distance == 0
    case .negation: amount.mention.value.hasPrefix("1 ") || amount.mention.value.hasPrefix(">=")
    }
  }

  /// A length before a noun describes it (一公里步道); one behind its noun is reported.
  private static func isUnreportedLength(_ amount: AmountContext) -> Bool {
    let isLength =
      amount.mention.dimension == .length
      || amount.mention.type == .measure
        && ["米", "公里", "千米", "里", "厘米", "海里"].contains(amount.mention.unit)
    guard isLength else { return false }
    if case .text = amount.following?.content { return true }
    // 水位22米 says how things stand; 巡查堤段22公里, what was done.
    return !amount.followsAmount
      && !amount.left.contains {
        $0.word?.isVerb == true || $0.word?.aggregation == .increment
      }
  }

  /// 共2页 in the mark of a page.
  private static func isPageNumber(_ amount: AmountContext) -> Bool {
    guard amount.mention.unit == "页" else { return false }
    return amount.left.allSatisfy { $0.word?.aggregation == .total || $0.anchor != nil }
  }
}
