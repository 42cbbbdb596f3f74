import TongbaoText

/// What the characters around a reading say about it. Looks a few characters to either side
/// only, so a long text costs no more a reading than a short one.
struct TextCues {
  let units: [UInt16]
  /// Where the first sentence of the first line ends that has characters in it.
  private let titleEnd: Int

  init(units: [UInt16]) {
    self.units = units
    let limit = min(units.count, Self.longestTitle)
    var start = 0
    while start < limit, units[start] <= Self.blank { start += 1 }
    var end = start
    while end < limit, !Self.endsSentence(units[end]) { end += 1 }
    titleEnd = end
  }

  private static let longestTitle = 200
  private static let reach = 12
  private static let lineEnd: UInt16 = 0x0A
  private static let blank: UInt16 = 0x20

  /// The characters before, back to the sentence mark or line end.
  func before(_ position: Int) -> Range<Int> {
    var start = position
    while start > 0, position - start < Self.reach, !Self.endsClause(units[start - 1]) {
      start -= 1
    }
    return start..<position
  }

  /// The characters behind, up to the sentence mark or line end.
  func after(_ position: Int) -> Range<Int> {
    var end = position
    while end < units.count, end - position < Self.reach, !Self.endsClause(units[end]) {
      end += 1
    }
    return position..<end
  }

  private static func endsClause(_ unit: UInt16) -> Bool {
    unit == lineEnd || unit == 0x3002 || unit == 0x3B  // 。;
  }

  /// Whether it is a full stop, exclamation or question mark, semicolon or line end.
  private static func endsSentence(_ unit: UInt16) -> Bool {
    endsClause(unit) || unit == 0x21 || unit == 0x3F || unit == 0xFF01 || unit == 0xFF1F
  }

  /// The characters between two readings, if they are few.
  func gap(from first: Range<Int>, to second: Range<Int>) -> Gap? {
    first.upperBound <= second.lowerBound
      ? gap(in: first.upperBound..<second.lowerBound) : nil
  }

  /// The characters of the range, if they are few.
  func gap(in range: Range<Int>) -> Gap? {
    guard range.count <= Gap.longest else { return nil }
    var gap = Gap()
    for position in range {
      let unit = units[position]
      if unit != Self.blank, unit != Self.lineEnd { gap.append(unit) }
    }
    return gap
  }

  func hasLineEnd(in range: Range<Int>) -> Bool {
    for position in range where units[position] == Self.lineEnd { return true }
    return false
  }

  func hasSentenceEnd(in range: Range<Int>) -> Bool {
    for position in range where Self.endsSentence(units[position]) { return true }
    return false
  }

  /// Whether the position lies in the first sentence of a text that begins with a short one.
  func isInTitle(_ position: Int) -> Bool {
    position < Self.longestTitle && position <= titleEnd
  }

  /// The line around the range, if it is a short one. Looks no farther than the limit.
  func line(of range: Range<Int>, shorterThan limit: Int) -> Range<Int>? {
    var start = range.lowerBound
    while start > 0, units[start - 1] != Self.lineEnd {
      start -= 1
      guard range.upperBound - start < limit else { return nil }
    }
    var end = range.upperBound
    while end < units.count, units[end] != Self.lineEnd {
      end += 1
      guard end - start < limit else { return nil }
    }
    return end - start < limit ? start..<end : nil
  }

  /// Whether only blanks, parentheses and weekdays share the line with it.
  ///
  /// Looks outwards and stops at the first other character, so that a thousand dates on one line
  /// cost no more each than one.
  func isAloneOnLine(_ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start > 0, Self.besideDates.contains(units[start - 1]) { start -= 1 }
    guard start == 0 || units[start - 1] == Self.lineEnd else { return false }
    var end = range.upperBound
    while end < units.count, Self.besideDates.contains(units[end]) { end += 1 }
    return end == units.count || units[end] == Self.lineEnd
  }

  private static let besideDates: UnitSet = " ()星期周一二三四五六日"

  /// Whether only blanks stand between the head of the line and the position.
  func isAtLineHead(_ position: Int) -> Bool {
    var start = position
    while start > 0, units[start - 1] == Self.blank { start -= 1 }
    return start == 0 || units[start - 1] == Self.lineEnd
  }

  /// Whether the range is the whole text but for blanks and the small words around a date.
  func isWholeText(_ range: Range<Int>) -> Bool {
    guard range.lowerBound <= 4, units.count - range.upperBound <= 4 else { return false }
    return units[..<range.lowerBound].allSatisfy(Self.aroundDates.contains)
      && units[range.upperBound...].allSatisfy(Self.aroundDates.contains)
  }

  private static let aroundDates: UnitSet = " \n从自在于起止之间内里开始的"

  /// 起 or 开始 behind a date, or behind the gloss of a date: it is a beginning.
  func isBeginning(_ end: Int) -> Bool {
    // Nearly every date has something else behind it.
    guard end < units.count, Self.beforeBeginnings.contains(units[end]) else { return false }
    var after = self.after(end)
    if units[end] == Self.openingParenthesis,
      let close = units[after].firstIndex(of: Self.closingParenthesis)
    {
      after = close + 1..<after.upperBound
    }
    if Self.starting.begins(after, of: units) {
      return !Self.startingFromTo.begins(after, of: units)
    }
    guard Self.from.begins(after, of: units) else { return false }
    return after.count < 2 || !Self.wordsWithFrom.contains(units[after.lowerBound + 1])
  }

