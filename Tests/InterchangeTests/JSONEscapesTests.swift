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
