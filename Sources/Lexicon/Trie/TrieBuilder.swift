/// Builds a double-array trie from words of UTF-16 units.
///
/// Source: J. Aoe, “An Efficient Digital Search Algorithm by Using a Double-Array Structure”,
/// IEEE Transactions on Software Engineering 15 (1989). Node *n* has a child by code *c* at
/// `base[n] + c` if `check` there is *n*. Units are numbered densely first, so that the array
/// stays short and a unit that begins or continues no word is known by its code 0.
struct TrieBuilder {
  private var base: [Int32] = [0]
  private var check: [Int32] = [-1]
  private var terminal: [Int32] = [-1]
  private(set) var codes = [UInt16](repeating: 0, count: 65_536)
  private var alphabet: Int32 = 0
  private var firstFree = 1
  /// See ``Trie/mayBegin(with:_:)``.
  private(set) var pairs = [UInt64](repeating: 0, count: pairWords)

  static let pairWords = 1 << 12

  /// The cells, with the entries of word *w* at `entryStarts[w]..<entryStarts[w + 1]`.
  ///
  /// - Parameter symbols: of all entries.
  func nodes(entryStarts: [Int32], symbols: [UInt16]) -> [TrieNode] {
    base.indices.map { index in
      var node = TrieNode(base: base[index], check: check[index])
      let word = Int(terminal[index])
      if word >= 0 {
        node.firstEntry = entryStarts[word]
        node.entryCount = UInt16(entryStarts[word + 1] - entryStarts[word])
        node.firstSymbol = symbols[Int(entryStarts[word])]
      }
      return node
    }
  }

  /// - Parameter words: distinct, in ascending order; the position of a word is its terminal.
  /// - Complexity: about O(*n* log *n*) in the total length of the words.
  init(words: [[UInt16]]) {
    numberUnits(of: words)
    for word in words where word.count > 1 {
      let bit = Trie.pairBit(word[0], word[1])
      pairs[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    let coded = words.map { $0.map { Int32(codes[Int($0)]) } }
    let order = coded.indices.sorted { coded[$0].lexicographicallyPrecedes(coded[$1]) }
    reserve(Int(alphabet) + 2)
    insert(order[...], of: coded, depth: 0, at: 0)
    // A cursor at the last node may look one alphabet further.
    reserve(base.count + Int(alphabet) + 1)
  }

  private mutating func numberUnits(of words: [[UInt16]]) {
    var frequency = [Int](repeating: 0, count: 65_536)
    for word in words {
      for unit in word { frequency[Int(unit)] += 1 }
    }
    // Frequent units get small codes: their children lie close together.
    let used = frequency.indices.filter { frequency[$0] > 0 }
      .sorted { (frequency[$1], $0) < (frequency[$0], $1) }
    for unit in used {
      alphabet += 1
      codes[unit] = UInt16(alphabet)
    }
  }

  private mutating func reserve(_ count: Int) {
    guard count > base.count else { return }
    let missing = count - base.count
    base.append(contentsOf: repeatElement(0, count: missing))
    check.append(contentsOf: repeatElement(-1, count: missing))
    terminal.append(contentsOf: repeatElement(-1, count: missing))
  }

  private mutating func insert(
    _ words: ArraySlice<Int>, of coded: [[Int32]], depth: Int, at node: Int
  ) {
    var rest = words
    if let first = rest.first, coded[first].count == depth {
      terminal[node] = Int32(first)
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return }
    var children: [(code: Int32, words: ArraySlice<Int>)] = []
    var start = rest.startIndex
    while start < rest.endIndex {
      let code = coded[rest[start]][depth]
      var end = start + 1
      while end < rest.endIndex, coded[rest[end]][depth] == code { end += 1 }
      children.append((code, rest[start..<end]))
      start = end
    }
    let offset = place(children.map(\.code))
    base[node] = offset
    for child in children { check[Int(offset + child.code)] = Int32(node) }
    for child in children {
      insert(child.words, of: coded, depth: depth + 1, at: Int(offset + child.code))
    }
  }

  /// A base at which all the codes fall on free cells.
  ///
  /// The search begins at `firstFree`, which jumps over stretches that are nearly full: looking at
  /// them again and again would make the construction quadratic. A base may be negative: only
  /// the cells that it leads to count.
  private mutating func place(_ sorted: [Int32]) -> Int32 {
    let codes = sorted.sorted()
    var position = firstFree
    var occupied = 0
    while true {
      reserve(position + Int(codes[codes.count - 1] - codes[0]) + 1)
      if check[position] != -1 {
        occupied += 1
        position += 1
        continue
      }
      let candidate = Int32(position) - codes[0]
      if codes.allSatisfy({ check[Int(candidate + $0)] == -1 }) {
        if occupied * 20 >= (position - firstFree) * 19 { firstFree = position }
        return candidate
      }
      position += 1
    }
  }
}
