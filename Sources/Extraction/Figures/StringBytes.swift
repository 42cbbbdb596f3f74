extension String {
  /// Whether it begins with the bytes of the other. Values are written in one way only, so their
  /// bytes tell all that a comparison of characters would.
  func beginsWithUTF8(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { prefix in
      withBytes { $0.count >= prefix.count && $0.prefix(prefix.count).elementsEqual(prefix) }
    }
  }

  /// Whether it ends in the bytes of the other.
  func endsInUTF8(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { suffix in
      withBytes { $0.count >= suffix.count && $0.suffix(suffix.count).elementsEqual(suffix) }
    }
  }

  func containsUTF8(_ byte: UInt8) -> Bool { withBytes { $0.contains(byte) } }

  /// Hands out its bytes in one piece, which a short string has to be spelled out for.
  @inline(__always)
  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}
