import ChineseCalendar
import TongbaoText

/// Moments of local time in ISO 8601.
enum LocalMoment {
  private static let secondsPerDay = 86_400

  /// The moment so many seconds after the beginning of a day; 86400 is the next day.
  static func text(_ day: GregorianDay, seconds: Int = 0) -> String? {
    let days = floorDivide(seconds, secondsPerDay)
    guard let day = day.adding(days: days) else { return nil }
    var text = DigitText()
    text.append(day)
    text.append("T")
    text.append(clock: seconds - days * secondsPerDay)
    return text.string
  }

  /// `HH:mm:ss`; 24:00:00 stays.
  static func clock(_ seconds: Int) -> String {
    var text = DigitText()
    text.append(clock: seconds)
    return text.string
  }

  /// Whole days as a half-open interval.
  static func interval(_ days: ClosedRange<GregorianDay>) -> LocalInterval {
    LocalInterval(start: text(days.lowerBound), end: end(of: days))
  }

  /// The midnight with which the last day ends.
  static func end(of days: ClosedRange<GregorianDay>) -> String? {
    text(days.upperBound, seconds: secondsPerDay)
  }

  private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }
}
