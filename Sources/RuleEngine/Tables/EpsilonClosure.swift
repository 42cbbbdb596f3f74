/// Finds what states of the automaton lead to without taking anything. Its marks and lists are
/// reused.
struct EpsilonClosure {
  /// The states that take something, in ascending order.
  private(set) var consuming: [Int32] = []
  /// The ranks of the rules that end, in ascending order.
  private(set) var accepted: [Int32] = []

  private let states: UnsafeBufferPointer<ProgramState>
  /// Place of each rule by preference.
  private let ranks: [Int32]
  /// The round in which each state was last met; empty before the first.
  private var rounds: [Int32] = []
  private var round: Int32 = 0
  private var stack: [Int32] = []

  init(states: UnsafeBufferPointer<ProgramState>, ranks: [Int32]) {
    self.states = states
    self.ranks = ranks
  }

  var isEmpty: Bool { consuming.isEmpty && accepted.isEmpty }

  /// Forgets what was found.
  mutating func begin() {
    if rounds.isEmpty { rounds = [Int32](repeating: 0, count: states.count) }
    round += 1
    consuming.removeAll(keepingCapacity: true)
    accepted.removeAll(keepingCapacity: true)
  }

  /// Adds what a state leads to.
  mutating func insert(_ beginning: Int32) {
    stack.append(beginning)
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
  }

  /// Puts what was found in order.
  mutating func finish() {
    consuming.sort()
    accepted.sort()
  }
}
