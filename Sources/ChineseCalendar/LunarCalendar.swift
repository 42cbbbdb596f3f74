/// The Chinese lunisolar calendar from 1901-01-01 to 2100-12-31.
///
/// Tables, not astronomy: the calendars as published to 2050, the rule of GB/T 33661-2017 after.
/// Every conversion takes constant time (a look at one or two of the packed years).
public enum LunarCalendar {
  /// The Gregorian years that are covered from their first to their last day.
  public static let gregorianYears = 1901...2100
  /// The lunar years that have days in that span; 1900 only from 十一月十一 on.
  public static let lunarYears = 1900...2100

  /// The lunar name of a Gregorian day.
  ///
  /// - Throws: `CalendarError` for a day before 1901-01-01 or after 2100-12-31.
  public static func lunarDay(of day: GregorianDay) throws(CalendarError) -> LunarDay {
    guard gregorianYears.contains(day.year) else { throw .uncovered(gregorianYear: day.year) }
    // The lunar year begins between 21 January and 20 February.
    let number = day.dayNumber
    var year = LunarYear(known: day.year)
    if number < year.firstDayNumber { year = LunarYear(known: day.year - 1) }

    let rest = number - year.firstDayNumber
    // Months have 29 or 30 days, so that the thirtieth part is the month or the one before it.
    var index = rest / 30
    if index < 12, year.days(beforeMonthAt: index + 1) <= rest { index += 1 }
    let (month, isLeap) = year.month(at: index)
    return LunarDay(
      year: year.year, month: month, isLeapMonth: isLeap,
      day: rest - year.days(beforeMonthAt: index) + 1)
  }

  /// The Gregorian day of a lunar day.
  ///
  /// - Throws: `CalendarError` when the lunar year has no such month or the month no such day,
  ///   and when the day lies outside 1901-01-01 to 2100-12-31.
  public static func gregorianDay(of lunar: LunarDay) throws(CalendarError) -> GregorianDay {
    let year = try coveredYear(lunar.year)
    let index = try year.index(ofMonth: lunar.month, leap: lunar.isLeapMonth)
    let length = year.length(ofMonthAt: index)
    guard (1...length).contains(lunar.day) else {
      throw CalendarError(
        field: .lunarDay, value: lunar.day, minimum: 1, maximum: length,
        remedy: "That month of lunar \(lunar.year) has \(length) days; correct the day or year.")
    }
    let number = year.firstDayNumber + year.days(beforeMonthAt: index) + lunar.day - 1
    guard let day = GregorianDay(dayNumber: number), gregorianYears.contains(day.year) else {
      // Lunar 1900 begins, and lunar 2100 ends, outside the span.
      throw .uncovered(gregorianYear: lunar.year == lunarYears.lowerBound ? 1900 : 2101)
    }
    return day
  }

  /// The number of the last day of a lunar month: 29 or 30.
  ///
  /// - Throws: `CalendarError` when the lunar year is not covered or has no such month.
  public static func lastDay(
    ofMonth month: Int, leap: Bool = false, year: Int
  ) throws(CalendarError) -> Int {
    let lunarYear = try coveredYear(year)
    return lunarYear.length(ofMonthAt: try lunarYear.index(ofMonth: month, leap: leap))
  }

  /// The month that is followed by a leap month of the same number; nil in a year without one
  /// and in years that are not covered.
  public static func leapMonth(of year: Int) -> Int? {
    lunarYears.contains(year) ? LunarYear(known: year).leapMonth : nil
  }

  private static func coveredYear(_ year: Int) throws(CalendarError) -> LunarYear {
    guard lunarYears.contains(year) else {
      throw CalendarError(
        field: .lunarYear, value: year, minimum: lunarYears.lowerBound,
        maximum: lunarYears.upperBound,
        remedy: "The tables cover the lunar years 1900 to 2100; give a year in that span.")
    }
    return LunarYear(known: year)
  }
}

/// One lunar year of the packed table, with its months at indexes 0...11 or 0...12.
struct LunarYear {
  let year: Int
  private let packed: UInt32

  /// The year must be one of `LunarCalendar.lunarYears`.
  init(known year: Int) {
    self.year = year
    packed = LunarYearTable.years[year - LunarYearTable.firstYear]
  }

  var firstDayNumber: Int { GregorianDay(known: year, 1, 1).dayNumber + Int(packed >> 20) }

  var leapMonth: Int? {
    let month = Int(packed >> 16 & 0xF)
    return month == 0 ? nil : month
  }

  func length(ofMonthAt index: Int) -> Int { 29 + Int(packed >> UInt32(index) & 1) }

  func days(beforeMonthAt index: Int) -> Int {
    29 * index + (packed & ((1 << UInt32(index)) - 1)).nonzeroBitCount
  }

  func month(at index: Int) -> (number: Int, isLeap: Bool) {
    guard let leapMonth, index >= leapMonth else { return (index + 1, false) }
    return (index, index == leapMonth)
  }

  func index(ofMonth month: Int, leap: Bool) throws(CalendarError) -> Int {
    guard (1...12).contains(month) else {
      throw CalendarError(
        field: .lunarMonth, value: month, minimum: 1, maximum: 12,
        remedy: "Name the month by 1 to 12.")
    }
    if leap {
      guard month == leapMonth else {
        throw CalendarError(
          field: .leapMonth, value: month, minimum: leapMonth ?? 0, maximum: leapMonth ?? 0,
          remedy: "Name the ordinary month of lunar \(year) or correct the year.")
      }
      return month
    }
    guard let leapMonth, month > leapMonth else { return month - 1 }
    return month
  }
}
