/// A double-array trie in the memory of an image: one array access a character.
@frozen
public struct Trie: @unchecked Sendable {
  // `@unchecked Sendable` is right: the pointers lead into an image that is never written to, and
  // whoever holds the trie holds the image beside it (`LexiconImage`).
  @usableFromInline let base: UnsafePointer<Int32>
  @usableFromInline let check: UnsafePointer<Int32>
  @usableFromInline let terminal: UnsafePointer<Int32>
  @usableFromInline let codes: UnsafePointer<UInt16>
  @usableFromInline let count: UInt32

  public static let root: Int32 = 0

  /// `nil` where the image lacks the arrays or they do not belong together.
  init?(image: Image) {
    let base = image.array("trie.base", of: Int32.self)
    let check = image.array("trie.check", of: Int32.self)
    let terminal = image.array("trie.terminal", of: Int32.self)
    let codes = image.array("trie.codes", of: UInt16.self)
    guard let basePointer = base.baseAddress, let checkPointer = check.baseAddress,
      let terminalPointer = terminal.baseAddress, let codePointer = codes.baseAddress,
      base.count == check.count, base.count == terminal.count, codes.count == 65_536
    else { return nil }
    self.base = basePointer
    self.check = checkPointer
    self.terminal = terminalPointer
    self.codes = codePointer
    count = UInt32(base.count)
  }

  /// The node after `unit`, or -1 where no word goes on so.
  @inlinable @inline(__always)
  public func child(of node: Int32, by unit: UInt16) -> Int32 {
    let code = Int32(codes[Int(unit)])
    guard code != 0 else { return -1 }
    let next = base[Int(node)] + code
    // Seen as unsigned, a cell before the first is beyond the last.
    return UInt32(bitPattern: next) < count && check[Int(next)] == node ? next : -1
  }

  /// The word that ends at this node, or -1.
  @inlinable @inline(__always)
  public func word(at node: Int32) -> Int32 { terminal[Int(node)] }
}
