import Testing
import TongbaoText

@testable import Interchange

@Suite("Pages")
struct HTMLWriterTests {
  private func page(_ writer: some DocumentWriter, _ document: Document) -> String {
    var output = OutputBuffer()
    writer.begin(&output)
    writer.write(document, to: &output)
    writer.end(&output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private func marked(_ text: String, _ spans: [Span]) -> String {
    var output = OutputBuffer()
    let marks = spans.map { TextMark(span: $0, className: "c", title: "t") }
    MarkedText.write(ReportText(text), marks: marks, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
      .replacing("<mark class=\"c\" title=\"t\">", with: "[").replacing("</mark>", with: "]")
  }

  @Test("Marks nest, and crossing ones are taken apart")
  func marks() {
    #expect(marked("甲乙丙丁", [Span(1, 2), Span(0, 3)]) == "[甲[乙]丙]丁")
    #expect(marked("甲乙丙丁", [Span(0, 2), Span(1, 3)]) == "[甲[乙]][丙]丁")
    #expect(marked("甲乙", [Span(0, 1), Span(1, 2)]) == "[甲][乙]")
    #expect(marked("甲", [Span(0, 1), Span(0, 1), Span(0, 0), Span(0, 9)]) == "[[甲]]")
    #expect(marked("", []) == "")
  }

  @Test("Whatever marks there are, the text stays and every mark is closed")
  func anyMarks() {
    var random = SystemRandomNumberGenerator()
    let text = "一二三四五六七八九十"
    for _ in 0..<300 {
      let spans = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        let start = Int.random(in: 0...10, using: &random)
        return Span(start, Int.random(in: start...10, using: &random))
      }
      let marked = marked(text, spans)
      var depth = 0
      for character in marked {
        depth += character == "[" ? 1 : character == "]" ? -1 : 0
        guard depth >= 0 else { break }
      }
      #expect(depth == 0, "\(spans)")
      #expect(marked.filter { !"[]".contains($0) } == text, "\(spans)")
    }
  }

  @Test("Nothing in a document becomes markup")
  func hostile() {
    var document = Document(id: "<b>\"'", source: "&<i>", text: "<script>alert('1')</script>\u{0}")
    var mention = Mention(
      type: .number, span: Span(0, 8), text: "<script>", value: "\"><u>", rule: "<r>")
    mention.name = "\" onload=\""
    document.mentions = [mention]
    document.figures = [
      Figure(action: "<a>", object: "<o>", mention: 0, aggregation: .plain, span: Span(0, 8))
    ]
    document.findings = [
      Finding(
        code: "<c>", severity: .error, spans: [Span(0, 8)], message: "<m>", expected: "<e>",
        found: "<f>")
    ]
    for page in [page(MentionPageWriter(), document), page(FindingPageWriter(), document)] {
      for tag in ["<script", "<b>", "<i>", "<u>", "<r>", "<o>", "<c>", "<m>", "<e>", "<f>"] {
        #expect(!page.contains(tag))
      }
      #expect(!page.contains("\" onload=\"") && !page.contains("\u{0}"))
      #expect(page.contains("&lt;script&gt;"))
    }
  }

  @Test("Mentions carry type, value and rule, repairs what was read, figures a link")
  func mentions() {
    let page = page(MentionPageWriter(), .sample)
    #expect(page.contains("title=\"date: 2024-02-18, lunar 2024-01-09 [date.lunar]\">正月初九</mark>"))
    #expect(page.contains("<del class=\"repair\" title=\"pinyin-gloss: left out\">(jì)</del>"))
    let anchor = Document.sample.anchor
    #expect(page.contains("id=\"\(anchor)-1\"") && page.contains("href=\"#\(anchor)-1\""))
  }

  @Test("Findings are marked in place and listed with links to their places")
  func findings() {
    let page = page(FindingPageWriter(), .sample)
    let anchor = Document.sample.anchor
    #expect(page.contains("id=\"\(anchor)-0-1\"") && page.contains("href=\"#\(anchor)-0-1\""))
    #expect(page.contains("found: 2月30日"))
  }
}
