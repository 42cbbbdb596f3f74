/// Finds symbols by name: an open hash table, for which a ``HashedName`` is hash enough.
struct SymbolTable {
  private static let free: Int32 = -1
  private var codes: [UInt64]
  private var symbols: [Int32]

  /// - Parameter names: of the symbols in their order; of equal names the first counts.
  init(names: [HashedName]) {
    var size = 16
    while size < names.count * 2 { size *= 2 }
    codes = [UInt64](repeating: 0, count: size)
    symbols = [Int32](repeating: Self.free, count: size)
    for (symbol, name) in names.enumerated() {
      let slot = slot(of: name.code)
      guard symbols[slot] == Self.free else { continue }
      codes[slot] = name.code
      symbols[slot] = Int32(symbol)
    }
  }

  subscript(name: HashedName) -> UInt16? {
    let symbol = symbols[slot(of: name.code)]
    return symbol == Self.free ? nil : UInt16(truncatingIfNeeded: symbol)
  }

  /// Where the code stands, or would stand.
  private func slot(of code: UInt64) -> Int {
    let mask = codes.count - 1
    var slot = Int(truncatingIfNeeded: code) & mask
    while symbols[slot] != Self.free, codes[slot] != code { slot = (slot + 1) & mask }
    return slot
  }
}
