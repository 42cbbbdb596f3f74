/// UTF-8 bytes being written; reused from document to document, it stops allocating soon.
public struct OutputBuffer: Sendable {
  /// The bytes written and, behind them, room: most writing needs no more than a copy.
  private var storage: [UInt8] = []
  public private(set) var count = 0

  /// Enough for the record of a short bulletin.
  private static let firstRoom = 1 << 15

  public init() {}

  /// A copy of the bytes written.
  public var bytes: [UInt8] { Array(storage[..<count]) }

  /// The bytes written, where they lie.
  public func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try storage.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  /// Empties the buffer and keeps its memory.
  public mutating func removeAll() { count = 0 }

  /// Has `write` fill room behind the bytes written from its start and tell how much it filled.
  ///
  /// - Parameter room: the most that it fills; the pointer is good for so many bytes, and only
  ///   until `write` returns.
  @inline(__always)
  mutating func fill(atMost room: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    if storage.count - count < room { grow(by: room) }
    let start = count
    count += storage.withUnsafeMutableBufferPointer { buffer in
      write(UnsafeMutableBufferPointer(rebasing: buffer[start...]))
    }
  }

  @inline(never)
  private mutating func grow(by room: Int) {
    let wanted = max(Self.firstRoom, storage.count * 2, count + room)
    storage = Array(unsafeUninitializedCapacity: wanted) { larger, length in
      // Every byte of the larger array is set, by one of the two.
      let end = storage.withUnsafeBufferPointer {
        larger.copy(UnsafeBufferPointer(rebasing: $0[..<count]), to: 0)
      }
      larger[end...].initialize(repeating: 0)
      length = wanted
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
    other.withUnsafeBytes { bytes in
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
