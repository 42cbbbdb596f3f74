import Testing
import TongbaoText

@testable import Lexicon

@Suite("The double-array trie")
struct TrieTests {
  private func image(of words: [String]) throws -> LexiconImage {
    var builder = LexiconBuilder(folding: .identity)
    for word in words { builder.add(word, class: "word", value: word) }
    var writer = ImageWriter()
    builder.write(to: &writer)
    let image = try #require(Image(bytes: writer.finish(digest: 7)))
    return try #require(LexiconImage(image: image))
  }

  @Test("finds every word that was put in and no other")
  func findsWhatWasPutIn() throws {
    var random = SeededGenerator(seed: 42)
    let letters = Array("起件宗名人次辆个家户省市县区镇一二三四五甲乙丙丁ABC")
    var words: Set<String> = []
    while words.count < 2_000 {
      let length = Int.random(in: 1...6, using: &random)
      words.insert(String((0..<length).compactMap { _ in letters.randomElement(using: &random) }))
    }
    let lexicon = try image(of: words.sorted())
    for word in words {
      #expect(lexicon.entries(of: word).map(\.value) == [word])
    }
    for word in words {
      let longer = word + "丁"
      #expect(lexicon.entries(of: longer).isEmpty == !words.contains(longer))
    }
  }

  @Test("keeps one word in several classes apart")
  func keepsClassesApart() throws {
    var builder = LexiconBuilder(folding: .identity)
    builder.add("日", class: "unit-time", value: "日")
    builder.add("日", class: "day-mark", value: "1")
    var writer = ImageWriter()
    builder.write(to: &writer)
    let image = try #require(Image(bytes: writer.finish(digest: 0)))
    let lexicon = try #require(LexiconImage(image: image))
    let entries = lexicon.entries(of: "日")
    #expect(entries.map(\.className).sorted() == ["day-mark", "unit-time"])
    #expect(entries.first { $0.className == "day-mark" }?.number == 1)
  }

  @Test("an empty dictionary finds nothing")
  func emptyDictionary() throws {
    #expect(try image(of: []).entries(of: "起").isEmpty)
  }
}

/// A small generator with a seed: the same words in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
