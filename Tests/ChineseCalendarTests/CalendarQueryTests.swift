import Testing

@testable import ChineseCalendar

@Suite struct CalendarQueryTests {
  let holidays: StatutoryHolidays
  let festivals: FestivalTable

  init() throws {
    holidays = try RepositoryFile.holidays()
    festivals = try RepositoryFile.festivals()
  }

  private func answer(_ text: String) throws(CalendarQueryError) -> String {
    try CalendarQuery.answer(text, holidays: holidays, festivals: festivals)
  }

  @Test func `a day tells its names in both calendars`() throws {
    #expect(
      try answer("2024-02-18") == """
        Gregorian   2024-02-18
        weekday     星期日
        lunar       农历甲辰年正月初九 (2024-01-09)
        zodiac      龙
        workday     调休上班 (春节 2024-02-10/2024-02-17)
        """)
  }

  @Test func `a day tells term, festival and holiday`() throws {
    #expect(
      try answer(" 2024年4月4日 ") == """
        Gregorian   2024-04-04
        weekday     星期四
        lunar       农历甲辰年二月二十六 (2024-02-26)
        zodiac      龙
        solar term  清明
        festival    清明节
        holiday     清明节 2024-04-04/2024-04-06
        """)
  }

  @Test(arguments: [
    "农历2023-02*-15", "lunar:2023-02*-15", "2023-02*-15", "2023年闰二月十五", "阴历 2023年闰二月十五",
    "农历二〇二三年闰二月十五", "2023年清明", "2023-04-05",
  ])
  func `a day is found by any of its names`(text: String) throws {
    let answer = try answer(text)
    #expect(answer.hasPrefix("Gregorian   2023-04-05\n"))
    #expect(answer.contains("农历癸卯年闰二月十五 (2023-02*-15)"))
  }

  @Test func `a year lists terms, festivals and holidays`() throws {
    let lines = try answer("2024").split(separator: "\n")
    #expect(lines.first == "2024, from 2024-02-10 农历甲辰年 (龙年)")
    #expect(lines.contains("  2024-02-04  立春"))
    #expect(lines.contains("  2024-02-09  除夕"))
    #expect(
      lines.contains("  2024-02-10/2024-02-17  春节  调休上班 2024-02-04, 2024-02-18"))
    #expect(try answer("2050年").hasSuffix("the arrangement of 2050 is not in the table"))
  }

  @Test(arguments: ["1900-12-31", "2101", "0000", "农历2024-02*-01", "2024年腊月三十", "1850年春分"])
  func `what the tables do not have is an error with a remedy`(text: String) {
    let error = #expect(throws: CalendarQueryError.self) { try answer(text) }
    #expect(error?.description.isEmpty == false)
  }

  @Test(arguments: [
    "", "明天", "2024-02-30", "2024年2月30日", "农历", "农历2024", "2024年某节", "20240218",
    "正月初九", "2023年腊八节", "²⁰²⁴",
  ])
  func `a text that asks nothing is an error`(text: String) {
    #expect(throws: CalendarQueryError.self) { try answer(text) }
  }

  @Test func `the kinds of error differ`() {
    #expect(throws: CalendarQueryError.noSuchDay("2024-02-30")) { try answer("2024-02-30") }
    #expect(throws: CalendarQueryError.unreadable("明天")) { try answer("明天") }
    #expect(throws: CalendarQueryError.noFestival("腊八节", year: 2023)) { try answer("2023年腊八") }
  }
}
