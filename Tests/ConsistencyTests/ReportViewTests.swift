import Testing

@testable import Consistency

@Suite("What a report is asked before any check looks closer")
struct ReportViewTests {
  @Test("A sentence has the kinds of words that stand in it, and only those")
  func cues() {
    let text = "接报120起,同比上升5%。其中酒驾3起,截至18日共8起。另有3人。"
    let units = Array(text.utf16)
    let map = SentenceMap(units)
    let sentences = ["接", "其", "另"].compactMap { head in
      units.firstIndex { [$0] == Array(head.utf16) }.map { map.index(of: $0) }
    }
    #expect(sentences == [0, 1, 2])
    #expect(map.cues(of: 0).isSuperset(of: [.changes, .compared]))
    #expect(map.cues(of: 1).isSuperset(of: [.among, .totals, .upTo]))
    #expect(map.cues(of: 0).isDisjoint(with: [.among, .totals]))
    #expect(map.cues(of: 2).isEmpty)
    #expect(map.cues.contains([.changes, .among]))
  }

  @Test("A total is announced where its word stands, and not behind it")
  func totals() throws {
    let units = Array("抓获3人、5人,共8人".utf16)
    let map = SentenceMap(units)
    let place = try #require(units.firstIndex(of: 0x5171))  // 共
    #expect(map.hasTotal(0, from: place))
    #expect(!map.hasTotal(0, from: place + 1))
  }

  @Test("Sentences are found from any hint")
  func hints() {
    let map = SentenceMap(Array("一。二。三。四。五。六。七。八。".utf16))
    for position in 0..<16 {
      for near in 0..<10 { #expect(map.index(of: position, near: near) == position / 2) }
    }
  }

  @Test("Words are equal whatever marks stand in them and however they are put together")
  func plainWords() {
    #expect(PlainWords("“两抢”的案件") == PlainWords("两抢案件"))
    #expect(PlainWords("抓获").followed(by: "嫌疑人") == PlainWords("抓获嫌疑人"))
    #expect(PlainWords("抓获") != PlainWords("查获"))
    #expect(PlainWords("抓 获了").length == 2)
    #expect(PlainWords.text(of: "“两抢”的案件") == "两抢案件")
    #expect(PlainWords(exactly: "的") != PlainWords(""))
  }

  @Test(
    "Units of a working text become the characters that they stand for",
    arguments: ["", "a", "é", "甲", "2月18日(周日)é😀𠮷", "kW·h"])
  func workingText(_ text: String) {
    #expect(TextSlice(text).description == text)
    let half = Array("甲😀".utf16.dropLast())
    #expect(TextSlice(half[...]).description == String(decoding: half, as: UTF16.self))
  }

  @Test("Only digests that were added more than once form groups, in the order of their positions")
  func groups() {
    var groups = DigestGroups()
    for (position, digest) in [7, 3, 7, 9, 3, 7].enumerated() {
      groups.add(UInt64(digest), at: position)
    }
    var found: [[Int]] = []
    groups.forEachRepeated { found.append($0) }
    #expect(found == [[0, 2, 5], [1, 4]])
  }

  @Test(
    "Units are told apart by what they count",
    arguments: [
      ("名", "人", true), ("起", "宗", true), ("名", "起", false), ("辆", "辆", true), ("辆", "台", false),
      ("", "", true), ("%", "‰", false), ("百分点", "个百分点", true), ("人", "人次", false),
    ])
  func units(_ left: String, _ right: String, _ areSame: Bool) {
    #expect((UnitKey(left) == UnitKey(right)) == areSame)
  }

  @Test("What stands before a division is judged without its superiors' names")
  func divisions() throws {
    let chain = ["陕西省", "延安市", "宝塔区"].map { DivisionName(code: "", name: $0) }
    let name = DivisionText("陕西西安市宝塔区")
    let outer = try #require(name.part(before: DivisionText("宝塔区")))
    let rest = outer.withoutNames(of: chain.dropLast())
    #expect(rest.description == "西安市")
    #expect(rest.isDivision)
    #expect(DivisionText("龙南县").part(before: DivisionText("龙南市"))?.isEmpty == true)
    #expect(DivisionText("延安市").part(before: DivisionText("宝塔区")) == nil)
    #expect(!DivisionText("高新区").isDivision)
  }
}
