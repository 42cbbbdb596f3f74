import ChineseCalendar
import Testing

@testable import Extraction

@Suite("Stretches of the calendar")
struct CalendarStretchTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> GregorianDay {
    try #require(GregorianDay(year: year, month: month, day: day))
  }

  @Test("A value keeps the grain that was named")
  func grain() throws {
    #expect(CalendarStretch.day(try day(2024, 2, 18)).value == "2024-02-18")
    #expect(CalendarStretch.month(2, year: 2024)?.value == "2024-02")
    #expect(CalendarStretch.quarters(1...1, year: 2024)?.value == "2024-Q1")
    #expect(CalendarStretch.quarters(1...3, year: 2024)?.value == "2024-Q1/2024-Q3")
    #expect(CalendarStretch.half(2, year: 2024)?.value == "2024-H2")
    #expect(CalendarStretch.monthRange(1...6, year: 2024)?.value == "2024-01/2024-06")
    #expect(CalendarStretch.years(2021...2025)?.value == "2021/2025")
    #expect(CalendarStretch.impossible(year: 2024, month: 2, day: 30).value == "2024-02-30")
    #expect(CalendarStretch.unknownYear(month: 3, day: nil).value == "XXXX-03")
  }

  @Test("Shifting by years keeps the grain, and 29 February becomes the 28th")
  func years() throws {
    #expect(CalendarStretch.half(1, year: 2024)?.shifted(years: -1)?.value == "2023-H1")
    let days = CalendarStretch.days(try day(2024, 2, 10)...(try day(2024, 2, 29)))
    #expect(days.shifted(years: -1)?.value == "2023-02-10/2023-02-28")
  }

  @Test("Shifting by months keeps months and days")
  func months() throws {
    #expect(CalendarStretch.month(1, year: 2024)?.shifted(months: -1)?.value == "2023-12")
    let days = CalendarStretch.days(try day(2024, 3, 1)...(try day(2024, 3, 31)))
    #expect(days.shifted(months: -1)?.value == "2024-02-01/2024-02-29")
  }
}

@Suite("What stands between two readings")
struct GapTests {
  private func gap(_ text: String) -> Gap? {
    TextCues(units: Array(text.utf16)).gap(in: 0..<text.utf16.count)
  }

  @Test("Blanks and line ends do not count")
  func blanks() {
    #expect(gap(" ( 即\n") == "(即")
    #expect(gap(" \n")?.isEmpty == true)
    #expect(gap("")?.isEmpty == true)
  }

  @Test("Only a single character is one of a set of marks")
  func marks() {
    #expect(gap("、")?.is("、,") == true)
    #expect(gap("、,")?.is("、,") == false)
    #expect(gap("")?.is("、,") == false)
  }

  @Test("Many characters join nothing")
  func long() {
    #expect(gap("一二三四五六七八") != nil)
    #expect(gap("一二三四五六七八九") == nil)
  }
}
