import ChineseCalendar

/// The days that a canonical date value covers, both ends included; a side that is `nil` is open.
struct DayInterval: Sendable, Hashable {
  var first: GregorianDay?
  var last: GregorianDay?

  /// The one day that it is, if it is one.
  var day: GregorianDay? { first == last ? first : nil }

  /// How many days it has; `nil` where a side is open or the ends are exchanged.
  var count: Int? {
    guard let first, let last, first <= last else { return nil }
    return first.days(until: last) + 1
  }

  /// Reads a value of the guideline, such as `2024-02-18`, `2024-Q1`, `2024-02-09/2024-02-17`,
  /// `2024-02-18T19`, `2024-01-01/..`. `nil` for values that name no days (`T20`, `PAST_REF`,
  /// `XXXX-02-18`) and for days that do not exist.
  init?(value: String) {
    let plain = value.prefix { $0 != ";" }.drop { $0 == "~" }
    let sides = plain.split(separator: "/", maxSplits: 1).map(Self.side)
    guard let start = sides.first.flatMap({ $0 }), let end = sides.last.flatMap({ $0 }) else {
      return nil
    }
    first = start.first
    last = end.last
    if first == nil, last == nil { return nil }
  }

  private init(_ first: GregorianDay?, _ last: GregorianDay?) {
    self.first = first
    self.last = last
  }

  private static func side(_ text: Substring) -> DayInterval? {
    if text == ".." { return DayInterval(nil, nil) }
    let date = text.prefix { $0 != "T" }
    if let day = GregorianDay(iso: date) { return DayInterval(day, day) }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard let name = parts.first, name.count == 4, let year = Int(name) else { return nil }
    switch parts.count {
    case 1: return months(1...12, of: year)
    case 2: return part(parts[1], of: year)
    default: return nil
    }
  }

  private static func part(_ name: Substring, of year: Int) -> DayInterval? {
    if name.count == 2, let month = Int(name), (1...12).contains(month) {
      return months(month...month, of: year)
    }
    guard let number = Int(name.dropFirst()), number > 0 else { return nil }
    switch name.first {
    case "Q" where number <= 4: return months(number * 3 - 2...number * 3, of: year)
    case "H" where number <= 2: return months(number * 6 - 5...number * 6, of: year)
    case "W":
      guard let monday = GregorianDay.monday(ofISOWeek: number, year: year) else { return nil }
      return DayInterval(monday, monday.adding(days: 6))
    default: return nil
    }
  }

  private static func months(_ months: ClosedRange<Int>, of year: Int) -> DayInterval? {
    guard let first = GregorianDay(year: year, month: months.lowerBound, day: 1),
      let last = GregorianDay(year: year, month: months.upperBound, day: 1)
    else { return nil }
    return DayInterval(first, last.lastOfMonth)
  }
}
