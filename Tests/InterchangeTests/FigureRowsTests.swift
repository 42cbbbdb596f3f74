import Testing
import TongbaoText

@testable import Interchange

@Suite("Figures and findings for spreadsheets")
struct FigureRowsTests {
  private func row(_ rows: CSVRows, _ document: Document) -> [String: String] {
    let cells = rows.cells(document).first ?? []
    return Dictionary(uniqueKeysWithValues: zip(rows.columns, cells))
  }

  @Test("One row a figure, its amount taken apart, with the sentence that reports it")
  func figures() {
    let row = row(.figures, .sample)
    #expect(row["action"] == "投入" && row["object"] == "警力")
    #expect(row["amount"] == "56名" && row["value"] == ">56" && row["unit"] == "名")
    #expect(row["min"] == "56.5" && row["max"] == "" && row["aggregation"] == "total")
    #expect(row["period"] == "../2024-02-18" && row["scope"] == "全局" && row["scope_code"] == "")
    #expect(row["comparison"] == "yoy" && row["direction"] == "up" && row["percent"] == "20.9")
    #expect(row["rule"] == "count.over" && row["line"] == "1" && row["column"] == "5")
    #expect(row["sentence"] == "正月初九投入56名(jì)")
  }

  @Test("Every row has as many cells as there are columns", arguments: [Document.sample])
  func width(_ document: Document) {
    for rows in [CSVRows.mentions, .figures, .findings] {
      for cells in rows.cells(document) { #expect(cells.count == rows.columns.count) }
    }
  }

  @Test("One row a finding with its first place")
  func findings() {
    let row = row(.findings, .sample)
    #expect(row["code"] == "date.impossible" && row["severity"] == "error")
    #expect(row["start"] == "0" && row["end"] == "4" && row["text"] == "正月初九")
  }
}

@Suite("Quoting sentences")
struct SentenceQuoterTests {
  private func sentence(_ text: String, around span: Span, breaks: [Span] = []) -> String {
    var document = Document(id: "", text: text)
    document.repairs = breaks.map {
      Repair(kind: .lineWrap, span: $0, text: "\n", replacement: "")
    }
    return SentenceQuoter(document, ReportText(text)).sentence(around: span)
  }

  @Test("A sentence reaches from mark to mark, a line end is one too")
  func marks() {
    #expect(sentence("甲。　乙丙！丁", around: Span(4, 5)) == "乙丙！")
    #expect(sentence("标题\n　　乙\n丁", around: Span(5, 6)) == "乙")
    #expect(sentence("甲", around: Span(0, 1)) == "甲")
    #expect(sentence("", around: Span(0, 0)) == "")
  }

  @Test("A wrapped line goes on in the next")
  func wrapped() {
    #expect(sentence("甲乙\n丙。", around: Span(0, 1), breaks: [Span(2, 3)]) == "甲乙丙。")
  }

  @Test("A text without marks is cut on both sides")
  func endless() {
    let quote = sentence(String(repeating: "长", count: 9_000), around: Span(500, 501))
    #expect(quote.hasPrefix("…长") && quote.hasSuffix("长…") && quote.count < 400)
  }
}
