/// Tells whether a document is the same as before: the 128-bit Fowler–Noll–Vo hash, variant 1a, of
/// everything that goes into its analysis.
///
/// Chance collisions are out of reach (2⁻⁶⁴ for four thousand million documents); it is no guard
/// against someone who makes two documents collide on purpose.
///
/// Source: The FNV Non-Cryptographic Hash Algorithm, draft-eastlake-fnv.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  private static let offsetBasis: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  private static let prime: UInt128 = 1 << 88 + 0x13b

  private var state = offsetBasis

  public init() {}

  /// Reads on; the end of the text counts, so that “ab”, “c” and “a”, “bc” differ.
  public mutating func combine(_ text: String) {
    combine(bytes: text.utf8)
    // No byte of UTF-8.
    combine(0xFF)
  }

  public mutating func combine(bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
  }

  private mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt128(byte)) &* Self.prime
  }

  public var value: UInt128 { state }

  /// Thirty-two hexadecimal digits.
  public var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
