import Lexicon

/// Where the rules of one layer begin: with a word or numeral, or with any character of a kind,
/// such as any Han character.
///
/// A rule of the second sort could begin nearly everywhere. The tests of context before it are the
/// same for many such rules, cheap, and fail at most places, so they are asked once for each
/// *group* of rules before the automaton runs at all.
struct RuleBeginnings {
  /// The states that take a word or numeral first.
  let closed: [Int32]
  /// The states that take a character first, by group.
  private(set) var open: [[Int32]] = []
  /// The tests that must all hold, group by group, and where each group's end.
  private var contexts: [Int32] = []
  private var contextEnds: [Int] = []
  /// Groups that cannot open where no literal of a test stands before.
  private var neighboured: UInt32 = 0

  /// What is beyond stands in the last group, which has no tests.
  private static let mostGroups = 32

  init(program: RuleProgram, starts: [Int32], tester: ContextTester) {
    var groups: [[Int32]: Set<Int32>] = [:]
    var closed: Set<Int32> = []
    for start in starts {
      Self.walk(program.states, from: start) { state, contexts in
        if program.states[Int(state)].operation == ProgramState.Operation.character.rawValue {
          groups[contexts, default: []].insert(state)
        } else {
          closed.insert(state)
        }
      }
    }
    self.closed = closed.sorted()
    let ordered = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (contexts, states) in ordered.prefix(Self.mostGroups - 1) {
      add(states.sorted(), after: contexts)
    }
    let rest = ordered.dropFirst(Self.mostGroups - 1).flatMap(\.value)
    if !rest.isEmpty { add(rest.sorted(), after: []) }
    for index in contextEnds.indices {
      let first = index > 0 ? contextEnds[index - 1] : 0
      let tests = contexts[first..<contextEnds[index]]
      if tests.contains(where: { tester.needsNeighbour(Int($0)) }) {
        neighboured |= 1 << UInt32(index)
      }
    }
  }

  private mutating func add(_ states: [Int32], after tests: [Int32]) {
    open.append(states)
    contexts += tests
    contextEnds.append(contexts.count)
  }

  /// Calls `body` with each state that takes something first, and the tests on the way to it.
  private static func walk(
    _ states: UnsafeBufferPointer<ProgramState>, from start: Int32,
    _ body: (Int32, [Int32]) -> Void
  ) {
    var stack: [(state: Int32, contexts: [Int32])] = [(start, [])]
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

  /// The groups whose tests hold, one bit each.
  @inline(__always)
  func openGroups(
    at position: Int, in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice,
    tester: borrowing ContextTester
  ) -> UInt32 {
    var groups: UInt32 = 0
    var next = 0
    let closed = tester.isBare(behind: position, in: text) ? neighboured : 0
    for index in contextEnds.indices {
      if closed >> UInt32(index) & 1 == 1 {
        next = contextEnds[index]
        continue
      }
      let end = contextEnds[index]
      var holds = true
      while holds, next < end {
        holds = tester.holds(Int(contexts[next]), at: position, in: text, lattice: &lattice)
        next += 1
      }
      next = end
      if holds { groups |= 1 << UInt32(index) }
    }
    return groups
  }
}
