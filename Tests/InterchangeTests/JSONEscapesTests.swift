import Foundation
import Numerals
import Testing

@testable import Interchange

@Suite("Bytes of JSON strings")
struct JSONEscapesTests {
  @Test("A byte that must be escaped is found wherever it stands, and no other one")
  func everyByteAtEveryPlace() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<20 {
        var bytes = [UInt8](repeating: 0xE4, count: 20)
        bytes[place] = byte
        let found = bytes.withUnsafeBufferPointer { JSONEscapes.firstSpecial(in: $0, from: 0) }
        #expect(found == (JSONEscapes.isSpecial(byte) ? place : 20))
      }
    }
  }

  @Test("What stands before the place that is asked from does not count")
  func from() {
    let bytes = Array("\"12345678\\".utf8)
    #expect(bytes.withUnsafeBufferPointer { JSONEscapes.firstSpecial(in: $0, from: 1) } == 9)
    #expect(bytes.withUnsafeBufferPointer { JSONEscapes.firstSpecial(in: $0, from: 10) } == 10)
  }

  @Test("Texts of any length are copied whole, whatever stands in them and wherever")
  func texts() {
    for length in 0..<40 {
      let plain = String(repeating: "x", count: length)
      #expect(written { $0.text(plain) } == "\"\(plain)\"")
      for place in 0..<length {
        let (head, tail) = (plain.prefix(place), plain.dropFirst(place + 1))
        #expect(written { $0.text("\(head)\n\(tail)") } == "\"\(head)\\n\(tail)\"")
      }
    }
    #expect(written { $0.text("甲\"乙", prefix: 3) } == "\"甲\"")
  }

  @Test(
    "Whole numbers have all their digits",
    arguments: [
      0, 7, 10, 99, 100, 101, 999, 1000, 1010, 9999, 10_000, 123_456, -1, -10_000, .max, .min,
    ])
  func wholeNumbers(_ number: Int) {
    #expect(written { $0.number(number) } == "\(number)")
  }

  private func written(_ write: (inout JSONCursor) -> Void) -> String {
    var output = OutputBuffer()
    output.fill(atMost: 1024) { room in
      var cursor = JSONCursor(room)
      write(&cursor)
      return cursor.position
    }
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test(
    "Decimals are written as they describe themselves",
    arguments: [
      "0", "-1", "120", "1200000000000", "0.5", "-0.05", "20.9", "1.000000000000000001",
      "123456789012345678901234567890", "-9223372036854775808", "0.0000000000000000000001",
    ])
  func decimals(_ text: String) throws {
    let number = try #require(ExactDecimal(text))
    var output = OutputBuffer()
    output.append(number)
    #expect(String(decoding: output.bytes, as: UTF8.self) == number.description)
  }

  @Test("A buffer grows with what is written and keeps its memory when it is emptied")
  func growth() {
    var output = OutputBuffer()
    var expected: [UInt8] = []
    for number in 0..<10_000 {
      output.append(number)
      output.append("、")
      expected += Array("\(number)、".utf8)
    }
    #expect(output.bytes == expected)
    #expect(output.count == expected.count)
    output.removeAll()
    #expect(output.bytes.isEmpty)
    var other = OutputBuffer()
    other.append("甲")
    output.append(other)
    output.appendJSON("甲\n")
    #expect(String(decoding: output.bytes, as: UTF8.self) == #"甲"甲\n""#)
  }
}
