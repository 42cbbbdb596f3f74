import Testing
import TongbaoText

/// A text with damage put into it, and the undamaged twin.
private struct DamagedText {
  var clean = ""
  var damaged = ""

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "全市公安机关", "破获案件", "125", "起，", "抓获嫌疑人", "３６名", "。", "截至", "2月18日", "（正月初九），", "輛次", "😀",
      "統一部署", "；",
    ]
    let damage = [
      "\u{200B}", "\u{FEFF}", "<b>", "</span>", "<!-- x -->", "\u{E010}", "\u{00AD}\u{200E}",
      "<font color=\"red\">", "<script>x<y</script>",
    ]
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      clean += piece
      for character in piece.unicodeScalars {
        damaged.unicodeScalars.append(character)
        if Int.random(in: 0..<5, using: &random) == 0 {
          damaged += damage[Int.random(in: 0..<damage.count, using: &random)]
        }
        if character == "統" { damaged += Bool.random(using: &random) ? "(tǒng)" : "（tǒng）" }
      }
    }
  }
}

@Suite("Damage")
struct DamageTests {
  @Test("A damaged text reads like its undamaged twin", arguments: 0..<150)
  func damagedTwin(seed: Int) throws {
    let text = DamagedText(seed: UInt64(seed))
    #expect(try Fixtures.working(text.damaged) == Fixtures.working(text.clean))
  }

  @Test("Any part of the working text is what its original slice reads as", arguments: 0..<60)
  func partsReadAlike(seed: Int) throws {
    let source = try Fixtures.source(DamagedText(seed: UInt64(seed)).damaged)
    var random = SeededGenerator(seed: UInt64(seed) + 1_000)
    for _ in 0..<60 where !source.units.isEmpty {
      var start = Int.random(in: 0..<source.units.count, using: &random)
      var end = Int.random(in: start + 1...source.units.count, using: &random)
      // Half of a surrogate pair has the slice of the whole.
      if UTF16.isTrailSurrogate(source.units[start]) { start -= 1 }
      if UTF16.isLeadSurrogate(source.units[end - 1]) { end += 1 }
      let slice = source.slice(source.span(of: start..<end))
      #expect(try Fixtures.working(slice) == source.working(start..<end))
    }
  }

  @Test(
    "Both sides of the alignment advance together, and back leads where it came from",
    arguments: 0..<60)
  func alignmentIsMonotone(seed: Int) throws {
    let source = try Fixtures.source(DamagedText(seed: UInt64(seed)).damaged)
    var last = Span(0, 0)
    for unit in 0..<source.units.count {
      let span = source.alignment.source(of: unit)
      #expect(span.start >= last.start && span.end >= last.end && span.count > 0)
      #expect(source.alignment.range(of: span).contains(unit))
      last = span
    }
    #expect(last.end <= source.scalarCount)
    for repair in source.repairs { #expect(source.slice(repair.span) == repair.text) }
  }

  @Test("No bytes and no mixture of special characters break anything", arguments: 0..<400)
  func anyTextIsRead(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("(（)）<>/&;#x?!-'\"\n\r pjìab1二纪。ü└澹貉影彩泄簿⼀\u{200B}\u{E000}😀".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...120, using: &random) {
      text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
    }
    let source = try Fixtures.source(String(text))
    var end = 0
    for unit in 0..<source.units.count {
      let span = source.alignment.source(of: unit)
      #expect(span.start >= 0 && span.end <= text.count && span.end >= end)
      end = span.end
    }
    for repair in source.repairs { #expect(source.slice(repair.span) == repair.text) }
    let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }
    _ = try Fixtures.source(String(decoding: bytes, as: UTF8.self))
  }

  @Test(
    "A megabyte of one thing takes no longer than any other",
    arguments: [
      "(", "（", "<", "&", "?", "<a", "<!--", "&amp;", "\n", "一\n", "纪(jì", "纪(ji)", "?ü",
      "<script>", "1\n",
      "</", "?;?", "<a '", "\u{200B}", "\u{E000}a", "？", "&#", "?龘龘龘", "😀",
    ])
  func worstCasesAreLinear(unit: String) throws {
    let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
    let source = try Fixtures.source(text)
    #expect(source.scalarCount == text.unicodeScalars.count)
    #expect(source.units.count <= text.utf16.count)
  }
}
