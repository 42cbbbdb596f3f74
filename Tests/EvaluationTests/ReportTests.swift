import Testing
import TongbaoText

@testable import Evaluation

@Suite("Reports of an evaluation")
struct ReportTests {
  private var report: EvaluationReport {
    let gold = AnnotatedDocument(
      id: "a<b", text: "截至2月18日，</script>查处90起。",
      mentions: [.init("date", 2, 7, "2024-02-18"), .init("count", 19, 22, "90 起")],
      figures: [.init(amount: Span(19, 22), action: "查处")])
    var predicted = gold
    predicted.mentions[0].value = "2023-02-18"
    predicted.mentions[1].type = "number"
    return EvaluationReport(
      Evaluator.evaluate(gold: [gold], predicted: [predicted]),
      comparedTo: Evaluator.evaluate(gold: [gold], predicted: [gold]))
  }

  @Test("show undefined ratios as absent in the table")
  func table() throws {
    let table = report.table
    let lines = table.split(separator: "\n")
    let findings = try #require(lines.first { $0.hasPrefix("findings") })
    #expect(findings.split(separator: " ").dropFirst() == ["0", "0", "-", "-", "-", "-"])
    #expect(table.contains("documents worse: a<b"))
    // One of two mentions has its type; the mean is over date, count and number.
    let mean = try #require(lines.first { $0.hasPrefix("mean (macro)") })
    #expect(mean.split(separator: " ")[4] == "0.333")
    #expect(lines.contains { $0.hasPrefix("strict") && $0.contains("0.500") })
  }

  @Test("are valid JSON for machines, with null for what is undefined")
  func json() throws {
    var parser = JSONParser(report.json)
    let value = try parser.parse()
    #expect(value["overall"]?["strict"]?["correct"]?.integer == 1)
    #expect(value["overall"]?["value"]?["referenceErrors"]?.integer == 1)
    #expect(value["findings"]?["f1"] == JSONValue.null)
    #expect(value["types"]?["number"]?["predicted"]?.integer == 1)
    let pairs = try #require(value["confusion"]?.array)
    #expect(pairs.contains { $0["gold"]?.string == "count" && $0["predicted"]?.string == "number" })
  }

  @Test("are one page that no text of a document can break out of")
  func html() throws {
    let page = report.html
    #expect(page.components(separatedBy: "</script>") == 3)
    #expect(!page.contains("http://") && !page.contains("https://"))
    let start = try #require(page.firstRange(of: "id=\"data\">"))
    let rest = page[start.upperBound...]
    let end = try #require(rest.firstRange(of: "</script>"))
    var parser = JSONParser(rest[..<end.lowerBound])
    let errors = try #require(try parser.parse().array?.first?["errors"]?.array)
    #expect(errors.map { $0["kind"]?.string } == ["reference", "type"])
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> Int { split(separator: mark).count }
}
