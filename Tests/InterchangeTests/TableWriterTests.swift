import Testing
import TongbaoText

@testable import Interchange

@Suite("Writing tables for people")
struct TableWriterTests {
  private func table(_ document: Document, _ writer: TableWriter = TableWriter()) -> String {
    var output = OutputBuffer()
    writer.write(document, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test("Columns are aligned by display width under a heading with the proof of the date")
  func layout() {
    #expect(
      table(.sample) == """
        甲  (a.txt)
        reference 2024-02-18, inferred from “正月初九” (1:1)
        type   text      value       where  rule
        date   正月初九  2024-02-18  1:1    date.lunar
        count  56名      >56 名      1:7    count.over
        place            610602      1:10   place
        3 mentions: 1 date, 1 count, 1 place; 1 figure; 1 finding; 1 repair


        """)
  }

  @Test("Only long texts are shortened, and nothing steers the terminal")
  func longAndHostile() {
    var document = Document(id: "a\u{1B}[31m", text: "")
    let long = String(repeating: "很长", count: 30)
    document.mentions = [
      Mention(type: .number, span: Span(0, 0), text: long, value: long, rule: "r\nx")
    ]
    let table = table(document, TableWriter(textLimit: 9))
    #expect(table.contains("很长…很长  \(long)  1:1    r x"))
    #expect(!table.contains("\u{1B}"))
  }

  @Test("Colours come only when asked for")
  func colours() {
    #expect(!table(.sample).contains("\u{1B}"))
    #expect(table(.sample, TableWriter(usesColour: true)).hasPrefix("\u{1B}[1m甲"))
  }

  @Test("An unknown date says which years fit")
  func unknownDate() {
    let reference = ReferenceDate(
      date: nil, basis: .none, alternatives: ["2013-02-18", "2024-02-18"])
    let table = table(Document(id: "a", text: "", reference: reference))
    #expect(
      table == "a\nreference unknown, could be 2013-02-18, 2024-02-18\n0 mentions; 0 repairs\n\n")
  }
}

@Suite("Width on a terminal")
struct DisplayWidthTests {
  @Test(
    "Wide characters take two columns, marks none",
    arguments: [
      ("", 0), ("abc", 3), ("中文", 4), ("，。“”", 6), ("Ａ１", 4), ("ｱ", 1), ("한국", 4), ("かナ", 4),
      ("e\u{301}", 1), ("\u{200B}\u{200D}\u{FEFF}", 0), ("𠮷", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2),
      ("⼀", 2), ("〇", 2), ("㎡", 2), ("é", 1), ("—…", 2), ("\u{3000}", 2), ("ᄒ\u{1161}\u{11AB}", 2),
      ("❤\u{FE0F}", 2), ("（）", 4), ("￥", 2), ("¥", 1),
    ])
  func widths(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test("Shortening keeps both ends within the limit", arguments: 1...12)
  func shortening(_ limit: Int) {
    let text = "截至2月18日19时"
    let fitted = DisplayWidth.fitted(text, to: limit)
    #expect(DisplayWidth.of(fitted) <= limit)
    #expect(fitted.contains("…"))
    #expect(DisplayWidth.fitted(text, to: DisplayWidth.of(text)) == text)
  }
}

@Suite("Lines and columns")
struct LinePositionsTests {
  // Offsets: 甲 0, 𠮷 1, LF 2, CR 3, 乙 4, CR 5, LF 6, 丙 7.
  @Test(
    "All kinds of line end count once, columns count code points",
    arguments: [
      (0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 3, 1), (5, 3, 2), (7, 4, 1), (8, 4, 2),
    ])
  func places(_ offset: Int, _ line: Int, _ column: Int) {
    let positions = LinePositions("甲𠮷\n\r乙\r\n丙")
    #expect(positions.place(of: offset) == LinePositions.Place(line: line, column: column))
  }
}
