import TongbaoText

/// Follows the dates of a text and tells which period governs an amount.
///
/// A date governs the amounts behind it in its sentence until another one does. Dates that say
/// until when, with what something is compared, or when it was reported govern nothing by
/// themselves.
struct PeriodFinder {
  private(set) var current: Figure.Period?
  /// 每天, 每周 and the clause they stand in.
  private var recurrence: (period: Figure.Period, clause: Int)?
  /// The last day named in the paragraph, for a clock time that stands alone.
  private var day: Figure.Period?
  private var isUntil = false

  mutating func begin(_ sentence: FigureSentence) {
    if sentence.beginsParagraph { day = nil }
    current = nil
    recurrence = nil
    isUntil = false
  }

  /// The period of an amount in a clause, and whether it is what recurs.
  func period(inClause clause: Int) -> (period: Figure.Period?, recurs: Bool) {
    if let recurrence, recurrence.clause == clause { return (recurrence.period, true) }
    return (current, false)
  }

  /// A clause of dates and times only lends its recurrence to the next.
  mutating func endClause(_ number: Int, of sentence: FigureSentence) {
    guard recurrence?.clause == number else { return }
    let isSetting = sentence.tokens[sentence.clauses[number].tokens].allSatisfy { token in
      if case .text = token.content { false } else { token.word?.isVerb != true }
    }
    if isSetting { recurrence?.clause = number + 1 } else { recurrence = nil }
  }

  /// Reads the mention at a token.
  mutating func observe(
    _ index: Int, clause number: Int, of sentence: FigureSentence, anchors: [FigureAnchor]
  ) {
    guard let anchor = sentence.tokens[index].anchor else { return }
    let mention = anchors[anchor].mention
    if mention.type == .recurrence {
      observeRecurrence(mention, clause: number)
      return
    }
    // 近日, 目前 name no period that figures could be compared by.
    guard mention.isPeriod, !mention.value.hasSuffix("_REF") else { return }
    let clause = sentence.clauses[number]
    let before = index > clause.tokens.lowerBound ? sentence.tokens[index - 1] : nil
    guard !isSkipped(index, before: before, clause: clause, sentence: sentence, anchors: anchors)
    else { return }
    guard let value = Self.dateValue(of: mention) else {
      if current == nil { current = day }
      return
    }
    let period = Figure.Period(value: value, mention: mention.id)
    day = period
    if before?.function == .until {
      current = Self.until(period)
      isUntil = true
    } else if isUntil, let until = current, let joined = Self.join(period, until, mention.text) {
      current = joined
      isUntil = false
    } else if let first = current, let joined = joinedList(first, period, index, sentence, anchors)
    {
      current = joined
    } else {
      current = period
      isUntil = false
    }
  }

  private mutating func observeRecurrence(_ mention: Mention, clause: Int) {
    // 每周五 names days; 每天, 每周 an average over them.
    guard mention.value.hasPrefix("R/P1"), !mention.value.contains("-") else { return }
    recurrence = (Figure.Period(value: mention.value, mention: mention.id), clause)
  }

  // MARK: Dates that govern nothing

  private func isSkipped(
    _ index: Int, before: FigureToken?, clause: FigureClause, sentence: FigureSentence,
    anchors: [FigureAnchor]
  ) -> Bool {
    switch before?.function {
    case .toward, .base: return true
    case .from where isOrigin(index, clause, sentence): return true
    default: break
    }
    if isAttached(index, clause: clause, sentence: sentence) { return true }
    // 元宵节临近: the day is still to come.
    if index + 1 < clause.tokens.upperBound, sentence.tokens[index + 1].function == .toward,
      sentence.tokens[index + 1].range.count > 1
    {
      return true
    }
    // 今年第二次: the date says which one it was.
    if index + 1 < clause.tokens.upperBound, let next = sentence.tokens[index + 1].anchor,
      anchors[next].mention.type == .ordinal
    {
      return true
    }
    return clause.isReport
  }

  /// 由去年的 names where a change began; 自2月1日起 is a period.
  private func isOrigin(_ index: Int, _ clause: FigureClause, _ sentence: FigureSentence) -> Bool {
    index + 1 < clause.tokens.upperBound && sentence.tokens[index + 1].function == .of
  }

  /// 6月的120起; 2018年为120起 behind another date.
  private func isAttached(_ index: Int, clause: FigureClause, sentence: FigureSentence) -> Bool {
    guard index + 2 < clause.tokens.upperBound, sentence.tokens[index + 2].isAmount else {
      return false
    }
    let next = sentence.tokens[index + 1]
    return next.function == .of
      || next.word?.copula == .silent && (current != nil || clause.opening != .sentence)
  }

  // MARK: Values

  /// The date value of a date or dated time; `nil` for a clock time alone.
  static func dateValue(of mention: Mention) -> String? {
    let value = mention.value.prefix { $0 != ";" }
    guard mention.type == .time else { return String(value.drop { $0 == "~" }) }
    let days = value.drop { $0 == "~" }.split(separator: "/").map { $0.prefix { $0 != "T" } }
    guard let first = days.first, let last = days.last, !first.isEmpty else { return nil }
    return first == last || last.isEmpty ? String(first) : "\(first)/\(last)"
  }

  private static func until(_ period: Figure.Period) -> Figure.Period {
    guard period.value.first?.isNumber == true else { return period }
    let end = period.value.split(separator: "/").last ?? ""
    return Figure.Period(value: "../\(end)", mention: period.mention)
  }

  /// 截至7月31日，今年以来: from the start of the one to the end of the other.
  private static func join(
    _ since: Figure.Period, _ until: Figure.Period, _ text: String
  ) -> Figure.Period? {
    guard until.value.hasPrefix("../") else { return nil }
    let end = until.value.dropFirst(3)
    let sides = since.value.split(separator: "/")
    if sides.count == 2, text.hasSuffix("以来") || text.hasSuffix("以來") || text.hasSuffix("至今") {
      return Figure.Period(value: "\(sides[0])/\(end)", mention: since.mention)
    }
    return nil
  }

  /// 6月4日、5日: days in a row are one period.
  private func joinedList(
    _ first: Figure.Period, _ last: Figure.Period, _ index: Int, _ sentence: FigureSentence,
    _ anchors: [FigureAnchor]
  ) -> Figure.Period? {
    var at = index - 1
    guard at > 0, sentence.tokens[at].separatesItems else { return nil }
    at -= 1
    if sentence.tokens[at].isGloss, at > 0 { at -= 1 }
    guard let anchor = sentence.tokens[at].anchor, anchors[anchor].mention.isPeriod,
      let start = first.value.split(separator: "/").first,
      let end = last.value.split(separator: "/").last, start.first?.isNumber == true
    else { return nil }
    return Figure.Period(value: "\(start)/\(end)", mention: first.mention)
  }
}
