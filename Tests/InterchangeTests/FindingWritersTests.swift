import Foundation
import Testing
import TongbaoText

@testable import Interchange

extension Document {
  /// A document with one finding at the spans.
  fileprivate static func with(_ text: String, _ spans: [Span], id: String = "甲") -> Document {
    var document = Document(id: id, source: "通报 1.txt", text: text)
    document.findings = [
      Finding(
        code: "sum.mismatch", severity: .error, spans: spans, message: "3 + 4 = 7, not 8",
        expected: "7", found: "8")
    ]
    return document
  }
}

@Suite("Findings for people")
struct FindingTableWriterTests {
  private func table(_ document: Document, usesColour: Bool = false) -> String {
    var output = OutputBuffer()
    FindingTableWriter(usesColour: usesColour).write(document, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test("Carets stand under the places by display width")
  func carets() {
    #expect(
      table(.with("共8件，a类3件、b类4件。", [Span(1, 3), Span(6, 8), Span(11, 13)])) == """
        甲  (通报 1.txt)
        error  sum.mismatch  3 + 4 = 7, not 8
           1 | 共8件，a类3件、b类4件。
             |   ^^^     ^^^     ^^^
             = expected 7, found 8
        1 error


        """)
  }

  @Test("Long lines are cut around the places, far places stand apart, lines are told")
  func excerpts() {
    let filler = String(repeating: "字", count: 200)
    let text = "题目\n\(filler)8件\(filler)3件\n末行"
    let cutter = ExcerptCutter(text: ReportText(text))
    let excerpts = cutter.excerpts(of: [Span(405, 407), Span(203, 205), Span(408, 410)])
    #expect(excerpts.map(\.line) == [2, 2, 3])
    #expect(excerpts.allSatisfy { DisplayWidth.of($0.text) < 140 })
    #expect(excerpts[0].text.contains("8件") && excerpts[0].text.hasPrefix("…"))
    #expect(excerpts[2].text == "末行")
  }

  @Test(
    "Odd spans point somewhere and never trap",
    arguments: [[Span(0, 0)], [Span(0, 900)], [Span(500, 900)], [Span(0, 3), Span(1, 2)], []])
  func oddSpans(_ spans: [Span]) {
    let table = table(.with("甲\n乙\r\n丙e\u{301}👨‍👩‍👧", spans))
    #expect(table.hasSuffix("1 error\n\n"))
  }

  @Test("A clean document gives nothing, and nothing steers the terminal")
  func quiet() {
    #expect(table(Document(id: "a", text: "一")) == "")
    #expect(!table(.with("\u{1B}[2J8件", [Span(4, 6)])).contains("\u{1B}"))
    #expect(table(.with("8件", [Span(0, 2)]), usesColour: true).contains("\u{1B}[1;31m^^^"))
  }
}

@Suite("Findings as SARIF")
struct SARIFWriterTests {
  private func log(_ documents: [Document]) throws -> [String: Any] {
    var output = OutputBuffer()
    var writer = SARIFWriter(toolVersion: "1.2.3")
    writer.begin(&output)
    for document in documents { writer.write(document, to: &output) }
    writer.end(&output)
    let json = try JSONSerialization.jsonObject(with: Data(output.bytes))
    return try #require(json as? [String: Any])
  }

  private func run(_ documents: [Document]) throws -> [String: Any] {
    try #require((log(documents)["runs"] as? [[String: Any]])?.first)
  }

  @Test("A log is valid JSON with none, one and several results", arguments: 0...3)
  func results(_ count: Int) throws {
    let document = Document.with("8件\"", [Span(0, 2)])
    let documents = Array(repeating: document, count: count) + [Document(id: "z", text: "")]
    let results = try #require(run(documents)["results"] as? [[String: Any]])
    #expect(results.count == count)
    #expect(try log(documents)["version"] as? String == "2.1.0")
  }

  @Test("Regions count code points, as the run says; the file is a reference")
  func regions() throws {
    let run = try run([.with("题\n𠮷8件", [Span(3, 5), Span(0, 1)])])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let place = try #require(location["physicalLocation"] as? [String: Any])
    let region = try #require(place["region"] as? [String: Any])
    #expect(region["startLine"] as? Int == 2 && region["startColumn"] as? Int == 2)
    #expect(region["endLine"] as? Int == 2 && region["endColumn"] as? Int == 4)
    let artifact = try #require(place["artifactLocation"] as? [String: Any])
    #expect(artifact["uri"] as? String == "%E9%80%9A%E6%8A%A5%201.txt")
    #expect((result["relatedLocations"] as? [Any])?.count == 1)
    #expect(result["ruleIndex"] as? Int == FindingCatalogue.index(of: "sum.mismatch"))
  }

  @Test("Paths become references")
  func references() {
    #expect(SARIFWriter.uri(of: "/a b/c.txt") == "file:///a%20b/c.txt")
    #expect(SARIFWriter.uri(of: "x:y") == "x%3Ay")
  }
}
