import Testing

@testable import ChineseCalendar

@Suite struct StatutoryHolidaysTests {
  let holidays: StatutoryHolidays

  init() throws { holidays = try RepositoryFile.holidays() }

  @Test(arguments: [
    ("春节", 2024, "2024-02-10", "2024-02-17"), ("春节", 2023, "2023-01-21", "2023-01-27"),
    ("春节", 2022, "2022-01-31", "2022-02-06"), ("春节", 2020, "2020-01-24", "2020-02-02"),
    ("春节", 2025, "2025-01-28", "2025-02-04"), ("端午节", 2022, "2022-06-03", "2022-06-05"),
    ("清明节", 2024, "2024-04-04", "2024-04-06"), ("清明节", 2023, "2023-04-05", "2023-04-05"),
    ("国庆节", 2019, "2019-10-01", "2019-10-07"), ("国庆节", 2024, "2024-10-01", "2024-10-07"),
    ("国庆节", 2025, "2025-10-01", "2025-10-08"), ("中秋节", 2025, "2025-10-01", "2025-10-08"),
    ("国庆节", 2023, "2023-09-29", "2023-10-06"), ("中秋节", 2020, "2020-10-01", "2020-10-08"),
    ("劳动节", 2024, "2024-05-01", "2024-05-05"), ("劳动节", 2019, "2019-05-01", "2019-05-04"),
    ("元旦", 2024, "2023-12-30", "2024-01-01"), ("端午节", 2024, "2024-06-08", "2024-06-10"),
    ("春节", 2026, "2026-02-15", "2026-02-23"),
  ])
  func `a holiday has the days of the notice`(name: String, year: Int, first: String, last: String)
  {
    #expect(holidays.interval(of: name, year: year) == day(first)...day(last))
  }

  @Test func `a holiday contains its festival and never a day worked in exchange`() throws {
    let festivals = try RepositoryFile.festivals()
    for holiday in holidays.all {
      let festival = try #require(festivals.festival(named: holiday.name))
      let day = try #require(festival.day(inYear: holiday.year))
      #expect(holiday.days.contains(day), "\(holiday.name) \(holiday.year)")
      for workday in holiday.workdays {
        #expect(workday.weekday >= 6, "\(workday) is no weekend")
        #expect(holidays.holidays(on: workday).isEmpty, "\(workday) is off")
      }
    }
  }

  @Test func `a holiday takes in every adjoining weekend day that is not worked`() throws {
    for holiday in holidays.all where holiday.year >= 2008 {
      for (end, step) in [(holiday.days.lowerBound, -1), (holiday.days.upperBound, 1)] {
        let neighbour = try #require(end.adding(days: step))
        #expect(
          neighbour.weekday <= 5 || !holidays.holidays(workedOn: neighbour).isEmpty,
          "\(holiday.name) \(holiday.year) stops before \(neighbour)")
      }
    }
  }

  @Test func `every year since 2008 has the seven holidays`() {
    let seven: Set = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"]
    for year in 2008...2026 {
      #expect(seven.isSubset(of: Set(holidays.holidays(in: year).map(\.name))), "\(year)")
    }
    #expect(holidays.holidays(in: 2027).isEmpty)
    #expect(holidays.interval(of: "春节", year: 2027) == nil)
    #expect(holidays.holidays(in: 2024).first?.source == "国办发明电〔2023〕7号")
    #expect(holidays.holidays(in: 2005).first?.source == nil)
  }

  @Test(arguments: [
    "2024\t春节\t2024-02-30\t2024-03-01\t\t", "2024\t春节\t2024-02-10\t2024-02-09\t\t",
    "2024\t春节\t2024-02-10\t2024-02-17\t二月\t", "x\t春节\t2024-02-10\t2024-02-17\t\t",
    "2024\t春节\t2024-02-10",
    "2024\t甲\t2024-02-10\t2024-02-17\t\t\n2024\t甲\t2024-02-10\t2024-02-17\t\t",
  ])
  func `a malformed row is an error that names file and line`(rows: String) {
    let header = "year\tholiday\tfirst\tlast\tworkdays\tsource\n"
    let error = #expect(throws: CalendarTableError.self) {
      try StatutoryHolidays(parsing: header + rows)
    }
    #expect(error?.description.hasPrefix("holidays.tsv:") == true)
  }
}
