import Consistency
import Testing
import TongbaoText

@Suite struct CrossDocumentTests {
  private func report(
    _ text: String, amount: String, period: String, scope: String = "",
    aggregation: Figure.Aggregation = .total
  ) -> Document {
    AnnotatedReport(
      text,
      figures: [
        FigureRow(
          action: "化解", object: "矛盾纠纷", amount: amount, aggregation: aggregation, period: period,
          scope: scope)
      ]
    ).document
  }

  private func codes(_ documents: [Document]) -> [String] {
    CrossDocumentChecks().findings(across: documents).map {
      "\($0.documentIndex) \($0.finding.code)"
    }
  }

  private let unit = "⟦宝塔分局|organization|-⟧"

  @Test("A running total falls from one report to the next")
  func fallingTotal() {
    let first = report(unit + "累计化解矛盾纠纷⟦125起⟧", amount: "125起", period: "../2024-02-18")
    let second = report(unit + "累计化解矛盾纠纷⟦120起⟧", amount: "120起", period: "../2024-02-20")
    #expect(codes([first, second]) == ["1 figure.cumulative-decrease"])
  }

  @Test("A rising total, a new year and another unit give nothing")
  func soundSeries() {
    let first = report(unit + "累计化解矛盾纠纷⟦125起⟧", amount: "125起", period: "../2024-02-18")
    let rising = report(unit + "累计化解矛盾纠纷⟦130起⟧", amount: "130起", period: "../2024-02-20")
    let nextYear = report(unit + "累计化解矛盾纠纷⟦8起⟧", amount: "8起", period: "../2025-01-20")
    let other = report(
      "⟦安塞分局|organization|-⟧累计化解矛盾纠纷⟦12起⟧", amount: "12起", period: "../2024-02-20")
    #expect(codes([first, rising, nextYear, other]) == [])
  }

  @Test("One period has one value, unless a correction replaces it")
  func onePeriod() {
    let first = report(
      unit + "化解矛盾纠纷⟦125起⟧", amount: "125起", period: "2024-01", scope: "全局")
    let second = report(
      unit + "化解矛盾纠纷⟦152起⟧", amount: "152起", period: "2024-01", scope: "全局")
    #expect(codes([first, second]) == ["1 figure.conflict"])
    let correction = report(
      "更正通知 " + unit + "化解矛盾纠纷⟦152起⟧", amount: "152起", period: "2024-01", scope: "全局")
    #expect(codes([first, correction, second]) == [])
  }
}
