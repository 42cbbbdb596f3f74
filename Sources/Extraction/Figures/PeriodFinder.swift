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
  /// What governed before a parenthesis, which governs again behind it.
  private var outside: PeriodReading??
  /// The last day named in the paragraph, for a clock time that stands alone.
  private(set) var day: PeriodReading?
  private var isUntil = false
  /// The stretch that a sentence without amounts set for the next one: 假期从…持续到….
  private var frame: PeriodReading?
  /// The moment at whose event the paragraph is, as long as nothing else is dated, and whether the
  /// sentence is one that begins with such a moment.
  private var event: PeriodReading?
  private(set) var beginsWithMoment = false
  /// What governs the items of a list that a line with a colon announces.
  private var listed: PeriodReading?
  /// Days that one enumeration names, for 分别.
  private(set) var enumerated: [PeriodReading] = []
  /// Where something began whose end is still to be named: 2月1日启动.
  var beginning: (period: PeriodReading, token: Int)?
  /// The beginning in the sentence before, if that reports nothing.
  private(set) var formerBeginning: PeriodReading?
  private var previous: FigureSentence?
  /// What governed the sentence before, and the last stretch of the paragraph, for what goes back
  /// to them.
  private(set) var former: PeriodReading?
  var lastStretch: PeriodReading?
  /// The last stretch of the text that a sentence without figures names: 3月至6月开展行动.
  private(set) var campaign: PeriodReading?
  /// What the sentence reports, where only the year that it compares with is named.
  private(set) var counterpart: PeriodReading?
  /// The values of the text that are put together of several dates.
  private var composed: [String] = []

  init(text: FigureText) { self.text = text }

  /// - Parameter afterFigures: whether the sentence before has figures.
  mutating func begin(_ sentence: FigureSentence, afterFigures: Bool) {
    former = current ?? frame
    if let former {
      lastStretch = stretch(former) ?? lastStretch
      if !afterFigures { campaign = lastStretch }
    }
    if let current {
      let isEvent = beginsWithMoment && (!afterFigures || previous.map(tellsOfAlarm) == true)
      event = isEvent ? current : nil
    } else if !afterFigures || text.tokens[sentence.tokens.lowerBound].isAmount {
      event = nil
    }
    noteList(afterSentence: previous, before: sentence)
    formerBeginning = afterFigures ? nil : beginning?.period
    if sentence.beginsParagraph {
      (day, former, lastStretch, event, formerBeginning) = (nil, nil, nil, nil, nil)
    }
    let handedOn = afterFigures ? nil : current.flatMap(stretch)
    let own = referent(of: sentence)
    frame = sentence.beginsParagraph ? own ?? listed : own ?? handedOn ?? event
    previous = sentence
    current = nil
    recurrence = nil
    beginning = nil
    isUntil = false
    beginsWithMoment = false
    (outside, counterpart) = (nil, nil)
    enumerated.removeAll(keepingCapacity: true)
  }

  /// Keeps what governed before a parenthesis for what stands behind it: 甲镇19起（上周13起）、乙镇….
  mutating func begin(_ clause: FigureClause) {
    if clause.leavesParenthesis, let outside {
      current = outside
      self.outside = nil
    }
    if clause.opening == .parenthesis { outside = .some(current) }
  }

  /// 现将情况介绍如下: what follows as items is governed by what governed the announcement.
  private mutating func noteList(afterSentence last: FigureSentence?, before next: FigureSentence) {
    guard next.beginsParagraph, opensItem(next) else {
      listed = nil
      return
    }
    if let last, announcesList(last) { listed = former }
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

  private func isDay(_ period: PeriodReading) -> Bool { value(of: period).utf8.count == 10 }

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
    beginsWithMoment = marksMoment(index, anchor, of: sentence)
    let clause = text.clauses[number]
    let before = index > clause.tokens.lowerBound ? text.tokens[index - 1].function : nil
    let joined = interval(endingAt: index, anchor, clause)
    if let whole = joined ?? completed(by: anchor, at: index, clause) {
      current = whole
      beginning = nil
      return
    }
    guard !isSkipped(index, before: before, clause: clause) else {
      noteSkipped(anchor, at: index, clause: clause)
      return
    }
    guard let period = reading(of: anchor) else {
      if current == nil { current = day }
      return
    }
    if isDay(period) { day = period }
    if before == .until || isDeadline(index, before: before, clause) {
      current = until(period)
      isUntil = true
    } else if isUntil, let until = current, let joined = join(period, until) {
      current = joined
      isUntil = false
    } else if isUntil, let until = current, isYear(period, of: until) {
      current = until
    } else if let first = current, let joined = joinedList(first, period, index, sentence) {
      if enumerated.isEmpty { enumerated.append(first) }
      enumerated.append(period)
      current = joined
    } else {
      current = open(period, anchor, index, before: before, clause) ?? period
      isUntil = false
      enumerated.removeAll(keepingCapacity: true)
    }
    noteBeginning(period, index, before: before, clause)
  }

  /// A comparison with the same stretch of another year tells which one the sentence reports; what
  /// somebody announces is what the next sentences may go back to.
  private mutating func noteSkipped(_ date: FigureAnchor, at index: Int, clause: FigureClause) {
    guard current == nil, let period = reading(of: date) else { return }
    if clause.isReport {
      lastStretch = stretch(period) ?? lastStretch
    } else if frame == nil {
      counterpart = laterYear(of: period, at: index)
      frame = counterpart
    } else if frame == event {
      frame = nil
    }
  }

  private mutating func observeRecurrence(_ mention: Int, clause: Int) {
    let value = text.mentions[mention].value
    // 每周五 names days; 每天, 每周 an average over them; 每隔10天 says how often.
    guard value.utf8.count == 5, value.beginsWithUTF8("R/P1"),
      !value.containsUTF8(UInt8(ascii: "-"))
    else { return }
    recurrence = (PeriodReading(mention: mention), clause)
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
