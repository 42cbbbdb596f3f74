/// What each UTF-16 unit is read as: simplified script, half width, plain blanks and hyphens.
///
/// Folding keeps the number of units, so a folded text needs no alignment of its own. A character
/// that simplified text itself uses is never changed. Supplementary characters stay as they are.
public struct FoldingTable: Sendable, Hashable {
  /// 65,536 units, indexed by the original unit.
  public let units: [UInt16]

  public static let count = 1 << 16

  /// - Precondition: there are exactly 65,536 units.
  public init(units: [UInt16]) {
    precondition(units.count == Self.count, "a folding table has 65,536 entries")
    self.units = units
  }

  /// Copies the table out of memory that may go away, such as a mapped file.
  public init(copying units: UnsafeBufferPointer<UInt16>) {
    self.init(units: Array(units))
  }

  /// The table that changes nothing.
  public static let identity = FoldingTable(units: (0..<UInt16.max).map { $0 } + [.max])

  @inline(__always)
  public subscript(unit: UInt16) -> UInt16 { units[Int(unit)] }

  /// The folded UTF-16 units of `text`, as many as it has itself. Linear.
  public func fold(_ text: String) -> [UInt16] { text.utf16.map { units[Int($0)] } }

  public func fold(_ text: some Sequence<UInt16>) -> [UInt16] { text.map { units[Int($0)] } }

  /// The folded text as a string.
  public func folded(_ text: String) -> String { String(decoding: fold(text), as: UTF16.self) }
}
