import Lexicon

/// What a deterministic state is made of: steps of the program's own automaton.
struct AutomatonBuilder {
  private let program: UnsafeBufferPointer<ProgramState>
  private let numerals: NumeralClasses
  /// Place of each rule by preference.
  private let ranks: [Int32]
  /// Made at the first need, which a text seldom has.
  private var closures: EpsilonClosure?

  init(program: UnsafeBufferPointer<ProgramState>, numerals: NumeralClasses, ranks: [Int32]) {
    self.program = program
    self.numerals = numerals
    self.ranks = ranks
  }

  /// What these lead to without taking anything: the states that take something, and the ranks of
  /// the rules that end.
  mutating func closure(of beginnings: [Int32]) -> (consuming: [Int32], accepted: [Int32]) {
    var closures = self.closures ?? EpsilonClosure(states: program)
    self.closures = nil
    defer { self.closures = closures }
    return closures.closure(of: beginnings, ranks: ranks)
  }

  /// Where those of these states lead that take the letter.
  func states(behind consuming: ArraySlice<Int32>, by letter: Letter) -> [Int32] {
    let numeral = letter.numeralClass.map { numerals.representatives[$0] }
    return consuming.filter { takes(program[Int($0)], letter, numeral) }
      .map { program[Int($0)].next }
  }

  /// - Parameter numeral: a reading of the class that the letter stands for.
  private func takes(
    _ state: ProgramState, _ letter: Letter, _ numeral: NumeralClasses.Representative?
  ) -> Bool {
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word: state.a == letter.code
    case .numeral: numeral?.satisfies(kind: state.a, state.b, state.c) ?? false
    case .character: CharacterKind(rawValue: state.a).map(Letter.init(kind:)) == letter
    default: false
    }
  }

  /// The letters that lead on from these states, and what must stand ahead of a character.
  func ways(of consuming: [Int32]) -> (letters: LetterSet, anchors: Anchors) {
    var (letters, anchors) = (LetterSet.none, Anchors.none)
    for index in consuming {
      let state = program[Int(index)]
      letters.formUnion(LetterSet(takenBy: state))
      if state.isCharacter { anchors.formUnion(state.anchors) }
    }
    return (letters, anchors)
  }
}
