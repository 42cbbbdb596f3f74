import Foundation
import Numerals
import Testing
import TongbaoText

@testable import Interchange

@Suite("Series of an indicator")
struct FigureSeriesTests {
  /// A report that some officers were deployed up to a day.
  private func report(_ id: String, _ count: Int, period: String?, unit: String = "人次") -> Document
  {
    var document = Document(id: id, text: "投入警力\(count)\(unit)，投入警力\(count)\(unit)")
    var mention = Mention(
      type: .count, span: Span(4, 8), text: "\(count)\(unit)", value: "\(count) \(unit)", rule: "c")
    mention.number = Amount(count)
    mention.unit = unit
    document.mentions = [mention]
    let figure = Figure(
      action: "投入", object: "警力", mention: 0, aggregation: .total,
      period: period.map { Figure.Period(value: $0) }, scope: Figure.Scope(text: "全局"),
      span: Span(0, 8))
    document.figures = [figure, figure]
    return document
  }

  private func series(_ documents: [Document], _ indicator: String = "警力") -> FigureSeries {
    var series = FigureSeries(indicator: indicator)
    for document in documents { series.add(document) }
    return series
  }

  private func chart(_ series: FigureSeries) -> String {
    var output = OutputBuffer()
    SeriesChart.write(series, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test("Values stand in the order of their periods, each document's once")
  func order() {
    let series = series([
      report("c", 9, period: nil), report("b", 560, period: "../2024-02-18"),
      report("a", 420, period: "2024-02-09/2024-02-11"),
    ])
    #expect(series.sorted.map(\.document) == ["a", "b", "c"])
    #expect(series.sorted.map(\.end?.description) == ["2024-02-11", "2024-02-18", nil])
    #expect(series.table(hasBars: true).lines.count == 4)
  }

  @Test("An indicator is a part of object or action and object", arguments: ["警力", "投入警力", "力"])
  func names(_ indicator: String) {
    #expect(series([report("a", 1, period: nil)], indicator).points.count == 1)
    #expect(series([report("a", 1, period: nil)], indicator + "车").points.isEmpty)
  }

  @Test("Days make a line, what has none makes bars, units have axes of their own")
  func charts() throws {
    let dated = series([
      report("a", 420, period: "2024-02"), report("b", 560, period: "2024-03"),
      report("<c>", 7, period: "2024-03", unit: "人"),
    ])
    let lines = chart(dated)
    #expect(lines.contains("<polyline") && lines.contains(">560</text>"))
    #expect(lines.contains("单位：人次") && lines.contains("单位：人<"))
    #expect(!lines.contains("<c>"))
    #expect(!chart(series([report("a", 420, period: nil)])).contains("<polyline"))
    for text in [lines, chart(series([])), chart(series([report("a", 0, period: nil)]))] {
      #expect(text.hasPrefix("<svg") && text.hasSuffix("</svg>\n") && !text.contains("nan"))
    }
  }

  @Test(
    "Periods end on their last day",
    arguments: [
      ("2024-02-18", "2024-02-18"), ("2024-02", "2024-02-29"), ("2023-02", "2023-02-28"),
      ("2024", "2024-12-31"), ("2024-Q3", "2024-09-30"), ("2024-H1", "2024-06-30"),
      ("../2024-02-18", "2024-02-18"), ("2024-01/2024-09", "2024-09-30"),
      ("2024-01-01/..", "2024-01-01"), ("2024-02-18T19", "2024-02-18"),
    ])
  func periods(_ value: String, _ end: String) {
    #expect(PeriodEnd(periodValue: value)?.description == end)
  }

  @Test(
    "What names no day has no end",
    arguments: [
      "", "PAST_REF", "T21:30", "R/P1D", "../..", "2024-13", "2024-02-30", "2024-Q5", "20",
    ])
  func noPeriods(_ value: String) {
    #expect(PeriodEnd(periodValue: value) == nil)
  }

  @Test("Days are counted over month and leap year ends")
  func days() throws {
    let days = try ["2023-12-31", "2024-01-01", "2024-02-29", "2024-03-01"].map {
      try #require(PeriodEnd(periodValue: $0)).ordinal
    }
    #expect(days.map { $0 - days[0] } == [0, 1, 60, 61])
  }

  @Test("Axes have round steps and hold all values", arguments: [0, 0.07, 1, 83, 560, 1.2e9, -40])
  func axes(_ value: Double) {
    let axis = ChartAxis(for: [value])
    #expect(axis.low <= min(value, 0) && axis.high >= value && (2...8).contains(axis.ticks.count))
  }

  @Test("Large ticks are named as reports name them")
  func labels() {
    #expect(ChartAxis(for: [350_000]).label(of: 350_000) == "35万")
    #expect(ChartAxis(for: [1.2e9]).label(of: 1.25e9) == "12.5亿")
    #expect(ChartAxis(for: [900]).label(of: 250) == "250")
  }
}
