import TongbaoText

/// Follows the dates of a text and tells which period governs an amount.
///
/// A date governs the amounts behind it in its sentence until another one does. Dates that say
/// until when, with what something is compared, or when it was reported govern nothing by
/// themselves.
struct PeriodFinder {
  let text: FigureText
  var current: PeriodReading?
  /// 每天, 每周 and the clause they stand in.
  private var recurrence: (period: PeriodReading, clause: Int)?
  /// The last day named in the paragraph, for a clock time that stands alone.
  private var day: PeriodReading?
  private var isUntil = false
  /// The stretch that a sentence without amounts set for the next one: 假期从…持续到….
  private var frame: PeriodReading?
  /// Where something began whose end is still to be named: 2月1日启动.
  var beginning: (period: PeriodReading, token: Int)?
  private var previousHasAmounts = true
  /// What governed the sentence before, and the last stretch of the paragraph, for what goes back
  /// to them.
  private(set) var former: PeriodReading?
  private(set) var lastStretch: PeriodReading?
  /// The values of the text that are put together of several dates.
  private var composed: [String] = []

  init(text: FigureText) { self.text = text }

  mutating func begin(_ sentence: FigureSentence) {
    former = current ?? frame
    lastStretch = former.flatMap(stretch) ?? lastStretch
    if sentence.beginsParagraph { (day, former, lastStretch) = (nil, nil, nil) }
    let handedOn = previousHasAmounts ? nil : current.flatMap(stretch)
    frame = sentence.beginsParagraph ? nil : referent(of: sentence) ?? handedOn
    previousHasAmounts = sentence.hasAmounts
    current = nil
    recurrence = nil
    beginning = nil
    isUntil = false
  }

  /// The period of an amount in a clause, and whether it is what recurs.
  func period(inClause clause: Int) -> (period: PeriodReading?, recurs: Bool) {
    guard let recurrence, recurrence.clause == clause else { return (current ?? frame, false) }
    // 5月1日至5日每天安排…: the stretch tells over which days; 4月以来每晚… names a habit.
    let days = current.flatMap(stretch).flatMap { isSince($0) ? nil : $0 }
    return (days ?? recurrence.period, true)
  }

  /// A period of several days with both ends.
  func stretch(_ period: PeriodReading) -> PeriodReading? {
    value(of: period).withBytes(Self.hasBothEnds) ? period : nil
  }

  /// 2024-02-10/2024-02-17, but not 2024-02-10/..: asked for every date, so by the bytes.
  private static func hasBothEnds(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let (slash, digits) = (UInt8(ascii: "/"), UInt8(ascii: "0")...UInt8(ascii: "9"))
    guard let middle = value.firstIndex(of: slash), middle + 1 < value.count else { return false }
    return digits ~= value[0] && digits ~= value[middle + 1]
      && !value[(middle + 1)...].contains(slash)
  }

  /// A clause of dates and times only lends its recurrence to the next.
  mutating func endClause(_ number: Int) {
    guard recurrence?.clause == number else { return }
    let isSetting = text.clauses[number].tokens.allSatisfy { index in
      let token = text.tokens[index]
      return !token.isText && !token.word.isVerb
    }
    if isSetting { recurrence?.clause = number + 1 } else { recurrence = nil }
  }

  /// Reads the mention at a token.
  mutating func observe(
    _ index: Int, _ anchor: FigureAnchor, clause number: Int, of sentence: FigureSentence
  ) {
    if anchor.type == .recurrence {
      observeRecurrence(anchor.mention, clause: number)
      return
    }
    if anchor.type == .duration {
      current = measured(by: anchor, at: index) ?? current
      return
    }
    // 近日, 目前 name no period that figures could be compared by.
    guard anchor.isPeriod, !text.mentions[anchor.mention].value.endsInUTF8("_REF") else { return }
    let clause = text.clauses[number]
    let before = index > clause.tokens.lowerBound ? text.tokens[index - 1].function : nil
    let joined = interval(endingAt: index, anchor, clause)
    if let whole = joined ?? completed(by: anchor, at: index, clause) {
      current = whole
      beginning = nil
      return
    }
    guard !isSkipped(index, before: before, clause: clause) else { return }
    guard let period = reading(of: anchor) else {
      if current == nil { current = day }
      return
    }
    day = period
    if before == .until {
      current = until(period)
      isUntil = true
    } else if isUntil, let until = current, let joined = join(period, until) {
      current = joined
      isUntil = false
    } else if let first = current, let joined = joinedList(first, period, index, sentence) {
      current = joined
    } else {
      current = open(period, anchor, index, clause) ?? period
      isUntil = false
    }
    noteBeginning(period, index, before: before, clause)
  }

  private mutating func observeRecurrence(_ mention: Int, clause: Int) {
    let value = text.mentions[mention].value
    // 每周五 names days; 每天, 每周 an average over them.
    guard value.beginsWithUTF8("R/P1"), !value.containsUTF8(UInt8(ascii: "-")) else { return }
    recurrence = (PeriodReading(mention: mention), clause)
  }

