/// A cell of the double array, with the entries of the word that ends there: all that a step of
/// the search reads lies side by side in memory.
@frozen
public struct TrieNode: BitwiseCopyable, Sendable {
  @usableFromInline var base: Int32 = 0
  @usableFromInline var check: Int32 = -1
  @usableFromInline var firstEntry: Int32 = 0
  @usableFromInline var entryCount: UInt16 = 0
  /// Symbol of the first entry, which mostly is the only one.
  @usableFromInline var firstSymbol: UInt16 = 0
}

/// A double-array trie in the memory of an image: one memory access a character.
@frozen
public struct Trie: @unchecked Sendable {
  // `@unchecked Sendable` is right: the pointers lead into an image that is never written to, and
  // whoever holds the trie holds the image beside it (`LexiconImage`).
  @usableFromInline let nodes: UnsafePointer<TrieNode>
  @usableFromInline let codes: UnsafePointer<UInt16>
  @usableFromInline let count: UInt32
  /// A bit for each pair of units that some word begins with, by a hash of the pair.
  @usableFromInline let pairs: UnsafePointer<UInt64>

  public static let root: Int32 = 0

  /// `nil` where the image lacks the arrays.
  init?(image: Image) {
    let nodes = image.array("trie.nodes", of: TrieNode.self)
    let codes = image.array("trie.codes", of: UInt16.self)
    let pairs = image.array("trie.pairs", of: UInt64.self)
    guard let nodePointer = nodes.baseAddress, let codePointer = codes.baseAddress,
      let pairPointer = pairs.baseAddress, codes.count == 65_536,
      pairs.count == TrieBuilder.pairWords
    else { return nil }
    self.nodes = nodePointer
    self.codes = codePointer
    count = UInt32(nodes.count)
    self.pairs = pairPointer
  }

  /// Whether some word may begin with these two units. It spares the walk, which is a miss of the
  /// processor's caches, wherever no word of two characters or more begins.
  @inlinable @inline(__always)
  public func mayBegin(with first: UInt16, _ second: UInt16) -> Bool {
    let bit = Self.pairBit(first, second)
    return pairs[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// Of 2^18 bits.
  @inlinable @inline(__always)
  static func pairBit(_ first: UInt16, _ second: UInt16) -> Int {
    Int(((UInt32(first) << 16 | UInt32(second)) &* 0x9e37_79b1) >> 14)
  }

  /// The node after `unit`, or -1 where no word goes on so.
  @inlinable @inline(__always)
  public func child(of node: Int32, by unit: UInt16) -> Int32 {
    let code = Int32(codes[Int(unit)])
    guard code != 0 else { return -1 }
    let next = nodes[Int(node)].base + code
    // Seen as unsigned, a cell before the first is beyond the last.
    return UInt32(bitPattern: next) < count && nodes[Int(next)].check == node ? next : -1
  }

  /// Symbol of the first entry of the word that ends at this node.
  @inlinable @inline(__always)
  public func firstSymbol(at node: Int32) -> UInt16 { nodes[Int(node)].firstSymbol }

  /// The entries of the word that ends at this node; empty where none does.
  @inlinable @inline(__always)
  public func entries(at node: Int32) -> Range<Int> {
    let first = Int(nodes[Int(node)].firstEntry)
    return first..<first + Int(nodes[Int(node)].entryCount)
  }
}
