import ChineseCalendar

/// Minutes between the two clock times of a value such as `T20/T22:30`,
/// `2024-03-05T14:00/2024-03-05T17:00` or `T20/T02`, which ends on the next day.
enum ClockSpan {
  static func minutes(ofPeriod value: String) -> Int? {
    let sides = value.split(separator: "/")
    guard sides.count == 2, let start = Side(sides[0]), let end = Side(sides[1]) else { return nil }
    let difference = end.minutes - start.minutes
    guard start.date == end.date || end.date.isEmpty || start.date.isEmpty else {
      guard let days = days(from: start.date, to: end.date), days > 0 else { return nil }
      return days * 24 * 60 + difference
    }
    return difference > 0 ? difference : difference + 24 * 60
  }

  private static func days(from first: Substring, to last: Substring) -> Int? {
    guard let start = DayInterval(value: String(first))?.day,
      let end = DayInterval(value: String(last))?.day
    else { return nil }
    return start.days(until: end)
  }

  /// Minutes of `PT3H`, `PT90M`, `PT1.5H`; `nil` for marks, days and mixtures.
  static func minutes(ofDuration value: String) -> Int? {
    guard value.hasPrefix("PT"), let unit = value.last else { return nil }
    let digits = value.dropFirst(2).dropLast()
    if digits.hasSuffix(".5"), unit == "H", let hours = Int(digits.dropLast(2)) {
      return hours < 1000 ? hours * 60 + 30 : nil
    }
    guard let number = Int(digits), number < 100_000 else { return nil }
    return unit == "H" ? number * 60 : unit == "M" ? number : nil
  }

  private struct Side {
    var date: Substring
    var minutes: Int

    init?(_ text: Substring) {
      let halves = text.split(separator: "T", omittingEmptySubsequences: false)
      guard halves.count == 2 else { return nil }
      let clock = halves[1].split(separator: ":").map { Int($0) }
      guard let hour = clock.first.flatMap({ $0 }) else { return nil }
      date = halves[0]
      minutes = hour * 60 + (clock.count > 1 ? clock[1] ?? 0 : 0)
    }
  }
}
