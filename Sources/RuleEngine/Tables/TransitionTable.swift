import Lexicon

/// Transitions met so far: an open hash table from state and letter to state.
struct TransitionTable: Sendable {
  private struct Entry: BitwiseCopyable {
    var key: UInt32
    var target: Int32
  }

  private static let free = Entry(key: .max, target: 0)
  private var entries = [Entry](repeating: free, count: 4_096)
  private var count = 0

  init() {}

  init(image: Image, name: String) {
    entries = Array(image.array(name + ".transitions"))
    if entries.isEmpty { entries = [Entry](repeating: Self.free, count: 4_096) }
    count = entries.count { $0.key != .max }
  }

  func write(to image: inout ImageWriter, name: String) {
    image.add(name + ".transitions", entries)
  }

  /// States that fit a key beside 17 bits of letter.
  static let stateLimit = 1 << 15

  @inline(__always)
  private static func key(_ state: Int32, _ letter: Letter) -> UInt32 {
    UInt32(bitPattern: state) << 17 | UInt32(bitPattern: letter.code)
  }

  @inline(__always)
  private static func slot(_ key: UInt32, _ mask: Int) -> Int {
    Int((key &* 0x9e37_79b1) >> 8) & mask
  }

  /// The target, -1 for a dead end, -2 where it is not known yet.
  @inline(__always)
  func target(_ state: Int32, _ letter: Letter) -> Int32 {
    let key = Self.key(state, letter)
    let mask = entries.count - 1
    var slot = Self.slot(key, mask)
    while entries[slot].key != .max {
      if entries[slot].key == key { return entries[slot].target }
      slot = (slot + 1) & mask
    }
    return -2
  }

  mutating func insert(_ state: Int32, _ letter: Letter, _ target: Int32) {
    if (count + 1) * 2 > entries.count { grow() }
    place(Entry(key: Self.key(state, letter), target: target))
    count += 1
  }

  private mutating func place(_ entry: Entry) {
    let mask = entries.count - 1
    var slot = Self.slot(entry.key, mask)
    while entries[slot].key != .max { slot = (slot + 1) & mask }
    entries[slot] = entry
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Self.free, count: old.count * 2)
    for entry in old where entry.key != .max { place(entry) }
  }
}
