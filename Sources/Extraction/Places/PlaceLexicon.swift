import Lexicon

/// The dictionary as the constructors of places ask it.
///
/// A class, for it remembers which names can lie inside which; one thread uses it.
final class PlaceLexicon {
  /// What the words of a class are to a place's name.
  struct Traits: BitwiseCopyable {
    var form: PlaceExpression.Form?
    /// A word that no proper name holds.
    var isStop = false
    /// A common noun with a suffix of places.
    var isCommonNoun = false
    /// The short name of a division of county level or above.
    var isShortDivision = false
    /// Such a short name that is no ordinary word.
    var isPlainShort = false
    /// An official name, with its suffix.
    var isOfficialName = false
  }

  let lexicon: LexiconImage
  let table: PlaceTable
  private let trie: Trie
  private let symbols: UnsafeBufferPointer<UInt16>
  /// Of each symbol of the dictionary.
  private let traits: [Traits]
  private var descents = [Descent](repeating: Descent(), count: 256)

  init(_ lexicon: LexiconImage) {
    self.lexicon = lexicon
    table = PlaceTable(image: lexicon.image)
    trie = lexicon.trie
    symbols = lexicon.entrySymbols
    traits = Self.traits(in: lexicon)
  }

  func traits(of symbol: UInt16) -> Traits { traits[Int(symbol)] }

  /// The words at the head of a range that end in it, shorter ones first, until `body` returns
  /// `true`; tells whether it did.
  @inline(__always)
  func visitWords(
    in range: Range<Int>, of text: UnsafeBufferPointer<UInt16>,
    _ body: (_ end: Int, _ entry: Int, _ traits: Traits) -> Bool
  ) -> Bool {
    var node = Trie.root
    var position = range.lowerBound
    while position < range.upperBound {
      node = trie.child(of: node, by: text[position])
      if node < 0 { return false }
      position += 1
      for entry in trie.entries(at: node)
      where body(position, entry, traits[Int(symbols[entry])]) {
        return true
      }
    }
    return false
  }

  // MARK: - Nesting

  /// Whether one name lies in another, as it was found.
  private struct Descent {
    var outer = PlaceList.empty
    var inner = PlaceList.empty
    var allowsContradiction = false
    var isPossible = false
  }

  /// Whether a thing that `inner` means lies in one that `outer` means; where both are official
  /// names, which may contradict each other (陕西省西安市宝塔区), whether the levels go down.
  ///
  /// Long lists of namesakes stand in many chains, so the answers are kept.
  func canHold(_ outer: PlaceChain.Link, _ inner: PlaceChain.Link) -> Bool {
    let allowsContradiction =
      outer.form != .short && inner.form != .short && inner.form != .townStem
    let (above, below) = (outer.candidates, inner.candidates)
    guard above.count > 0, below.count > 0 else { return false }
    let slot = Int(truncatingIfNeeded: above.first &* 31 &+ below.first) & (descents.count - 1)
    let known = descents[slot]
    if known.outer == above, known.inner == below,
      known.allowsContradiction == allowsContradiction
    {
      return known.isPossible
    }
    let isPossible =
      holds(above, below) || (allowsContradiction && table.hasHigherLevel(above, than: below))
    descents[slot] = Descent(
      outer: above, inner: below, allowsContradiction: allowsContradiction, isPossible: isPossible)
    return isPossible
  }

  private func holds(_ outer: PlaceList, _ inner: PlaceList) -> Bool {
    for above in outer.range {
      for below in inner.range where table.holds(table[above], table[below]) { return true }
    }
    return false
  }

  // MARK: - Classes

  private static func traits(in lexicon: LexiconImage) -> [Traits] {
    var traits = [Traits](repeating: Traits(), count: lexicon.symbolNames.count)
    for (name, own) in classes {
      if let symbol = lexicon.symbol(of: name) { traits[Int(symbol)] = own }
    }
    return traits
  }

  private static let classes: [(HashedName, Traits)] = [
    ("place-full", Traits(form: .full, isOfficialName: true)),
    ("place-generic", Traits(form: .full)),
    ("place-short", Traits(form: .short, isShortDivision: true, isPlainShort: true)),
    ("place-short-common", Traits(form: .short, isShortDivision: true)),
    ("province-letter", Traits(form: .short)),
    ("province-letter-any", Traits(form: .short)),
    ("place-former", Traits(form: .former)),
    ("town-full", Traits(form: .town, isOfficialName: true)),
    ("town-short", Traits(form: .townStem)),
    ("country", Traits(form: .country)),
    ("place-stop", Traits(isStop: true)),
    ("place-common", Traits(isCommonNoun: true)),
  ]
}
