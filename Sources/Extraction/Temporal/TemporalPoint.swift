/// One side of a temporal expression, as far as the text names it. Everything is optional; what
/// is missing comes from the document.
public struct TemporalPoint: Sendable, Hashable {
  public enum Year: Sendable, Hashable {
    case number(Int)
    /// 98年
    case twoDigits(Int)
    /// 今年, 去年: from the reference date.
    case relative(Int)
    /// 当年, 次年: from the year just named.
    case anaphoric(Int)
    /// 全年, 上年: from the year that the document is about.
    case topic(Int)
  }

  /// A month or a day.
  public enum MonthOrDay: Sendable, Hashable {
    case number(Int)
    /// 上月, 昨天: from the reference date.
    case relative(Int)
    /// 当月, 次日: from the month or day just named.
    case anaphoric(Int)
  }

  public typealias Month = MonthOrDay
  public typealias Day = MonthOrDay

  public struct Lunar: Sendable, Hashable {
    public var month: Int?
    public var day: Int?
    public var isLeap = false
  }

  public enum Week: Sendable, Hashable {
    case relative(Int)
    case weekend(Int)
    /// Monday to Wednesday, and the days from Thursday on.
    case firstHalf(Int)
    case secondHalf(Int)
    /// 前一周: from the week just named.
    case anaphoric(Int)
    /// Within the year or month that the point names.
    case numbered(Int)
  }

  public enum Edge: String, Sendable, Hashable { case start, end }

  public enum CountedUnit: String, Sendable, Hashable, CaseIterable {
    case day = "D", week = "W", month = "M", quarter = "Q"
  }

  /// A part of a year or month.
  public enum Section: Sendable, Hashable {
    case quarter(Int)
    case relativeQuarter(Int)
    case half(Int)
    /// 上个半年: whole half-years from the present one.
    case relativeHalf(Int)
    case firstQuarters(Int)
    case firstMonths(Int)
    case third(Int)
    case halfMonth(Int)
    case dayOfYear(Int)
    /// 第二个星期日; -1 is the last one.
    case nthWeekday(Int)
    /// 前三天, 最后两个月.
    case counted(Int, CountedUnit, fromEnd: Bool)
    case season(firstMonth: Int)
  }

  @PackedPart public var year: Year?
  @PackedPart public var month: Month?
  @PackedPart public var day: Day?
  @PackedPart public var lunar: Lunar?
  public var festival: String?
  /// Index of a solar term, 1 to 24.
  @PackedPart public var term: Int?
  /// Monday is 1.
  @PackedPart public var weekday: Int?
  @PackedPart public var week: Week?
  @PackedPart public var section: Section?
  public var edge: Edge?
  public var clock: ClockReading?

  public init() {}

  public var isEmpty: Bool { !hasDate && clock == nil }

  /// Whether it says anything about the day.
  public var hasDate: Bool { year != nil || namesMoreThanYear }

  var namesYearOnly: Bool { year != nil && !namesMoreThanYear && clock == nil }

  private var namesMoreThanYear: Bool {
    month != nil || day != nil || lunar != nil || festival != nil || term != nil || weekday != nil
      || week != nil || section != nil || edge != nil
  }
}

/// A clock time as written, not yet brought to 24 hours, or a part of the day.
public struct ClockReading: Sendable, Hashable {
  /// As written: 3 in 下午3时.
  @PackedPart public var hour: Int?
  @PackedPart public var minute: Int?
  @PackedPart public var second: Int?
  public var part: DayPart?
  public var isApproximate = false

  public init(
    hour: Int? = nil, minute: Int? = nil, second: Int? = nil, part: DayPart? = nil
  ) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.part = part
  }
}

/// The parts of the day that texts name, with the hours they stand for.
public enum DayPart: String, Sendable, Hashable {
  case dawn, morning, forenoon, noon, afternoon, evening, night, midnight, daytime

  /// The two letters of the value: 2024-02-09TNI.
  public var code: String {
    switch self {
    case .dawn, .morning, .forenoon: "MO"
    case .noon: "MI"
    case .afternoon: "AF"
    case .evening: "EV"
    case .night, .midnight: "NI"
    case .daytime: "DT"
    }
  }

  /// Hours from midnight; a convention, as no standard fixes them.
  public var hours: Range<Int> {
    switch self {
    case .dawn: 0..<6
    case .morning: 6..<12
    case .forenoon: 8..<12
    case .noon: 11..<13
    case .afternoon: 12..<18
    case .evening: 18..<24
    case .night: 20..<24
    case .midnight: 23..<24
    case .daytime: 6..<18
    }
  }

  /// The hour of the 24-hour clock that an hour named together with this part means.
  public func hour24(_ hour: Int) -> Int {
    guard hour <= 12 else { return hour }
    switch self {
    case .dawn, .morning, .forenoon, .daytime: return hour == 12 && self == .dawn ? 0 : hour
    case .noon: return hour < 10 ? hour + 12 : hour
    case .afternoon: return hour < 12 ? hour + 12 : hour
    case .evening: return hour >= 4 ? hour + 12 : hour
    case .night, .midnight: return hour >= 6 ? hour + 12 : hour
    }
  }
}
