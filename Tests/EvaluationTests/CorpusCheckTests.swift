import Testing
import TongbaoText

@testable import Evaluation

@Suite("The check of annotated files")
struct CorpusCheckTests {
  private func faults(_ body: String, records: String = "") -> [String] {
    let content = "# id: a\n# published: none\n# genre: test\n\(body)\n--- figures\n\(records)"
    return CorpusCheck.check([AnnotationFile(name: "a.gold", content: content)])
      .faults.map(\.description)
  }

  @Test("passes what the guideline allows, and counts it")
  func clean() {
    let content = """
      # id: a
      # published: 2024-02-19
      # genre: test
      ⟦⟦甘泉县|place|610627⟧公安局|organization|-⟧查处⟦90起|count|90 起⟧
      --- figures
      查处\t-\t90起\tplain\t-\t-\tyoy-
      --- findings

      """
    let report = CorpusCheck.check([AnnotationFile(name: "a.gold", content: content)])
    #expect(report.faults.isEmpty)
    #expect(report.counts.mentions == [.place: 1, .organization: 1, .count: 1])
    #expect(report.counts.figures == 1)
  }

  @Test("names the line of a wrong value, an unknown type and a forbidden overlap")
  func mentionFaults() {
    #expect(faults("一\n⟦90起|count|90⟧").first?.hasPrefix("a.gold:5: “90起”") == true)
    #expect(faults("⟦90起|sum|90 起⟧").first?.contains("“sum” is no type") == true)
    #expect(faults("⟦⟦90起|count|90 起⟧|count|90 起⟧").first?.contains("marked twice") == true)
    #expect(faults("⟦近⟦90起|count|90 起⟧|count|90 起⟧").first?.contains("inside") == true)
    #expect(faults("⟦90起 |count|90 起⟧").first?.contains("blank") == true)
  }

  @Test("names the line of a wrong figure or finding")
  func recordFaults() {
    let body = "⟦90起|count|90 起⟧"
    #expect(
      faults(body, records: "-\t-\t90起\tsum\t-\t-\t-").first
        == "a.gold:6: “sum” is no aggregation")
    #expect(faults(body, records: "-\t-\t90起\tplain\t去年\t-\t-").first?.contains("period") == true)
    #expect(faults(body, records: "-\t-\t90起\tplain\t-\t-\t同比").first?.contains("yoy-") == true)
    let finding = "--- findings\nsum.wrong\t90起\t-\tnote"
    #expect(faults(body, records: finding).first?.hasPrefix("a.gold:7: “sum.wrong”") == true)
  }

  @Test("names every fault of a file, each with its line and in their order")
  func allTogether() {
    let body = """
      ⟦2月30日|date|2024-02-30⟧，⟦3名|person|3 名⟧，⟦2月⟦18日|date|2024-02-18⟧|date|2024-02⟧
      ⟦没有闭合|date|2024
      ⟦延安市|place|61060⟧⟧
      """
    let records = "查处\t案件\t99起\tsum\t去年\t无\tyoy\n--- findings\nfoo.bar\t甲\t-\tx\na\tb"
    let found = faults(body, records: records).map { fault in
      fault.split(separator: " ", maxSplits: 1)[0]
    }
    // The amount, the aggregation, the period, the scope and the comparison are all wrong on 8.
    let wanted =
      [4, 4, 4, 5, 6, 6] + [Int](repeating: 8, count: 5) + [10, 10, 11]
    #expect(found == wanted.map { "a.gold:\($0):" })
  }
}
