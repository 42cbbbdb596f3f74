import ICUBridge
import Testing
import TongbaoText

@Suite("Intake")
struct IntakeTests {
  private let text = "截至2月18日，全市公安机关共出动警力560人次，破获各类刑事案件125起，抓获犯罪嫌疑人36名。"

  private func encode(_ text: String, _ charset: String) throws -> [UInt8] {
    let converter = try CharsetConverter(charset)
    return try Array(text.utf16).withUnsafeBufferPointer { try converter.encode($0) }
  }

  @Test("UTF-8 is read with and without a mark")
  func utf8() throws {
    #expect(try Intake.decode(Array(text.utf8)) == DecodedText(text: text, charset: "UTF-8"))
    #expect(try Intake.decode([0xEF, 0xBB, 0xBF] + Array(text.utf8)).text == text)
    #expect(try Intake.decode([UInt8]()).text == "")
  }

  @Test(
    "Other charsets are detected", arguments: ["GB18030", "UTF-16LE", "UTF-16BE"])
  func otherCharsets(charset: String) throws {
    let decoded = try Intake.decode(try encode(text, charset))
    #expect(decoded.text == text)
    #expect(decoded.charset == charset)
    #expect(!decoded.isLossy)
  }

  @Test("Big5 is detected, and a wrong hint does not mislead")
  func big5() throws {
    let traditional = "警方昨晚在觀塘拘捕兩名本地男子，檢獲約二百三十萬元懷疑毒品，案件由毒品調查科跟進。"
    let bytes = try encode(traditional, "Big5")
    #expect(try Intake.decode(bytes).text == traditional)
    #expect(try Intake.decode(bytes, hint: "UTF-8").text == traditional)
    #expect(try Intake.decode(bytes, hint: "big5").text == traditional)
  }

  @Test("A declaration in the page is believed")
  func declaredCharset() throws {
    let page = "<meta charset=\"gb2312\"><p>案</p>"
    #expect(try Intake.decode(try encode(page, "GBK")).text == page)
  }

  @Test("Broken bytes are counted and located")
  func brokenBytes() throws {
    var bytes = Array(text.utf8)
    bytes.insert(0xFF, at: 6)
    bytes.append(0xE4)
    let decoded = try Intake.decode(bytes)
    #expect(decoded.charset == "UTF-8")
    #expect(decoded.isLossy)
    #expect(decoded.notes == ["2 malformed UTF-8 sequences became U+FFFD, the first at byte 6"])
    #expect(decoded.text.unicodeScalars.count { $0 == "\u{FFFD}" } == 2)
  }

  @Test("Binary data is refused in one line")
  func binary() throws {
    let samples: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0], Array("%PDF-1.7 abc".utf8),
      (0..<200).map { $0 % 7 == 0 ? 0 : UInt8($0) | 0x80 }, [1, 2, 3, 4, 5, 6, 7, 8],
    ]
    for bytes in samples {
      #expect { _ = try Intake.decode(bytes) } throws: { error in
        guard case .notText = error as? IntakeError else { return false }
        return !"\(error)".contains("\n")
      }
    }
  }

  @Test("No bytes crash the intake", arguments: 0..<300)
  func anyBytes(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
      UInt8.random(in: seed % 2 == 0 ? 0...255 : 0x20...255, using: &random)
    }
    _ = try? Intake.decode(bytes)
  }
}
