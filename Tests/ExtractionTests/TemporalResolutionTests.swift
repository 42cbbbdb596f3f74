import ChineseCalendar
import Testing
import TongbaoText

@testable import Extraction

@Suite("Resolution of dates in their document")
struct TemporalResolutionTests {
  @Test("A month and day is the latest such day up to the reference date")
  func latestDay() throws {
    var scene = TemporalScene("全区11月3日通报。")
    scene.read("11月3日", .point(.date(nil, 11, 3)))
    #expect(try scene.values(published: "2024-02-19") == ["2023-11-03"])
  }

  @Test("Days in parentheses decide which week 本周 is, and with it 上周")
  func glossedWeek() throws {
    var scene = TemporalScene("本周(6月3日至9日)立案4起,上周立案6起。")
    scene.read("本周", .point(.week(.relative(0))))
    scene.read("6月3日至9日", .range(.date(nil, 6, 3), .date(nil, nil, 9)))
    scene.read("上周", .point(.week(.relative(-1))))
    let values = try scene.values(published: "2024-06-10")
    #expect(
      values == ["2024-06-03/2024-06-09", "2024-06-03/2024-06-09", "2024-05-27/2024-06-02"])
  }

  @Test("Days in parentheses that are no week leave 本周 where it is")
  func glossedDays() throws {
    var scene = TemporalScene("本周(6月3日至5日)立案4起。")
    scene.read("本周", .point(.week(.relative(0))))
    scene.read("6月3日至5日", .range(.date(nil, 6, 3), .date(nil, nil, 5)))
    let values = try scene.values(published: "2024-06-10")
    #expect(values.first == "2024-06-10/2024-06-16")
  }

  @Test("A week is halved before Thursday")
  func halvesOfWeeks() throws {
    var scene = TemporalScene("上半周练兵,下半周考核。")
    scene.read("上半周", .point(.week(.firstHalf(0))))
    scene.read("下半周", .point(.week(.secondHalf(0))))
    let values = try scene.values(published: "2024-06-12")
    #expect(values == ["2024-06-10/2024-06-12", "2024-06-13/2024-06-16"])
  }

  @Test("A half-year may be named by its distance")
  func halfYears() throws {
    var last = TemporalPoint()
    last.section = .relativeHalf(-1)
    var next = TemporalPoint()
    next.section = .relativeHalf(1)
    var scene = TemporalScene("上个半年立案9起,下个半年开展回访。")
    scene.read("上个半年", .point(last))
    scene.read("下个半年", .point(next))
    #expect(try scene.values(published: "2024-06-12") == ["2023-H2", "2024-H2"])
  }

  @Test(
    "A winter spoken of in January began in the year before",
    arguments: [("2024-01-20", "2023-11-08/2024-02-03"), ("2024-12-02", "2024-11-07/2025-02-02")])
  func winter(published: String, value: String) throws {
    var winter = TemporalPoint()
    winter.year = .relative(0)
    winter.section = .season(firstMonth: 11)
    var scene = TemporalScene("今冬降水偏少。")
    scene.read("今冬", .point(winter))
    #expect(try scene.values(published: published) == [value])
  }

  @Test("A month that follows a date ahead in its sentence lies ahead too")
  func aheadTogether() throws {
    var scene = TemporalScene("请于7月10日前上报方案,11月中旬开展评估。")
    scene.read("7月10日", .point(.date(nil, 7, 10)))
    var middle = TemporalPoint.date(nil, 11)
    middle.section = .third(2)
    scene.read("11月中旬", .point(middle))
    let values = try scene.values(published: "2024-06-12")
    #expect(values == ["2024-07-10", "2024-11-11/2024-11-20"])
  }

  @Test("Words that point ahead move a month and day into the future")
  func pointsAhead() throws {
    var scene = TemporalScene("大会将于11月3日召开。")
    scene.read("11月3日", .point(.date(nil, 11, 3)))
    #expect(try scene.values(published: "2024-02-19") == ["2024-11-03"])
  }

  @Test("A day soon after the reference date stays in its year, so that a slip can be seen")
  func soonAfter() throws {
    var scene = TemporalScene("截至2月28日,共接警40起。")
    scene.read("2月28日", .point(.date(nil, 2, 28)))
    #expect(try scene.values(published: "2024-02-20") == ["2024-02-28"])
  }

  @Test("Days of a list take the month before them")
  func list() throws {
    var scene = TemporalScene("3月30日、31日夜查。")
    scene.read("3月30日", .point(.date(nil, 3, 30)))
    scene.read("31日", .point(.date(nil, nil, 31)))
    #expect(try scene.values(published: "2024-06-01") == ["2024-03-30", "2024-03-31"])
  }

  @Test("次日 counts from the day that the text has named, not from a gloss of it")
  func nextDay() throws {
    var next = TemporalPoint()
    next.day = .anaphoric(1)
    var scene = TemporalScene("3月8日(星期六)案发,次日告破。")
    scene.read("3月8日", .point(.date(nil, 3, 8)))
    scene.read("星期六", .point(.weekday(6)))
    scene.read("次日", .point(next))
    let values = try scene.values(published: "2024-04-01")
    #expect(values == ["2024-03-08", "2024-03-09", "2024-03-09"])
  }

  @Test("次日 counts from the day from which something goes on")
  func dayAfterBeginning() throws {
    var next = TemporalPoint()
    next.day = .anaphoric(1)
    var scene = TemporalScene("3月2日夜查。3月8日封路。车流从3月10日傍晚起增多,次日回落。")
    scene.read("3月2日", .point(.date(nil, 3, 2)))
    scene.read("3月8日", .point(.date(nil, 3, 8)))
    scene.read("3月10日", .point(.date(nil, 3, 10)))
    scene.read("次日", .point(next))
    let values = try scene.values(published: "2024-04-01")
    #expect(values.last == "2024-03-11")
  }

  @Test("The day on which an issue was printed is no part of its story")
  func printedIssue() throws {
    var month = TemporalPoint()
    month.month = .anaphoric(0)
    var scene = TemporalScene("三月份简报(2024年4月2日印发)\n全月破案9起。")
    scene.read("三月份", .point(.date(nil, 3, nil)))
    scene.read("2024年4月2日", .point(.date(2024, 4, 2)))
    scene.read("全月", .point(month))
    #expect(try scene.values(published: "2024-04-02").last == "2024-03")
  }

  @Test("The months before this one are a period whose 上年同期 may be asked for")
  func samePeriodOfMonthsBefore() throws {
    var lastYear = TemporalPoint()
    lastYear.year = .topic(-1)
    var scene = TemporalScene("前三个月立案30起,上年同期立案34起。")
    scene.read(
      "前三个月",
      .window(
        TemporalOffset(count: 3, addsHalf: false, unit: .month, direction: -1), wholeUnits: true))
    scene.read("上年同期", .samePeriod(lastYear))
    #expect(try scene.values(published: "2024-04-08") == ["2024-01/2024-03", "2023-01/2023-03"])
  }

  @Test("A bare day of a notice lies in the month to come that the notice speaks of")
  func bareDayOfNotice() throws {
    var scene = TemporalScene("5月1日起放假。\n限行如下:\n3日限行。")
    scene.read("5月1日", .point(.date(nil, 5, 1)))
    scene.read("3日", .point(.date(nil, nil, 3)))
    #expect(try scene.values(published: "2024-04-26").last == "2024-05-03")
  }

  @Test("A gloss that contradicts its date keeps the day that it names itself")
  func contradiction() throws {
    var scene = TemporalScene("2月18日(正月初八)")
    scene.read("2月18日", .point(.date(nil, 2, 18)))
    scene.read("正月初八", .point(.lunar(1, 8)))
    let outcome = try scene.outcome(published: "2024-02-19")
    #expect(outcome.values[0]?.value == "2024-02-18")
    #expect(outcome.values[1]?.value == "2024-02-17")
    #expect(outcome.values[1]?.lunar == "2024-01-08")
  }

  @Test("As many weekdays as days are given one to each")
  func pairedGlosses() throws {
    var scene = TemporalScene("5月4日、5日(周六、周日)")
    scene.read("5月4日", .point(.date(nil, 5, 4)))
    scene.read("5日", .point(.date(nil, nil, 5)))
    scene.read("周六", .point(.weekday(6)))
    scene.read("周日", .point(.weekday(7)))
    let values = try scene.values(published: "2024-06-01")
    #expect(values == ["2024-05-04", "2024-05-05", "2024-05-04", "2024-05-05"])
  }

  @Test("The title's year is the year of months without one")
  func topicYear() throws {
    var lastYear = TemporalPoint()
    lastYear.year = .topic(-1)
    var scene = TemporalScene("2023年工作总结\n1月,开展行动,比上年多。")
    scene.read("2023年", .point(.date(2023)))
    scene.read("1月", .point(.date(nil, 1)))
    scene.read("上年", .point(lastYear))
    #expect(try scene.values(published: "2024-01-20") == ["2023", "2023-01", "2022"])
  }

  @Test("同期 moves the governing period into the year named, past what it is compared with")
  func samePeriod() throws {
    var lastYear = TemporalPoint()
    lastYear.year = .relative(-1)
    var scene = TemporalScene("3月立案30起,较2月增加,与去年同期相比下降。")
    scene.read("3月", .point(.date(nil, 3)))
    scene.read("2月", .point(.date(nil, 2)))
    scene.read("去年同期", .samePeriod(lastYear))
    #expect(try scene.values(published: "2024-04-08") == ["2024-03", "2024-02", "2023-03"])
  }

  @Test("同期 of a holiday is that holiday, though it lay on other days")
  func samePeriodOfHoliday() throws {
    var lastYear = TemporalPoint()
    lastYear.year = .relative(-1)
    var scene = TemporalScene("春节假期接警30起,较去年同期下降。")
    scene.read("春节假期", .holiday(.festival("春节"), nil))
    scene.read("去年同期", .samePeriod(lastYear))
    let values = try scene.values(published: "2024-02-18")
    #expect(values == ["2024-02-10/2024-02-17", "2023-01-21/2023-01-27"])
  }

  @Test("A holiday that no arrangement lists gets its customary days and the day as candidates")
  func unknownHoliday() throws {
    var scene = TemporalScene("国庆假期")
    scene.read("国庆假期", .holiday(.festival("国庆节", year: .number(2031)), nil))
    let value = try #require(try scene.outcome(published: "2031-11-01").values[0])
    #expect(value.value == "2031-10-01/2031-10-07")
    #expect(value.candidates == ["2031-10-01/2031-10-07", "2031-10-01"])
  }

  @Test("以来 reaches to the reference date; its interval stays open")
  func since() throws {
    var scene = TemporalScene("4月以来破案。")
    scene.read("4月以来", TemporalExpression(.point(.date(nil, 4)), bound: .since))
    let value = try #require(try scene.outcome(published: "2024-05-20").values[0])
    #expect(value.value == "2024-04-01/2024-05-20")
    #expect(value.interval == LocalInterval(start: "2024-04-01T00:00:00", end: nil))
  }

  @Test("An impossible day is kept as written and covers nothing")
  func impossible() throws {
    var scene = TemporalScene("2023年2月30日")
    scene.read("2023年2月30日", .point(.date(2023, 2, 30)))
    let value = try #require(try scene.outcome().values[0])
    #expect(value.value == "2023-02-30")
    #expect(value.interval == nil)
  }
}

