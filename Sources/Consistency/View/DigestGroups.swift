/// Finds what occurs more than once among digests: a table of the digests, and for each member the
/// next one of the same digest.
struct DigestGroups {
  private struct Member {
    var digest: UInt64
    var position: Int32
    /// The next member of the same digest, or -1.
    var next: Int32 = -1
    /// The last member of the same digest, kept in the first one.
    var last: Int32
  }

  private var members: [Member] = []
  /// Whether any digest was added more than once.
  private var hasRepeated = false

  /// - Parameter capacity: how many are added at most.
  init(capacity: Int = 0) { members.reserveCapacity(capacity) }

  /// - Precondition: positions are added in ascending order.
  mutating func add(_ digest: UInt64, at position: Int) {
    let last = Int32(truncatingIfNeeded: members.count)
    members.append(
      Member(digest: digest, position: Int32(truncatingIfNeeded: position), last: last))
  }

  /// Calls `body` with the ascending positions of each digest that was added more than once, in
  /// the order of their first positions.
  ///
  /// - Complexity: linear in what was added.
  mutating func forEachRepeated(_ body: ([Int]) -> Void) {
    guard members.count > 1 else { return }
    chain()
    guard hasRepeated else { return }
    for first in members.indices where members[first].last > Int32(first) {
      // Only the first one of a digest knows the last.
      var positions: [Int] = []
      var member = first
      while member >= 0 {
        positions.append(Int(members[member].position))
        member = Int(members[member].next)
      }
      body(positions)
    }
  }

  /// Spreads what is equal in many bits (2⁶⁴ divided by the golden ratio).
  private static let spread: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Ties the members of each digest together.
  private mutating func chain() {
    // At most half of the slots are taken, so that each member is found after a step or two.
    let bits = Int.bitWidth - (members.count * 2 - 1).leadingZeroBitCount
    let mask = 1 << bits - 1
    var slots = [Int32](repeating: -1, count: 1 << bits)
    for index in members.indices {
      let digest = members[index].digest
      var slot = Int(truncatingIfNeeded: (digest &* Self.spread) >> UInt64(64 - bits))
      while slots[slot] >= 0, members[Int(slots[slot])].digest != digest {
        slot = (slot + 1) & mask
      }
      guard slots[slot] >= 0 else {
        slots[slot] = Int32(truncatingIfNeeded: index)
        continue
      }
      let first = Int(slots[slot])
      members[Int(members[first].last)].next = Int32(truncatingIfNeeded: index)
      members[first].last = Int32(truncatingIfNeeded: index)
      hasRepeated = true
    }
  }
}
