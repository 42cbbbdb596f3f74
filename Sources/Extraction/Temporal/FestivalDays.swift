import ChineseCalendar

/// How the day of a festival follows from the year.
enum FestivalDays {
  /// A festival of the table.
  case listed(Festival.Rule)
  case gregorian(month: Int, day: Int)
  case lunar(month: Int, day: Int)
  case islamic(month: Int, day: Int)
  /// Days after Easter Sunday of the Western churches, or of the Eastern ones.
  case afterEaster(Int)
  case afterOrthodoxEaster(Int)

  /// Reads the value of a dictionary entry: a name of the festival table, `MM-DD`, `lunar-MM-DD`,
  /// `islamic-MM-DD`, `easter±n` or `orthodox±n`.
  init?(of value: String, in festivals: FestivalTable) {
    if let festival = festivals.festival(named: value) {
      self = .listed(festival.rule)
    } else if let (month, day) = Self.monthAndDay(of: value, behind: "lunar-") {
      self = .lunar(month: month, day: day)
    } else if let (month, day) = Self.monthAndDay(of: value, behind: "islamic-") {
      self = .islamic(month: month, day: day)
    } else if value.hasPrefix("easter"), let shift = Int(value.dropFirst(6)) {
      self = .afterEaster(shift)
    } else if value.hasPrefix("orthodox"), let shift = Int(value.dropFirst(8)) {
      self = .afterOrthodoxEaster(shift)
    } else if let (month, day) = Self.monthAndDay(of: value, behind: ""), value.utf8.count == 5 {
      self = .gregorian(month: month, day: day)
    } else {
      return nil
    }
  }

  private static func monthAndDay(
    of value: String, behind prefix: String
  ) -> (month: Int, day: Int)? {
    guard value.hasPrefix(prefix) else { return nil }
    let fields = value.dropFirst(prefix.count).split(separator: "-")
    guard fields.count == 2, let month = Int(fields[0]), let day = Int(fields[1]) else {
      return nil
    }
    return (month, day)
  }

  /// The day in a Gregorian year.
  func day(inYear year: Int) -> GregorianDay? {
    switch self {
    case .listed(let rule): return rule.day(inYear: year)
    case .gregorian(let month, let day): return GregorianDay(year: year, month: month, day: day)
    case .lunar(let month, let day): return Self.lunarDay(month: month, day: day, inYear: year)
    case .islamic(let month, let day):
      return Self.islamicDay(month: month, day: day, inYear: year)
    case .afterEaster(let shift): return Self.easter(year)?.adding(days: shift)
    case .afterOrthodoxEaster(let shift): return Self.orthodoxEaster(year)?.adding(days: shift)
    }
  }

  /// The lunar name of one of its days, where the festival has one.
  func lunarName(of day: GregorianDay) -> LunarDay? {
    switch self {
    case .listed(.lunar), .listed(.lunarEve), .lunar: try? LunarCalendar.lunarDay(of: day)
    case .listed, .gregorian, .islamic, .afterEaster, .afterOrthodoxEaster: nil
    }
  }

  private static func lunarDay(month: Int, day: Int, inYear year: Int) -> GregorianDay? {
    // The end of a lunar year lies in the next Gregorian year.
    for lunarYear in [year, year - 1] {
      let lunar = LunarDay(year: lunarYear, month: month, day: day)
      if let day = try? LunarCalendar.gregorianDay(of: lunar), day.year == year { return day }
    }
    return nil
  }

  /// A day of the tabular Islamic calendar, whose leap years follow a cycle of thirty. Where the
  /// new moon is watched for, the feast may come a day earlier or later.
  static func islamicDay(month: Int, day: Int, inYear year: Int) -> GregorianDay? {
    // Islamic years are eleven days shorter; one or two begin in each Gregorian year.
    let first = (year - 622) * 33 / 32
    return (first - 1...first + 2).lazy.compactMap { islamicYear in
      let days = day + (59 * (month - 1) + 1) / 2 + (islamicYear - 1) * 354
      let leapDays = (3 + 11 * islamicYear) / 30
      return GregorianDay(dayNumber: dayBeforeIslamicEra + days + leapDays)
    }.first { $0.year == year }
  }

  /// 15 July 622 of the Julian calendar, the day before the era, in days since 1970-01-01.
  private static let dayBeforeIslamicEra = -492_149

  /// Easter Sunday of the Western churches, by the Gregorian computus (Oudin).
  static func easter(_ year: Int) -> GregorianDay? {
    let golden = year % 19
    let century = year / 100
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
    let moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let shift = moon - weekday
    let month = 3 + (shift + 40) / 44
    return GregorianDay(year: year, month: month, day: shift + 28 - 31 * (month / 4))
  }

  /// Easter Sunday of the Eastern churches: the Julian computus (Meeus), given in the Gregorian calendar.
  static func orthodoxEaster(_ year: Int) -> GregorianDay? {
    let moon = (19 * (year % 19) + 15) % 30
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    let (month, day) = ((moon + sunday + 114) / 31, (moon + sunday + 114) % 31 + 1)
    let calendarGap = year / 100 - year / 400 - 2
    return GregorianDay(year: year, month: month, day: day)?.adding(days: calendarGap)
  }
}
