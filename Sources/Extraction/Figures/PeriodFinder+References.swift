import ChineseCalendar
import TongbaoText

// Periods that go back to a date further before: 行动期间, 48小时, 起一连三天, an end behind a gloss.

extension PeriodFinder {
  /// 其中 and 另 go on with what the sentence before counted, 现场 with where it was, 当日 with its
  /// day; 行动中 takes up the stretch of the paragraph or, in an answer, of the question.
  func referent(of sentence: FigureSentence) -> PeriodReading? {
    let first = firstToken(of: sentence)
    let start = text.tokens[first].range.lowerBound
    let words = start..<min(start + Self.longestReference, text.units.count)
    if Self.parts.begins(words, of: text.units) { return former }
    if Self.sameDay.begins(words, of: text.units) { return day }
    guard Self.backReferences.begins(words, of: text.units) else { return nil }
    return first > sentence.tokens.lowerBound ? lastStretch ?? campaign : lastStretch
  }

  /// Behind who speaks: 发言人:行动中….
  private func firstToken(of sentence: FigureSentence) -> Int {
    let first = text.clauses[sentence.clauses.lowerBound]
    guard sentence.clauses.count > 1, first.tokens.count == 1, !first.hasAmounts,
      text.clauses[sentence.clauses.lowerBound + 1].opening == .colon
    else { return sentence.tokens.lowerBound }
    return first.tokens.upperBound
  }

  private static let sameDay: PhraseSet = ["当日", "当天", "当晚", "当夜", "是夜", "是日", "同日"]
  private static let longestReference = 8
  private static let parts: PhraseSet = ["其中", "当中", "现场", "另扣", "另查", "另有", "另缴", "另抓"]
  private static let backReferences: PhraseSet = [
    "期内", "行动期间", "活动期间", "整治期间", "会战期间", "战役期间", "专项行动期间", "集中行动期间",
    "整治行动期间", "统一行动期间", "安保期间", "假期内", "假期里", "假日期间", "行动期内", "行动中", "会战中",
    "战役中", "整治中", "专项行动中", "整治行动中", "集中行动中", "统一行动中", "行动以来", "行动开展以来",
    "专项行动以来", "会战以来", "战役以来",
  ]

  // MARK: Events and lists

  /// Whether the date or clock time completes the moment that a sentence begins with:
  /// 5月3日15时许，…, and 5月3日（周六）15时许.
  func marksMoment(
    _ index: Int, _ date: FigureAnchor, of sentence: FigureSentence
  ) -> Bool {
    guard date.type == .time else { return false }
    let start = sentence.tokens.lowerBound
    if let period = reading(of: date) { return index == start && stretch(period) == nil }
    guard index > start, text.anchor(at: start)?.type == .date,
      text.tokens[start + 1..<index].allSatisfy(\.isGloss)
    else { return beginsWithMoment }
    return true
  }

  /// Whether a sentence says what the police were called for, so that its amounts are no results:
  /// 接警称3名儿童走失.
  func tellsOfAlarm(_ sentence: FigureSentence) -> Bool {
    Self.alarms.occurs(in: text.range(of: sentence.tokens), of: text.units)
  }

  private static let alarms: PhraseSet = [
    "报警", "报案", "接警", "接报", "求助", "指令", "迷路", "走失", "被困", "受困", "起火",
  ]

  /// Whether a sentence ends in a colon.
  func announcesList(_ sentence: FigureSentence) -> Bool {
    let end = text.range(of: sentence.tokens).upperBound
    return end < text.units.count && text.units[end] == Self.colon
  }

  private static let colon = UInt16(UInt8(ascii: ":"))

  /// Whether a sentence begins with the number of an item: (一), 1.
  func opensItem(_ sentence: FigureSentence) -> Bool {
    let first = text.tokens[sentence.tokens.lowerBound]
    if first.isGloss { return first.range.count <= 4 }
    return Self.itemNumbers.begins(
      first.range.lowerBound..<min(first.range.lowerBound + 2, text.units.count), of: text.units)
  }

  private static let itemNumbers: PhraseSet = [
    "1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.", "9.", "1、", "2、", "3、", "4、", "5、", "6、", "7、",
    "8、", "9、", "一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、",
  ]

  // MARK: Intervals