  private static let beforeBeginnings: UnitSet = "(起开"
  private static let openingParenthesis: UInt16 = 0x28
  private static let closingParenthesis: UInt16 = 0x29
  private static let starting: PhraseSet = ["开始"]
  private static let startingFromTo: PhraseSet = ["开始至"]
  private static let from: PhraseSet = ["起"]
  /// Behind 起: what makes another word of it, or a range.
  private static let wordsWithFrom: UnitSet = "火诉飞草获底床事义点因步重死至到"

  // MARK: Words

  /// 截至 before a date: the figures end with it.
  func isClosing(_ position: Int) -> Bool {
    Self.closing.ends(before(position), of: units)
  }

  private static let closing: PhraseSet = ["截至", "截止", "截止到", "截至到"]

  /// 打响, 启动 behind a date: something begins with it, and 收兵, 结束 that it ends.
  func opensCampaign(_ end: Int) -> Bool { Self.openings.begins(after(end), of: units) }
  func closesCampaign(_ end: Int) -> Bool { Self.endings.begins(after(end), of: units) }

  private static let openings: PhraseSet = ["打响", "启动", "开战", "开打", "拉开", "发起"]
  private static let endings: PhraseSet = [
    "收兵", "结束", "收官", "落幕", "收网", "收尾", "告捷", "圆满",
  ]

  /// 上周为71起, 2018年42起: the date is given a value.
  func givesValue(_ end: Int) -> Bool {
    end < units.count && (0x30...0x39 ~= units[end] || Self.beforeValues.contains(units[end]))
  }

  private static let beforeValues: UnitSet = "为是仅的"

  /// 过去 at the head of a stretch: 过去一年.
  func namesPast(_ range: Range<Int>) -> Bool { Self.past.begins(range, of: units) }

  private static let past: PhraseSet = ["过去"]

  func pointsAhead(_ range: Range<Int>) -> Bool {
    let before = self.before(range.lowerBound)
    // 双节将至,9月28日: what comes was named before the comma.
    let isAhead =
      !Self.nearing.ends(before, of: units) && Self.aheadBefore.occurs(in: before, of: units)
    return isAhead || Self.aheadAfter.begins(after(range.upperBound), of: units)
  }

  private static let nearing: PhraseSet = ["将至,", "将至”,"]
  private static let aheadBefore: PhraseSet = [
    "将于", "将在", "将自", "将从", "将延", "将持", "将至", "将启", "将举", "将继", "即将", "预计", "拟于",
    "拟在", "拟定", "定于", "计划于", "计划在", "须于", "应于", "请于", "延续至", "持续至", "延长至", "有效期至",
    "截止日期", "力争", "力拼", "争取", "确保到", "押后至", "延期至", "改期至", "顺延至", "推迟至", "延后至", "押至",
  ]
  private static let aheadAfter: PhraseSet = [
    "将", "前将", "起将", "起,将", "前完成", "开庭", "前提交", "前报",
  ]

  /// - Parameter isRange: 由1月至7月 is a range, from which nothing rises or falls.
  func isComparisonBase(_ range: Range<Int>, isRange: Bool) -> Bool {
    let before = self.before(range.lowerBound)
    guard (isRange ? Self.comparingRanges : Self.comparing).ends(before, of: units) else {
      return false
    }
    // 从2月4日下午3点起: where something begins, nothing is compared.
    return !Self.startsFrom.ends(before, of: units) || !startsInClause(range.upperBound)
  }

  private static let startsFrom: PhraseSet = ["从", "由"]

  /// Whether 起 stands before the next mark, a few characters behind at most.
  private func startsInClause(_ end: Int) -> Bool {
    for position in after(end) {
      if units[position] == Self.comma { return false }
      if units[position] == Self.start { return isBeginning(position) }
    }
    return false
  }

  private static let start: UInt16 = 0x8D77  // 起
  private static let comma: UInt16 = 0x2C

  private static let comparing: PhraseSet = [
    "较", "比", "由", "从", "与", "和", "降至", "升至", "同", "跟", "较于", "相对于", "低于", "高于", "少于", "多于",
  ]
  private static let comparingRanges: PhraseSet = [
    "较", "比", "与", "和", "降至", "升至", "同", "跟", "较于", "相对于", "低于", "高于", "少于", "多于",
  ]

  /// 早在…, …出生, (…印发): the story does not go on from there.
  func isBackground(_ range: Range<Int>) -> Bool {
    Self.backgroundBefore.ends(before(range.lowerBound), of: units)
      || Self.backgroundAfter.begins(after(range.upperBound), of: units)
  }

  private static let backgroundBefore: PhraseSet = ["早在", "此前的", "出生于", "生于"]
  private static let backgroundAfter: PhraseSet = [
    "出生", "生,", "生)", "入伍", "入警", "参加工作", "入党", "印发)", "编印)", "出刊)", "刊印)",
  ]

  /// Whether a label of the publication date stands before: 发布时间:
  func isLabelled(_ position: Int) -> Bool {
    Self.labels.occurs(in: before(position), of: units)
  }

  private static let labels: PhraseSet = [
    "时间", "日期", "发布", "来源", "稿源", "发文", "更新", "刊发", "印发", "成文",
  ]

  /// Whether a comma stands right there.
  func hasComma(at position: Int) -> Bool {
    position < units.count && units[position] == Self.comma
  }
}
