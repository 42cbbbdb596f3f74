import Testing

@testable import ChineseCalendar

@Suite struct GregorianDayTests {
  // The calendar repeats after 400 years: one cycle at either end, two around the present.
  @Test(arguments: [1...401, 1600...2401, 9599...9999])
  func `every day follows the day before`(years: ClosedRange<Int>) throws {
    let first = GregorianDay(known: years.lowerBound, 1, 1)
    let last = GregorianDay(known: years.upperBound, 12, 31)
    var (year, month, dayOfMonth, weekday) = (first.year, 1, 1, first.weekday)
    for number in first.dayNumber...last.dayNumber {
      let day = try #require(GregorianDay(dayNumber: number))
      guard (day.year, day.month, day.day, day.weekday) == (year, month, dayOfMonth, weekday),
        day.dayNumber == number
      else {
        Issue.record("\(day) where \(year)-\(month)-\(dayOfMonth) is due")
        return
      }
      weekday = weekday % 7 + 1
      dayOfMonth += 1
      if dayOfMonth > GregorianDay.daysInMonth(month, year: year) {
        (month, dayOfMonth) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(year == last.year + 1)
  }

  @Test func `years 1 to 9999 have 3,652,059 days`() {
    #expect(day("0001-01-01").days(until: day("9999-12-31")) == 3_652_058)
    #expect(day("0001-01-01").weekday == 1)
  }

  @Test func `the epoch is day 0 and a Thursday`() {
    #expect(day("1970-01-01").dayNumber == 0)
    #expect(day("1970-01-01").weekday == 4)
    #expect(day("2024-02-18").weekday == 7)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31",
    "0000-01-01", "2024-2-18", "2024-02-18 ", "２０２４-02-18", "", "20240218", "+024-02-18",
  ])
  func `a text that names no day is refused`(text: String) {
    #expect(GregorianDay(iso: text) == nil)
  }

  @Test func `leap days exist by the Gregorian rule`() {
    #expect(GregorianDay(iso: "2000-02-29")?.description == "2000-02-29")
    #expect(GregorianDay(year: 2024, month: 2, day: 29)?.adding(days: 1) == day("2024-03-01"))
    #expect(GregorianDay.daysInMonth(13, year: 2024) == 0)
  }

  @Test func `arithmetic beyond the supported years gives nil instead of overflowing`() {
    #expect(day("9999-12-31").adding(days: 1) == nil)
    #expect(day("0001-01-01").adding(days: -1) == nil)
    #expect(day("2024-01-01").adding(days: .max) == nil)
    #expect(day("1969-01-01").adding(days: .min) == nil)
    #expect(GregorianDay(year: .max, month: .min, day: .max) == nil)
  }

  @Test func `days until another day are signed`() {
    #expect(day("2024-02-10").days(until: day("2024-02-17")) == 7)
    #expect(day("2024-03-01").days(until: day("2024-02-28")) == -2)
    #expect(day("2023-12-31") < day("2024-01-01"))
  }

  @Test(arguments: [
    ("2026-01-01", 2026, 1), ("2021-01-03", 2020, 53), ("2024-12-30", 2025, 1),
    ("2023-01-01", 2022, 52), ("9999-12-31", 9999, 52), ("0001-01-01", 1, 1),
  ])
  func `a day knows its ISO week`(iso: String, year: Int, week: Int) {
    #expect(day(iso).isoWeek == (year, week))
    let monday = day(iso).adding(days: 1 - day(iso).weekday)
    #expect(GregorianDay.monday(ofISOWeek: week, year: year) == monday)
  }

  @Test func `a year without week 53 has no Monday for it`() {
    #expect(GregorianDay.monday(ofISOWeek: 53, year: 2020) == day("2020-12-28"))
    #expect(GregorianDay.monday(ofISOWeek: 53, year: 2024) == nil)
    #expect(GregorianDay.monday(ofISOWeek: 0, year: 2024) == nil)
  }

  @Test func `weekdays of a month count from either end`() {
    #expect(GregorianDay.weekday(7, ordinal: 2, month: 5, year: 2024) == day("2024-05-12"))
    #expect(GregorianDay.weekday(1, ordinal: -1, month: 3, year: 2024) == day("2024-03-25"))
    #expect(GregorianDay.weekday(7, ordinal: -1, month: 3, year: 2024) == day("2024-03-31"))
    #expect(GregorianDay.weekday(7, ordinal: -2, month: 3, year: 2024) == day("2024-03-24"))
    #expect(GregorianDay.weekday(1, ordinal: 5, month: 2, year: 2024) == nil)
    #expect(GregorianDay.weekday(8, ordinal: 1, month: 2, year: 2024) == nil)
  }

  @Test func `ROC years count from 1912`() {
    #expect(ROCYear.gregorian(113) == 2024)
    #expect(ROCYear.gregorian(1) == 1912)
    #expect(ROCYear.gregorian(0) == nil)
    #expect(ROCYear.gregorian(.max) == nil)
    #expect(ROCYear.year(ofGregorian: 2024) == 113)
    #expect(ROCYear.year(ofGregorian: 1911) == nil)
  }
}
