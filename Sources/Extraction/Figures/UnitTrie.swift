import Lexicon
import TongbaoText

/// Words of UTF-16 units as a tree in two small arrays, with a number for each word.
///
/// The children of a node stand side by side in the order of their units, so the whole tree stays
/// in the nearest cache and a step down is a short binary search.
struct UnitTrie: Sendable {
  private struct Node: BitwiseCopyable {
    var firstChild: Int32 = 0
    var childCount: UInt16 = 0
    /// Of the word that ends here; 0 for none.
    var value: UInt16 = 0
    /// The units that lead on, folded into 64 bits: most others are turned away without a search.
    var followers: UInt64 = 0
  }

  /// Level by level; the root is the first.
  private var nodes = [Node()]
  /// By node: the unit that leads to it.
  private var units: [UInt16] = [0]

  static let root = 0

  /// - Parameter value: the number of a word, not 0, from the values it was listed with.
  init(_ words: UnitWords, value: (ArraySlice<UInt16>) -> UInt16) {
    let sorted = words.sorted()
    let values = sorted.map { words.entries[$0].value }
    // Each node stands for the words, neighbours in the order, that begin with its units.
    var ranges = [0..<sorted.count]
    var depths = [0]
    var node = 0
    while node < nodes.count {
      var start = ranges[node].lowerBound
      let (end, depth) = (ranges[node].upperBound, depths[node])
      let firstLonger =
        sorted[start..<end].firstIndex { words.entries[$0].units.count > depth } ?? end
      if firstLonger > start { nodes[node].value = value(values[start..<firstLonger]) }
      nodes[node].firstChild = Int32(truncatingIfNeeded: nodes.count)
      start = firstLonger
      while start < end {
        let unit = words.unit(depth, of: sorted[start])
        let next = sorted[start..<end].firstIndex { words.unit(depth, of: $0) != unit } ?? end
        nodes[node].childCount += 1
        nodes[node].followers |= UInt64(foldedBitOf: unit)
        nodes.append(Node())
        units.append(unit)
        ranges.append(start..<next)
        depths.append(depth + 1)
        start = next
      }
      node += 1
    }
  }

  /// `nil` where the image holds none of that name.
  init?(image: Image, name: String) {
    nodes = Array(image.array(name + ".nodes"))
    units = Array(image.array(name + ".units"))
    guard !nodes.isEmpty, nodes.count == units.count else { return nil }
  }

  func write(to image: inout ImageWriter, name: String) {
    image.add(name + ".nodes", nodes)
    image.add(name + ".units", units)
  }

  /// The number of the word that ends at a node; 0 for none.
  @inline(__always)
  func value(at node: Int) -> UInt16 { nodes[node].value }

  /// The node behind a node by a unit, if any word goes on so.
  @inline(__always)
  func child(of node: Int, by unit: UInt16) -> Int? {
    let parent = nodes[node]
    guard parent.followers & UInt64(foldedBitOf: unit) != 0 else { return nil }
    var low = Int(parent.firstChild)
    let end = low + Int(parent.childCount)
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if units[middle] < unit { low = middle + 1 } else { high = middle }
    }
    return low < end && units[low] == unit ? low : nil
  }

  /// In order, the first units of all words and the nodes they lead to.
  func forEachBeginning(_ body: (_ unit: UInt16, _ node: Int) -> Void) {
    let first = Int(nodes[Self.root].firstChild)
    for node in first..<first + Int(nodes[Self.root].childCount) { body(units[node], node) }
  }
}

/// A list of words of UTF-16 units, each with a number.
struct UnitWords {
  /// Where the units of a word stand, and its number.
  private(set) var entries: [(units: Range<Int>, value: UInt16)] = []
  private var units: [UInt16] = []

  mutating func add(_ word: some Sequence<UInt16>, value: UInt16) {
    let start = units.count
    units.append(contentsOf: word)
    entries.append((start..<units.count, value))
  }

  func unit(_ offset: Int, of word: Int) -> UInt16 {
    units[entries[word].units.lowerBound + offset]
  }

  /// The words in the order of their units, the same ones in the order of the list.
  func sorted() -> [Int] {
    entries.indices
      .map { (beginning: beginning(of: $0), word: $0) }
      .sorted {
        $0.beginning == $1.beginning
          ? isBefore($0.word, $1.word) : $0.beginning < $1.beginning
      }
      .map(\.word)
  }

  /// The first four units as one number, which decides between most words.
  private func beginning(of word: Int) -> UInt64 {
    var packed: UInt64 = 0
    for offset in 0..<4 {
      packed = packed << 16
      if offset < entries[word].units.count { packed |= UInt64(unit(offset, of: word)) }
    }
    return packed
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (units[entries[left].units], units[entries[right].units])
    if first.elementsEqual(second) { return left < right }
    return first.lexicographicallyPrecedes(second)
  }
}
