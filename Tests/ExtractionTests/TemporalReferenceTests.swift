import ChineseCalendar
import Testing
import TongbaoText

@testable import Extraction

@Suite("Reference date")
struct TemporalReferenceTests {
  @Test("A given date and time wins")
  func given() throws {
    var scene = TemporalScene("3小时前")
    scene.read(
      "3小时前",
      .offset(TemporalOffset(count: 3, addsHalf: false, unit: .hour, direction: -1)))
    let outcome = try scene.outcome(published: "2024-02-19T01:30:00")
    #expect(outcome.reference.basis == .given)
    #expect(outcome.values[0]?.value == "2024-02-18T22:30:00")
    #expect(outcome.values[0]?.type == .time)
  }

  @Test("A label states the date of publication")
  func labelled() throws {
    var scene = TemporalScene("发布时间:2024-03-07\n2023年1月5日立案。")
    scene.read("2024-03-07", .point(.date(2024, 3, 7)))
    scene.read("2023年1月5日", .point(.date(2023, 1, 5)))
    let reference = try scene.outcome().reference
    #expect(reference.basis == .stated)
    #expect(reference.date == "2024-03-07")
    #expect(reference.evidence == [0])
  }

  @Test("So does a date that is a line by itself")
  func ownLine() throws {
    var scene = TemporalScene("5月4日案发。\n2022年5月9日")
    scene.read("5月4日", .point(.date(nil, 5, 4)))
    scene.read("2022年5月9日", .point(.date(2022, 5, 9)))
    let outcome = try scene.outcome()
    #expect(outcome.reference.date == "2022-05-09")
    #expect(outcome.values[0]?.value == "2022-05-04")
  }

  @Test("Lunar day and weekday together leave one year")
  func inferred() throws {
    var scene = TemporalScene("2月18日(正月初九,周日)值守。2月19日总结。")
    scene.read("2月18日", .point(.date(nil, 2, 18)))
    scene.read("正月初九", .point(.lunar(1, 9)))
    scene.read("周日", .point(.weekday(7)))
    scene.read("2月19日", .point(.date(nil, 2, 19)))
    let outcome = try scene.outcome()
    #expect(outcome.reference.basis == .inferred)
    #expect(outcome.reference.date == "2024-02-19")
    #expect(outcome.reference.evidence == [0, 1, 2])
    #expect(outcome.values[0]?.value == "2024-02-18")
  }

  @Test("One wrong gloss does not outvote the others, nor lead to a year before all bulletins")
  func misprintedGloss() throws {
    var scene = TemporalScene("2月18日(周日)值守,2月17日(周六)检查,2月16日(正月初八)出动")
    scene.read("2月18日", .point(.date(nil, 2, 18)))
    scene.read("周日", .point(.weekday(7)))
    scene.read("2月17日", .point(.date(nil, 2, 17)))
    scene.read("周六", .point(.weekday(6)))
    scene.read("2月16日", .point(.date(nil, 2, 16)))
    scene.read("正月初八", .point(.lunar(1, 8)))
    let reference = try scene.outcome().reference
    let year = try #require(reference.date.flatMap { Int($0.prefix(4)) })
    #expect((1990...2040).contains(year))
    #expect(reference.evidence == [0, 1, 2, 3])
  }

  @Test("A year that the text names decides between the years that a lunar day leaves open")
  func statedYear() throws {
    var scene = TemporalScene("2013年方案。2月12日(正月初三)值守。")
    scene.read("2013年", .point(.date(2013)))
    scene.read("2月12日", .point(.date(nil, 2, 12)))
    scene.read("正月初三", .point(.lunar(1, 3)))
    let reference = try scene.outcome().reference
    #expect(reference.date == "2013-02-12")
    #expect(reference.alternatives == ["2024", "1994"])
  }

  @Test("Without any evidence the year stays open")
  func unknown() throws {
    var scene = TemporalScene("3月5日夜查。")
    scene.read("3月5日", .point(.date(nil, 3, 5)))
    let outcome = try scene.outcome()
    #expect(outcome.reference.basis == .none)
    #expect(outcome.values[0]?.value == "XXXX-03-05")
    #expect(outcome.values[0]?.interval == nil)
  }
}

@Suite("Days of festivals that are computed")
struct FestivalDaysTests {
  @Test("Easter of the Western and the Eastern churches")
  func easter() {
    #expect(FestivalDays.easter(2013)?.description == "2013-03-31")
    #expect(FestivalDays.easter(2024)?.description == "2024-03-31")
    #expect(FestivalDays.orthodoxEaster(2013)?.description == "2013-05-05")
  }

  @Test("The tabular Islamic calendar")
  func islamic() {
    #expect(FestivalDays.islamicDay(month: 10, day: 1, inYear: 2013)?.description == "2013-08-08")
    #expect(FestivalDays.islamicDay(month: 12, day: 10, inYear: 2013)?.description == "2013-10-15")
  }
}
