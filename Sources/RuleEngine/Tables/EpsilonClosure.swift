/// Finds what states of the automaton lead to without taking anything. Its marks are reused.
struct EpsilonClosure {
  private let states: UnsafeBufferPointer<ProgramState>
  /// The round in which each state was last met.
  private var rounds: [Int32]
  private var round: Int32 = 0

  init(states: UnsafeBufferPointer<ProgramState>) {
    self.states = states
    rounds = [Int32](repeating: 0, count: states.count)
  }

  /// The states that take something, and the ranks of the rules that end, both in ascending order.
  ///
  /// - Parameter ranks: of all rules.
  mutating func closure(
    of beginnings: [Int32], ranks: [Int32]
  ) -> (consuming: [Int32], accepted: [Int32]) {
    round += 1
    var consuming: [Int32] = []
    var accepted: [Int32] = []
    var stack = beginnings
    while let index = stack.popLast() {
      guard rounds[Int(index)] != round else { continue }
      rounds[Int(index)] = round
      let state = states[Int(index)]
      switch ProgramState.Operation(rawValue: state.operation) {
      case .word, .numeral, .character: consuming.append(index)
      case .accept: accepted.append(ranks[Int(state.a)])
      case .split:
        stack.append(state.next)
        stack.append(state.a)
      case .context, .open, .close, .glue: stack.append(state.next)
      case nil: continue
      }
    }
    consuming.sort()
    accepted.sort()
    return (consuming, accepted)
  }
}
