import Numerals

/// How long an ISO 8601 duration of days or longer may be, in whole days.
struct DurationLength: Sendable, Hashable {
  /// Shortest and longest number of days; `nil` is open.
  var low: Int?
  var high: Int?

  /// Reads `P8D`, `P2W`, `P3M`, `P1Y` with or without an approximation mark; `nil` for clock time,
  /// fractions and mixtures.
  init?(value: String) {
    let mark = value.prefix { "~<>=".contains($0) }
    let body = value.dropFirst(mark.count)
    guard body.first == "P", let unit = body.last, let number = Int(body.dropFirst().dropLast()),
      number > 0, let days = Self.days(of: unit)
    else { return nil }
    let (least, overflows) = number.multipliedReportingOverflow(by: days.lowerBound)
    let (most, overflowsToo) = number.multipliedReportingOverflow(by: days.upperBound)
    guard !overflows, !overflowsToo else { return nil }
    (low, high) = (least, most)
    switch mark {
    case "": break
    case "~": (low, high) = (least - least / 5 - 1, most + most / 5 + 1)
    case ">", ">=": high = nil
    default: low = nil
    }
  }

  private static func days(of unit: Character) -> ClosedRange<Int>? {
    switch unit {
    case "D": 1...1
    case "W": 7...7
    case "M": 28...31
    case "Y": 365...366
    default: nil
    }
  }

  func contains(_ days: Int) -> Bool { days >= low ?? 0 && days <= high ?? .max }
}
