import Lexicon
import Numerals

/// A word or numeral that begins at some position of the working text.
struct Atom: BitwiseCopyable {
  /// Symbol of a dictionary entry, or -1 for a numeral.
  var symbol: Int32
  /// Position after it.
  var end: Int32
  /// Index of the entry, or of the reading.
  var reference: Int32
  /// Class of the reading, 0 for a word.
  var numeralClass: Int32 = 0
}

/// The atoms of a text, found position by position and kept as long as a match may need them.
struct AtomLattice {
  private static let window = 4_096

  private let trie: Trie
  private let entryStarts: UnsafeBufferPointer<Int32>
  private let entrySymbols: UnsafeBufferPointer<UInt16>
  private(set) var atoms: [Atom] = []
  private(set) var readings: [NumeralReading] = []
  private(set) var numeralClasses: NumeralClasses
  /// Which position each slot of the ring holds, and its range in `atoms`.
  private var tags = [Int32](repeating: -1, count: window)
  private var ranges = [Range<Int32>](repeating: 0..<0, count: window)

  init(program: RuleProgram, lexicon: LexiconImage) {
    numeralClasses = NumeralClasses(program: program)
    trie = lexicon.trie
    entryStarts = lexicon.entryStarts
    entrySymbols = lexicon.entrySymbols
  }

  /// Forgets another text, or positions so far back that no match reaches them.
  mutating func reset() {
    atoms.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    for index in tags.indices { tags[index] = -1 }
  }

  var isLarge: Bool { atoms.count > 1 << 15 }

  /// The range in `atoms` of those that begin at `position`, longest words last.
  mutating func range(
    at position: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Range<Int32> {
    let slot = position & (Self.window - 1)
    if tags[slot] == Int32(position) { return ranges[slot] }
    let first = Int32(atoms.count)
    appendWords(at: position, in: text)
    if NumeralScanner.canBegin(text[position]) { appendNumerals(at: position, in: text) }
    let range = first..<Int32(atoms.count)
    tags[slot] = Int32(position)
    ranges[slot] = range
    return range
  }

  private mutating func appendWords(at start: Int, in text: UnsafeBufferPointer<UInt16>) {
    var node = Trie.root
    var position = start
    while position < text.count {
      node = trie.child(of: node, by: text[position])
      if node < 0 { return }
      position += 1
      let word = trie.word(at: node)
      guard word >= 0 else { continue }
      for entry in entryStarts[Int(word)]..<entryStarts[Int(word) + 1] {
        atoms.append(
          Atom(symbol: Int32(entrySymbols[Int(entry)]), end: Int32(position), reference: entry))
      }
    }
  }

  private mutating func appendNumerals(at start: Int, in text: UnsafeBufferPointer<UInt16>) {
    let first = readings.count
    NumeralScanner.readings(in: text, at: start, into: &readings)
    for index in first..<readings.count {
      atoms.append(
        Atom(
          symbol: -1, end: Int32(readings[index].end), reference: Int32(index),
          numeralClass: numeralClasses.index(of: readings[index])))
    }
  }
}
