import Testing

@testable import ChineseCalendar

@Suite struct FestivalTests {
  let table: FestivalTable

  init() throws { table = try RepositoryFile.festivals() }

  @Test(arguments: [
    ("春节", 2024, "2024-02-10"), ("大年初一", 2023, "2023-01-22"), ("除夕", 2024, "2024-02-09"),
    ("大年三十", 2025, "2025-01-28"), ("小年", 2024, "2024-02-02"), ("腊八节", 2024, "2024-01-18"),
    ("元宵节", 2024, "2024-02-24"), ("端午", 2024, "2024-06-10"), ("七夕", 2024, "2024-08-10"),
    ("中秋", 2024, "2024-09-17"), ("重阳节", 2024, "2024-10-11"), ("清明", 2024, "2024-04-04"),
    ("母亲节", 2024, "2024-05-12"), ("父亲节", 2024, "2024-06-16"), ("感恩节", 2024, "2024-11-28"),
    ("三八", 2024, "2024-03-08"), ("五一", 2024, "2024-05-01"), ("十一", 2024, "2024-10-01"),
    ("消防日", 2024, "2024-11-09"), ("警察节", 2025, "2025-01-10"), ("冬至节", 2024, "2024-12-21"),
    ("元旦", 1850, "1850-01-01"), ("全国中小学生安全教育日", 2024, "2024-03-25"),
    ("国家公祭日", 2024, "2024-12-13"), ("中秋节", 2025, "2025-10-06"), ("春节", 1901, "1901-02-19"),
    ("除夕", 1901, "1901-02-18"), ("除夕", 2100, "2100-02-08"),
  ])
  func `a festival falls on its day`(name: String, year: Int, iso: String) throws {
    let festival = try #require(table.festival(named: name))
    #expect(festival.day(inYear: year) == day(iso))
  }

  @Test func `the eve of every year is the day before its Spring Festival`() throws {
    let eve = try #require(table.festival(named: "除夕"))
    let newYear = try #require(table.festival(named: "春节"))
    for year in LunarCalendar.gregorianYears {
      let first = try #require(newYear.day(inYear: year))
      #expect(eve.day(inYear: year)?.adding(days: 1) == first)
      #expect(newYear.lunarDay(inYear: year) == LunarDay(year: year, month: 1, day: 1))
    }
    #expect(eve.lunarDay(inYear: 2025) == LunarDay(year: 2024, month: 12, day: 29))
  }

  @Test func `every lunar festival but Laba comes once in a Gregorian year`() throws {
    for festival in table.festivals where festival.name != "腊八节" {
      for year in LunarCalendar.gregorianYears {
        #expect(festival.days(inYear: year).count == 1, "\(festival.name) \(year)")
      }
    }
    let laba = try #require(table.festival(named: "腊八"))
    #expect(laba.days(inYear: 2022) == [day("2022-01-10"), day("2022-12-30")])
    #expect(laba.day(inYear: 2023) == nil)
  }

  @Test func `lunar festivals are unknown outside the tables`() throws {
    let spring = try #require(table.festival(named: "春节"))
    #expect(spring.day(inYear: 1900) == nil)
    #expect(spring.day(inYear: 2101) == nil)
    #expect(spring.day(inYear: .max) == nil && spring.day(inYear: .min) == nil)
    #expect(try #require(table.festival(named: "除夕")).day(inLunarYear: .min) == nil)
    #expect(table.festival(named: "某节") == nil)
  }

  @Test func `the festivals of a day come in the order of the table`() {
    #expect(table.festivals(on: day("2024-05-12")).map(\.name) == ["母亲节", "护士节", "全国防灾减灾日"])
    #expect(table.festivals(on: day("2024-02-20")).isEmpty)
  }

  @Test(arguments: [
    ("甲\t\tgregorian\t2\t30", 2), ("甲\t\tlunar\t1\t31", 2), ("甲\t\tterm\t\t25", 2),
    ("甲\t\tnth-weekday\t5\t6/7", 2), ("甲\t\tnth-weekday\t5\t2-7", 2), ("甲\t\tsolar\t1\t1", 2),
    ("甲\t\tgregorian\t一\t1", 2), ("甲\t\tgregorian\t1", 2), ("\t\tgregorian\t1\t1", 2),
    ("甲\t\tlunar\t1\t1\n乙\t甲\tlunar\t1\t2", 3),
  ])
  func `a malformed row is an error with its line`(rows: String, line: Int) {
    let error = #expect(throws: CalendarTableError.self) {
      try FestivalTable(parsing: "name\taliases\tkind\tmonth\tday\n" + rows)
    }
    #expect(error?.line == line)
    #expect(error?.file == "festivals.tsv")
  }

  @Test func `a foreign header is an error`() {
    #expect(throws: CalendarTableError.self) { try FestivalTable(parsing: "a\tb\n") }
  }
}
