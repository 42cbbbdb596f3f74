import ICUBridge
import Testing
import TongbaoText

@Suite("Folding")
struct FoldingTests {
  private func folded(_ text: String) throws -> String {
    try Fixtures.folding.get().folded(text)
  }

  @Test(
    "Every width and script of a character reads as one",
    arguments: [
      ("２０２４年", "2024年"), ("（第３期）", "(第3期)"), ("５０％～６０％", "50%~60%"),
      ("ＡＢｃ：；，．", "ABc:;,."), ("一　二\u{A0}三\u{2009}四", "一 二 三 四"),
      ("1－9月、1−9月", "1-9月、1-9月"), ("1–9月、1―9月", "1—9月、1—9月"),
      ("3〜5名、3∼5名", "3~5名、3~5名"), ("公安機關", "公安机关"), ("五輛、兩個、壹萬圓", "五辆、两个、壹万圆"),
      ("後、於、徵", "后、于、征"), ("⼀⽉⽇", "一月日"), ("⻋⻔⻢", "车门马"), ("鉆探", "钻探"),
    ])
  func foldsWidthAndScript(original: String, expected: String) throws {
    let expected = expected.replacing("圆", with: try folded("圓"))
    #expect(try folded(original) == expected)
  }

  @Test("Chinese punctuation and enclosed numbers stay")
  func keepsPunctuation() throws {
    let text = "《通告》“双节”、。①㈠Ⅲ…·"
    #expect(try folded(text) == text)
  }

  @Test("A character of GB 2312 stays as it is, but for seven that are names only")
  func simplifiedStays() throws {
    let table = try Fixtures.folding.get()
    let converter = try CharsetConverter("GBK")
    var changed: Set<Character> = []
    for row in UInt8(0xB0)...0xF7 {
      for cell in UInt8(0xA1)...0xFE {
        let units = try [row, cell].withUnsafeBufferPointer { try converter.decode($0).units }
        for unit in units where table[unit] != unit && !(0xE000...0xFFFF).contains(unit) {
          changed.insert(Character(String(decoding: [unit], as: UTF16.self)))
        }
      }
    }
    #expect(changed == Set("後於徵夥麽菸馀"))
  }

  @Test("Folding twice is folding once")
  func foldingIsIdempotent() throws {
    let table = try Fixtures.folding.get()
    let moving = (0...UInt16.max).filter { table[table[$0]] != table[$0] }
    #expect(moving.map { String($0, radix: 16) } == [])
  }

  @Test("The table survives being stored as plain units")
  func storesAsUnits() throws {
    let table = try Fixtures.folding.get()
    let copy = table.units.withUnsafeBufferPointer { FoldingTable(copying: $0) }
    #expect(copy == table)
    #expect(FoldingTable.identity.units.count == FoldingTable.count)
  }
}
