/// Words of UTF-16 units as trees whose edges lie in one hash table, so that a step from a unit
/// to the next takes the same short time however many words there are.
struct UnitTrie: Sendable {
  /// An edge in one number: parent (24 bits), unit (16), child (24). A root is no child, so zero
  /// marks a free place. Never more than half full.
  private var edges = [UInt64](repeating: 0, count: 1 << 13)
  private var shift = UInt64(64 - 13)
  private var nodeCount: Int
  private var edgeCount = 0

  private static let childBits: UInt64 = 24

  /// Several trees may share the table; their roots are the first nodes.
  init(roots: Int) { nodeCount = roots }

  /// The node behind a node by a unit, if any word goes on so.
  @inline(__always)
  func child(of node: Int, by unit: UInt16) -> Int? {
    let key = Self.key(node, unit)
    var place = place(of: key)
    while edges[place] != 0 {
      if edges[place] >> Self.childBits == key {
        return Int(truncatingIfNeeded: edges[place] & (1 << Self.childBits - 1))
      }
      place = (place + 1) & (edges.count - 1)
    }
    return nil
  }

  /// Adds the way from a root along the units.
  /// - Returns: the node at its end.
  mutating func insert(_ units: some Sequence<UInt16>, below root: Int) -> Int {
    var node = root
    for unit in units {
      if let next = child(of: node, by: unit) {
        node = next
      } else {
        append(nodeCount, to: node, by: unit)
        node = nodeCount
        nodeCount += 1
      }
    }
    return node
  }

  private mutating func append(_ child: Int, to node: Int, by unit: UInt16) {
    if 2 * (edgeCount + 1) > edges.count { grow() }
    store(Self.key(node, unit) << Self.childBits | UInt64(child))
    edgeCount += 1
  }

  private mutating func grow() {
    let former = edges
    edges = [UInt64](repeating: 0, count: 2 * former.count)
    shift -= 1
    for edge in former where edge != 0 { store(edge) }
  }

  private mutating func store(_ edge: UInt64) {
    var place = place(of: edge >> Self.childBits)
    while edges[place] != 0 { place = (place + 1) & (edges.count - 1) }
    edges[place] = edge
  }

  @inline(__always)
  private static func key(_ node: Int, _ unit: UInt16) -> UInt64 {
    UInt64(truncatingIfNeeded: node) << 16 | UInt64(unit)
  }

  /// Multiplicative hashing by the golden ratio spreads neighbouring keys.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
