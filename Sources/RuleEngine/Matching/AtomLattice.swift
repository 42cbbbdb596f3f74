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
  /// What the recognizer reads: the symbol of a word, the class of a numeral.
  var letter: Letter
}

/// The atoms of a text, found position by position and kept as long as a match may need them.
struct AtomLattice {
  private static let window = 1_024

  /// What is known of one position.
  struct Place: BitwiseCopyable {
    var position: Int32
    /// Range in `atoms` of those that begin here.
    var first: Int32
    var end: Int32
    /// The letters that can be taken here, characters included; a superset where numerals are
    /// not read yet.
    var letters: LetterSet
    /// What the words and numerals that begin here are to a run of characters before them.
    var anchors = Anchors.none
    /// Whether a rule can begin with something here, one bit a layer; open beginnings apart.
    var beginnings: UInt64 = 0
    /// Whether a numeral may begin here that nobody has asked for yet.
    var hasUnreadNumerals = false

    var range: Range<Int> { Int(first)..<Int(end) }

    @inline(__always)
    func begins(_ layer: Int) -> Bool { beginnings >> UInt64(layer) & 1 == 1 }
  }

  private let facts: SymbolTableFacts
  private let numeralClasses: NumeralClasses
  private let trie: Trie
  private let entrySymbols: UnsafeBufferPointer<UInt16>
  private(set) var atoms: [Atom] = []
  private(set) var readings: [NumeralReading] = []
  /// A ring over the text: position *p* stands in slot *p* mod `window`.
  private var places: [Place]
  private var anchorsAhead = AnchorsAhead()

  init(tables: MatcherTables, lexicon: LexiconImage) {
    facts = tables.facts
    numeralClasses = tables.numerals
    trie = lexicon.trie
    entrySymbols = lexicon.entrySymbols
    places = []
    reset()
  }

  /// What stands ahead of a position to end the run of characters that it is in.
  @inline(__always)
  mutating func anchors(ahead position: Int, in text: UnsafeBufferPointer<UInt16>) -> Anchors {
    if let known = anchorsAhead[position] { return known }
    return readAnchors(ahead: position, in: text)
  }

  private mutating func readAnchors(
    ahead position: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Anchors {
    for next in anchorsAhead.begin(at: position, in: text).reversed() {
      anchorsAhead.insert(place(at: next, in: text).anchors, at: next)
    }
    return anchorsAhead[position] ?? .anything
  }

  /// Forgets another text, or positions so far back that no match reaches them.
  mutating func reset() {
    atoms.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    anchorsAhead.reset()
    let unknown = Place(position: -1, first: 0, end: 0, letters: .none)
    if places.isEmpty {
      places = [Place](repeating: unknown, count: Self.window)
    } else {
      for index in places.indices { places[index] = unknown }
    }
  }

  var isLarge: Bool { atoms.count > 1 << 15 }

  /// What begins at `position`, longest words last.
  @inline(__always)
  mutating func place(
    at position: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Place {
    let place = places[position & (Self.window - 1)]
    return place.position == Int32(truncatingIfNeeded: position)
      ? place : read(position, in: text)
  }

  /// What begins at `position`, numerals inside other numerals included.
  @inline(__always)
  mutating func completePlace(
    at position: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Place {
    let place = place(at: position, in: text)
    return place.hasUnreadNumerals ? withNumerals(place, in: text) : place
  }

  /// The atoms of a place lie side by side, so those that it has come again before the numerals.
  private mutating func withNumerals(
    _ partial: Place, in text: UnsafeBufferPointer<UInt16>
  ) -> Place {
    var place = partial
    place.hasUnreadNumerals = false
    place.first = Int32(atoms.count)
    for index in partial.range { atoms.append(atoms[index]) }
    appendNumerals(at: Int(place.position), in: text, &place)
    place.end = Int32(atoms.count)
    places[Int(place.position) & (Self.window - 1)] = place
    return place
  }

  private func isInsideDigits(_ position: Int, in text: UnsafeBufferPointer<UInt16>) -> Bool {
    position > 0 && CharacterKind.digit.contains(text[position])
      && CharacterKind.digit.contains(text[position - 1])
  }

  @inline(never)
  private mutating func read(_ position: Int, in text: UnsafeBufferPointer<UInt16>) -> Place {
    let unit = text[position]
    var place = Place(
      position: Int32(truncatingIfNeeded: position), first: Int32(atoms.count), end: 0,
      letters: LetterSet(kindOf: unit))
    appendWords(at: position, in: text, &place)
    if isInsideDigits(position, in: text) {
      // Hardly a match goes on in the middle of a number.
      place.hasUnreadNumerals = true
      place.letters.formUnion(.numerals)
      place.anchors.formUnion(facts.numerals.anchors)
      place.beginnings |= facts.numerals.beginnings
    } else if NumeralScanner.canBegin(unit) {
      appendNumerals(at: position, in: text, &place)
    }
    place.end = Int32(atoms.count)
    places[position & (Self.window - 1)] = place
    return place
  }

  @inline(__always)
  private mutating func appendWords(
    at start: Int, in text: UnsafeBufferPointer<UInt16>, _ place: inout Place
  ) {
    var node = Trie.root
    var position = start
    while position < text.count {
      node = trie.child(of: node, by: text[position])
      if node < 0 { return }
      position += 1
      let entries = trie.entries(at: node)
      for entry in entries {
        let isFirst = entry == entries.lowerBound
        let symbol = isFirst ? trie.firstSymbol(at: node) : entrySymbols[entry]
        append(entry, of: symbol, endingAt: position, to: &place)
      }
      if position == start + 1, position < text.count,
        !trie.mayBegin(with: text[start], text[position])
      {
        return
      }
    }
  }

  @inline(__always)
  private mutating func append(
    _ entry: Int, of symbol: UInt16, endingAt end: Int, to place: inout Place
  ) {
    let known = facts.symbols[Int(symbol)]
    place.anchors.formUnion(known.anchors)
    guard !known.letters.isEmpty else { return }
    place.letters.formUnion(known.letters)
    place.beginnings |= known.beginnings
    atoms.append(
      Atom(
        symbol: Int32(symbol), end: Int32(truncatingIfNeeded: end),
        reference: Int32(truncatingIfNeeded: entry), letter: Letter(symbol: Int32(symbol))))
  }

  private mutating func appendNumerals(
    at start: Int, in text: UnsafeBufferPointer<UInt16>, _ place: inout Place
  ) {
    let first = readings.count
    NumeralScanner.readings(in: text, at: start, into: &readings)
    for index in first..<readings.count {
      let letter = Letter(numeralClass: numeralClasses.index(of: readings[index]))
      place.letters.insert(letter)
      atoms.append(
        Atom(symbol: -1, end: Int32(readings[index].end), reference: Int32(index), letter: letter))
    }
    if readings.count > first {
      place.anchors.formUnion(facts.numerals.anchors)
      place.beginnings |= facts.numerals.beginnings
    }
  }
}
