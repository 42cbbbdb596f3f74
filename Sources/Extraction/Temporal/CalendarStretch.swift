import ChineseCalendar

/// A stretch of whole days with its canonical value.
struct CalendarStretch: Sendable, Hashable {
  /// `2024-02-18`, `2024-02`, `2024-Q1`, or `a/b` with both ends included.
  var value: String
  /// `nil` for an impossible day (2月30日) and where the year is unknown.
  var days: ClosedRange<GregorianDay>?
  /// Lunar day or month behind the value.
  var lunar: String?
  var candidates: [String] = []

  /// What a range takes from it as its first or last side.
  var firstValue: Substring { value.prefix { $0 != "/" } }
  var lastValue: Substring {
    value.lastIndex(of: "/").map { value[value.index(after: $0)...] } ?? value[...]
  }

  /// Whether it is one single day.
  var day: GregorianDay? {
    guard let days, days.lowerBound == days.upperBound else { return nil }
    return days.lowerBound
  }
}

extension CalendarStretch {
  static func day(_ day: GregorianDay) -> Self {
    CalendarStretch(value: day.description, days: day...day)
  }

  /// Days of both ends; the value names both.
  static func days(_ days: ClosedRange<GregorianDay>) -> Self {
    CalendarStretch(value: "\(days.lowerBound)/\(days.upperBound)", days: days)
  }

  static func month(_ month: Int, year: Int) -> Self? {
    guard let first = GregorianDay(year: year, month: month, day: 1) else { return nil }
    return CalendarStretch(
      value: "\(fourDigits(year))-\(twoDigits(month))", days: first...first.lastOfMonth)
  }

  static func year(_ year: Int) -> Self? {
    months(1...12, of: year).map {
      CalendarStretch(value: fourDigits(year), days: $0)
    }
  }

  static func quarters(_ quarters: ClosedRange<Int>, year: Int) -> Self? {
    let (first, last) = (quarters.lowerBound, quarters.upperBound)
    guard let days = months((first * 3 - 2)...(last * 3), of: year) else { return nil }
    let name = fourDigits(year)
    let value = first == last ? "\(name)-Q\(first)" : "\(name)-Q\(first)/\(name)-Q\(last)"
    return CalendarStretch(value: value, days: days)
  }

  static func half(_ half: Int, year: Int) -> Self? {
    months((half * 6 - 5)...(half * 6), of: year).map {
      CalendarStretch(value: "\(fourDigits(year))-H\(half)", days: $0)
    }
  }

  /// Months with their grain kept: 2024-01/2024-06.
  static func monthRange(_ months: ClosedRange<Int>, year: Int) -> Self? {
    guard let days = Self.months(months, of: year) else { return nil }
    let name = fourDigits(year)
    let (first, last) = (twoDigits(months.lowerBound), twoDigits(months.upperBound))
    let value = first == last ? "\(name)-\(first)" : "\(name)-\(first)/\(name)-\(last)"
    return CalendarStretch(value: value, days: days)
  }

  static func years(_ years: ClosedRange<Int>) -> Self? {
    guard let first = GregorianDay(year: years.lowerBound, month: 1, day: 1),
      let last = GregorianDay(year: years.upperBound, month: 12, day: 31)
    else { return nil }
    return CalendarStretch(
      value: "\(fourDigits(years.lowerBound))/\(fourDigits(years.upperBound))", days: first...last)
  }

  /// The week that begins on a Monday.
  static func week(monday: GregorianDay) -> Self? {
    monday.adding(days: 6).map { .days(monday...$0) }
  }

  /// A day or month that no calendar has, as written.
  static func impossible(year: Int?, month: Int, day: Int?) -> Self {
    let name = year.map(fourDigits) ?? "XXXX"
    let tail = day.map { "-" + twoDigits($0) } ?? ""
    return CalendarStretch(value: "\(name)-\(twoDigits(month))\(tail)")
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
    let sides = value.split(separator: "/").map { side -> String in
      guard let year = Int(side.prefix(4)) else { return String(side) }
      let tail = side.dropFirst(4)
      // 29 February has no counterpart in a common year.
      if tail == "-02-29",
        let day = GregorianDay(year: year, month: 2, day: 29)?
          .adding(months: years * 12)
      {
        return day.description
      }
      return fourDigits(year + years) + tail
    }
    return CalendarStretch(value: sides.joined(separator: "/"), days: first...last)
  }

  func shifted(months: Int) -> CalendarStretch? {
    guard let days, let first = days.lowerBound.adding(months: months),
      let last = days.upperBound.adding(months: months), first <= last
    else { return nil }
    if value.utf8.count == 7 { return .month(first.month, year: first.year) }
    return first == last ? .day(first) : .days(first...last)
  }
}

/// A year with four digits.
func fourDigits(_ year: Int) -> String {
  let text = String(year)
  return String(repeating: "0", count: max(0, 4 - text.count)) + text
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
