import ICUBridge
import Testing

@Suite("Conversion")
struct ConversionTests {
  @Test("A text survives GB18030, Big5 and UTF-16 both ways")
  func roundTrips() throws {
    for charset in ["GB18030", "GBK", "Big5", "UTF-16LE", "UTF-16BE"] {
      let converter = try CharsetConverter(charset)
      let units = Array("公安局、12名".utf16)
      let bytes = try units.withUnsafeBufferPointer { try converter.encode($0) }
      let decoded = try bytes.withUnsafeBufferPointer { try converter.decode($0) }
      #expect(decoded.units == units)
      #expect(decoded.malformedCount == 0)
      #expect(decoded.firstMalformed == nil)
    }
  }

  @Test("Malformed bytes become U+FFFD, are counted and located, and the converter goes on")
  func malformedBytes() throws {
    let converter = try CharsetConverter("GB18030")
    let bytes: [UInt8] = [0x41, 0xFF, 0x42, 0xB0, 0xB2, 0xB0]
    for _ in 0..<2 {
      let decoded = try bytes.withUnsafeBufferPointer { try converter.decode($0) }
      #expect(String(decoding: decoded.units, as: UTF16.self) == "A\u{FFFD}B安\u{FFFD}")
      #expect(decoded.malformedCount == 2)
      #expect(decoded.firstMalformed == 1)
    }
  }

  @Test("An unknown charset is an error that names it")
  func unknownCharset() {
    #expect { _ = try CharsetConverter("no-such-charset") } throws: {
      "\($0)".contains("no-such-charset")
    }
  }

  @Test("Scripts are converted, however much longer the result is")
  func transliteration() throws {
    #expect(try Transliterator("Traditional-Simplified").transliterate("公安機關") == "公安机关")
    let latin = try Transliterator("Han-Latin; Latin-ASCII")
    let long = try latin.transliterate(String(repeating: "装", count: 500))
    #expect(long.hasPrefix("zhuang"))
    #expect(throws: ICUError.self) { _ = try Transliterator("No-Such") }
  }

  @Test("GB18030 is detected")
  func detection() throws {
    let text = "全市公安机关持续开展夏季治安打击整治行动，累计破获各类案件，抓获犯罪嫌疑人。"
    let converter = try CharsetConverter("GB18030")
    let bytes = try Array(text.utf16).withUnsafeBufferPointer { try converter.encode($0) }
    let guesses = try bytes.withUnsafeBufferPointer { try CharsetDetector().guesses(for: $0) }
    #expect(guesses.first?.charset == "GB18030")
  }

  @Test("Compatibility forms are composed")
  func composition() throws {
    #expect(try composedCompatibly(Array("⼀Ａ".utf16)) == Array("一A".utf16))
  }
}
