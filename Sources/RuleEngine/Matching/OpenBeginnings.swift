import Lexicon

/// The rules that can begin with any character of a kind, such as any Han character, grouped by
/// the tests of context that stand before it.
///
/// Such a rule could begin nearly everywhere. The tests are the same for many of them, cheap, and
/// fail at most places, so they are asked once for each group before the automaton runs at all.
struct OpenBeginnings {
  struct Group {
    /// Tests that must all hold.
    var contexts: [Int32]
    /// The states that take the character.
    var states: [Int32]
  }

  /// At most 32: what is beyond stands in the last, which has no tests.
  private(set) var groups: [Group] = []
  /// The tests of all groups, group by group, and where each group's end.
  private(set) var contexts: [Int32] = []
  private(set) var contextEnds: [Int] = []
  /// Where every rule begins that takes a word or numeral first.
  private(set) var closedStates: [Int32] = []

  private static let mostGroups = 32

  init(program: RuleProgram, starts: [Int32]) {
    let states = program.states
    var byContexts: [[Int32]: Set<Int32>] = [:]
    var closed: Set<Int32> = []
    for start in starts {
      Self.walk(states, from: start, contexts: []) { state, contexts in
        if states[Int(state)].operation == ProgramState.Operation.character.rawValue {
          byContexts[contexts, default: []].insert(state)
        } else {
          closed.insert(state)
        }
      }
    }
    closedStates = closed.sorted()
    for (contexts, states) in byContexts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      if groups.count < Self.mostGroups {
        groups.append(Group(contexts: contexts, states: states.sorted()))
      } else {
        groups[Self.mostGroups - 1].contexts = []
        groups[Self.mostGroups - 1].states += states.sorted()
      }
    }
    for group in groups {
      contexts += group.contexts
      contextEnds.append(contexts.count)
    }
  }

  /// Calls `body` with each state that takes something first, and the tests on the way to it.
  private static func walk(
    _ states: UnsafeBufferPointer<ProgramState>, from start: Int32, contexts: [Int32],
    _ body: (Int32, [Int32]) -> Void
  ) {
    var stack = [(state: start, contexts: contexts)]
    var seen: Set<[Int32]> = []
    while let (index, contexts) = stack.popLast() {
      guard seen.insert([index] + contexts).inserted else { continue }
      let state = states[Int(index)]
      switch ProgramState.Operation(rawValue: state.operation) {
      case .word, .numeral, .character: body(index, contexts)
      case .split: stack += [(state.next, contexts), (state.a, contexts)]
      case .context: stack.append((state.next, contexts + [state.a]))
      case .open, .close, .glue: stack.append((state.next, contexts))
      case .accept, nil: continue
      }
    }
  }
}
