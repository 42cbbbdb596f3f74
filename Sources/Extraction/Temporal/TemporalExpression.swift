/// What a temporal match says, before the document decides which days it means.
public struct TemporalExpression: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    /// One stretch of the calendar, one clock time, or both.
    case point(TemporalPoint)
    /// From one to the other, both included.
    case range(TemporalPoint, TemporalPoint)
    /// A festival's statutory holiday; the second festival shares or ends it.
    case holiday(TemporalPoint, TemporalPoint?)
    /// 同期: the governing period, moved into the year or month that the point names.
    case samePeriod(TemporalPoint)
    case duration(DurationValue)
    case recurrence(RecurrenceValue)
    /// 三天前: a distance from the reference date.
    case offset(TemporalOffset)
    /// 近三个月: a stretch that ends or begins at the reference date.
    case window(TemporalOffset, wholeUnits: Bool)
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`: no place in the calendar.
    case moment(String)
    /// A fixed stretch of years: a plan, a decade, a century.
    case years(YearSpan)
  }

  public var content: Content
  public var bound: TemporalBound?
  public var isApproximate: Bool

  public init(_ content: Content, bound: TemporalBound? = nil, isApproximate: Bool = false) {
    self.content = content
    self.bound = bound
    self.isApproximate = isApproximate
  }
}

/// What a word behind a date makes of it.
public enum TemporalBound: String, Sendable, Hashable {
  /// 以来, 至今: up to the reference date.
  case since
  /// 之前: everything earlier. 之后: everything later.
  case before, after
  /// 及以前, 及以后: the date itself included.
  case through, from
}

/// A distance in time.
public struct TemporalOffset: Sendable, Hashable {
  public enum Unit: String, Sendable, Hashable {
    case year = "Y", quarter = "Q", month = "M", week = "W", day = "D"
    case hour = "TH", quarterHour = "TQ", minute = "TM", second = "TS"
  }

  /// Whole units, negative before the reference.
  public var count: Int
  /// Half a unit more: 两年半前.
  public var addsHalf: Bool
  public var unit: Unit

  /// -1 before the reference date, +1 after it.
  public var direction: Int
}

/// Whole years, both included, or years counted from the century of the reference date.
public enum YearSpan: Sendable, Hashable {
  case absolute(ClosedRange<Int>)
  /// 至 the reference date: “十四五”以来.
  case since(Int)
  /// 本世纪, 上世纪90年代: shifts by centuries; `years` counts from the century's first year 0.
  case century(shift: Int, years: ClosedRange<Int>)
}
