import ChineseCalendar

/// Reads the parts of one side of a match into a point.
extension PointParts {
  /// The point; `nil` where no part of this side was captured.
  func point() -> TemporalPoint? {
    var point = TemporalPoint()
    point.year = year
    point.month = month
    point.day = day
    point.lunar = lunar
    point.festival = value(.festival)
    point.term = integer(.term)
    point.weekday = integer(.weekday)
    point.week = week
    point.section = section
    point.edge = (value(.edge) ?? value(.yearEdge)).flatMap(TemporalPoint.Edge.init)
    point.clock = clock
    if let packed = integer(.packedDay) {
      point.year = .number(packed / 10_000)
      point.month = .number(packed / 100 % 100)
      point.day = .number(packed % 100)
    }
    return point.isEmpty ? nil : point
  }

  // MARK: Date

  private var year: TemporalPoint.Year? {
    if let year = integer(.year) { return .number(year) }
    if let year = integer(.rocYear) { return ROCYear.gregorian(year).map { .number($0) } }
    // The first year of an era is called 元年.
    if let before = integer(.era) { return .number(before + (integer(.eraYear) ?? 1)) }
    if let year = integer(.shortYear) ?? integer(.shortYearAlone) {
      return .twoDigits(year)
    }
    if let shift = integer(.relativeYear) { return .relative(shift) }
    if let shift = integer(.anaphoricYear) { return .anaphoric(shift) }
    if let shift = integer(.topicYear) { return .topic(shift) }
    return has(.yearEdge) ? .topic(0) : nil
  }

  private var month: TemporalPoint.Month? {
    // In 八月十五 the month is a lunar one.
    if has(.lunarDay) || has(.lunarMonth) { return nil }
    if let month = integer(.month) { return .number(month) }
    if let shift = integer(.relativeMonth) { return .relative(shift) }
    if let shift = integer(.anaphoricMonth) { return .anaphoric(shift) }
    return nil
  }

  private var day: TemporalPoint.Day? {
    if let day = integer(.day) { return .number(day) }
    if let shift = integer(.relativeDay) { return .relative(shift) }
    if let shift = integer(.anaphoricDay) { return .anaphoric(shift) }
    return nil
  }

  private var lunar: TemporalPoint.Lunar? {
    guard has(.lunarMonth) || has(.lunarDay) else { return nil }
    return TemporalPoint.Lunar(
      month: integer(.lunarMonth) ?? integer(.month), day: integer(.lunarDay),
      isLeap: has(.leap))
  }

  private var week: TemporalPoint.Week? {
    if let number = integer(.weekNumber) { return .numbered(number) }
    if let shift = integer(.anaphoricWeek) { return .anaphoric(shift) }
    let shift = integer(.relativeWeek) ?? integer(.weekShift)
    if let half = integer(.weekHalf) {
      return half == 1 ? .firstHalf(shift ?? 0) : .secondHalf(shift ?? 0)
    }
    if has(.weekend) { return .weekend(shift ?? 0) }
    return shift.map { .relative($0) }
  }

  private var section: TemporalPoint.Section? {
    if let number = integer(.quarter) { return .quarter(number) }
    if let shift = integer(.quarterShift) { return .relativeQuarter(shift) }
    if let number = integer(.half) { return .half(number) }
    if let shift = integer(.halfShift) { return .relativeHalf(shift) }
    if let count = integer(.firstQuarters) { return .firstQuarters(count) }
    if let count = integer(.firstMonths) { return .firstMonths(count) }
    if let number = integer(.third) { return .third(number) }
    if let number = integer(.halfMonth) { return .halfMonth(number) }
    if let number = integer(.yearDay) { return .dayOfYear(number) }
    if let number = integer(.weekdayOrdinal) { return .nthWeekday(number) }
    if has(.last) { return .nthWeekday(-1) }
    if let month = integer(.season) { return .season(firstMonth: month) }
    guard let count = integer(.count),
      let unit = value(.countUnit).flatMap(TemporalPoint.CountedUnit.init)
    else { return nil }
    return .counted(count, unit, fromEnd: has(.trailing))
  }

  // MARK: Clock

  private var clock: ClockReading? {
    var clock = ClockReading()
    clock.hour = integer(.hour) ?? integer(.hourPair)
    clock.part = value(.dayPart).flatMap(DayPart.init)
    guard clock.hour != nil || clock.part != nil else { return nil }
    clock.minute = integer(.minute)
    clock.second = integer(.second)
    if has(.halfHour) { clock.minute = 30 }
    if let quarters = integer(.quarterHour) { clock.minute = quarters * 15 }
    // 三点踏四: each numeral of the dial stands for five minutes.
    if let fives = integer(.fives) { clock.minute = fives * 5 }
    if let before = integer(.minutesTo) ?? integer(.quartersTo).map({ $0 * 15 }) {
      clock.minute = 60 - before
      clock.hour = clock.hour.map { ($0 + 23) % 24 }
    }
    switch value(.clockHalf) {
    case "am": clock.hour = clock.hour.map { $0 == 12 ? 0 : $0 }
    case "pm": clock.hour = clock.hour.map { $0 < 12 ? $0 + 12 : $0 }
    default: break
    }
    clock.isApproximate = has(.approximate) || has(.about)
    return clock
  }
}
