import ChineseCalendar

/// A stretch of whole days with what its canonical value names.
struct CalendarStretch: Hashable, Sendable {
  /// The piece of the calendar, or the first of two that bound the stretch.
  var first: CalendarLabel
  /// The piece that ends it and is part of it: `2024-01/2024-06`.
  var end: CalendarLabel?
  /// `nil` for an impossible day (2月30日) and where the year is unknown.
  var days: ClosedRange<GregorianDay>?
  /// Lunar day or month behind the value.
  var lunar: LunarName?
  /// The readings of a holiday whose arrangement no table gives.
  var holiday: HolidayReadings?

  enum LunarName: Hashable, Sendable {
    case day(LunarDay)
    /// The month of that day.
    case month(LunarDay)

    var description: String {
      switch self {
      case .day(let day): day.description
      case .month(let day): day.monthDescription
      }
    }
  }

  struct HolidayReadings: Hashable, Sendable {
    /// The days that the holiday law gives.
    var customary: ClosedRange<GregorianDay>
    /// The bare day of the festival.
    var day: GregorianDay

    var values: [String] { [CalendarStretch.days(customary).value, day.description] }
  }

  init(_ first: CalendarLabel, to end: CalendarLabel? = nil, days: ClosedRange<GregorianDay>?) {
    self.first = first
    self.end = end
    self.days = days
  }

  /// What a range takes from it as its last side.
  var last: CalendarLabel { end ?? first }

  /// Whether it is one single day.
  var day: GregorianDay? {
    guard let days, days.lowerBound == days.upperBound else { return nil }
    return days.lowerBound
  }

  /// Whether the value is one year.
  var isYear: Bool { end == nil && first.isYear }

  /// Whether the value is one month or one half of a year.
  var isMonthOrHalf: Bool { end == nil && first.isMonthOrHalf }

  /// Whether the value names quarters.
  var namesQuarter: Bool { first.isQuarter || end?.isQuarter == true }

  /// Whether the value names a day or bounds a stretch.
  var namesDayOrBounds: Bool { end != nil || first.isDay }

  /// The canonical value: `2024-02-18`, `2024-02`, `2024-Q1`, or `a/b` with both ends included.
  var value: String {
    var text = DigitText()
    text.append(self)
    return text.string
  }
}

extension DigitText {
  mutating func append(_ stretch: CalendarStretch) {
    append(stretch.first)
    if let end = stretch.end {
      append("/")
      append(end)
    }
  }
}

extension CalendarStretch {
  static func day(_ day: GregorianDay) -> Self { CalendarStretch(.day(day), days: day...day) }

  /// Days of both ends; the value names both.
  static func days(_ days: ClosedRange<GregorianDay>) -> Self {
    CalendarStretch(.day(days.lowerBound), to: .day(days.upperBound), days: days)
  }

  static func month(_ month: Int, year: Int) -> Self? {
    guard let first = GregorianDay(year: year, month: month, day: 1) else { return nil }
    return CalendarStretch(.month(of: first), days: first...first.lastOfMonth)
  }

  static func year(_ year: Int) -> Self? {
    months(1...12, of: year).map { CalendarStretch(.year(year), days: $0) }
  }

  static func quarters(_ quarters: ClosedRange<Int>, year: Int) -> Self? {
    let (first, last) = (quarters.lowerBound, quarters.upperBound)
    guard let days = months((first * 3 - 2)...(last * 3), of: year) else { return nil }
    return CalendarStretch(
      .quarter(first, year: year), to: first == last ? nil : .quarter(last, year: year), days: days)
  }

  static func half(_ half: Int, year: Int) -> Self? {
    months((half * 6 - 5)...(half * 6), of: year).map {
      CalendarStretch(.half(half, year: year), days: $0)
    }
  }

  /// Months with their grain kept: 2024-01/2024-06.
  static func monthRange(_ months: ClosedRange<Int>, year: Int) -> Self? {
    guard let days = Self.months(months, of: year) else { return nil }
    let (first, last) = (months.lowerBound, months.upperBound)
    return CalendarStretch(
      .month(first, year: year), to: first == last ? nil : .month(last, year: year), days: days)
  }

  static func years(_ years: ClosedRange<Int>) -> Self? {
    guard let first = GregorianDay(year: years.lowerBound, month: 1, day: 1),
      let last = GregorianDay(year: years.upperBound, month: 12, day: 31)
    else { return nil }
    return CalendarStretch(
      .year(years.lowerBound), to: years.count == 1 ? nil : .year(years.upperBound),
      days: first...last)
  }

  /// The week that begins on a Monday.
  static func week(monday: GregorianDay) -> Self? {
    monday.adding(days: 6).map { .days(monday...$0) }
  }

  /// A day or month that no calendar has, as written.
  static func impossible(year: Int?, month: Int, day: Int?) -> Self {
    CalendarStretch(
      day.map { .day($0, month: month, year: year) } ?? .month(month, year: year), days: nil)
  }

  private static func months(
    _ months: ClosedRange<Int>, of year: Int
  ) -> ClosedRange<GregorianDay>? {
    guard let first = GregorianDay(year: year, month: months.lowerBound, day: 1),
      let last = GregorianDay(year: year, month: months.upperBound, day: 1)
    else { return nil }
    return first...last.lastOfMonth
  }
}

extension CalendarStretch {
  /// The same days of another year; the grain of the value stays.
  func shifted(years: Int) -> CalendarStretch? {
    guard let days, let first = days.lowerBound.adding(months: years * 12),
      let last = days.upperBound.adding(months: years * 12), first <= last
    else { return nil }
    return CalendarStretch(
      self.first.shifted(years: years), to: end?.shifted(years: years), days: first...last)
  }

  func shifted(months: Int) -> CalendarStretch? {
    guard let days, let first = days.lowerBound.adding(months: months),
      let last = days.upperBound.adding(months: months), first <= last
    else { return nil }
    if end == nil, !self.first.isYear, !self.first.isDay {
      return .month(first.month, year: first.year)
    }
    return first == last ? .day(first) : .days(first...last)
  }
}

extension GregorianDay {
  /// The same day of the month so many months later, or the last day of a shorter month.
  func adding(months: Int) -> GregorianDay? {
    let index = year * 12 + month - 1 + months
    guard index >= 12 else { return nil }
    let length = GregorianDay.daysInMonth(index % 12 + 1, year: index / 12)
    return GregorianDay(year: index / 12, month: index % 12 + 1, day: min(day, length))
  }

  var monday: GregorianDay? { adding(days: 1 - weekday) }

  /// Days between the two, whichever is earlier.
  func distance(to other: GregorianDay) -> Int { abs(days(until: other)) }
}
