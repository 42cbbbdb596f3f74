import Numerals
import Testing

/// SplitMix64: the same numbers on every run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Properties of numerals")
struct NumeralPropertyTests {
  @Test(
    "Numbers written in Chinese",
    arguments: [
      (0, "零"), (10, "十"), (12, "十二"), (110, "一百一十"), (3506, "三千五百零六"), (10040, "一万零四十"),
      (100_000, "十万"), (20_000_300, "二千万零三百"), (-7, "负七"), (100_300_000, "一亿零三十万"),
    ])
  func chineseText(value: Int, text: String) {
    #expect(ChineseNumerals.text(for: value) == text)
  }

  @Test("What is written in Chinese reads back to the same number", arguments: [1, 2, 3])
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    for _ in 0..<3000 {
      let bits = Int.random(in: 1..<63, using: &generator)
      let value = Int.random(in: -(1 << bits)...(1 << bits), using: &generator)
      let text = ChineseNumerals.text(for: value)
      let reading = readings(text).first
      #expect(reading?.integer == value, "\(text)")
      #expect(reading?.end == text.utf16.count, "\(text)")
    }
  }

  @Test("Every number up to twelve thousand and the ends of Int read back")
  func roundTripSmall() {
    for value in Array(0...12_000) + [.max, .min] {
      #expect(readings(ChineseNumerals.text(for: value)).first?.integer == value)
    }
  }

  @Test(
    "Any jumble of numeral characters gives ordered readings inside the text", arguments: [7, 8])
  func jumble(seed: UInt64) {
    let letters = Array("0123459.,，-−eEkMG 一二三五九十百千万亿兆零〇○两俩廿卅几数多余来点壹伍参拾佰负人又分 ".utf16)
    var generator = SeededGenerator(state: seed)
    for _ in 0..<5000 {
      let text = (0..<40).map { _ in letters.randomElement(using: &generator)! }
      text.withUnsafeBufferPointer { buffer in
        for start in text.indices {
          var found: [NumeralReading] = []
          NumeralScanner.readings(in: buffer, at: start, into: &found)
          #expect(found.count <= 6)
          #expect(found.isEmpty || NumeralScanner.canBegin(text[start]))
          for (longer, shorter) in zip(found, found.dropFirst()) {
            #expect(longer.end > shorter.end)
          }
          #expect(found.allSatisfy { $0.end > start && $0.end <= text.count })
        }
      }
    }
  }

  @Test("A long run has no reading and is stepped over", arguments: ["一", "7", "零"])
  func longRun(letter: String) {
    let text = Array(String(repeating: letter, count: 1_000_000).utf16)
    text.withUnsafeBufferPointer { buffer in
      var found: [NumeralReading] = []
      NumeralScanner.readings(in: buffer, at: 0, into: &found)
      #expect(found.isEmpty)
      #expect(NumeralScanner.runEnd(in: buffer, at: 0) == text.count)
    }
  }

  @Test(
    "Reading at every place of a long text comes to its end",
    arguments: [
      "1-", "1,", "1 ", "一 ", "一 点 ", "千 五 ", "零十", "参", "一", "7", "万", "一百", "1.", "一点", "数",
    ])
  func everyPlace(unit: String) {
    let text = Array(String(repeating: unit, count: 100_000).utf16)
    text.withUnsafeBufferPointer { buffer in
      var found: [NumeralReading] = []
      for start in text.indices {
        found.removeAll(keepingCapacity: true)
        NumeralScanner.readings(in: buffer, at: start, into: &found)
      }
      #expect(NumeralScanner.runEnd(in: buffer, at: text.count) == text.count)
    }
  }

  @Test("Thirty digits are an amount, thirty-one are none")
  func runLimit() {
    #expect(readings(String(repeating: "9", count: 30)).first?.digitCount == 30)
    #expect(readings(String(repeating: "9", count: 31)).isEmpty)
  }
}
