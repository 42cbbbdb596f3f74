import Testing
import TongbaoText

@testable import Evaluation

@Suite("The inline format of annotated bulletins")
struct InlineFormatTests {
  private let content = """
    # id: x-1
    # published: 2024-02-19
    # genre: test
    ⟦⟦延安市|place|610600⟧公安局|organization|-⟧截至⟦2月18日|date|2024-02-18⟧投入⟦560人次|count|560 人次⟧
    --- figures
    投入\t-\t560人次\tplain\t../2024-02-18\t延安市公安局\t-
    --- findings

    """

  @Test("gives text, nested mentions with code point spans, and figures")
  func reads() {
    let (document, faults) = InlineFormat.read(content, file: "x.gold")
    #expect(faults.isEmpty)
    #expect(document.text == "延安市公安局截至2月18日投入560人次")
    #expect(document.published == "2024-02-19")
    #expect(document.mentions.map(\.span) == [Span(0, 6), Span(0, 3), Span(8, 13), Span(15, 20)])
    #expect(document.figures.first?.object == "")
    #expect(document.figures.first?.period == "../2024-02-18")
  }

  @Test("written and read again is the same")
  func roundTrip() {
    let document = InlineFormat.read(content, file: "x.gold").document
    #expect(InlineFormat.read(InlineFormat.write(document), file: "x.gold").document == document)
  }

  @Test("faults name file and line")
  func faults() {
    let broken = content.replacing("|date|", with: "|data|").replacing("\tplain", with: "")
    let faults = InlineFormat.read(broken, file: "x.gold").faults.map(\.description)
    #expect(faults.contains { $0.hasPrefix("x.gold:4:") && $0.contains("“data” is no type") })
    #expect(faults.contains { $0.hasPrefix("x.gold:6:") && $0.contains("7 columns") })
  }

  @Test("a mark that is never closed spoils no other line")
  func openMark() {
    let broken = content.replacing("560 人次⟧", with: "560 人次\n⟦3名|count|3 名⟧")
    let (document, faults) = InlineFormat.read(broken, file: "x.gold")
    #expect(faults.map(\.line) == [4, 7])
    #expect(document.mentions.last?.text == "3名")
  }
}
