/// What each UTF-16 unit may begin in the eyes of the figure linker, one byte for each unit: most
/// characters of a text are dismissed by one look.
struct UnitBeginnings: Sendable {
  enum Kind: UInt8, Sendable { case nothing, word, mark }

  private var kinds = [Kind](repeating: .nothing, count: 1 << 16)

  init() {
    for unit in FigurePunctuation.units { kinds[Int(unit)] = .mark }
  }

  @inline(__always)
  subscript(unit: UInt16) -> Kind { kinds[Int(unit)] }

  /// A unit that is a mark stays one.
  mutating func noteWord(beginningWith unit: UInt16) {
    if kinds[Int(unit)] == .nothing { kinds[Int(unit)] = .word }
  }
}
