import Lexicon
import TongbaoText

/// The words that the figure linker knows, by the role each plays around an amount. A class, for
/// it is never changed and every step of the linking asks it.
public final class FigureLexicon: Sendable {
  private let trie: UnitTrie
  /// What the words do, by their numbers in the tree; the first is no word's.
  private let words: [ListedWord]
  /// What each unit may begin.
  private let beginnings: UnitBeginnings
  /// Ends of nouns, read backwards.
  private let statistics: UnitTrie
  private let heads: UnitTrie
  private let endings: UnitTrie
  private let generals: UnitTrie

  /// Reads the files of the dictionary folder `figures`, all their faults together.
  ///
  /// - Parameter files: texts by file name (`action.tsv`); other names are faults.
  /// - Throws: ``FigureLexiconError`` with file, line and remedy of each fault.
  public init(parsing files: [String: String]) throws(FigureLexiconError) {
    var lists = FigureWordLists()
    for (file, text) in files.sorted(by: { $0.key < $1.key }) { lists.read(text, named: file) }
    guard lists.faults.isEmpty else { throw FigureLexiconError(faults: lists.faults) }
    var words = lists.effects
    trie = UnitTrie(lists.words) { effects in
      if let only = effects.first, effects.count == 1 { return only }
      words.append(effects.reduce(into: .none) { $0.formUnion(lists.effects[Int($1)]) })
      return UInt16(truncatingIfNeeded: words.count - 1)
    }
    self.words = words.map(ListedWord.init)
    beginnings = UnitBeginnings(trie)
    // Of an end listed twice the first line holds.
    statistics = UnitTrie(lists.statistics) { $0.first ?? 0 }
    heads = UnitTrie(lists.heads) { $0.first ?? 0 }
    endings = UnitTrie(lists.endings) { $0.first ?? 0 }
    generals = UnitTrie(lists.generals) { $0.first ?? 0 }
  }

  /// Reads what ``write(to:)`` wrote; `nil` where the image holds no figure lexicon.
  public init?(image: Image) {
    guard let trie = UnitTrie(image: image, name: "figure-words"),
      let statistics = UnitTrie(image: image, name: "figure-statistics"),
      let heads = UnitTrie(image: image, name: "figure-heads"),
      let endings = UnitTrie(image: image, name: "figure-endings"),
      let generals = UnitTrie(image: image, name: "figure-generals")
    else { return nil }
    (self.trie, self.statistics, self.heads) = (trie, statistics, heads)
    (self.endings, self.generals) = (endings, generals)
    words = Array(image.array("figure-words.effects"))
    beginnings = UnitBeginnings(trie)
    guard !words.isEmpty else { return nil }
  }

  /// Writes the lexicon into an image, which only the program that wrote it reads.
  public func write(to image: inout ImageWriter) {
    image.add("figure-words.effects", words)
    trie.write(to: &image, name: "figure-words")
    statistics.write(to: &image, name: "figure-statistics")
    heads.write(to: &image, name: "figure-heads")
    endings.write(to: &image, name: "figure-endings")
    generals.write(to: &image, name: "figure-generals")
  }

  /// What a unit of the working text may begin.
  @inline(__always)
  func beginning(with unit: UInt16) -> UnitBeginnings.Beginning { beginnings[unit] }

  /// The longest word whose first unit stands at a position and leads to a node, and that ends
  /// within the bound. O(length of the longest word).
  func longestWord(
    from first: Int, at position: Int, before bound: Int, in units: [UInt16]
  ) -> (word: ListedWord, length: Int)? {
    var node = first
    var at = position + 1
    var (found, length) = (trie.value(at: node), 1)
    while at < bound, let next = trie.child(of: node, by: units[at]) {
      node = next
      at += 1
      let value = trie.value(at: node)
      if value != 0 { (found, length) = (value, at - position) }
    }
    return found == 0 ? nil : (words[Int(found)], length)
  }

  /// Whether a noun is itself a statistic (破案率), and whether one of a total (总值).
  func statistic(endingOf noun: Range<Int>, in units: [UInt16]) -> (is: Bool, total: Bool) {
    let value = longestEnd(of: noun, in: units, listedIn: statistics)
    return (value != 0, value == FigureWordLists.total)
  }

  /// Whether a noun may stand before its own verb (刑事案件破获).
  func isHead(_ noun: Range<Int>, in units: [UInt16]) -> Bool {
    longestEnd(of: noun, in: units, listedIn: heads) != 0
  }

  /// Whether a character makes a noun of the verb before it (检查站, 处置率).
  func isEnding(_ text: Range<Int>, in units: [UInt16]) -> Bool {
    isListed(text, in: units, by: endings)
  }

  /// Whether a noun says too little to stand alone after 等.
  func isGeneral(_ noun: Range<Int>, in units: [UInt16]) -> Bool {
    isListed(noun, in: units, by: generals)
  }

  private func longestEnd(
    of noun: Range<Int>, in units: [UInt16], listedIn list: UnitTrie
  ) -> UInt16 {
    var node = UnitTrie.root
    var found: UInt16 = 0
    var at = noun.upperBound
    while at > noun.lowerBound, let next = list.child(of: node, by: units[at - 1]) {
      node = next
      at -= 1
      let value = list.value(at: node)
      if value != 0 { found = value }
    }
    return found
  }

  private func isListed(_ text: Range<Int>, in units: [UInt16], by list: UnitTrie) -> Bool {
    var node = UnitTrie.root
    for at in text {
      guard let next = list.child(of: node, by: units[at]) else { return false }
      node = next
    }
    return list.value(at: node) != 0
  }
}

/// A word of the lexicon with what the cutting into tokens asks of it.
struct ListedWord: BitwiseCopyable, Sendable {
  let word: FigureWord
  /// Whether it is listed only to hide a cue inside it.
  let isPlain: Bool
  /// Whether as a single character it is read only where it can be no part of a longer word.
  let needsPlace: Bool
  let reports: Bool

  init(_ word: FigureWord) {
    self.word = word
    isPlain = word.isPlain
    needsPlace = word.isVerb || word.direction != nil || word.function == .breakdown
    reports = word.function == .reporting
  }
}

/// What is wrong with the figure lexicon's files.
public struct FigureLexiconError: Error, Sendable, CustomStringConvertible {
  public var faults: [DictionaryFault]

  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
