import Lexicon

/// What the lattice needs to know of a symbol, or of numerals.
struct SymbolFacts: BitwiseCopyable {
  /// Its letter; empty where no rule takes the symbol, so that it is no atom.
  var letters = LetterSet.none
  /// What it is to a run of characters before it.
  var anchors = Anchors.none
  /// The layers in which a rule can begin with it, one bit each.
  var beginnings: UInt64 = 0
}

/// The facts of all symbols.
struct SymbolTableFacts: Sendable {
  private(set) var symbols: [SymbolFacts]
  private(set) var numerals = SymbolFacts(letters: .numerals)

  /// - Parameter layers: where the rules of each layer begin.
  init(of program: ProgramCode, layers: [RuleBeginnings]) {
    let anchors = RunAnchors(image: program.image)
    symbols = (0..<anchors.bySymbol.count).map { SymbolFacts(anchors: anchors.classes(of: $0)) }
    numerals.anchors = anchors.byNumeral
    for state in program.states where state.operation == ProgramState.Operation.word.rawValue {
      symbols[Int(state.a)].letters = LetterSet(Letter(symbol: state.a))
    }
    for token in program.tokens where token.kind == ProgramToken.Kind.word.rawValue {
      symbols[Int(token.a)].letters = LetterSet(Letter(symbol: token.a))
    }
    for (layer, beginnings) in layers.enumerated() {
      let bit: UInt64 = 1 << UInt64(layer)
      for state in beginnings.closed.map({ program.states[Int($0)] }) {
        if state.operation == ProgramState.Operation.word.rawValue {
          symbols[Int(state.a)].beginnings |= bit
        } else {
          numerals.beginnings |= bit
        }
      }
    }
  }

  init?(image: Image) {
    symbols = Array(image.array("symbol.facts"))
    let numeral: UnsafeBufferPointer<SymbolFacts> = image.array("numeral.facts")
    guard !symbols.isEmpty, let only = numeral.first else { return nil }
    numerals = only
  }

  func write(to image: inout ImageWriter) {
    image.add("symbol.facts", symbols)
    image.add("numeral.facts", [numerals])
  }
}
