/// Pairs of state and position seen from one start, emptied in constant time.
struct VisitedSet {
  /// Generation, state and distance from the start in one number, so that a slot that another
  /// start filled never equals what is asked for.
  private var slots: [UInt64]
  private var generation: UInt64 = 0
  private var start: Int32 = 0
  private var count = 0

  /// Matches are at most 512 units long, and blanks may stand behind.
  private static let distanceBits: UInt64 = 10
  private static let stateBits: UInt64 = 22

  init() {
    slots = [UInt64](repeating: 0, count: 1_024)
  }

  /// Forgets all pairs.
  mutating func begin(at start: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    count = 0
    generation += 1
    if generation >> (64 - Self.distanceBits - Self.stateBits) != 0 {
      for index in slots.indices { slots[index] = 0 }
      generation = 1
    }
  }

  /// Whether the pair is new.
  mutating func insert(state: Int32, position: Int32) -> Bool {
    let pair =
      UInt64(UInt32(bitPattern: state)) << Self.distanceBits
      | UInt64(UInt32(bitPattern: position &- start))
    let key = generation << (Self.distanceBits + Self.stateBits) | pair
    let mask = slots.count - 1
    var slot = Self.slot(of: pair, mask)
    while slots[slot] >> (Self.distanceBits + Self.stateBits) == generation {
      if slots[slot] == key { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = key
    count += 1
    if count * 2 > slots.count { grow() }
    return true
  }

  private static func slot(of pair: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9e37_79b9_7f4a_7c15) >> 40) & mask
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    let pairBits = Self.distanceBits + Self.stateBits
    for key in old where key >> pairBits == generation {
      var slot = Self.slot(of: key & ((1 << pairBits) - 1), mask)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = key
    }
  }
}
