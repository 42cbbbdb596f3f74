extension String {
  /// Whether it begins with the bytes of the other. Values are written in one way only, so their
  /// bytes tell all that a comparison of characters would.
  func beginsWithUTF8(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { prefix in withBytes { $0.holds(prefix, at: 0) } }
  }

  /// Whether it ends in the bytes of the other.
  func endsInUTF8(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { suffix in withBytes { $0.holds(suffix, at: $0.count - suffix.count) } }
  }

  func containsUTF8(_ byte: UInt8) -> Bool { withBytes { $0.contains(byte) } }

  /// Hands out its bytes in one piece, which a short string has to be spelled out for.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the other bytes stand at a place, which may lie outside.
  @inline(__always)
  fileprivate func holds(_ other: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, other.count <= count - start else { return false }
    var offset = 0
    while offset < other.count, self[start + offset] == other[offset] { offset += 1 }
    return offset == other.count
  }
}
