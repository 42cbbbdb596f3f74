import TongbaoText

/// Words that mean the same to a check, in simplified script and half width as the working text.
struct Cue: Sendable {
  /// Longest first.
  let words: [[UInt16]]
  /// For each hash of a unit 0, or one more than the number of the list of words that begin with
  /// such a unit: most positions cost one look.
  private let slots: [UInt8]
  /// The lists, one after the other: where the letters of each word end, the longest of a list
  /// first, and where each list ends.
  private var letters: [UInt16] = []
  private var ends: [Int] = []
  private var lists: [Int] = [0]
  /// The first units, folded into 64 bits: most units are turned away without a look.
  private let heads: UInt64

  init(_ words: String...) { self.init(words.map { Array($0.utf16) }) }

  /// The words of a stretch of text as one.
  init(_ slice: TextSlice) { self.init([Array(slice.units)]) }

  private init(_ words: [[UInt16]]) {
    let ordered = words.sorted { $0.count > $1.count }
    var slots = [UInt8](repeating: 0, count: Self.slotCount)
    for head in ordered.compactMap(\.first).map(Self.slot) where slots[head] == 0 {
      for word in ordered where word.first.map(Self.slot) == head {
        letters += word
        ends.append(letters.count)
      }
      slots[head] = UInt8(lists.count)
      lists.append(ends.count)
    }
    self.words = ordered
    self.slots = slots
    heads = ordered.reduce(0) { $0 | ($1.first.map { UInt64(foldedBitOf: $0) } ?? 0) }
  }

  private static let slotCount = 512

  @inline(__always)
  private static func slot(_ unit: UInt16) -> Int { Int((unit ^ unit >> 7) & 511) }

  /// Whether a word may begin with a unit.
  @inline(__always)
  func mayBegin(with unit: UInt16) -> Bool { heads & UInt64(foldedBitOf: unit) != 0 }

  static func + (left: Cue, right: Cue) -> Cue { Cue(left.words + right.words) }

  /// The end of the longest word that stands at a position.
  @inline(__always)
  func match(_ units: UnsafeBufferPointer<UInt16>, at position: Int) -> Int? {
    guard position < units.count else { return nil }
    let slot = slots[Self.slot(units[position])]
    return slot == 0 ? nil : match(units, at: position, list: Int(slot))
  }

  private func match(
    _ units: UnsafeBufferPointer<UInt16>, at position: Int, list: Int
  ) -> Int? {
    var found: Int?
    forEachWord(of: list, in: units, at: position) { end in
      found = found ?? end
    }
    return found
  }

  /// Calls `body` with the end of each word that stands at a position inside of the units.
  @inline(__always)
  func forEachWord(
    in units: UnsafeBufferPointer<UInt16>, at position: Int, _ body: (Int) -> Void
  ) {
    let slot = slots[Self.slot(units[position])]
    if slot != 0 { forEachWord(of: Int(slot), in: units, at: position, body) }
  }

  @inline(__always)
  private func forEachWord(
    of list: Int, in units: UnsafeBufferPointer<UInt16>, at position: Int, _ body: (Int) -> Void
  ) {
    for word in lists[list - 1]..<lists[list] {
      let start = word == 0 ? 0 : ends[word - 1]
      let length = ends[word] - start
      guard length <= units.count - position else { continue }
      var offset = 0
      while offset < length, units[position + offset] == letters[start + offset] { offset += 1 }
      if offset == length { body(position + length) }
    }
  }

  /// Whether one of the words stands at the end of the units.
  func ends(_ units: UnsafeBufferPointer<UInt16>) -> Bool {
    for word in words where word.count <= units.count {
      var offset = 1
      while offset <= word.count, units[units.count - offset] == word[word.count - offset] {
        offset += 1
      }
      if offset > word.count { return true }
    }
    return false
  }
}
