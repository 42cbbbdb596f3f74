/// Remembers answers to questions that come again soon, one for each of some slots; what meets an
/// occupied slot takes it. So it stays small however many questions a text asks.
///
/// No `Dictionary`, for the first one of each kind of key takes a tenth of a millisecond at start.
struct Memory<Key: Hashable, Value> {
  private static var size: Int { 64 }

  private var slots: [(key: Key, value: Value)?] = []

  init() {}

  subscript(key: Key) -> Value? {
    get {
      guard !slots.isEmpty, let found = slots[slot(of: key)], found.key == key else { return nil }
      return found.value
    }
    set {
      if slots.isEmpty { slots = Array(repeating: nil, count: Self.size) }
      slots[slot(of: key)] = newValue.map { (key, $0) }
    }
  }

  /// Forgets everything.
  mutating func clear() {
    for index in slots.indices { slots[index] = nil }
  }

  private func slot(of key: Key) -> Int { key.hashValue & (Self.size - 1) }
}
