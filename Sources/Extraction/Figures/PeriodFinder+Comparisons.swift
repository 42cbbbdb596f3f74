import TongbaoText

// Dates that govern nothing by themselves, for they say what something is measured by.

extension PeriodFinder {
  func isSkipped(
    _ index: Int, before: FigureWord.Function?, clause: FigureClause
  ) -> Bool {
    switch before {
    case .toward: return !isDeadline(index, before: before, clause)
    case .base: return true
    case .from where isOrigin(index, clause): return true
    default: break
    }
    if isAttached(index, clause: clause) { return true }
    // 环比一季度增长: the quarter is what it is compared with.
    if index > clause.tokens.lowerBound, text.tokens[index - 1].word.comparison != nil {
      return true
    }
    if isStandard(index, before: before, clause) { return true }
    guard index + 1 < clause.tokens.upperBound else { return clause.isReport }
    let next = text.tokens[index + 1]
    // 元宵节临近: the day is still to come.
    if next.function == .toward, next.range.count > 1 { return true }
    // 今年第二次: the date says which one it was.
    if let anchor = next.anchor, text.anchors[anchor].type == .ordinal { return true }
    return clause.isReport
  }

  /// 2010年以来最低, 和2018年春节比, 高出2015年5个百分点: what something is measured by.
  func isStandard(
    _ index: Int, before: FigureWord.Function?, _ clause: FigureClause
  ) -> Bool {
    if follows(index, Self.records, in: clause) { return true }
    guard index > clause.tokens.lowerBound, index + 1 < clause.tokens.upperBound else {
      return false
    }
    let next = text.tokens[index + 1]
    if before == .and, next.function == .base { return true }
    // 与上季5件相比
    if before == .and, next.isAmount, index + 2 < clause.tokens.upperBound,
      text.tokens[index + 2].function == .base
    {
      return true
    }
    return next.isAmount && text.tokens[index - 1].word.direction != nil
  }

  private static let records: PhraseSet = [
    "最低", "最高", "最好", "最少", "最多", "最大", "最小", "最快", "最佳", "最强", "新低", "新高", "首次", "首度", "之最",
    "来最", "来新", "来首", "的最", "的新低", "的新高", "以来最", "以来新", "以来首", "以来的最", "以来的新", "以来之最",
  ]

  /// 由去年的 names where a change began; 自2月1日起 is a period.
  func isOrigin(_ index: Int, _ clause: FigureClause) -> Bool {
    index + 1 < clause.tokens.upperBound && text.tokens[index + 1].function == .of
  }

  /// 6月的120起; 2018年为120起 and 2018年120起 behind a later date.
  func isAttached(_ index: Int, clause: FigureClause) -> Bool {
    guard index + 1 < clause.tokens.upperBound else { return false }
    let next = text.tokens[index + 1]
    if next.isAmount || next.word.copula != nil,
      AmountTie.namesSameTime(text.tokens[index], of: text)
    {
      return true
    }
    if next.isAmount { return isEarlier(index) }
    guard index + 2 < clause.tokens.upperBound, text.tokens[index + 2].isAmount else {
      return false
    }
    return next.function == .of
      || next.word.copula == .silent && (current != nil || clause.opening != .sentence)
      || next.word.copula != nil && isEarlier(index)
  }

  /// Whether a date ends before the period that governs begins.
  private func isEarlier(_ index: Int) -> Bool {
    guard let current, let date = text.anchor(at: index).flatMap(reading) else { return false }
    let (end, start) = (value(of: date).side(.last), value(of: current).side(.first))
    return end.beginsWithDigit && start.beginsWithDigit && end < start && !start.hasPrefix(end)
  }

  /// The date right before an amount, or before its copula, that gives what the current period is
  /// compared with.
  func earlierDate(before amount: Int, of clause: FigureClause) -> Int? {
    for index in [amount - 1, amount - 2] where index >= clause.tokens.lowerBound {
      guard let anchor = text.tokens[index].anchor, text.anchors[anchor].isPeriod else {
        if text.tokens[index].word.copula == nil { return nil }
        continue
      }
      return isEarlier(index) ? anchor : nil
    }
    return nil
  }

  /// 由去年同期的30起降至…: what the sentence reports is of the same stretch as the one before, in the
  /// year after the one that it names.
  func laterYear(of base: PeriodReading, at index: Int) -> PeriodReading? {
    guard let former, namesAmount(index), let base = YearStretch(value(of: base)),
      let stretch = YearStretch(value(of: former)), stretch.isLater(than: base)
    else { return nil }
    return former
  }

  private func namesAmount(_ index: Int) -> Bool {
    var amount = index + 1
    guard amount < text.tokens.count else { return false }
    if text.tokens[amount].function == .of { amount += 1 }
    guard amount < text.tokens.count, text.tokens[amount].isAmount else { return false }
    // 与6月的30起相比 takes up what was said, and reports nothing by itself.
    return amount + 1 == text.tokens.count || text.tokens[amount + 1].function != .base
  }
}

/// A stretch of a year apart from which year it is.
private struct YearStretch {
  private let year: Int
  private let start: Substring
  private let end: Substring

  init?(_ value: String) {
    let (first, last) = (value.side(.first), value.side(.last))
    guard let year = Int(first.prefix(4)), first.prefix(4) == last.prefix(4) else { return nil }
    self.year = year
    start = Self.month(first.dropFirst(4), isLast: false)
    end = Self.month(last.dropFirst(4), isLast: true)
  }

  /// H1 and Q1 by their months.
  private static func month(_ rest: Substring, isLast: Bool) -> Substring {
    switch rest {
    case "-H1": isLast ? "-06" : "-01"
    case "-H2": isLast ? "-12" : "-07"
    case "-Q1": isLast ? "-03" : "-01"
    case "-Q2": isLast ? "-06" : "-04"
    case "-Q3": isLast ? "-09" : "-07"
    case "-Q4": isLast ? "-12" : "-10"
    default: rest
    }
  }

  func isLater(than other: YearStretch) -> Bool {
    year > other.year && start == other.start && end == other.end
  }
}
