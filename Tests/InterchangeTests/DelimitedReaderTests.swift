import Testing

@testable import Interchange

@Suite("Reading tables")
struct DelimitedReaderTests {
  private let columns = ColumnNames(text: "正文", id: "编号", date: "日期")

  private func read(
    _ table: some Sequence<UInt8>, as name: String = "t.csv", columns: ColumnNames? = nil
  ) throws -> [InputItem] {
    let folder = try TemporaryFolder()
    let path = try folder.write(table, to: name)
    return Array(DocumentReader(inputs: [path], columns: columns ?? self.columns))
  }

  @Test("Quoted fields hold separators, line ends and doubled quotation marks")
  func quoting() throws {
    let table = "\u{FEFF}编号,正文,日期\r\n1,\"甲,\"\"乙\"\"\r\n丙\",2024-02-19\r\n\r\n2,丁,\r\n"
    let documents = try read(table.utf8).compactMap(\.document)
    #expect(documents.map(\.id) == ["1", "2"])
    #expect(documents.map(\.text) == ["甲,\"乙\"\r\n丙", "丁"])
    #expect(documents.map(\.published) == ["2024-02-19", nil])
  }

  @Test("Tabs separate the columns of .tsv, and the last line needs no end")
  func tabs() throws {
    let documents = try read("日期\t正文\t编号\n\t甲,乙\t3".utf8, as: "t.tsv").compactMap(\.document)
    #expect(documents.map(\.text) == ["甲,乙"])
    #expect(documents.map(\.id) == ["3"])
  }

  @Test("A missing column is one failure that names the columns there are")
  func missingColumn() throws {
    let items = try read("a,b\n1,2\n".utf8)
    #expect(items.count == 1)
    #expect(items.first?.failure?.remedy == "name one of “a”, “b” with --text-column")
  }

  @Test("A short row and a bad date are failures with their lines; the others go on")
  func badRows() throws {
    let items = try read("编号,日期,正文\n1\n2,昨天,乙\n3,,丙\n".utf8)
    #expect(items.compactMap(\.failure?.line) == [2, 3])
    #expect(items.compactMap(\.document?.text) == ["乙", "丙"])
  }

  @Test("A quotation mark without partner is a failure at the line where it stands")
  func openQuote() throws {
    let items = try read("正文\n甲\n\"乙\n丙\n".utf8, columns: ColumnNames(text: "正文"))
    #expect(items.first?.document?.id == "t:2")
    #expect(items.last?.failure?.line == 3)
  }

  @Test("What follows a closing quotation mark is taken literally")
  func strayAfterQuote() throws {
    let items = try read("text\n\"a\"b\nc\"d\n".utf8, columns: ColumnNames())
    #expect(items.map(\.document?.text) == ["ab", "c\"d"])
  }
}
