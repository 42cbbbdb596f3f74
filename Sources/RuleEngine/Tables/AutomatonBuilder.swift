import Lexicon

/// What a deterministic state is made of: steps of the program's own automaton.
struct AutomatonBuilder {
  private let program: UnsafeBufferPointer<ProgramState>
  private let numerals: NumeralClasses
  /// What was found last.
  private(set) var closure: EpsilonClosure

  /// - Parameter ranks: place of each rule by preference.
  init(program: UnsafeBufferPointer<ProgramState>, numerals: NumeralClasses, ranks: [Int32]) {
    self.program = program
    self.numerals = numerals
    closure = EpsilonClosure(states: program, ranks: ranks)
  }

  /// Finds what states lead to without taking anything.
  mutating func close(over beginnings: [Int32]) {
    closure.begin()
    for state in beginnings { closure.insert(state) }
    closure.finish()
  }

  /// Finds what those of these states lead to that take the letter.
  mutating func close(behind consuming: ArraySlice<Int32>, by letter: Letter) {
    let numeral = letter.numeralClass.map { numerals.representatives[$0] }
    closure.begin()
    for index in consuming where takes(program[Int(index)], letter, numeral) {
      closure.insert(program[Int(index)].next)
    }
    closure.finish()
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

  /// The letters that lead on from what was found, and what must stand ahead of a character.
  func ways() -> (letters: LetterSet, anchors: Anchors) {
    var (letters, anchors) = (LetterSet.none, Anchors.none)
    for index in closure.consuming {
      let state = program[Int(index)]
      letters.formUnion(LetterSet(takenBy: state))
      if state.isCharacter { anchors.formUnion(state.anchors) }
    }
    return (letters, anchors)
  }
}
