import ChineseCalendar
import Numerals
import Testing
import TongbaoText

@testable import Consistency

@Suite struct ValueTests {
  @Test(
    "How finely an amount is written",
    arguments: [
      ("503人次", false, "人次", "0"), ("1.36万条", false, "条", "100"), ("5万元", false, "元", "10000"),
      ("65.3公斤", false, "公斤", "0.1"), ("20.9%", true, "%", "0.1"), ("21%", true, "%", "1"),
      ("三成", true, "%", "10"), ("二百三十万元", false, "元", "10000"), ("三千五百人", false, "人", "0"),
      ("35千克", false, "千克", "0"), ("3亿1200万元", false, "元", "10000"), ("1,263人", false, "人", "0"),
      ("1 312件", false, "件", "0"), ("1.4倍", true, "倍", "0.1"), ("7.2亿余元", false, "元", "10000000"),
      ("3.1个百分点", true, "百分点", "0.1"), ("百分之二十", true, "%", "1"),
    ])
  func writtenPrecision(_ text: String, _ isShare: Bool, _ unit: String, _ step: String) {
    let exponent = WrittenPrecision.exponent(
      of: TextSlice(text), isShare: isShare, isPercent: unit == "%")
    #expect(exponent.map(WrittenPrecision.power) ?? .zero == ExactDecimal(step))
  }

  @Test(
    "Days of canonical values",
    arguments: [
      ("2024-02-18", "2024-02-18", "2024-02-18"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2024-Q1", "2024-01-01", "2024-03-31"), ("2024-H2", "2024-07-01", "2024-12-31"),
      ("2023-02-09/2023-02-17", "2023-02-09", "2023-02-17"), ("2024", "2024-01-01", "2024-12-31"),
      ("2024-02-18T19:30", "2024-02-18", "2024-02-18"), ("../2024-02-18", nil, "2024-02-18"),
      ("~2024-03", "2024-03-01", "2024-03-31"), ("2024-W01", "2024-01-01", "2024-01-07"),
    ] as [(String, String?, String?)])
  func dayIntervals(_ value: String, _ first: String?, _ last: String?) throws {
    let days = try #require(DayInterval(value: value))
    #expect(days.first?.description == first)
    #expect(days.last?.description == last)
  }

  @Test(
    "Values that name no days",
    arguments: [
      "", "PAST_REF", "XXXX-02-18", "T20", "2024-02-30", "T20/T22", "2024-Q5", "/", "../..", "-",
    ])
  func noDays(_ value: String) {
    #expect(DayInterval(value: value) == nil)
  }

  @Test("Sentences end at marks and lines, not at decimal points and wraps")
  func sentences() {
    let text = "共8.6件。接报三十余起案件并且抓获了数十名嫌疑\n人员;结束.\n另起一行"
    let map = SentenceMap(Array(text.utf16))
    let starts = (0..<text.utf16.count).filter {
      $0 == 0 || map.index(of: $0) != map.index(of: $0 - 1)
    }
    let units = Array(text.utf16)
    let heads = starts.map { String(decoding: units[$0...].prefix(2), as: UTF16.self) }
    #expect(heads == ["共8", "接报", "结束", "\n另", "另起"])
  }
}