  /// 1月14日（周二）至1月28日: the ends of an interval with a gloss between them are two mentions.
  mutating func interval(
    endingAt index: Int, _ date: FigureAnchor, _ clause: FigureClause
  ) -> PeriodReading? {
    var at = index - 1
    guard at > clause.tokens.lowerBound, Self.links.contains(text.tokens[at].range, of: text.units)
    else { return nil }
    at -= 1
    while at > clause.tokens.lowerBound, standsBetweenEnds(at) { at -= 1 }
    guard let anchor = text.anchor(at: at), anchor.isPeriod, let start = reading(of: anchor),
      let end = reading(of: date)
    else { return nil }
    let (from, to) = (value(of: start), value(of: end).side(.last))
    guard from.beginsWithDigit, !from.contains("/"), to.beginsWithDigit, from < to else {
      return nil
    }
    return compose("\(from)/\(to)", by: start.mention)
  }

  /// 6月25日起开展行动。截至9月30日: the day until when closes what the sentence before began.
  mutating func join(_ start: PeriodReading, endingOn day: String) -> PeriodReading? {
    let (from, to) = (value(of: start).side(.first), day.side(.last))
    guard from.beginsWithDigit, from < to else { return nil }
    return compose("\(from)/\(to)", by: start.mention)
  }

  static let links: PhraseSet = ["至", "到"]
  private static let start: PhraseSet = ["起", "开始"]

  /// A gloss, 起 or a clock time alone.
  private func standsBetweenEnds(_ index: Int) -> Bool {
    if text.tokens[index].isGloss || Self.start.contains(text.tokens[index].range, of: text.units) {
      return true
    }
    guard let anchor = text.anchor(at: index) else { return false }
    return anchor.type == .time && reading(of: anchor) == nil
  }

  /// 2月9日起一连三天 ends with the third day; 48小时 is the stretch just named if that is as long.
  mutating func measured(by length: FigureAnchor, at index: Int) -> PeriodReading? {
    guard let hours = StretchLength.hours(ofDuration: text.mentions[length.mention].value) else {
      return nil
    }
    if let (start, token) = beginning {
      guard hours % 24 == 0, hours > 24, leadsFrom(token, toLength: index),
        let first = GregorianDay(iso: value(of: start)),
        let last = first.adding(days: hours / 24 - 1)
      else { return nil }
      beginning = nil
      return compose("\(first)/\(last)", by: start.mention)
    }
    guard current == nil, let lastStretch, self.hours(of: lastStretch) == hours else { return nil }
    return lastStretch
  }

  private static let longestLead = 8
  private static let lengthWords: PhraseSet = [
    "一连", "连续", "接连", "为期", "持续", "起", "历时", "开始", "集中开展",
  ]

  /// Whether nothing is counted between a beginning and its length, which a word of length opens.
  private func leadsFrom(_ beginning: Int, toLength index: Int) -> Bool {
    guard index - beginning <= Self.longestLead,
      Self.lengthWords.ends(text.tokens[index - 1].range, of: text.units)
    else { return false }
    return !(beginning..<index).contains { text.tokens[$0].isAmount }
  }

  private func hours(of stretch: PeriodReading) -> Int? {
    if stretch.composed == nil, text.mentions[stretch.mention].type == .time {
      return StretchLength.hours(ofTimes: text.mentions[stretch.mention].value)
    }
    return StretchLength.hours(ofDays: value(of: stretch))
  }
}

/// How many hours a stretch or a duration has.
private enum StretchLength {
  /// `P3D`, `P2W`, `PT48H`; `nil` for anything less plain.
  static func hours(ofDuration value: String) -> Int? {
    let isClock = value.hasPrefix("PT")
    guard value.hasPrefix("P"), let unit = value.last,
      let number = Int(value.dropFirst(isClock ? 2 : 1).dropLast()), 1..<10_000 ~= number
    else { return nil }
    switch (isClock, unit) {
    case (true, "H"): return number
    case (false, "D"): return number * 24
    case (false, "W"): return number * 7 * 24
    default: return nil
    }
  }

  /// `2024-02-10/2024-02-17`, both days included.
  static func hours(ofDays value: String) -> Int? {
    guard let first = GregorianDay(iso: value.side(.first)),
      let last = GregorianDay(iso: value.side(.last))
    else { return nil }
    return (first.days(until: last) + 1) * 24
  }

  /// `2024-07-18T08/2024-07-20T08`, to the hour.
  static func hours(ofTimes value: String) -> Int? {
    let sides = value.split(separator: "/").compactMap { side -> (GregorianDay, Int)? in
      let halves = side.split(separator: "T")
      guard halves.count == 2, let day = GregorianDay(iso: halves[0]), let hour = Int(halves[1])
      else { return nil }
      return (day, hour)
    }
    guard sides.count == 2 else { return nil }
    return sides[0].0.days(until: sides[1].0) * 24 + sides[1].1 - sides[0].1
  }
}
