import TongbaoText

/// One dictionary entry: a word of one class with its value.
public struct LexiconEntry: Sendable, Hashable {
  /// The class, which is the name of the file it stands in.
  public var className: String
  /// The word as the working text spells it.
  public var surface: String
  public var value: String
  /// The value where it is a whole number.
  public var number: Int?

  public init(className: String, surface: String, value: String, number: Int? = nil) {
    self.className = className
    self.surface = surface
    self.value = value
    self.number = number ?? Int(value)
  }
}

/// All words in one automaton, with what they mean; read from a mapped image.
///
/// Classes and literals of rules share one space of *symbols*: a word is a list of entries, and an
/// entry is a symbol with a value.
public struct LexiconImage: Sendable {
  public let image: Image
  public let trie: Trie
  public let folding: FoldingTable
  /// Names of the symbols; a literal's name is the literal in quotation marks.
  public let symbolNames: [String]
  private let values: StringTable
  private let surfaces: StringTable
  private let starts: ImageArray<Int32>
  private let symbols: ImageArray<UInt16>
  private let valueIndices: ImageArray<Int32>
  private let words: ImageArray<Int32>

  /// `nil` where the image is incomplete.
  public init?(image: Image) {
    guard let trie = Trie(image: image) else { return nil }
    let folding = image.array("folding", of: UInt16.self)
    guard folding.count == 65_536 else { return nil }
    self.image = image
    self.trie = trie
    self.folding = FoldingTable(units: Array(folding))
    symbolNames = image.strings("symbols")
    values = StringTable(image: image, name: "values")
    surfaces = StringTable(image: image, name: "surfaces")
    starts = ImageArray(image: image, name: "entry.starts")
    symbols = ImageArray(image: image, name: "entry.symbols")
    valueIndices = ImageArray(image: image, name: "entry.values")
    words = ImageArray(image: image, name: "entry.words")
  }

  /// Entries of word *w* are `entryStarts[w]..<entryStarts[w + 1]`.
  public var entryStarts: UnsafeBufferPointer<Int32> { starts.elements }
  public var entrySymbols: UnsafeBufferPointer<UInt16> { symbols.elements }
  public var entryValues: UnsafeBufferPointer<Int32> { valueIndices.elements }

  /// The entry of that index, with its strings.
  public func entry(_ index: Int) -> LexiconEntry {
    LexiconEntry(
      className: symbolNames[Int(entrySymbols[index])],
      surface: surfaces[Int(words[index])], value: values[Int(entryValues[index])])
  }

  /// The entries of exactly this word, which must be folded as the working text is.
  public func entries(of word: String) -> [LexiconEntry] {
    var node = Trie.root
    for unit in word.utf16 {
      node = trie.child(of: node, by: unit)
      if node < 0 { return [] }
    }
    let word = Int(trie.word(at: node))
    guard word >= 0 else { return [] }
    return (Int(entryStarts[word])..<Int(entryStarts[word + 1])).map(entry)
  }
}
