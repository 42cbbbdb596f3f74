import Lexicon

/// Finds the number of a deterministic state by what it stands for: an open hash table.
struct StateIndex: Sendable {
  private struct Slot: BitwiseCopyable {
    var hash: UInt64
    /// -1 where the slot is free.
    var number: Int64
  }

  private static let free = Slot(hash: 0, number: -1)
  private var slots = [Slot](repeating: free, count: 1_024)
  private var count = 0

  init() {}

  /// Of the program states that take something and the ranks of the rules that end.
  static func hash(_ consuming: [Int32], _ accepted: [Int32]) -> UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ value: Int32) { sum = (sum ^ UInt64(UInt32(bitPattern: value))) &* 0x100_0000_01b3 }
    for state in consuming { add(state) }
    add(-1)
    for rank in accepted { add(rank) }
    return sum ^ sum >> 32
  }

  /// The number put in under a hash that is the one looked for.
  func find(_ hash: UInt64, where isIt: (Int32) -> Bool) -> Int32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].number >= 0 {
      let number = Int32(truncatingIfNeeded: slots[slot].number)
      if slots[slot].hash == hash, isIt(number) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  mutating func insert(_ number: Int32, _ hash: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    place(Slot(hash: hash, number: Int64(number)))
    count += 1
  }

  private mutating func place(_ new: Slot) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: new.hash) & mask
    while slots[slot].number >= 0 { slot = (slot + 1) & mask }
    slots[slot] = new
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Self.free, count: old.count * 2)
    for slot in old where slot.number >= 0 { place(slot) }
  }

  init(image: Image, name: String) {
    slots = Array(image.array(name + ".index"))
    if slots.isEmpty { slots = [Slot](repeating: Self.free, count: 1_024) }
    count = slots.count { $0.number >= 0 }
  }

  func write(to image: inout ImageWriter, name: String) { image.add(name + ".index", slots) }
}
