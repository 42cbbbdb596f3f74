import Lexicon

/// Which groups of open beginnings, of all layers, may open behind a character.
struct Openings: Sendable {
  /// A set of groups for each layer, 32 bits each.
  struct Groups: BitwiseCopyable {
    static let none = Groups(bits: 0)
    fileprivate var bits: UInt64

    var isEmpty: Bool { bits == 0 }

    @inline(__always)
    subscript(layer: Int) -> UInt32 { UInt32(truncatingIfNeeded: bits >> UInt64(32 * layer)) }
  }

  private var masks = UnitMasks()
  private var all: UInt64 = 0

  init() {}

  init?(image: Image) {
    let bits: UnsafeBufferPointer<UInt64> = image.array("openings.all")
    guard let masks = UnitMasks(image: image, name: "openings"), let all = bits.first else {
      return nil
    }
    (self.masks, self.all) = (masks, all)
  }

  func write(to image: inout ImageWriter) {
    masks.write(to: &image, name: "openings")
    image.add("openings.all", [all])
  }

  /// - Parameter units: where the group can open; empty where it can everywhere.
  mutating func insert(_ group: Int, of layer: Int, behind units: Set<UInt16>) {
    let bit: UInt64 = 1 << UInt64(32 * layer + group)
    all |= bit
    if units.isEmpty { masks.insert(bit) } else { masks.insert(bit, at: units) }
  }

  /// The groups that can open by the character before. Tests look through blanks, and a line's
  /// beginning is a neighbour too.
  @inline(__always)
  func groups(at position: Int, in text: UnsafeBufferPointer<UInt16>) -> Groups {
    guard position > 0, text[position - 1] != 0x20, text[position - 1] != 0x0A else {
      return Groups(bits: all)
    }
    return Groups(bits: masks[text[position - 1]])
  }
}
