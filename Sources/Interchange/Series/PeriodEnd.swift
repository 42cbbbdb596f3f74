/// When a period ends, read from a date value, to put figures on a time axis.
public struct PeriodEnd: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// The last day of `2024-02-18`, `2024-02`, `2024`, `2024-Q1`, `2024-H1`, of a day with a time,
  /// or of the closed side of a range (`2024-01/2024-09`, `../2024-02-18`); `nil` for what names
  /// no day.
  public init?(periodValue: String) {
    let sides = periodValue.split(separator: "/", omittingEmptySubsequences: false)
    guard let side = sides.last(where: { $0 != ".." }) else { return nil }
    let parts = side.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
    guard 1...3 ~= parts.count, parts[0].utf8.count == 4, let year = Int(parts[0]), year > 0 else {
      return nil
    }
    self.year = year
    guard parts.count > 1 else {
      (month, day) = (12, 31)
      return
    }
    guard let month = Self.lastMonth(parts[1]) else { return nil }
    let length = Self.dayCount(year, month)
    guard let day = parts.count > 2 ? Int(parts[2]) : length, 1...length ~= day else { return nil }
    (self.month, self.day) = (month, day)
  }

  /// Of `09`, `Q3` or `H1`.
  private static func lastMonth(_ text: Substring) -> Int? {
    let number = text.first.flatMap { "QH".contains($0) ? Int(text.dropFirst()) : Int(text) }
    let length = text.hasPrefix("Q") ? 3 : text.hasPrefix("H") ? 6 : 1
    guard let number, 1...12 / length ~= number else { return nil }
    return number * length
  }

  private static func dayCount(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1 March of year 0, so that the leap day ends a year.
  var ordinal: Int {
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 1
  }

  public static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }

  /// `2024-02-18`
  public var description: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// `02-18`
  var monthAndDay: String { String(description.dropFirst(5)) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
