import Numerals
import Testing

@Suite("The readings at one place")
struct ReadingListTests {
  @Test(
    "Shorter readings stand behind the longest",
    arguments: [
      ("2010.01.29", ["2010.01=2010.01", "2010=2010"]),
      ("12.5", ["12.5=12.5", "12=12"]),
      ("1 312", ["1 312=1312", "1=1"]),
      ("1,312", ["1,312=1312"]),
      ("500余万", ["500余万=>5000000", "500=500"]),
      ("3.5万", ["3.5万=35000"]),
      ("1,200亿", ["1,200亿=120000000000"]),
      ("3 万", ["3 万=30000", "3=3"]),
      ("零十二", ["零十二=12", "零=0"]),
      ("40k", ["40k=40000", "40=40"]),
      ("三点五", ["三点五=3.5", "三=3"]),
      ("三五", ["三五=3..5", "三=3"]),
      ("十五六", ["十五六=15..16", "十五=15"]),
      ("5千克", ["5千=5000", "5=5"]),
      ("五千克", ["五千=5000", "五=5"]),
      ("二十五兆瓦", ["二十五兆=25000000000000", "二十五=25"]),
      ("一百五", ["一百五=150", "一百=100"]),
      ("十几", ["十几=>10", "十=10"]),
      ("一百 五十", ["一百 五十=150", "一百=100"]),
      ("三百二十五", ["三百二十五=325"]),
      ("二〇二四", ["二〇二四=2024"]),
    ])
  func lists(text: String, expected: [String]) {
    #expect(descriptions(text) == expected)
  }

  @Test(
    "Digit strings know their length",
    arguments: [
      ("2024", 4), ("08", 2), ("二〇二四", 4), ("二零一五", 4), ("一九九八", 4), ("五", 1), ("〇八", 2),
      ("零", 1), ("二○二四", 4),
    ])
  func digitStrings(text: String, count: Int) {
    #expect(readings(text).first?.digitCount == count)
    #expect(readings(text).first?.end == text.utf16.count)
  }

  @Test(
    "Everything else has no digit count",
    arguments: [
      "十", "1,263", "1.5", "-5", "三五", "两", "俩", "五十", "40k", "500余", "3万", "百",
    ])
  func noDigitCount(text: String) {
    #expect(readings(text).first?.digitCount == nil)
  }

  @Test("Bare scales are marked", arguments: ["百", "千", "万", "亿", "百万", "千万", "百亿", "万亿"])
  func bareScales(text: String) {
    #expect(readings(text).first?.isBareScale == true)
    #expect(readings(text).first?.end == text.utf16.count)
  }

  @Test(
    "Numerals with a digit or an approximator are no bare scales",
    arguments: [
      "十", "一百", "3万", "万余", "数百", "百八十", "廿",
    ])
  func notBare(text: String) {
    #expect(readings(text).first?.isBareScale == false)
  }

  @Test("Only an exact whole number has an integer")
  func integers() {
    #expect(readings("三千五").first?.integer == 3500)
    #expect(readings("1.04M").first?.integer == 1_040_000)
    #expect(readings("-5").first?.integer == -5)
    #expect(readings("3.5").first?.integer == nil)
    #expect(readings("500余").first?.integer == nil)
    #expect(readings("三五").first?.integer == nil)
    #expect(readings("99999999999999999999").first?.integer == nil)
  }

  @Test(
    "A dash behind a quantity is no sign",
    arguments: [
      ("1-5", 1), ("A-5", 1), ("20%-30%", 3), ("3人次-5人次", 3), ("5万-8万", 2), ("10 - 5", 3),
      ("(一)-5", 3), ("2月-5月", 2), ("--5", 1), ("三元-5元", 2),
    ])
  func rangeDashes(text: String, start: Int) {
    #expect(readings(text, at: start).isEmpty)
  }

  @Test(
    "A dash behind other text is a sign",
    arguments: [
      ("降至-5", 2, "-5=-5"), ("由3度降至-5", 5, "-5=-5"), ("气温-5", 2, "-5=-5"), ("(-5)", 1, "-5=-5"),
      ("净额: - 1,200", 4, "- 1,200=-1200"), ("为负五", 1, "负五=-5"),
    ])
  func signs(text: String, start: Int, expected: String) {
    #expect(descriptions(text, at: start).first == expected)
  }

  @Test("数 behind a noun is its suffix")
  func nounSuffix() {
    #expect(readings("人数百余", at: 1).isEmpty)
    #expect(descriptions("有数百", at: 1).first == "数百=100..999")
  }

  @Test("Readings of an earlier place do not hide those of a later one")
  func accumulates() {
    var result: [NumeralReading] = []
    Array("二十五".utf16).withUnsafeBufferPointer {
      for start in 0..<3 { NumeralScanner.readings(in: $0, at: start, into: &result) }
    }
    #expect(result.map(\.amount.canonical) == ["25", "15", "5"])
  }

  @Test(
    "Whatever begins a numeral is announced",
    arguments: Array("09.-−负負一九〇零两兩俩十百千万萬亿億兆数几廿壹玖拾佰仟".utf16))
  func announced(unit: UInt16) {
    #expect(NumeralScanner.canBegin(unit))
  }

  @Test("Plain text begins none", arguments: Array("的在人年点余多来 ,%a年月日元".utf16))
  func notAnnounced(unit: UInt16) {
    #expect(!NumeralScanner.canBegin(unit))
  }
}
