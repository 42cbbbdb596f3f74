/// Finds the byte where a code point of a UTF-8 text begins.
///
/// The place of every fourth code point is kept, so a lookup is a step into a table and a few
/// steps from character to character.
struct ScalarIndex: Sendable {
  private static let shift = 2
  /// The byte where each block of code points begins.
  private var starts: [Int32] = []
  private(set) var scalarCount = 0

  /// - Parameter bytes: well-formed UTF-8, as `String` guarantees.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Most characters of a Chinese text have three bytes.
    starts.reserveCapacity(bytes.count / (3 << Self.shift) + 2)
    var at = 0
    while at < bytes.count {
      if scalarCount & (1 << Self.shift - 1) == 0 { starts.append(Int32(truncatingIfNeeded: at)) }
      scalarCount += 1
      at += Self.width(of: bytes[at])
    }
  }

  /// Byte offset of a code point, or the length in bytes for one past the last. O(1).
  func byteOffset(of scalar: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard scalar < scalarCount else { return bytes.count }
    let start = Int(starts[scalar >> Self.shift])
    return Self.step(over: scalar & (1 << Self.shift - 1), from: start, in: bytes)
  }

  /// The bytes of a span of code points. O(1).
  func byteRange(of span: Span, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = byteOffset(of: span.start, in: bytes)
    guard span.end < scalarCount, span.count <= 1 << Self.shift else {
      return start..<max(start, byteOffset(of: span.end, in: bytes))
    }
    return start..<Self.step(over: span.count, from: start, in: bytes)
  }

  @inline(__always)
  private static func step(
    over scalars: Int, from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var at = start
    for _ in 0..<scalars { at += width(of: bytes[at]) }
    return at
  }

  /// How many bytes the character has that begins with this one.
  @inline(__always)
  private static func width(of lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
