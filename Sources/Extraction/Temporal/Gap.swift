import TongbaoText

/// The few characters between two readings, without blanks: what joins or parts them.
///
/// Up to eight units in one word, so that to compare it with a mark costs nothing.
struct Gap: Hashable, Sendable, ExpressibleByStringLiteral {
  /// More characters than that join nothing.
  static let longest = 8

  private var units: UInt128 = 0
  private var count = 0

  init() {}

  init(stringLiteral mark: String) {
    for unit in mark.utf16.prefix(Self.longest) { append(unit) }
  }

  var isEmpty: Bool { count == 0 }

  /// Whether it is one single character of those.
  func `is`(_ marks: UnitSet) -> Bool {
    count == 1 && marks.contains(UInt16(truncatingIfNeeded: units))
  }

  mutating func append(_ unit: UInt16) {
    units = units << 16 | UInt128(unit)
    count += 1
  }
}
