import Foundation
import Testing

@testable import Interchange

@Suite("Reading documents")
struct DocumentReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func items(_ inputs: String..., columns: ColumnNames = ColumnNames()) -> [InputItem] {
    Array(DocumentReader(inputs: inputs, columns: columns))
  }

  @Test("A folder is walked sorted by path, other files and hidden ones left out")
  func walksSorted() throws {
    for name in ["b.txt", "a/x.txt", "a-b.html", "a/.hidden.txt", "note.md", "a/y/z.HTM", "图.txt"] {
      try folder.write("正文", to: name)
    }
    #expect(items(folder.path).compactMap(\.document?.id) == ["a-b", "a/x", "a/y/z", "b", "图"])
    #expect(items(folder.path + "/").compactMap(\.document?.id).count == 5)
  }

  @Test("What the run itself writes is no input, by whatever path it is named")
  func outputsLeftOut() throws {
    try folder.write("正文", to: "a.txt")
    try folder.write(#"{"text": "甲"}"#, to: "out.jsonl")
    let reader = DocumentReader(
      inputs: [folder.path], excluding: [folder.path + "/none", folder.path + "//out.jsonl"])
    #expect(Array(reader).map(\.document?.id) == ["a"])
  }

  @Test("A link to a folder above does not lead in circles")
  func linksEnd() throws {
    try folder.write("正文", to: "a/x.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a/again", withDestinationPath: folder.path)
    #expect(items(folder.path).count == 1)
  }

  @Test("A file named by itself may have any name")
  func anyName() throws {
    let text = try folder.write("全区警情", to: "通报.2024")
    #expect(items(text).first?.document?.text == "全区警情")
    #expect(items(text).first?.document?.id == "通报")
    let records = try folder.write(#"{ "text": "甲" }"#, to: "records")
    #expect(items(records).first?.document?.id == "records:1")
  }

  @Test("A missing path is one failure and the others go on")
  func missingPath() throws {
    let present = try folder.write("在", to: "a.txt")
    let items = items(folder.path + "/none.txt", present)
    #expect(items.first?.failure?.problem == "no such file or folder")
    #expect(items.last?.document?.text == "在")
  }

  @Test("A folder that may not be read is one failure", .enabled(if: geteuid() != 0))
  func closedFolder() throws {
    try folder.write("甲", to: "closed/a.txt")
    try folder.write("乙", to: "open.txt")
    let closed = folder.path + "/closed"
    chmod(closed, 0)
    defer { chmod(closed, 0o700) }
    let items = items(folder.path)
    #expect(items.first?.failure?.problem == "not readable")
    #expect(items.last?.document?.text == "乙")
  }

  /// “全区接报警情560起。” and a line feed, as `gzip` writes it.
  private let gzipped = Data(
    base64Encoded: "H4sIAAAAAAACAwEcAOP/5YWo5Yy65o6l5oql6K2m5oOFNTYw6LW344CCCjPE3kccAAAA")

  @Test("Compressed files are read like those they hold, in folders too")
  func compressed() throws {
    let bytes = try #require(gzipped)
    try folder.write(bytes, to: "b.txt.gz")
    try folder.write(bytes.prefix(40), to: "c.txt.gz")
    try folder.write("在", to: "d.txt")
    let items = items(folder.path)
    #expect(items.map(\.document?.id) == ["b", nil, "d"])
    #expect(items.first?.document?.text == "全区接报警情560起。\n")
    #expect(items[1].failure?.description.contains("ends in the middle") == true)
  }

  @Test("A pattern stands for the files that match it, a list for its lines")
  func patternsAndLists() throws {
    for name in ["2023-1.txt", "2024-2.txt", "2024-1.txt", "[a].txt"] {
      try folder.write("在", to: name)
    }
    #expect(items(folder.path + "/2024-*.txt").map(\.document?.id) == ["2024-1", "2024-2"])
    #expect(items(folder.path + "/[a].txt").map(\.document?.id) == ["[a]"])
    #expect(items(folder.path + "/1999-*.txt").first?.failure?.problem == "no such file or folder")
    let list = try folder.write(
      "\(folder.path)/2023-1.txt\r\n\nnone.txt\n\(folder.path)/2024-1.txt", to: "list")
    let listed = Array(DocumentReader(inputs: [], pathList: list))
    #expect(listed.map(\.document?.id) == ["2023-1", nil, "2024-1"])
    let missing = Array(DocumentReader(inputs: [], pathList: "none"))
    #expect(missing.map(\.failure?.path) == ["none"])
  }

  @Test("The bytes of files and folders are counted beforehand and while they are read")
  func measured() throws {
    try folder.write("在", to: "a.txt")
    try folder.write(try #require(gzipped), to: "b.txt.gz")
    try folder.write("no document", to: "c.md")
    #expect(DocumentReader.size(of: [folder.path]) == 3 + (gzipped?.count ?? 0))
    #expect(DocumentReader.size(of: [folder.path, "-"]) == nil)
    let meter = ByteMeter()
    _ = Array(DocumentReader(inputs: [folder.path], meter: meter))
    #expect(meter.bytes == DocumentReader.size(of: [folder.path]))
  }

  @Test("An empty file is an empty document")
  func emptyFile() throws {
    let path = try folder.write("", to: "empty.txt")
    #expect(items(path).map(\.document?.text) == [""])
    #expect(items(try folder.write("", to: "empty.jsonl")).isEmpty)
    #expect(items(try folder.write("", to: "empty.csv")).count == 1)
  }

  @Test("A picture is refused with a remedy")
  func picture() throws {
    let header: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]
    let path = try folder.write(header + Array(repeating: 0, count: 100), to: "a.txt")
    let failure = try #require(items(path).first?.failure)
    #expect(failure.description.hasPrefix(path + ": "))
    #expect(failure.description.contains("; "))
  }

  @Test("Any bytes give one item a file and at least nothing worse than failures")
  func randomBytes() throws {
    var generator = SystemRandomNumberGenerator()
    for size in [1, 3, 17, 1000] {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(items(try folder.write(bytes, to: "r.txt")).count == 1, "\(bytes)")
      _ = items(try folder.write(bytes, to: "r.jsonl"))
      _ = items(try folder.write(bytes, to: "r.csv"))
    }
  }

  @Test("Truncated UTF-8 does not end the reading")
  func truncatedText() throws {
    let path = try folder.write(Array("截至今日".utf8).dropLast(), to: "a.txt")
    #expect(items(path, try folder.write("乙", to: "b.txt")).count == 2)
  }

  @Test("Inputs longer than a piece are read whole")
  func longInputs() throws {
    let text = String(repeating: "值班值守，", count: 10_000)
    #expect(items(try folder.write(text, to: "a.txt")).first?.document?.text == text)
    #expect(text.utf8.count > 1 << 17)
    let lines = (0..<3).map { _ in "{\"text\": \"\(text)\"}" }.joined(separator: "\n")
    let read = items(try folder.write(lines, to: "a.jsonl"))
    #expect(read.map(\.document?.text) == [text, text, text])
  }
}

extension InputItem {
  var document: InputDocument? {
    if case .document(let document) = self { document } else { nil }
  }

  var failure: InputFailure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
