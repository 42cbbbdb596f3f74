import ChineseCalendar

/// Finds the day of a festival by the value of its dictionary entry: a name of the festival
/// table, `MM-DD`, `lunar-MM-DD`, `islamic-MM-DD`, `easter±n` or `orthodox±n`.
struct FestivalDays {
  let festivals: FestivalTable

  /// The day in a Gregorian year, with its lunar name where the festival has one.
  func day(of name: String, year: Int) -> (day: GregorianDay, lunar: LunarDay?)? {
    if let festival = festivals.festival(named: name) {
      guard let day = festival.day(inYear: year) else { return nil }
      switch festival.rule {
      case .lunar, .lunarEve: return (day, try? LunarCalendar.lunarDay(of: day))
      case .gregorian, .term, .weekday: return (day, nil)
      }
    }
    return computedDay(of: name, year: year)
  }

  private func computedDay(
    of name: String, year: Int
  ) -> (day: GregorianDay, lunar: LunarDay?)? {
    let fields = name.split(separator: "-").compactMap { Int($0) }
    if name.hasPrefix("lunar-"), fields.count == 2 {
      // The end of a lunar year lies in the next Gregorian year.
      for lunarYear in [year, year - 1] {
        let lunar = LunarDay(year: lunarYear, month: fields[0], day: fields[1])
        if let day = try? LunarCalendar.gregorianDay(of: lunar), day.year == year {
          return (day, lunar)
        }
      }
      return nil
    }
    if name.hasPrefix("islamic-"), fields.count == 2 {
      return Self.islamicDay(month: fields[0], day: fields[1], inYear: year).map { ($0, nil) }
    }
    for (calendar, sunday) in [("easter", Self.easter), ("orthodox", Self.orthodoxEaster)]
    where name.hasPrefix(calendar) {
      guard let shift = Int(name.dropFirst(calendar.count)) else { return nil }
      return sunday(year)?.adding(days: shift).map { ($0, nil) }
    }
    guard fields.count == 2, name.count == 5 else { return nil }
    return GregorianDay(year: year, month: fields[0], day: fields[1]).map { ($0, nil) }
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
