/// Why a calendar question has no answer.
public enum CalendarQueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text has none of the accepted forms.
  case unreadable(String)
  /// The text has the form of a day, but no month has that day.
  case noSuchDay(String)
  /// The named year has no day of that festival, or it is not covered.
  case noFestival(String, year: Int)
  /// The calendar does not have or does not cover what is asked for.
  case outOfRange(CalendarError)

  public var description: String {
    switch self {
    case .unreadable(let text):
      "'\(text)' is no calendar question. Give a day (2024-02-18, 2024年2月18日), a lunar day "
        + "(农历2023-02*-15, lunar:2023-02*-15, 2023年闰二月十五), a festival (2024年中秋节) or a "
        + "year (2024)."
    case .noSuchDay(let text):
      "'\(text)' is no day of the calendar. Correct the month or the day."
    case .noFestival(let name, let year):
      "\(name) has no day in \(year). Lunar festivals are known for 1901 to 2100; 腊八节 skips "
        + "some years."
    case .outOfRange(let error): error.description
    }
  }
}

/// Answers the questions of the command `calendar`: a pure function from text to text.
public enum CalendarQuery {
  /// Tells what is known about a day, a lunar day, a festival of a year, or a year.
  ///
  /// A day gives one line each for its Gregorian and lunar names, weekday, zodiac, and, where they
  /// apply, solar term, festivals, statutory holiday and make-up work. A year gives its solar
  /// terms, festivals and statutory holidays. Labels are English, names Chinese; the last line
  /// has no line feed.
  ///
  /// - Throws: `CalendarQueryError`, whose description tells the accepted forms and spans.
  public static func answer(
    _ text: String, holidays: StatutoryHolidays, festivals: FestivalTable
  ) throws(CalendarQueryError) -> String {
    let question = try CalendarQuestion(text, festivals: festivals)
    do {
      switch question {
      case .day(let day):
        return try describe(day, holidays: holidays, festivals: festivals)
      case .lunarDay(let lunar):
        let day = try LunarCalendar.gregorianDay(of: lunar)
        return try describe(day, holidays: holidays, festivals: festivals)
      case .year(let year):
        return try describe(year: year, holidays: holidays, festivals: festivals)
      }
    } catch {
      throw .outOfRange(error)
    }
  }

  private static func describe(
    _ day: GregorianDay, holidays: StatutoryHolidays, festivals: FestivalTable
  ) throws(CalendarError) -> String {
    let lunar = try LunarCalendar.lunarDay(of: day)
    var facts = [
      ("Gregorian", day.description),
      ("weekday", weekdayName(of: day)),
      ("lunar", "农历\(lunar.chineseName) (\(lunar))"),
      ("zodiac", SexagenaryYear(lunarYear: lunar.year).zodiac),
    ]
    if let term = SolarTerms.term(on: day) { facts.append(("solar term", term.chineseName)) }
    for festival in festivals.festivals(on: day) { facts.append(("festival", festival.name)) }
    for holiday in holidays.holidays(on: day) {
      facts.append(("holiday", "\(holiday.name) \(interval(holiday.days))"))
    }
    for holiday in holidays.holidays(workedOn: day) {
      facts.append(("workday", "调休上班 (\(holiday.name) \(interval(holiday.days)))"))
    }
    return facts.map { label, fact in column(label, width: 12) + fact }.joined(separator: "\n")
  }

  private static func describe(
    year: Int, holidays: StatutoryHolidays, festivals: FestivalTable
  ) throws(CalendarError) -> String {
    let terms = try SolarTerms.terms(in: year)
    let newYear = try LunarCalendar.gregorianDay(of: LunarDay(year: year, month: 1, day: 1))
    let lunarYear = SexagenaryYear(lunarYear: year)
    var lines = ["\(year), from \(newYear) 农历\(lunarYear.name)年 (\(lunarYear.zodiac)年)"]

    lines.append("solar terms")
    lines += terms.map { "  \($0.day)  \($0.term.chineseName)" }

    lines.append("festivals")
    let days = festivals.festivals.flatMap { festival in
      festival.days(inYear: year).map { (day: $0, name: festival.name) }
    }
    // Swift's sort is stable: festivals of one day keep the order of the table.
    lines += days.sorted { $0.day < $1.day }.map { "  \($0.day)  \($0.name)" }

    lines.append("statutory holidays")
    let arranged = holidays.holidays(in: year)
    lines += arranged.map(line(for:))
    if arranged.isEmpty { lines.append("  the arrangement of \(year) is not in the table") }
    return lines.joined(separator: "\n")
  }

  private static func line(for holiday: StatutoryHoliday) -> String {
    var line = "  \(interval(holiday.days))  \(holiday.name)"
    if !holiday.workdays.isEmpty {
      line += "  调休上班 " + holiday.workdays.map(\.description).joined(separator: ", ")
    }
    return line
  }

  private static func interval(_ days: ClosedRange<GregorianDay>) -> String {
    "\(days.lowerBound)/\(days.upperBound)"
  }

  private static func weekdayName(of day: GregorianDay) -> String {
    "星期" + ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1]
  }

  private static func column(_ text: String, width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
