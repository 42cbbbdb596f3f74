/// What each UTF-16 unit may begin in the eyes of the figure linker, in one table: most characters
/// of a text are dismissed by one look.
struct UnitBeginnings: Sendable {
  enum Beginning {
    case nothing, mark
    /// A word; its node in the tree of words.
    case word(node: Int)
  }

  private static let mark = UInt16.max
  private static let nothing: UInt16 = 0
  /// By unit: nothing, a mark or a node.
  private var table = [UInt16](repeating: Self.nothing, count: 1 << 16)

  /// A unit that is a mark begins no word.
  init(_ words: UnitTrie) {
    words.forEachBeginning { unit, node in
      table[Int(unit)] = UInt16(truncatingIfNeeded: node)
    }
    for unit in FigurePunctuation.units { table[Int(unit)] = Self.mark }
  }

  @inline(__always)
  subscript(unit: UInt16) -> Beginning {
    switch table[Int(unit)] {
    case Self.nothing: .nothing
    case Self.mark: .mark
    case let node: .word(node: Int(node))
    }
  }
}
