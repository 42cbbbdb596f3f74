import Foundation
import Testing
import TongbaoText

@testable import Interchange

@Suite("Writing files")
struct OutputFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func buffer(_ text: String) -> OutputBuffer {
    var buffer = OutputBuffer()
    buffer.append(text)
    return buffer
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path) }
  }

  @Test("A file stands in its place only when it is finished")
  func atomic() throws {
    let path = try folder.write("旧", to: "out.jsonl")
    chmod(path, 0o600)
    let file = try OutputFile(path: path)
    try file.write(buffer("新"))
    try file.flush()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "旧")
    try file.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "新")
    #expect(try names == ["out.jsonl"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test("An unfinished file leaves nothing behind")
  func abandoned() throws {
    do {
      let file = try OutputFile(path: folder.path + "/out")
      try file.write(buffer("x"))
      try file.flush()
    }
    #expect(try names.isEmpty)
  }

  @Test("A place that cannot be written is said at once")
  func unwritable() {
    #expect(throws: OutputFailure.self) { try OutputFile(path: folder.path + "/none/out") }
    #expect(throws: OutputFailure.self) { try OutputFile(path: folder.path) }
  }

  @Test("A device is written to directly")
  func device() throws {
    let file = try OutputFile(path: "/dev/null")
    try file.write(buffer("x"))
    try file.finish()
  }
}

@Suite("Writing words")
struct SegmentWriterTests {
  @Test("Words stand on the lines of the text, blanks left out")
  func lines() {
    var output = OutputBuffer()
    let document = InputDocument(id: "a", text: "甲𠮷 乙\n\n丙")
    let words = [Span(0, 2), Span(2, 3), Span(3, 4), Span(4, 6), Span(6, 7)]
    SegmentWriter(format: .text).write(document, words: words, to: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "甲𠮷 乙\n\n丙\n")
    output.removeAll()
    SegmentWriter(format: .jsonl).write(document, words: [Span(1, 2)], to: &output)
    #expect(
      String(decoding: output.bytes, as: UTF8.self)
        == #"{"schema":1,"id":"a","words":[{"start":1,"end":2,"text":"𠮷"}]}"# + "\n")
  }
}
