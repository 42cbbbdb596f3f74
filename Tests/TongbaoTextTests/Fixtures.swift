import TongbaoText

/// One table for all tests: building it takes ICU a while.
enum Fixtures {
  static let folding = Result { try FoldingTable.makeFromICU() }

  static func source(_ text: String) throws -> SourceText {
    SourceText(text, folding: try folding.get())
  }

  static func working(_ text: String) throws -> String {
    let source = try source(text)
    return source.working(0..<source.units.count)
  }
}

/// Numbers that come out the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
