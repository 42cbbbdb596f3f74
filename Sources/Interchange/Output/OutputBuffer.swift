/// UTF-8 bytes being written; reused from document to document, it stops allocating soon.
///
/// Bytes lie in pieces, so that a record of any length is never copied to make it longer.
public struct OutputBuffer: Sendable {
  /// The pieces before the last, all of them full.
  private var full: [[UInt8]] = []
  private var fullCount = 0
  /// The bytes of the last piece and, behind them, room: most writing needs no more than a copy.
  private var storage: [UInt8] = []
  private var used = 0

  /// Enough for the record of a short bulletin.
  private static let firstRoom = 1 << 15
  /// A piece that has as much is not made longer.
  private static let pieceSize = 1 << 20

  public init() {}

  /// How many bytes were written.
  public var count: Int { fullCount + used }

  /// A copy of the bytes written.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    forEachPiece { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands out the bytes written where they lie, piece by piece, in order.
  public func forEachPiece<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    for piece in full { try Self.pass(piece, count: piece.count, to: body) }
    try Self.pass(storage, count: used, to: body)
  }

  private static func pass<Failure: Error>(
    _ piece: [UInt8], count: Int, to body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    try piece.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count])))
    }
  }

  /// Empties the buffer and keeps the memory of a piece.
  public mutating func removeAll() {
    full.removeAll()
    (fullCount, used) = (0, 0)
  }

  /// Has `write` fill room behind the bytes written from its start and tell how much it filled.
  ///
  /// - Parameter room: the most that it fills; the pointer is good for so many bytes, and only
  ///   until `write` returns.
  @inline(__always)
  mutating func fill(atMost room: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    if storage.count - used < room { grow(by: room) }
    let start = used
    used += storage.withUnsafeMutableBufferPointer { buffer in
      write(UnsafeMutableBufferPointer(rebasing: buffer[start...]))
    }
  }

  @inline(never)
  private mutating func grow(by room: Int) {
    if used >= Self.pieceSize / 2 {
      storage.removeLast(storage.count - used)
      full.append(storage)
      fullCount += used
      used = 0
      storage = [UInt8](repeating: 0, count: max(Self.pieceSize, room))
    } else {
      let wanted = max(Self.firstRoom, min(storage.count * 2, Self.pieceSize), used + room)
      storage.append(contentsOf: repeatElement(0, count: wanted - storage.count))
    }
  }
}

extension OutputBuffer {
  public mutating func append(_ text: String) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { append(copying: $0) }
    if done == nil { append(bytes: Array(text.utf8)) }
  }

  public mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(copying: $0) }
  }

  public mutating func append(byte: UInt8) {
    fill(atMost: 1) { room in
      room[0] = byte
      return 1
    }
  }

  public mutating func append(bytes more: [UInt8]) {
    more.withUnsafeBufferPointer { append(copying: $0) }
  }

  public mutating func append(_ other: OutputBuffer) {
    other.forEachPiece { bytes in
      bytes.withMemoryRebound(to: UInt8.self) { append(copying: $0) }
    }
  }

  @inline(__always)
  mutating func append(copying more: UnsafeBufferPointer<UInt8>) {
    fill(atMost: more.count) { $0.copy(more, to: 0) }
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Copies bytes to a place that has room for them and returns where they end.
  @inline(__always)
  func copy(_ bytes: UnsafeBufferPointer<UInt8>, to start: Int) -> Int {
    UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(self)[start...])
      .copyMemory(from: UnsafeRawBufferPointer(bytes))
    return start + bytes.count
  }
}
