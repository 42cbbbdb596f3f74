/// A few UTF-16 units that characters of the working text are compared with.
///
/// One word of bits turns most characters away; those that pass are looked for one by one, so the
/// set is meant for a few dozen units.
public struct UnitSet: Sendable, ExpressibleByStringLiteral {
  private let units: [UInt16]
  /// A superset of the units, folded into 64 bits.
  private let bits: UInt64

  /// - Parameter characters: of the basic plane, written as the working text is.
  public init(_ characters: String) {
    units = Array(characters.utf16)
    bits = units.reduce(0) { $0 | UInt64(foldedBitOf: $1) }
  }

  public init(stringLiteral characters: String) { self.init(characters) }

  public func contains(_ unit: UInt16) -> Bool {
    guard bits & UInt64(foldedBitOf: unit) != 0 else { return false }
    for own in units where own == unit { return true }
    return false
  }
}

extension UInt64 {
  /// The bit that stands for a UTF-16 unit where all units are folded into 64 bits: two sets of
  /// such bits without a common one have no common unit.
  @inlinable @inline(__always)
  public init(foldedBitOf unit: UInt16) { self = 1 << UInt64((unit ^ unit >> 6) & 63) }
}
