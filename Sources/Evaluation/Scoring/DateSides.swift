/// The first and the last day that a date value covers.
struct DateSides: Hashable {
  /// `YYYY-MM-DD`, or the text itself where it is no plain date.
  var first: String
  var last: String

  var sides: [String] { [first, last] }

  init(_ value: String) {
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    first = Self.side(parts[0], isLast: false)
    last = Self.side(parts[parts.count - 1], isLast: true)
  }

  private static func side(_ text: Substring, isLast: Bool) -> String {
    let plain = text.drop { $0 == "~" }
    let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = number(parts[0], digits: 4) else { return String(text) }
    let months: ClosedRange<Int>
    switch parts.count {
    case 1: months = 1...12
    case 2:
      guard let range = monthRange(parts[1]) else {
        return week(parts[1], year: year, isLast: isLast) ?? String(text)
      }
      months = range
    default: return String(plain)
    }
    let month = isLast ? months.upperBound : months.lowerBound
    let day = isLast ? CivilDay.length(of: month, year: year) : 1
    return CivilDay.written(year, month, day)
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    text.count == digits && text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }

  /// The months of `05`, `Q2` or `H1`.
  private static func monthRange(_ text: Substring) -> ClosedRange<Int>? {
    if let month = number(text, digits: 2), 1...12 ~= month { return month...month }
    guard let place = number(text.dropFirst(), digits: 1) else { return nil }
    switch text.first {
    case "Q" where 1...4 ~= place: return (place * 3 - 2)...(place * 3)
    case "H" where 1...2 ~= place: return (place * 6 - 5)...(place * 6)
    default: return nil
    }
  }

  /// A day of ISO week `W07`, which begins on Monday; week 1 holds January 4.
  private static func week(_ text: Substring, year: Int, isLast: Bool) -> String? {
    guard text.first == "W", let week = number(text.dropFirst(), digits: 2), 1...53 ~= week else {
      return nil
    }
    let fourth = CivilDay.number(year, 1, 4)
    // Day 0, 1970-01-01, was a Thursday.
    let monday = fourth - ((fourth + 3) % 7 + 7) % 7
    let (y, m, d) = CivilDay.date(of: monday + 7 * (week - 1) + (isLast ? 6 : 0))
    return CivilDay.written(y, m, d)
  }

  /// The day number of a full date, with or without a time; `nil` for anything else.
  static func day(_ value: String?) -> Int? {
    let parts = (value ?? "").prefix { $0 != "T" }.split(separator: "-")
    guard parts.count == 3, let year = number(parts[0], digits: 4),
      let month = number(parts[1], digits: 2), 1...12 ~= month,
      let day = number(parts[2], digits: 2), 1...31 ~= day
    else { return nil }
    return CivilDay.number(year, month, day)
  }
}

/// Days of the Gregorian calendar by number, 1970-01-01 being 0.
///
/// The well-known arithmetic with years that begin in March, so that the leap day is the last.
enum CivilDay {
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func date(of number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  static func length(of month: Int, year: Int) -> Int {
    let next = month == 12 ? number(year + 1, 1, 1) : number(year, month + 1, 1)
    return next - number(year, month, 1)
  }

  static func written(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
