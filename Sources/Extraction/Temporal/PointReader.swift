import ChineseCalendar
import Lexicon
import RuleEngine

/// Reads the parts of a match into a point. The parts of the second side of a range carry the
/// suffix `2`.
struct PointReader {
  let match: Match
  let suffix: String

  private func has(_ name: HashedName) -> Bool { match.has(name + suffix) }
  private func integer(_ name: HashedName) -> Int? { match.integer(name + suffix) }
  private func value(_ name: HashedName) -> String? { match.word(name + suffix)?.value }

  /// The point; `nil` where no part of this side was captured.
  func point() -> TemporalPoint? {
    var point = TemporalPoint()
    point.year = year
    point.month = month
    point.day = day
    point.lunar = lunar
    point.festival = value("festival")
    point.term = integer("term")
    point.weekday = integer("weekday")
    point.week = week
    point.section = section
    point.edge = (value("edge") ?? value("year-edge")).flatMap(TemporalPoint.Edge.init)
    point.clock = clock
    if let packed = integer("packed-day") {
      point.year = .number(packed / 10_000)
      point.month = .number(packed / 100 % 100)
      point.day = .number(packed % 100)
    }
    return point == TemporalPoint() ? nil : point
  }

  // MARK: Date

  private var year: TemporalPoint.Year? {
    if let year = integer("year") { return .number(year) }
    if let year = integer("roc-year") { return ROCYear.gregorian(year).map { .number($0) } }
    if let year = integer("short-year") ?? integer("short-year-alone") { return .twoDigits(year) }
    if let shift = integer("relative-year") { return .relative(shift) }
    if let shift = integer("anaphoric-year") { return .anaphoric(shift) }
    if let shift = integer("topic-year") { return .topic(shift) }
    return has("year-edge") ? .topic(0) : nil
  }

  private var month: TemporalPoint.Month? {
    // In 八月十五 the month is a lunar one.
    if has("lunar-day") || has("lunar-month") { return nil }
    if let month = integer("month") { return .number(month) }
    if let shift = integer("relative-month") { return .relative(shift) }
    if let shift = integer("anaphoric-month") { return .anaphoric(shift) }
    return nil
  }

  private var day: TemporalPoint.Day? {
    if let day = integer("day") { return .number(day) }
    if let shift = integer("relative-day") { return .relative(shift) }
    if let shift = integer("anaphoric-day") { return .anaphoric(shift) }
    return nil
  }

  private var lunar: TemporalPoint.Lunar? {
    guard has("lunar-month") || has("lunar-day") else { return nil }
    return TemporalPoint.Lunar(
      month: integer("lunar-month") ?? integer("month"), day: integer("lunar-day"),
      isLeap: has("leap"))
  }

  private var week: TemporalPoint.Week? {
    if let number = integer("week-number") { return .numbered(number) }
    if let shift = integer("anaphoric-week") { return .anaphoric(shift) }
    guard let shift = integer("relative-week") ?? integer("week-shift") else { return nil }
    return has("weekend") ? .weekend(shift) : .relative(shift)
  }

  private var section: TemporalPoint.Section? {
    if let number = integer("quarter") { return .quarter(number) }
    if let shift = integer("quarter-shift") { return .relativeQuarter(shift) }
    if let number = integer("half") { return .half(number) }
    if let count = integer("first-quarters") { return .firstQuarters(count) }
    if let count = integer("first-months") { return .firstMonths(count) }
    if let number = integer("third") { return .third(number) }
    if let number = integer("half-month") { return .halfMonth(number) }
    if let number = integer("year-day") { return .dayOfYear(number) }
    if let number = integer("weekday-ordinal") { return .nthWeekday(number) }
    if has("last") { return .nthWeekday(-1) }
    if let month = integer("season") { return .season(firstMonth: month) }
    guard let count = integer("count"),
      let unit = value("count-unit").flatMap(TemporalPoint.CountedUnit.init)
    else { return nil }
    return .counted(count, unit, fromEnd: has("trailing"))
  }

  // MARK: Clock

  private var clock: ClockReading? {
    var clock = ClockReading()
    clock.hour = integer("hour")
    clock.minute = integer("minute")
    clock.second = integer("second")
    clock.part = value("day-part").flatMap(DayPart.init)
    if has("half-hour") { clock.minute = 30 }
    if let quarters = integer("quarter-hour") { clock.minute = quarters * 15 }
    if let before = integer("minutes-to") ?? integer("quarters-to").map({ $0 * 15 }) {
      clock.minute = 60 - before
      clock.hour = clock.hour.map { ($0 + 23) % 24 }
    }
    switch value("clock-half") {
    case "am": clock.hour = clock.hour.map { $0 == 12 ? 0 : $0 }
    case "pm": clock.hour = clock.hour.map { $0 < 12 ? $0 + 12 : $0 }
    default: break
    }
    guard clock.hour != nil || clock.part != nil else { return nil }
    clock.isApproximate = has("approximate") || has("about")
    return clock
  }
}