  // MARK: Dates that govern nothing

  private func isSkipped(
    _ index: Int, before: FigureWord.Function?, clause: FigureClause
  ) -> Bool {
    switch before {
    case .toward, .base: return true
    case .from where isOrigin(index, clause): return true
    default: break
    }
    if isAttached(index, clause: clause) { return true }
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
  private func isStandard(
    _ index: Int, before: FigureWord.Function?, _ clause: FigureClause
  ) -> Bool {
    if follows(index, Self.records, in: clause) { return true }
    guard index > clause.tokens.lowerBound, index + 1 < clause.tokens.upperBound else {
      return false
    }
    let next = text.tokens[index + 1]
    return before == .and && next.function == .base
      || next.isAmount && text.tokens[index - 1].word.direction != nil
  }

  private static let records: PhraseSet = [
    "最低", "最高", "最好", "最少", "最多", "最大", "最小", "最快", "最佳", "最强", "新低", "新高", "首次", "首度", "之最",
    "来最", "来新", "来首", "的最", "的新低", "的新高", "以来最", "以来新", "以来首", "以来的最", "以来的新", "以来之最",
  ]

  /// 由去年的 names where a change began; 自2月1日起 is a period.
  private func isOrigin(_ index: Int, _ clause: FigureClause) -> Bool {
    index + 1 < clause.tokens.upperBound && text.tokens[index + 1].function == .of
  }

  /// 6月的120起; 2018年为120起 behind another date.
  private func isAttached(_ index: Int, clause: FigureClause) -> Bool {
    if AmountTie.namesSameTime(text.tokens[index], of: text), index + 1 < clause.tokens.upperBound {
      let next = text.tokens[index + 1]
      if next.isAmount || next.word.copula != nil { return true }
    }
    guard index + 2 < clause.tokens.upperBound, text.tokens[index + 2].isAmount else {
      return false
    }
    let next = text.tokens[index + 1].word
    return next.function == .of
      || next.copula == .silent && (current != nil || clause.opening != .sentence)
  }

  // MARK: Values

  /// The period that a date or dated time names; `nil` for a clock time alone.
  func reading(of date: FigureAnchor) -> PeriodReading? {
    let isDated = DateValue.exists(in: text.mentions[date.mention].value, type: date.type)
    return isDated ? PeriodReading(mention: date.mention) : nil
  }

  /// The value of a period as it stands in a figure.
  func value(of period: PeriodReading) -> String {
    if let number = period.composed { return composed[number] }
    let type = text.mentions[period.mention].type
    let value = text.mentions[period.mention].value
    return type == .recurrence ? value : DateValue.text(of: value, type: type) ?? ""
  }

  mutating func compose(_ value: String, by mention: Int) -> PeriodReading {
    composed.append(value)
    return PeriodReading(mention: mention, composed: composed.count - 1)
  }

  private mutating func until(_ period: PeriodReading) -> PeriodReading {
    let value = value(of: period)
    guard value.beginsWithDigit else { return period }
    return compose("../\(value.side(.last))", by: period.mention)
  }

  /// 截至7月31日，今年以来: from the start of the one to the end of the other.
  private mutating func join(
    _ since: PeriodReading, _ until: PeriodReading
  ) -> PeriodReading? {
    let end = value(of: until)
    guard end.beginsWithUTF8("../") else { return nil }
    let sides = value(of: since).split(separator: "/")
    guard sides.count == 2, isSince(since) else { return nil }
    return compose("\(sides[0])/\(end.dropFirst(3))", by: since.mention)
  }

  private func isSince(_ period: PeriodReading) -> Bool {
    Self.sinces.contains(where: text.mentions[period.mention].text.endsInUTF8)
  }

  private static let sinces: [StaticString] = ["以来", "以來", "至今"]

  /// 6月4日、5日: days in a row are one period.
  private mutating func joinedList(
    _ first: PeriodReading, _ last: PeriodReading, _ index: Int, _ sentence: FigureSentence
  ) -> PeriodReading? {
    let start = sentence.tokens.lowerBound
    var at = index - 1
    guard at > start, text.tokens[at].separatesItems else { return nil }
    at -= 1
    if text.tokens[at].isGloss, at > start { at -= 1 }
    guard let anchor = text.tokens[at].anchor, text.anchors[anchor].isPeriod else { return nil }
    let (from, to) = (value(of: first).side(.first), value(of: last).side(.last))
    guard from.beginsWithDigit, !to.isEmpty else { return nil }
    return compose("\(from)/\(to)", by: first.mention)
  }
}

enum PeriodSide { case first, last }

extension String {
  /// The value of a period before or behind its `/`; all of it without one.
  func side(_ side: PeriodSide) -> Substring {
    let sides = split(separator: "/")
    return (side == .first ? sides.first : sides.last) ?? ""
  }
}

extension StringProtocol {
  var beginsWithDigit: Bool { first?.isNumber == true }
}