@Suite("Ranges and clock times")
struct TemporalRangeTests {
  private func value(
    _ content: TemporalExpression.Content, published: String? = "2024-06-12"
  ) throws -> String? {
    var scene = TemporalScene("其间发生的事")
    scene.read("其间", content)
    return try scene.values(published: published).first
  }

  @Test("The end of a year keeps the year whole, as that of a month the month")
  func yearEdge() throws {
    var scene = TemporalScene("截至去年底,较2月底增加")
    var year = TemporalPoint()
    year.year = .relative(-1)
    year.edge = .end
    var month = TemporalPoint.date(nil, 2)
    month.edge = .end
    scene.read("去年底", .point(year))
    scene.read("2月底", .point(month))
    #expect(try scene.values(published: "2024-06-12") == ["2023", "2024-02"])
  }

  @Test("前一周 lies before the week just named")
  func weekBefore() throws {
    var scene = TemporalScene("上周立案4起,前一周6起")
    scene.read("上周", .point(.week(.relative(-1))))
    scene.read("前一周", .point(.week(.anaphoric(-1))))
    #expect(
      try scene.values(published: "2024-06-12")
        == ["2024-06-03/2024-06-09", "2024-05-27/2024-06-02"])
  }

  @Test("A weekly report that comes out on the Monday after calls its own week 本周")
  func weeklyReport() throws {
    var scene = TemporalScene("6月3日至9日。本周立案4起,比上周少2起")
    scene.read("6月3日至9日", .range(.date(nil, 6, 3), .date(nil, nil, 9)))
    scene.read("本周", .point(.week(.relative(0))))
    scene.read("上周", .point(.week(.relative(-1))))
    #expect(
      try scene.values(published: "2024-06-10") == [
        "2024-06-03/2024-06-09", "2024-06-03/2024-06-09", "2024-05-27/2024-06-02",
      ])
  }

  @Test("One that speaks of 上周 first means the week before its own day")
  func reportOnLastWeek() throws {
    var scene = TemporalScene("6月3日至9日。上周立案4起,本周天气炎热")
    scene.read("6月3日至9日", .range(.date(nil, 6, 3), .date(nil, nil, 9)))
    scene.read("上周", .point(.week(.relative(-1))))
    scene.read("本周", .point(.week(.relative(0))))
    #expect(
      try scene.values(published: "2024-06-10") == [
        "2024-06-03/2024-06-09", "2024-06-03/2024-06-09", "2024-06-10/2024-06-16",
      ])
  }

  @Test("较上月 in a report on an earlier month means the month before that one")
  func monthBefore() throws {
    var scene = TemporalScene("2月份立案9起,较上月增加2起。上月起实行")
    var lastMonth = TemporalPoint()
    lastMonth.month = .relative(-1)
    scene.read("2月份", .point(.date(nil, 2)))
    scene.read("上月", .point(lastMonth))
    scene.read("上月", .point(lastMonth))
    #expect(try scene.values(published: "2024-04-08") == ["2024-02", "2024-01", "2024-03"])
  }

  @Test("A bare 初六 is the last one up to the reference date, in a list the next one")
  func bareLunarDay() throws {
    var scene = TemporalScene("高峰在初六。正月初三、初四")
    scene.read("初六", .point(.lunar(nil, 6)))
    scene.read("正月初三", .point(.lunar(1, 3)))
    scene.read("初四", .point(.lunar(nil, 4)))
    #expect(
      try scene.values(published: "2024-02-19") == ["2024-02-15", "2024-02-12", "2024-02-13"])
  }

  @Test(
    "Two digits are a year of the Republic in a text from Taiwan, elsewhere the last two of four")
  func twoDigitYear() throws {
    var scene = TemporalScene("95年1月")
    var point = TemporalPoint.date(nil, 1)
    point.year = .twoDigits(95)
    scene.read("95年1月", .point(point))
    #expect(
      try scene.outcome(published: "2006-12-01", isTaiwanese: true).values[0]?.value == "2006-01")
    #expect(try scene.values(published: "2006-12-01") == ["1995-01"])
  }

  @Test("Month ranges keep their grain")
  func months() throws {
    #expect(try value(.range(.date(nil, 1), .date(nil, 5))) == "2024-01/2024-05")
  }

  @Test("A range from December to January crosses the new year")
  func newYear() throws {
    let range = TemporalExpression.Content.range(.date(nil, 12, 25), .date(nil, 1, 5))
    #expect(try value(range) == "2023-12-25/2024-01-05")
  }

  @Test("A range written the wrong way round stays so")
  func reversed() throws {
    let range = TemporalExpression.Content.range(.date(nil, 2, 18), .date(nil, 2, 9))
    #expect(try value(range) == "2024-02-18/2024-02-09")
  }

  @Test("A lunar range goes on into the next month")
  func lunarRange() throws {
    let range = TemporalExpression.Content.range(
      .festival("除夕", year: .number(2024)), .lunar(nil, 6))
    #expect(try value(range) == "2024-02-09/2024-02-15")
  }

  @Test("The second clock time takes day and part of day from the first")
  func clocks() throws {
    let evening = TemporalExpression.Content.range(
      .date(nil, 3, 5).at(8, part: .evening), TemporalPoint().at(10))
    #expect(try value(evening) == "2024-03-05T20/2024-03-05T22")
    let overnight = TemporalExpression.Content.range(
      .date(nil, 3, 5).at(20), TemporalPoint().at(2))
    #expect(try value(overnight) == "2024-03-05T20/2024-03-06T02")
  }

  @Test("每晚 before a range of hours means the evening")
  func everyEvening() throws {
    var next = TemporalPoint().at(2)
    next.day = .anaphoric(1)
    var scene = TemporalScene("每晚8时至次日2时巡逻")
    scene.read("每晚", .recurrence(RecurrenceValue(period: "P1D", part: .evening)))
    scene.read("8时至次日2时", .range(TemporalPoint().at(8), next))
    #expect(try scene.values(published: "2024-06-12") == ["R/P1D", "T20/T02"])
  }

  @Test(
    "Parts of the day bring hours to the 24-hour clock",
    arguments: [
      (DayPart.dawn, 2, 2), (.forenoon, 10, 10), (.noon, 12, 12), (.noon, 1, 13),
      (.afternoon, 3, 15), (.evening, 7, 19), (.night, 11, 23), (.night, 2, 2),
      (.midnight, 12, 24), (.evening, 19, 19),
    ])
  func hours(part: DayPart, hour: Int, expected: Int) {
    #expect(part.hour24(hour) == expected)
  }

  @Test("24 o'clock is kept and covers the beginning of the next day")
  func midnight() throws {
    var scene = TemporalScene("截至1月27日24时。")
    scene.read("1月27日24时", .point(TemporalPoint.date(nil, 1, 27).at(24)))
    let value = try #require(try scene.outcome(published: "2023-01-28").values[0])
    #expect(value.value == "2023-01-27T24")
    #expect(value.interval?.start == "2023-01-28T00:00:00")
  }
}
