import ChineseCalendar

/// Reads the parts of one side of a match into a point.
struct PointReader {
  let parts: PointParts

  /// The point; `nil` where no part of this side was captured.
  func point() -> TemporalPoint? {
    var point = TemporalPoint()
    point.year = year
    point.month = month
    point.day = day
    point.lunar = lunar
    point.festival = parts.value(.festival)
    point.term = parts.integer(.term)
    point.weekday = parts.integer(.weekday)
    point.week = week
    point.section = section
    point.edge = (parts.value(.edge) ?? parts.value(.yearEdge)).flatMap(TemporalPoint.Edge.init)
    point.clock = clock
    if let packed = parts.integer(.packedDay) {
      point.year = .number(packed / 10_000)
      point.month = .number(packed / 100 % 100)
      point.day = .number(packed % 100)
    }
    return point.isEmpty ? nil : point
  }

  // MARK: Date

  private var year: TemporalPoint.Year? {
    if let year = parts.integer(.year) { return .number(year) }
    if let year = parts.integer(.rocYear) { return ROCYear.gregorian(year).map { .number($0) } }
    if let year = parts.integer(.shortYear) ?? parts.integer(.shortYearAlone) {
      return .twoDigits(year)
    }
    if let shift = parts.integer(.relativeYear) { return .relative(shift) }
    if let shift = parts.integer(.anaphoricYear) { return .anaphoric(shift) }
    if let shift = parts.integer(.topicYear) { return .topic(shift) }
    return parts.has(.yearEdge) ? .topic(0) : nil
  }

  private var month: TemporalPoint.Month? {
    // In 八月十五 the month is a lunar one.
    if parts.has(.lunarDay) || parts.has(.lunarMonth) { return nil }
    if let month = parts.integer(.month) { return .number(month) }
    if let shift = parts.integer(.relativeMonth) { return .relative(shift) }
    if let shift = parts.integer(.anaphoricMonth) { return .anaphoric(shift) }
    return nil
  }

  private var day: TemporalPoint.Day? {
    if let day = parts.integer(.day) { return .number(day) }
    if let shift = parts.integer(.relativeDay) { return .relative(shift) }
    if let shift = parts.integer(.anaphoricDay) { return .anaphoric(shift) }
    return nil
  }

  private var lunar: TemporalPoint.Lunar? {
    guard parts.has(.lunarMonth) || parts.has(.lunarDay) else { return nil }
    return TemporalPoint.Lunar(
      month: parts.integer(.lunarMonth) ?? parts.integer(.month), day: parts.integer(.lunarDay),
      isLeap: parts.has(.leap))
  }

  private var week: TemporalPoint.Week? {
    if let number = parts.integer(.weekNumber) { return .numbered(number) }
    if let shift = parts.integer(.anaphoricWeek) { return .anaphoric(shift) }
    guard let shift = parts.integer(.relativeWeek) ?? parts.integer(.weekShift) else { return nil }
    return parts.has(.weekend) ? .weekend(shift) : .relative(shift)
  }

  private var section: TemporalPoint.Section? {
    if let number = parts.integer(.quarter) { return .quarter(number) }
    if let shift = parts.integer(.quarterShift) { return .relativeQuarter(shift) }
    if let number = parts.integer(.half) { return .half(number) }
    if let count = parts.integer(.firstQuarters) { return .firstQuarters(count) }
    if let count = parts.integer(.firstMonths) { return .firstMonths(count) }
    if let number = parts.integer(.third) { return .third(number) }
    if let number = parts.integer(.halfMonth) { return .halfMonth(number) }
    if let number = parts.integer(.yearDay) { return .dayOfYear(number) }
    if let number = parts.integer(.weekdayOrdinal) { return .nthWeekday(number) }
    if parts.has(.last) { return .nthWeekday(-1) }
    if let month = parts.integer(.season) { return .season(firstMonth: month) }
    guard let count = parts.integer(.count),
      let unit = parts.value(.countUnit).flatMap(TemporalPoint.CountedUnit.init)
    else { return nil }
    return .counted(count, unit, fromEnd: parts.has(.trailing))
  }

  // MARK: Clock

  private var clock: ClockReading? {
    var clock = ClockReading()
    clock.hour = parts.integer(.hour)
    clock.part = parts.value(.dayPart).flatMap(DayPart.init)
    guard clock.hour != nil || clock.part != nil else { return nil }
    clock.minute = parts.integer(.minute)
    clock.second = parts.integer(.second)
    if parts.has(.halfHour) { clock.minute = 30 }
    if let quarters = parts.integer(.quarterHour) { clock.minute = quarters * 15 }
    if let before = parts.integer(.minutesTo) ?? parts.integer(.quartersTo).map({ $0 * 15 }) {
      clock.minute = 60 - before
      clock.hour = clock.hour.map { ($0 + 23) % 24 }
    }
    switch parts.value(.clockHalf) {
    case "am": clock.hour = clock.hour.map { $0 == 12 ? 0 : $0 }
    case "pm": clock.hour = clock.hour.map { $0 < 12 ? $0 + 12 : $0 }
    default: break
    }
    clock.isApproximate = parts.has(.approximate) || parts.has(.about)
    return clock
  }
}
