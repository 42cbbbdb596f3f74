/// What each UTF-16 unit may begin in the eyes of the figure linker: a bit for each unit, few
/// enough to stay in the nearest cache, and a count that leads from a bit to a node.
struct UnitBeginnings: Sendable {
  enum Beginning {
    case nothing, mark
    /// A word; its node in the tree of words.
    case word(node: Int)
  }

  /// 64 units in a row.
  private struct Block: BitwiseCopyable {
    /// Which of them begin a word, and which are marks.
    var words: UInt64 = 0
    var marks: UInt64 = 0
    /// The node of the first of them that begins a word. Those of the others follow in order.
    var firstNode = 0
  }

  private var blocks = [Block](repeating: Block(), count: 1 << 10)

  init(_ words: UnitTrie) {
    words.forEachBeginning { unit, node in
      let block = Int(unit >> 6)
      if blocks[block].words == 0 { blocks[block].firstNode = node }
      blocks[block].words |= Self.bit(unit)
    }
    for unit in FigurePunctuation.units { blocks[Int(unit >> 6)].marks |= Self.bit(unit) }
  }

  @inline(__always)
  private static func bit(_ unit: UInt16) -> UInt64 { 1 << UInt64(unit & 63) }

  /// A unit that is a mark begins no word.
  @inline(__always)
  subscript(unit: UInt16) -> Beginning {
    let block = blocks[Int(unit >> 6)]
    let bit = Self.bit(unit)
    if (block.words | block.marks) & bit == 0 { return .nothing }
    if block.marks & bit != 0 { return .mark }
    return .word(node: block.firstNode + (block.words & (bit - 1)).nonzeroBitCount)
  }
}
