import ChineseCalendar
import TongbaoText

// Periods that go back to a date further before: 行动期间, 48小时, 起一连三天, an end behind a gloss.

extension PeriodFinder {
  /// 其中 opens the parts of what the sentence before counted; 行动期间 takes up the stretch of the
  /// paragraph.
  func referent(of sentence: FigureSentence) -> PeriodReading? {
    let first = text.tokens[sentence.tokens.lowerBound]
    let start = first.range.lowerBound
    let words = start..<min(start + Self.longestReference, text.units.count)
    if Self.parts.begins(words, of: text.units) { return former }
    return Self.backReferences.begins(words, of: text.units) ? lastStretch : nil
  }

  private static let longestReference = 8
  private static let parts: PhraseSet = ["其中", "当中"]
  private static let backReferences: PhraseSet = [
    "期内", "行动期间", "活动期间", "整治期间", "会战期间", "战役期间", "专项行动期间", "集中行动期间",
    "整治行动期间", "统一行动期间", "安保期间", "假期内", "假期里", "假日期间", "行动期内",
  ]

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

  private static let links: PhraseSet = ["至", "到"]
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
