import Testing

@testable import ChineseCalendar

@Suite struct LunarCalendarTests {
  @Test func `each of the 73,049 days of 1901 to 2100 converts as the table says and back`() throws
  {
    var converted = 0
    for row in try RepositoryFile.rows("lunar_months.tsv") {
      let (year, month) = (try #require(Int(row[0])), try #require(Int(row[1])))
      let length = try #require(Int(row[3]))
      let first = try #require(GregorianDay(iso: row[4]))
      #expect(
        try LunarCalendar.lastDay(ofMonth: month, leap: row[2] == "1", year: year) == length)
      for number in 1...length {
        let day = try #require(first.adding(days: number - 1))
        guard LunarCalendar.gregorianYears.contains(day.year) else { continue }
        let lunar = LunarDay(year: year, month: month, isLeapMonth: row[2] == "1", day: number)
        guard try LunarCalendar.lunarDay(of: day) == lunar,
          try LunarCalendar.gregorianDay(of: lunar) == day, LunarDay(lunar.description) == lunar
        else {
          Issue.record("\(day) is not \(lunar)")
          return
        }
        converted += 1
      }
    }
    #expect(converted == 73_049)
  }

  @Test func `lunar days follow one another without gap and in order`() throws {
    var previous = try LunarCalendar.lunarDay(of: day("1901-01-01"))
    #expect(previous == LunarDay(year: 1900, month: 11, day: 11))
    var next = day("1901-01-02")
    while next < day("2100-12-31") {
      let lunar = try LunarCalendar.lunarDay(of: next)
      guard previous < lunar, lunar.day == previous.day + 1 || lunar.day == 1 else {
        Issue.record("\(lunar) after \(previous)")
        return
      }
      previous = lunar
      next = try #require(next.adding(days: 1))
    }
  }

  @Test func `leap months stand where the table has them`() throws {
    #expect(LunarCalendar.leapMonth(of: 2023) == 2)
    #expect(LunarCalendar.leapMonth(of: 2024) == nil)
    #expect(LunarCalendar.leapMonth(of: 2025) == 6)
    #expect(LunarCalendar.leapMonth(of: 2033) == 11)
    #expect(LunarCalendar.leapMonth(of: 1899) == nil)
    #expect(LunarCalendar.lunarYears.count { LunarCalendar.leapMonth(of: $0) != nil } == 74)
    let leap = LunarDay(year: 2023, month: 2, isLeapMonth: true, day: 15)
    #expect(try LunarCalendar.gregorianDay(of: leap) == day("2023-04-05"))
    #expect(leap.description == "2023-02*-15")
    #expect(leap.chineseName == "癸卯年闰二月十五")
  }

