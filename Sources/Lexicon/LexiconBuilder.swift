import TongbaoText

/// Collects words and writes them into an image.
public struct LexiconBuilder {
  private struct Entry: Hashable {
    var symbol: UInt16
    var value: Int32
  }

  private let folding: FoldingTable
  private var symbols: [String: UInt16] = [:]
  private var symbolNames: [String] = []
  private var valueIndices: [String: Int32] = [:]
  private var values: [String] = []
  private var words: [[UInt16]: [Entry]] = [:]

  public init(folding: FoldingTable) {
    self.folding = folding
  }

  /// Adds a word to a class. The same word may be in many classes, and in one with many values.
  public mutating func add(_ surface: String, class name: String, value: String) {
    let folded = folding.fold(surface)
    guard !folded.isEmpty else { return }
    let entry = Entry(symbol: symbol(named: name), value: index(ofValue: value))
    if words[folded, default: []].contains(entry) { return }
    words[folded, default: []].append(entry)
  }

  /// Adds a literal of a rule and returns its symbol.
  public mutating func addLiteral(_ literal: String) -> UInt16 {
    let name = "\"\(literal)\""
    add(literal, class: name, value: literal)
    return symbol(named: name)
  }

  /// The symbol of a class, if any word is in it.
  public func symbol(of className: String) -> UInt16? { symbols[className] }

  /// How many classes there are, literals included.
  public var symbolCount: Int { symbolNames.count }

  /// The number of a value, if any entry has it.
  public func valueIndex(_ value: String) -> Int32? { valueIndices[value] }

  /// An entry as the image will hold it.
  public struct WrittenEntry {
    public var className: String
    /// Number of the word; the entries of one word stand side by side.
    public var word: Int
    public var value: String
  }

  /// The entries in the order of their indices in the image.
  public var entries: [WrittenEntry] {
    orderedWords.enumerated().flatMap { word, entries in
      entries.value.map {
        WrittenEntry(
          className: symbolNames[Int($0.symbol)], word: word, value: values[Int($0.value)])
      }
    }
  }

  private var orderedWords: [(key: [UInt16], value: [Entry])] {
    words.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// Lays the words out in the image.
  public func write(to image: inout ImageWriter) {
    let ordered = orderedWords
    let trie = TrieBuilder(words: ordered.map(\.key))
    let starts = ordered.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.value.count)) }
    let symbols = ordered.flatMap { $0.value.map(\.symbol) }
    image.add("trie.nodes", trie.nodes(entryStarts: starts, symbols: symbols))
    image.add("trie.codes", trie.codes)
    image.add("trie.pairs", trie.pairs)
    image.add("folding", folding.units)
    image.add("symbols", strings: symbolNames)
    image.add("values", strings: values)
    image.add("value.numbers", values.map { Int64($0) ?? .min })
    image.add("surfaces", strings: ordered.map { String(decoding: $0.key, as: UTF16.self) })
    writeEntries(ordered.map(\.value), to: &image)
    image.add("entry.names", ordered.flatMap { ownNames(of: $0.value, surface: $0.key) })
  }

  /// Of each entry of a word the value that is the word itself, where its class has that one too.
  private func ownNames(of entries: [Entry], surface: [UInt16]) -> [Int32] {
    let own = valueIndices[String(decoding: surface, as: UTF16.self)]
    return entries.map { entry in
      guard let own, entries.contains(Entry(symbol: entry.symbol, value: own)) else {
        return entry.value
      }
      return own
    }
  }

  private func writeEntries(_ words: [[Entry]], to image: inout ImageWriter) {
    var owners: [Int32] = []
    for (word, entries) in words.enumerated() {
      owners.append(contentsOf: repeatElement(Int32(word), count: entries.count))
    }
    let entries = words.joined()
    image.add("entry.words", owners)
    image.add("entry.symbols", entries.map(\.symbol))
    image.add("entry.values", entries.map(\.value))
  }

  private mutating func symbol(named name: String) -> UInt16 {
    if let known = symbols[name] { return known }
    let new = UInt16(symbolNames.count)
    symbols[name] = new
    symbolNames.append(name)
    return new
  }

  private mutating func index(ofValue value: String) -> Int32 {
    if let known = valueIndices[value] { return known }
    let new = Int32(values.count)
    valueIndices[value] = new
    values.append(value)
    return new
  }
}
