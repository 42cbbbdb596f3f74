/// Kinds of words that checks look for around amounts and dates.
///
/// Which kinds a sentence has is known from one pass, so that most questions to it end at once. A
/// sentence may be said to have a kind of which it has only a word's beginning, but never the other
/// way round.
struct CueFamilies: OptionSet, Sendable {
  let rawValue: UInt16

  /// 其中
  static let among = CueFamilies(rawValue: 1 << 0)
  /// 分别为
  static let respectively = CueFamilies(rawValue: 1 << 1)
  /// 合计, 共
  static let totals = CueFamilies(rawValue: 1 << 2)
  /// 从…看
  static let viewpoints = CueFamilies(rawValue: 1 << 3)
  /// 查获
  static let catches = CueFamilies(rawValue: 1 << 4)
  /// 上升, 下降, 变为
  static let changes = CueFamilies(rawValue: 1 << 5)
  /// 去年
  static let past = CueFamilies(rawValue: 1 << 6)
  /// 比, 较, 相比
  static let compared = CueFamilies(rawValue: 1 << 7)
  /// 日均
  static let daily = CueFamilies(rawValue: 1 << 8)
  /// 占
  static let share = CueFamilies(rawValue: 1 << 9)
  /// 截至
  static let upTo = CueFamilies(rawValue: 1 << 10)
}

/// The beginnings of the words of all families, found by their first unit.
struct CueLexicon: Sendable {
  /// What a word goes on with behind its first unit.
  struct Entry {
    /// The second unit; 0 for a word of one.
    var second: UInt16
    var families: CueFamilies
  }

  /// A bit for every unit that begins a word or is a mark: few are, and the bits stay at hand.
  let heads: [UInt64]
  /// For every unit 0, or one more than the number of its list of entries, or one of the marks.
  let slots: [UInt8]
  /// Where each list of entries begins, and the end of the last one.
  private let bounds: [Int]
  private let entries: [Entry]

  /// The slots of full stops and the like, of the point, and of the line feed.
  static let stop: UInt8 = 255
  static let point: UInt8 = 254
  static let lineFeed: UInt8 = 253

  static let shared = CueLexicon([
    (.among, PartListFinder.among), (.respectively, PartListFinder.respectively),
    (.totals, PartListFinder.totals), (.viewpoints, PartListFinder.viewpoints),
    (.catches, PartListFinder.catches),
    (.changes, ChangeWords.direction + ComparisonFinder.turns), (.past, ChangeWords.past),
    (.compared, ChangeWords.compared + ChangeWords.comparedBehind),
    (.daily, DailyAverage.daily), (.share, ShareOfWhole.share),
    (.upTo, DateAfterPublication.upTo + RunningTotal.upTo),
  ])

  private init(_ families: [(CueFamilies, Cue)]) {
    var byHead: [UInt16: [Entry]] = [:]
    for (family, cue) in families {
      for word in cue.words {
        guard let head = word.first else { continue }
        let second = word.count > 1 ? word[1] : 0
        byHead[head, default: []].append(Entry(second: second, families: family))
      }
    }
    precondition(byHead.count < Int(Self.lineFeed), "the first units need more than a byte")
    var slots = [UInt8](repeating: 0, count: 1 << 16)
    var bounds = [0]
    var entries: [Entry] = []
    for (head, list) in byHead.sorted(by: { $0.key < $1.key }) {
      slots[Int(head)] = UInt8(bounds.count)
      entries += list
      bounds.append(entries.count)
    }
    for mark in "。！？；!?;".utf16 { slots[Int(mark)] = Self.stop }
    slots[0x2E] = Self.point
    slots[0x0A] = Self.lineFeed
    self.slots = slots
    var heads = [UInt64](repeating: 0, count: 1 << 10)
    for unit in slots.indices where slots[unit] != 0 { heads[unit >> 6] |= 1 << UInt64(unit & 63) }
    self.heads = heads
    self.bounds = bounds
    self.entries = entries
  }

  /// The families of which a word begins with the unit of a slot and may go on with the next unit.
  @inline(__always)
  func families(slot: UInt8, next: UInt16) -> CueFamilies {
    var found: CueFamilies = []
    for index in bounds[Int(slot) - 1]..<bounds[Int(slot)]
    where entries[index].second == 0 || entries[index].second == next {
      found.formUnion(entries[index].families)
    }
    return found
  }
}