  @Test func `twelfth months may end on the 29th`() throws {
    #expect(try LunarCalendar.lastDay(ofMonth: 12, year: 2023) == 30)
    #expect(try LunarCalendar.lastDay(ofMonth: 12, year: 2024) == 29)
    let error = #expect(throws: CalendarError.self) {
      try LunarCalendar.gregorianDay(of: LunarDay(year: 2024, month: 12, day: 30))
    }
    #expect(error?.field == .lunarDay && error?.maximum == 29 && error?.value == 30)
  }

  @Test(arguments: ["1900-12-31", "2101-01-01", "0001-01-01", "9999-12-31"])
  func `a day outside the tables is an error with the covered years`(iso: String) {
    let error = #expect(throws: CalendarError.self) { try LunarCalendar.lunarDay(of: day(iso)) }
    #expect(error?.field == .gregorianYear)
    #expect(error?.minimum == 1901 && error?.maximum == 2100 && error?.value == day(iso).year)
  }

  @Test(arguments: [
    (LunarDay(year: 1899, month: 1, day: 1), CalendarError.Field.lunarYear),
    (LunarDay(year: .max, month: 1, day: 1), .lunarYear),
    (LunarDay(year: 2024, month: 13, day: 1), .lunarMonth),
    (LunarDay(year: 2024, month: .min, isLeapMonth: true, day: 1), .lunarMonth),
    (LunarDay(year: 2024, month: 2, isLeapMonth: true, day: 1), .leapMonth),
    (LunarDay(year: 2023, month: 3, isLeapMonth: true, day: 1), .leapMonth),
    (LunarDay(year: 2023, month: 3, day: 0), .lunarDay),
    (LunarDay(year: 1900, month: 11, day: 10), .gregorianYear),
    (LunarDay(year: 2100, month: 12, day: 29), .gregorianYear),
  ])
  func `a lunar day that does not exist or is not covered is an error`(
    lunar: LunarDay, field: CalendarError.Field
  ) {
    let error = #expect(throws: CalendarError.self) { try LunarCalendar.gregorianDay(of: lunar) }
    #expect(error?.field == field)
    #expect(error?.description.hasSuffix(".") == true)
  }

  @Test(arguments: ["2023-02**-15", "2023-2-15", "2023-13-01", "2023-01-31", "2023-01-00", ""])
  func `a text that is no lunar day is refused`(text: String) {
    #expect(LunarDay(text) == nil)
  }

  @Test func `each solar term falls on the day of the table`() throws {
    var compared = 0
    for row in try RepositoryFile.rows("solar_terms.tsv") {
      let year = try #require(Int(row[0]))
      let term = try #require(SolarTerm(chineseName: row[2]))
      #expect(String(term.rawValue) == row[1])
      let day = try SolarTerms.day(of: term, year: year)
      #expect(day.description == row[3])
      #expect(SolarTerms.term(on: day) == term)
      compared += 1
    }
    #expect(compared == 4800)
    #expect(throws: CalendarError.self) { try SolarTerms.day(of: .lichun, year: 2101) }
    #expect(SolarTerms.term(on: day("2024-02-05")) == nil)
    #expect(SolarTerms.term(on: day("1900-02-04")) == nil)
    #expect(try SolarTerms.terms(in: 2024).map(\.day).sorted().count == 24)
  }

  @Test func `no leap month contains a solar term of even index, as GB/T 33661-2017 rules`() throws
  {
    for year in 1929...2099 {
      guard let month = LunarCalendar.leapMonth(of: year) else { continue }
      let last = try LunarCalendar.lastDay(ofMonth: month, leap: true, year: year)
      for number in 1...last {
        let lunar = LunarDay(year: year, month: month, isLeapMonth: true, day: number)
        let term = SolarTerms.term(on: try LunarCalendar.gregorianDay(of: lunar))
        #expect(
          term.map { $0.rawValue % 2 == 1 } ?? true, "\(lunar) is \(String(describing: term))")
      }
    }
  }
}

@Suite struct LunarNamesTests {
  @Test func `month and day names read back to their numbers`() throws {
    for number in 1...12 {
      for isLeap in [false, true] {
        let name = try #require(LunarNames.month(number, isLeap: isLeap))
        let read = try #require(LunarNames.month(named: name))
        #expect(read == (number, isLeap))
      }
    }
    for number in 1...30 {
      #expect(LunarNames.day(named: try #require(LunarNames.day(number))) == number)
    }
    #expect(LunarNames.month(13) == nil && LunarNames.day(31) == nil && LunarNames.day(0) == nil)
  }

  @Test func `other names of the same month or day are read`() {
    #expect(LunarNames.day(named: "廿三") == 23)
    #expect(LunarNames.day(named: "廿") == 20)
    #expect(LunarNames.day(named: "卅") == 30)
    #expect(LunarNames.month(named: "十二月")?.number == 12)
    #expect(LunarNames.month(named: "闰二月")?.isLeap == true)
    #expect(LunarNames.day(23) == "二十三")
  }

  @Test(arguments: ["", "初", "初九九", "十", "三十一", "二十二二", "廿十", "九", "初〇"])
  func `a text that names no lunar day gives nil`(text: String) {
    #expect(LunarNames.day(named: text) == nil)
  }

  @Test(arguments: ["", "闰", "月", "十三月", "闰闰二月", "二"])
  func `a text that names no lunar month gives nil`(text: String) {
    #expect(LunarNames.month(named: text) == nil)
  }

  @Test func `years have their place in the cycle of sixty`() {
    #expect(SexagenaryYear(lunarYear: 2024).name == "甲辰")
    #expect(SexagenaryYear(lunarYear: 2024).zodiac == "龙")
    #expect(SexagenaryYear(lunarYear: 1900).name == "庚子")
    #expect(SexagenaryYear(lunarYear: 1984).index == 0)
    #expect(SexagenaryYear(lunarYear: 3).index == 59)
    #expect((0..<60).contains(SexagenaryYear(lunarYear: .min).index))
  }
}
