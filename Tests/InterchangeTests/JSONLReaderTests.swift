import Foundation
import Testing

@testable import Interchange

@Suite("Reading JSON lines")
struct JSONLReaderTests {
  private func read(_ lines: String) throws -> [InputItem] {
    let folder = try TemporaryFolder()
    return Array(DocumentReader(inputs: [try folder.write(lines, to: "news.jsonl")]))
  }

  @Test("A record gives text, identifier and date, and its further keys as they were written")
  func record() throws {
    let line =
      #"{"n": 1.50, "id": "甲", "text": "a\"\u4e2d\ud83d\ude00\n", "#
      + #""published": "2024-02-19T08:30:00", "o": {"b": [1, "\u0041"]}, "mentions": []}"#
    let document = try #require(try read("\u{FEFF}" + line).first?.document)
    #expect(document.id == "甲")
    #expect(document.text == "a\"中😀\n")
    #expect(document.published == "2024-02-19T08:30:00")
    #expect(document.extra.map(\.key) == ["n", "o"])
    #expect(
      document.extra.map { String(decoding: $0.json, as: UTF8.self) }
        == ["1.50", #"{"b": [1, "\u0041"]}"#])
  }

  @Test("Records without identifier are named by file and line; a number stays as written")
  func identifiers() throws {
    let items = try read(
      "{\"text\":\"\"}\r\n\n{\"id\":null,\"text\":\"\"}\n{\"id\":7,\"text\":\"\"}")
    #expect(items.map(\.document?.id) == ["news:1", "news:3", "7"])
  }

  @Test(
    "A bad line is a failure that names line and remedy; the others go on",
    arguments: [
      "{", "[]", "nonsense", #"{"text": 5}"#, #"{"id": "a"}"#, #"{"text": "a"} x"#,
      #"{"text": "a",}"#, #"{"text": "\x"}"#, #"{"text": "a", "n": 01}"#, "{\"text\": \"\u{1}\"}",
      String(repeating: "[", count: 100_000), #"{"text": "\u12"#, "\u{0}",
    ])
  func badLine(_ line: String) throws {
    let items = try read("{\"text\": \"甲\"}\n\(line)\n{\"text\": \"乙\"}\n")
    #expect(items.map(\.document?.text) == ["甲", nil, "乙"])
    #expect(items[1].failure?.line == 2)
    #expect(items[1].failure?.remedy.isEmpty == false)
  }

  @Test("A date that does not exist is reported and the document read without it")
  func badDate() throws {
    let items = try read(#"{"text": "甲", "published": "2023-02-29"}"#)
    #expect(items.first?.failure?.line == 1)
    #expect(items.last?.document?.text == "甲")
    #expect(items.last?.document?.published == nil)
  }

  @Test("Of a repeated key the last value counts; half a surrogate pair is lost")
  func oddities() throws {
    let items = try read(#"{"text": "a", "k": 1, "text": "b\ud800c", "k": 2}"#)
    #expect(items.first?.document?.text == "b\u{FFFD}c")
    #expect(items.first?.document?.extra == [ExtraMember(key: "k", json: [0x32])])
  }

  @Test("The scanner accepts what Foundation accepts, whatever byte of a record is damaged")
  func agreesWithFoundation() {
    let record = Array(#"{"a": [1.5e3, -0, {"b": "\n\u00e9x"}], "c": true, "d": null}"#.utf8)
    for index in record.indices {
      for byte in Array("\"\\{}[],:x0 ".utf8) {
        var damaged = record
        damaged[index] = byte
        var scanner = JSONObjectScanner(damaged)
        let accepted = (try? scanner.members()) != nil
        let object = try? JSONSerialization.jsonObject(with: Data(damaged))
        let text = String(decoding: damaged, as: UTF8.self)
        #expect(accepted == (object is [String: Any]), "\(text)")
      }
    }
  }
}
