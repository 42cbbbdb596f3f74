/// A cell of the double array, with the entries of the word that ends there: all that a step of
/// the search reads lies side by side in memory.
@frozen
public struct TrieNode: BitwiseCopyable, Sendable {
  @usableFromInline var base: Int32 = 0
  @usableFromInline var check: Int32 = -1
  @usableFromInline var firstEntry: Int32 = 0
  @usableFromInline var entryCount: Int32 = 0
}

/// A double-array trie in the memory of an image: one memory access a character.
@frozen
public struct Trie: @unchecked Sendable {
  // `@unchecked Sendable` is right: the pointers lead into an image that is never written to, and
  // whoever holds the trie holds the image beside it (`LexiconImage`).
  @usableFromInline let nodes: UnsafePointer<TrieNode>
  @usableFromInline let codes: UnsafePointer<UInt16>
  @usableFromInline let count: UInt32

  public static let root: Int32 = 0

  /// `nil` where the image lacks the arrays.
  init?(image: Image) {
    let nodes = image.array("trie.nodes", of: TrieNode.self)
    let codes = image.array("trie.codes", of: UInt16.self)
    guard let nodePointer = nodes.baseAddress, let codePointer = codes.baseAddress,
      codes.count == 65_536
    else { return nil }
    self.nodes = nodePointer
    self.codes = codePointer
    count = UInt32(nodes.count)
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

  /// The entries of the word that ends at this node; empty where none does.
  @inlinable @inline(__always)
  public func entries(at node: Int32) -> Range<Int> {
    let first = Int(nodes[Int(node)].firstEntry)
    return first..<first + Int(nodes[Int(node)].entryCount)
  }
}
