import Numerals

/// How long an ISO 8601 duration of days or longer may be, in whole days.
struct DurationLength: Sendable, Hashable {
  /// Shortest and longest number of days; `nil` is open.
  var low: Int?
  var high: Int?

  /// Reads `P8D`, `P2W`, `P3M`, `P1Y` with or without an approximation mark; `nil` for clock time,
  /// fractions and mixtures.
  init?(value: String) {
    guard let unit = value.utf8.last, let days = Self.days(of: unit) else { return nil }
    let bytes = value.utf8
    let body = bytes.drop { Self.isMark($0) }
    guard body.first == UInt8(ascii: "P"),
      let number = Int(Substring(body.dropFirst().dropLast())), number > 0
    else { return nil }
    let mark = Substring(bytes.prefix { Self.isMark($0) })
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

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="): true
    default: false
    }
  }

  private static func days(of unit: UInt8) -> ClosedRange<Int>? {
    switch unit {
    case UInt8(ascii: "D"): 1...1
    case UInt8(ascii: "W"): 7...7
    case UInt8(ascii: "M"): 28...31
    case UInt8(ascii: "Y"): 365...366
    default: nil
    }
  }

  func contains(_ days: Int) -> Bool { days >= low ?? 0 && days <= high ?? .max }
}
