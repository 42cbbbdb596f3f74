/// A day, month or year that the calendar does not have or that its tables do not cover.
///
/// The numbers are kept apart from the message so that a caller can correct its input or word
/// the complaint itself.
public struct CalendarError: Error, Hashable, Sendable {
  /// What was out of range.
  public enum Field: String, Hashable, Sendable {
    case gregorianYear = "Gregorian year"
    case lunarYear = "lunar year"
    case lunarMonth = "lunar month"
    case leapMonth = "leap month"
    case lunarDay = "day of the lunar month"
  }

  public let field: Field
  public let value: Int
  /// The smallest value that would have been accepted; see `maximum` for leap months.
  public let minimum: Int
  /// The largest value that would have been accepted. For `.leapMonth` both bounds are the
  /// leap month of the year, or 0 when it has none.
  public let maximum: Int
  /// What to do about it, one sentence.
  public let remedy: String

  public init(field: Field, value: Int, minimum: Int, maximum: Int, remedy: String) {
    self.field = field
    self.value = value
    self.minimum = minimum
    self.maximum = maximum
    self.remedy = remedy
  }
}

extension CalendarError: CustomStringConvertible {
  public var description: String {
    if field == .leapMonth {
      let fact = maximum == 0 ? "the year has no leap month" : "the leap month is \(maximum)"
      return "leap month \(value) does not exist: \(fact). \(remedy)"
    }
    return "\(field.rawValue) \(value) is outside \(minimum)...\(maximum). \(remedy)"
  }
}

extension CalendarError {
  /// The error for a Gregorian year that the lunar and solar-term tables do not reach.
  static func uncovered(gregorianYear year: Int) -> CalendarError {
    let covered = LunarCalendar.gregorianYears
    return CalendarError(
      field: .gregorianYear, value: year, minimum: covered.lowerBound, maximum: covered.upperBound,
      remedy: "The tables cover 1901-01-01 to 2100-12-31; give a day in that span.")
  }
}
