import ChineseCalendar
import Testing
import TongbaoText

@testable import Extraction

@Suite("What dates take from the ones before them")
struct TemporalStoryTests {
  @Test("The days right behind 下周 as a heading decide which week it is")
  func headingWeek() throws {
    var scene = TemporalScene("下周。1月2日至7日恢复常态。")
    scene.read("下周", .point(.week(.relative(1))))
    scene.read("1月2日至7日", .range(.date(nil, 1, 2), .date(nil, nil, 7)))
    let values = try scene.values(published: "2024-01-02")
    #expect(values == ["2024-01-01/2024-01-07", "2024-01-02/2024-01-07"])
  }

  @Test("A day near a date ahead of its paragraph lies ahead too")
  func nearAhead() throws {
    var scene = TemporalScene("2023年通报\n下周夜查1月5日至7日;1月6日有雪。")
    scene.read("2023年", .point(.date(2023)))
    scene.read("1月5日至7日", .range(.date(nil, 1, 5), .date(nil, nil, 7)))
    scene.read("1月6日", .point(.date(nil, 1, 6)))
    let values = try scene.values(published: "2024-01-05")
    #expect(values == ["2023", "2024-01-05/2024-01-07", "2024-01-06"])
  }

  @Test("当晚 behind a watch that ended in the small hours is the evening on which it began")
  func eveningOfWatch() throws {
    var evening = TemporalPoint().at(nil, part: .evening)
    evening.day = .anaphoric(0)
    var scene = TemporalScene("从4月1日20时忙到2日2时,当晚接报7起。4月5日18时至6日6时值守,当晚接报9起。")
    scene.read("4月1日20时", .point(.date(nil, 4, 1).at(20)))
    scene.read("2日2时", .point(.date(nil, nil, 2).at(2)))
    scene.read("当晚", .point(evening))
    scene.read("4月5日18时至6日6时", .range(.date(nil, 4, 5).at(18), .date(nil, nil, 6).at(6)))
    scene.read("当晚", .point(evening))
    let values = try scene.values(published: "2024-04-12")
    #expect(values[2] == "2024-04-01TEV")
    #expect(values[4] == "2024-04-05TEV")
  }

  @Test("当晚 behind a day that was named by itself is the evening of that day")
  func eveningOfDay() throws {
    var evening = TemporalPoint().at(nil, part: .evening)
    evening.day = .anaphoric(0)
    var scene = TemporalScene("4月1日8时报案,2日2时抓获,当晚移交。")
    scene.read("4月1日8时", .point(.date(nil, 4, 1).at(8)))
    scene.read("2日2时", .point(.date(nil, nil, 2).at(2)))
    scene.read("当晚", .point(evening))
    #expect(try scene.values(published: "2024-04-12").last == "2024-04-02TEV")
  }

  @Test("A range whose first day has a gloss is the period that 同期 moves")
  func samePeriodOfGlossedRange() throws {
    var lastYear = TemporalPoint()
    lastYear.year = .relative(-1)
    var scene = TemporalScene("1月14日(腊月十五)至28日立案3起,与上年同期相比下降。")
    scene.read("1月14日", .point(.date(nil, 1, 14)))
    scene.read("腊月十五", .point(.lunar(12, 15)))
    scene.read("28日", .point(.date(nil, nil, 28)))
    scene.read("上年同期", .samePeriod(lastYear))
    #expect(try scene.values(published: "2025-02-05").last == "2024-01-14/2024-01-28")
  }

  @Test("The month that figures are compared with is not the one the text speaks of")
  func comparedMonth() throws {
    var wholeMonth = TemporalPoint()
    wholeMonth.month = .anaphoric(0)
    var scene = TemporalScene("2021年3月立案30起,跟2020年3月相比上升。接警占全月的三成。")
    scene.read("2021年3月", .point(.date(2021, 3)))
    scene.read("2020年3月", .point(.date(2020, 3)))
    scene.read("全月", .point(wholeMonth))
    #expect(try scene.values(published: "2021-04-02").last == "2021-03")
  }

  @Test("One year of a plan is that year")
  func planYear() throws {
    var scene = TemporalScene("比“十二五”末下降。")
    scene.read("“十二五”末", .years(.absolute(2015...2015)))
    #expect(try scene.values(published: "2021-04-02") == ["2015"])
  }

  @Test("同期 goes back to what is reported, not to the earlier stretch whose value stands beside it")
  func samePeriodBehindFormerValue() throws {
    var scene = TemporalScene("5月立案86起,4月为71起,比去年同期少26起。")
    scene.read("5月", .point(.date(nil, 5)))
    scene.read("4月", .point(.date(nil, 4)))
    scene.read("去年同期", .samePeriod(Self.lastYear))
    let values = try scene.values(published: "2025-06-03")
    #expect(values == ["2025-05", "2025-04", "2024-05"])
  }

  @Test("去年同期 named twice is the same stretch twice")
  func samePeriodTwice() throws {
    var scene = TemporalScene("甲镇(去年同期35起)、乙镇(去年同期15起)")
    scene.read("去年同期", .samePeriod(Self.lastYear))
    scene.read("去年同期", .samePeriod(Self.lastYear))
    let values = try scene.values(published: "2024-06-20")
    #expect(values[0] == values[1])
  }

  @Test("过去一年 said in January is the year that has just ended")
  func pastYear() throws {
    let offset = TemporalOffset(count: 1, addsHalf: false, unit: .year, direction: -1)
    var scene = TemporalScene("过去一年,立案86起。今年将办30件。")
    scene.read("过去一年", .window(offset, wholeUnits: false))
    scene.read("今年", .point(Self.lastYear))
    #expect(try scene.values(published: "2024-01-20")[0] == "2023")
    #expect(try scene.values(published: "2024-06-20")[0] == "2023-06-20/2024-06-20")
  }

  private static var lastYear: TemporalPoint {
    var point = TemporalPoint()
    point.year = .relative(-1)
    return point
  }

  @Test("A campaign is named by the days on which it began and ended")
  func campaign() throws {
    var scene = TemporalScene("会战7月15日打响,9月30日收兵,比去年同期少26起。")
    scene.read("7月15日", .point(.date(nil, 7, 15)))
    scene.read("9月30日", .point(.date(nil, 9, 30)))
    scene.read("去年同期", .samePeriod(Self.lastYear))
    let values = try scene.values(published: "2023-10-10")
    #expect(values[2] == "2022-07-15/2022-09-30")
  }
}
