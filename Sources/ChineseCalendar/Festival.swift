/// A festival or commemorative day that comes back every year.
public struct Festival: Hashable, Sendable {
  /// How the day is found in a year.
  public enum Rule: Hashable, Sendable {
    /// A fixed day of the Gregorian year.
    case gregorian(month: Int, day: Int)
    /// A fixed day of the lunar year, never in a leap month.
    case lunar(month: Int, day: Int)
    /// The last day of the lunar year, be it 十二月二十九 or 三十.
    case lunarEve
    /// The day on which a solar term begins.
    case term(SolarTerm)
    /// The first, second … or last (-1) weekday (Monday = 1) of a Gregorian month.
    case weekday(Int, ordinal: Int, month: Int)
  }

  public let name: String
  public let aliases: [String]
  public let rule: Rule

  public init(name: String, aliases: [String] = [], rule: Rule) {
    self.name = name
    self.aliases = aliases
    self.rule = rule
  }
}

extension Festival {
  /// The day of the festival in a Gregorian year; nil when the year has none or, for lunar and
  /// solar-term festivals, is not one of 1901...2100.
  ///
  /// The year always is the Gregorian year in which the day falls, so 春节 2024 is 2024-02-10 and
  /// 除夕 2024 the day before it, 2024-02-09, though it closes lunar 2023. The same holds for 小年
  /// (always in January or February) and for 腊八节, which moves between late December and January:
  /// a Gregorian year may have two (2022-01-10 and 2022-12-30: the first one is given) or none
  /// (2023). ``days(inYear:)`` gives all.
  public func day(inYear year: Int) -> GregorianDay? { rule.day(inYear: year) }

  /// All days of the festival in a Gregorian year in order: one, rarely none or two.
  public func days(inYear year: Int) -> [GregorianDay] {
    switch rule {
    case .lunar, .lunarEve:
      let (first, second) = rule.lunarDays(inYear: year)
      return [first, second].compactMap { $0 }
    case .gregorian, .term, .weekday:
      return [rule.day(inYear: year)].compactMap { $0 }
    }
  }

  /// The lunar name of ``day(inYear:)``; nil outside the years of the lunar tables.
  public func lunarDay(inYear year: Int) -> LunarDay? {
    day(inYear: year).flatMap { try? LunarCalendar.lunarDay(of: $0) }
  }

  /// The day of a lunar festival in a lunar year; nil for the other kinds.
  public func day(inLunarYear year: Int) -> GregorianDay? { rule.day(inLunarYear: year) }
}

extension Festival.Rule {
  /// See ``Festival/day(inYear:)``.
  public func day(inYear year: Int) -> GregorianDay? {
    switch self {
    case .gregorian(let month, let day):
      return GregorianDay(year: year, month: month, day: day)
    case .weekday(let weekday, let ordinal, let month):
      return GregorianDay.weekday(weekday, ordinal: ordinal, month: month, year: year)
    case .term(let term):
      return try? SolarTerms.day(of: term, year: year)
    case .lunar, .lunarEve:
      let (first, second) = lunarDays(inYear: year)
      return first ?? second
    }
  }

  /// The days in a Gregorian year of a lunar festival. The end of a lunar year lies in the next
  /// Gregorian year, so that either lunar year can give one.
  func lunarDays(inYear year: Int) -> (GregorianDay?, GregorianDay?) {
    guard LunarCalendar.gregorianYears.contains(year) else { return (nil, nil) }
    let (before, within) = (day(inLunarYear: year - 1), day(inLunarYear: year))
    return (before?.year == year ? before : nil, within?.year == year ? within : nil)
  }

  /// The day of a lunar festival in a lunar year; nil for the other kinds.
  func day(inLunarYear year: Int) -> GregorianDay? {
    switch self {
    case .lunar(let month, let day):
      return try? LunarCalendar.gregorianDay(of: LunarDay(year: year, month: month, day: day))
    case .lunarEve:
      guard let last = try? LunarCalendar.lastDay(ofMonth: 12, year: year) else { return nil }
      return try? LunarCalendar.gregorianDay(of: LunarDay(year: year, month: 12, day: last))
    case .gregorian, .term, .weekday:
      return nil
    }
  }
}
