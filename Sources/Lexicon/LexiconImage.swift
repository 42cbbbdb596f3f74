import TongbaoText

/// All words in one automaton, with what they mean; read from a mapped image.
///
/// Classes and literals of rules share one space of *symbols*: a word is a list of entries, and an
/// entry is a symbol with a value. A class, for it is never changed and handed on at every match.
public final class LexiconImage: Sendable {
  public let image: Image
  public let trie: Trie
  public let folding: FoldingTable
  /// Names of the symbols; a literal's name is the literal in quotation marks.
  public let symbolNames: [String]
  let hashedNames: [HashedName]
  private let symbolsByName: SymbolTable
  let values: StringTable
  let surfaces: StringTable
  /// Of each value the whole number that it is, or `Int64.min`.
  let numbers: ImageArray<Int64>
  private let symbols: ImageArray<UInt16>
  private let valueIndices: ImageArray<Int32>
  let words: ImageArray<Int32>
  /// Of each entry the value that names its word; see ``LexiconEntry/ownName``.
  let ownNames: ImageArray<Int32>

  /// `nil` where the image is incomplete.
  public init?(image: Image) {
    guard let trie = Trie(image: image) else { return nil }
    let folding = image.array("folding", of: UInt16.self)
    guard folding.count == 65_536 else { return nil }
    self.image = image
    self.trie = trie
    self.folding = FoldingTable(units: Array(folding))
    symbolNames = image.strings("symbols")
    hashedNames = symbolNames.map { HashedName($0) }
    symbolsByName = SymbolTable(names: hashedNames)
    values = StringTable(image: image, name: "values")
    surfaces = StringTable(image: image, name: "surfaces")
    numbers = ImageArray(image: image, name: "value.numbers")
    symbols = ImageArray(image: image, name: "entry.symbols")
    valueIndices = ImageArray(image: image, name: "entry.values")
    words = ImageArray(image: image, name: "entry.words")
    ownNames = ImageArray(image: image, name: "entry.names")
  }

  public var entrySymbols: UnsafeBufferPointer<UInt16> { symbols.elements }
  public var entryValues: UnsafeBufferPointer<Int32> { valueIndices.elements }

  public func entry(_ index: Int) -> LexiconEntry { LexiconEntry(lexicon: self, index: index) }

  /// The symbol of a dictionary class; `nil` where no class has that name.
  public func symbol(of className: HashedName) -> UInt16? { symbolsByName[className] }

  /// The entries of exactly this word, which must be folded as the working text is.
  public func entries(of word: String) -> [LexiconEntry] {
    entryRange(of: word.utf16).map(entry)
  }

  /// The value that a class gives to a word; `nil` where the word is not in the class.
  public func value(of word: String, in className: HashedName) -> String? {
    symbolsByName[className].flatMap { value(of: entryRange(of: word.utf16), symbol: $0) }
  }

  /// The value that a class gives to a word of a text; `nil` where the word is not in the class.
  public func value(
    of word: UnsafeBufferPointer<UInt16>, in className: HashedName
  ) -> String? {
    symbolsByName[className].flatMap { value(of: entryRange(of: word), symbol: $0) }
  }

  private func value(of entries: Range<Int>, symbol: UInt16) -> String? {
    for entry in entries where entrySymbols[entry] == symbol {
      return values[Int(entryValues[entry])]
    }
    return nil
  }

  /// Indices of the entries of a word.
  @inline(__always)
  private func entryRange(of word: some Sequence<UInt16>) -> Range<Int> {
    var node = Trie.root
    for unit in word {
      node = trie.child(of: node, by: unit)
      if node < 0 { return 0..<0 }
    }
    return trie.entries(at: node)
  }

  /// Calls `body` with the entries of all words that begin at the head of a range of a text and
  /// end in it, shorter words first, until it returns `true`; tells whether it did.
  ///
  /// - Complexity: a step for each unit of the longest such word.
  public func visitEntries(
    in range: Range<Int>, of text: UnsafeBufferPointer<UInt16>,
    _ body: (_ end: Int, _ entry: Int) -> Bool
  ) -> Bool {
    var node = Trie.root
    for position in range {
      node = trie.child(of: node, by: text[position])
      if node < 0 { return false }
      for entry in trie.entries(at: node) where body(position + 1, entry) { return true }
    }
    return false
  }

  /// Whether some word of a class begins at the head of the range and ends in it.
  public func hasWord(
    of className: HashedName, in range: Range<Int>, of text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard let symbol = symbolsByName[className] else { return false }
    return visitEntries(in: range, of: text) { entrySymbols[$1] == symbol }
  }

  /// Whether the range as a whole is a word of a class.
  public func isWord(
    _ range: Range<Int>, of className: HashedName, in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard let symbol = symbolsByName[className] else { return false }
    for entry in entryRange(of: UnsafeBufferPointer(rebasing: text[range]))
    where entrySymbols[entry] == symbol {
      return true
    }
    return false
  }
}
