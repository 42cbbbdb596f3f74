import Lexicon

/// What can come next in each state of the automaton: the letters that some way from there takes
/// first, and whether one ends without taking anything.
///
/// The exact search follows only ways whose letters stand in the text, and so passes by nearly all
/// alternatives of a pattern.
enum FirstLetters {
  /// Finds them when the rules are compiled; `of(_:)` reads them.
  ///
  /// - Complexity: linear in the states but for loops, each of which costs another round.
  static func write(for states: [ProgramState], into image: inout ImageWriter) {
    var letters = [LetterSet](repeating: .none, count: states.count)
    var changes = true
    while changes {
      changes = false
      for (index, state) in states.enumerated() {
        let found = next(of: state, letters)
        guard found.bits != letters[index].bits else { continue }
        letters[index] = found
        changes = true
      }
    }
    image.add("state.letters", letters)
  }

  private static func next(of state: ProgramState, _ letters: [LetterSet]) -> LetterSet {
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word, .numeral, .character: return LetterSet(takenBy: state)
    case .accept: return .end
    case .split:
      var both = letters[Int(state.next)]
      both.formUnion(letters[Int(state.a)])
      return both
    case .context, .open, .close, .glue: return letters[Int(state.next)]
    case nil: return .none
    }
  }
}
