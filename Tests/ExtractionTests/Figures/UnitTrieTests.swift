import Testing

@testable import Extraction

@Suite("Tree of words")
struct UnitTrieTests {
  private func value(_ word: String, in trie: UnitTrie) -> UInt16? {
    var node = UnitTrie.root
    for unit in word.utf16 {
      guard let next = trie.child(of: node, by: unit) else { return nil }
      node = next
    }
    return trie.value(at: node)
  }

  @Test("Every word is found by its number, whatever the order of the list")
  func allWords() {
    let words = ["查处", "查", "同比期", "较上年同期", "较上年", "全部加起来", "全部", "处"]
    for shift in words.indices {
      var list = UnitWords()
      let rotated = Array(words[shift...] + words[..<shift])
      for (number, word) in rotated.enumerated() {
        list.add(word.utf16, value: UInt16(number + 1))
      }
      let trie = UnitTrie(list) { $0.first ?? 0 }
      for (number, word) in rotated.enumerated() {
        #expect(value(word, in: trie) == UInt16(number + 1))
      }
    }
  }

  @Test("The beginning of a word is no word, and what is not listed has no way")
  func otherWords() {
    var list = UnitWords()
    list.add("同比增长".utf16, value: 7)
    let trie = UnitTrie(list) { $0.first ?? 0 }
    #expect(value("同比", in: trie) == 0)
    #expect(value("同期", in: trie) == nil)
    #expect(value("同比增长率", in: trie) == nil)
  }

  @Test("A word that is listed twice hands out both numbers, in the order of the list")
  func twice() {
    var list = UnitWords()
    for (word, number) in [("年增", 1), ("年", 5), ("年增", 2)] as [(String, UInt16)] {
      list.add(word.utf16, value: number)
    }
    let trie = UnitTrie(list) { $0.reduce(0) { 10 * $0 + $1 } }
    #expect(value("年增", in: trie) == 12)
    #expect(value("年", in: trie) == 5)
  }

  @Test("A tree of no words has no way from its root")
  func empty() {
    let trie = UnitTrie(UnitWords()) { _ in 1 }
    #expect(trie.child(of: UnitTrie.root, by: 0x4E00) == nil)
    #expect(trie.value(at: UnitTrie.root) == 0)
  }
}
