import Lexicon

/// Sets of up to 64 members, one for each UTF-16 unit. Few units have a set of their own, so that
/// rows of 64 units are shared, and the table stays in the processor's nearest cache.
struct UnitMasks: Sendable {
  private static let rowLength = 64

  /// The row of each 64 units; row 0 is that of all units without a set of their own.
  private var rows = [UInt16](repeating: 0, count: 0x10000 / rowLength)
  private var masks = [UInt64](repeating: 0, count: rowLength)

  init() {}

  init?(image: Image, name: String) {
    rows = Array(image.array(name + ".rows"))
    masks = Array(image.array(name + ".masks"))
    guard rows.count == 0x10000 / Self.rowLength, masks.count >= Self.rowLength else { return nil }
  }

  func write(to image: inout ImageWriter, name: String) {
    image.add(name + ".rows", rows)
    image.add(name + ".masks", masks)
  }

  /// Adds members to the sets of all units.
  mutating func insert(_ members: UInt64) {
    for index in masks.indices { masks[index] |= members }
  }

  /// Adds members to the sets of some units.
  mutating func insert(_ members: UInt64, at units: Set<UInt16>) {
    for unit in units {
      let block = Int(unit) / Self.rowLength
      if rows[block] == 0 {
        rows[block] = UInt16(masks.count / Self.rowLength)
        masks += masks[..<Self.rowLength]
      }
      masks[Int(rows[block]) * Self.rowLength + Int(unit) % Self.rowLength] |= members
    }
  }

  @inline(__always)
  subscript(unit: UInt16) -> UInt64 {
    let row = Int(rows[Int(unit) / Self.rowLength])
    return masks[row * Self.rowLength + Int(unit) % Self.rowLength]
  }
}
