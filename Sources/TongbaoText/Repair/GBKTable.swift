import ICUBridge

/// GBK's double bytes in both directions, and which characters are common in Chinese text.
///
/// Built at the first need, which a clean text never has.
public struct GBKTable: Sendable {
  /// Unit for each pair of bytes, 0 for pairs that decode to nothing or to a private character.
  private let units: [UInt16]
  /// Pair of bytes for each unit, 0 where GBK lacks it.
  private let pairs: [UInt16]

  static let leads: ClosedRange<UInt8> = 0x81...0xFE
  static let trails: ClosedRange<UInt8> = 0x40...0xFE

  /// Nil when ICU has no GBK, so that nothing is repaired.
  public static let shared: GBKTable? = try? GBKTable()

  private init() throws(ICUError) {
    var units = [UInt16](repeating: 0, count: 1 << 16)
    var pairs = [UInt16](repeating: 0, count: 1 << 16)
    let converter = try CharsetConverter("GBK")
    let row = Self.trails.filter { $0 != 0x7F }
    var bytes = [UInt8](repeating: 0, count: 2 * row.count)
    for lead in Self.leads {
      for (index, trail) in row.enumerated() {
        bytes[2 * index] = lead
        bytes[2 * index + 1] = trail
      }
      let decoded = try Self.decode(bytes, with: converter)
      guard decoded.count == row.count else { continue }
      for (trail, unit) in zip(row, decoded) where unit != 0xFFFD {
        guard !(0xE000...0xF8FF).contains(unit) else { continue }
        let pair = UInt16(lead) << 8 | UInt16(trail)
        units[Int(pair)] = unit
        pairs[Int(unit)] = pair
      }
    }
    self.units = units
    self.pairs = pairs
  }

  /// The character of two bytes, nil where a converter gives none.
  public func unit(_ lead: UInt8, _ trail: UInt8) -> UInt16? {
    let unit = units[Int(lead) << 8 | Int(trail)]
    return unit == 0 ? nil : unit
  }

  /// The two bytes of a character.
  public func bytes(of unit: UInt16) -> (lead: UInt8, trail: UInt8)? {
    let pair = pairs[Int(unit)]
    return pair == 0 ? nil : (UInt8(pair >> 8), UInt8(pair & 0xFF))
  }

  private static func decode(
    _ bytes: [UInt8], with converter: CharsetConverter
  ) throws(ICUError) -> [UInt16] {
    try bytes.withUnsafeBufferPointer { (buffer) throws(ICUError) in
      try converter.decode(buffer).units
    }
  }

  /// The 3,755 characters of GB 2312 level 1, the everyday ones.
  static let levelOne: BitSet65536 = {
    var set = BitSet65536()
    guard let table = shared else { return set }
    for row in UInt8(0xB0)...0xD7 {
      for cell in UInt8(0xA1)...(row == 0xD7 ? 0xF9 : 0xFE) {
        if let unit = table.unit(row, cell) { set.insert(unit) }
      }
    }
    return set
  }()

  /// Punctuation that bulletins use.
  static let punctuation: Set<UInt16> = Set("，。、；：！？（）“”‘’《》〈〉…—·【】％".utf16)

  /// Whether a folded mark is one of those that GBK keeps in row A3 beside the letters.
  static func isMarkOfRowA3(_ unit: UInt16) -> Bool {
    [0x21, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B].contains(unit)
  }
}
