/// Classes of single UTF-16 units that the building of a working text turns on.
enum CharacterClasses {
  /// Whether the unit is a Han character of the basic block, its extension A or 〇.
  ///
  /// Works on original and on folded text alike: folding keeps Han among Han.
  @inline(__always)
  static func isHan(_ unit: UInt16) -> Bool {
    (0x4E00...0x9FFF).contains(unit) || (0x3400...0x4DBF).contains(unit) || unit == 0x3007
      || (0xF900...0xFAFF).contains(unit)
  }

  @inline(__always)
  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  @inline(__always)
  static func isASCIILetter(_ unit: UInt16) -> Bool { (0x61...0x7A).contains(unit | 0x20) }

  /// The units at which building must look closer than the folding table.
  static let special: BitSet65536 = {
    var set = BitSet65536()
    let ranges: [ClosedRange<UInt16>] = [
      0x00AD...0x00AD,  // soft hyphen
      0x200B...0x200F,  // zero-width space, joiners, direction marks
      0x202A...0x202E,  // direction embeddings
      0x2060...0x2064,  // word joiner, invisible operators
      0x2066...0x2069,  // direction isolates
      0x2028...0x2029,  // line and paragraph separators
      0x2E80...0x2FDF,  // radicals
      0xD800...0xDFFF,  // surrogates, met as supplementary code points
      0xE000...0xF8FF,  // private use
      0xFE00...0xFE0F,  // variation selectors
      0xFEFF...0xFEFF,  // byte order mark
      0xFF08...0xFF08,  // full-width parenthesis
      0xFFF9...0xFFFB,  // interlinear annotation
    ]
    for range in ranges { set.insert(range) }
    for mark in "(<&?\n\r".utf16 { set.insert(mark...mark) }
    return set
  }()
}

/// A set of UTF-16 units: one bit each, 8 KiB.
struct BitSet65536: Sendable {
  private(set) var words = [UInt64](repeating: 0, count: 1024)

  mutating func insert(_ range: ClosedRange<UInt16>) {
    for unit in range { insert(unit) }
  }

  mutating func insert(_ unit: UInt16) { words[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }

  func contains(_ unit: UInt16) -> Bool { words[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0 }
}
