/// Pairs of state and position seen from one start, emptied in constant time.
struct VisitedSet {
  private var keys: [UInt64]
  private var generations: [UInt32]
  private var generation: UInt32 = 1
  private var count = 0

  init() {
    keys = [UInt64](repeating: 0, count: 1_024)
    generations = [UInt32](repeating: 0, count: 1_024)
  }

  mutating func clear() {
    count = 0
    generation &+= 1
    if generation == 0 {
      for index in generations.indices { generations[index] = 0 }
      generation = 1
    }
  }

  /// Whether the pair is new.
  mutating func insert(state: Int32, position: Int32) -> Bool {
    let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: position))
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & mask
    while generations[slot] == generation {
      if keys[slot] == key { return false }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    generations[slot] = generation
    count += 1
    if count * 2 > keys.count { grow() }
    return true
  }

  private mutating func grow() {
    var larger = VisitedSet(capacity: keys.count * 2)
    for slot in keys.indices where generations[slot] == generation {
      _ = larger.insert(
        state: Int32(truncatingIfNeeded: keys[slot] >> 32),
        position: Int32(truncatingIfNeeded: keys[slot]))
    }
    self = larger
  }

  private init(capacity: Int) {
    keys = [UInt64](repeating: 0, count: capacity)
    generations = [UInt32](repeating: 0, count: capacity)
  }
}
