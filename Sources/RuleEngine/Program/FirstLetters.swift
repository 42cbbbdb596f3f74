/// What can come next in each state of the automaton: the letters that some way from there takes
/// first, and whether one ends without taking anything.
///
/// The exact search follows only ways whose letters stand in the text, and so passes by nearly all
/// alternatives of a pattern.
enum FirstLetters {
  /// Finds them when the rules are compiled.
  ///
  /// - Complexity: linear in the states but for loops, each of which costs another round.
  static func note(in states: inout [ProgramState]) {
    var changes = true
    while changes {
      changes = false
      for index in states.indices {
        let found = next(of: states[index], in: states)
        guard found.bits != states[index].letters.bits else { continue }
        states[index].letters = found
        changes = true
      }
    }
  }

  private static func next(of state: ProgramState, in states: [ProgramState]) -> LetterSet {
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word, .numeral, .character: return LetterSet(takenBy: state)
    case .accept: return .end
    case .split:
      var both = states[Int(state.next)].letters
      both.formUnion(states[Int(state.a)].letters)
      return both
    case .context, .open, .close, .glue: return states[Int(state.next)].letters
    case nil: return .none
    }
  }
}
