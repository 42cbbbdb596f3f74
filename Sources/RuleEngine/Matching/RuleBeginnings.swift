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
  /// What must stand ahead for each group to lead anywhere.
  private var anchors: [Anchors] = []
  /// The same of all groups together.
  private(set) var allAnchors = Anchors.none

  /// What is beyond stands in the last group, which has no tests.
  private static let mostGroups = 31

  init(
    program: RuleProgram, starts: [Int32], tester: ContextTester, layer: Int,
    openings: inout Openings
  ) {
    var walk = BeginningWalk(states: program.states)
    walk.run(from: starts)
    closed = walk.closed.sorted()
    let ordered = walk.open.sorted { $0.tests.lexicographicallyPrecedes($1.tests) }
    for group in ordered.prefix(Self.mostGroups - 1) {
      add(group.states.sorted(), after: group.tests)
    }
    let rest = ordered.dropFirst(Self.mostGroups - 1).flatMap(\.states)
    if !rest.isEmpty { add(Set(rest).sorted(), after: []) }
    for group in contextEnds.indices {
      openings.insert(group, of: layer, behind: neighbours(of: group, tester))
      anchors.append(
        open[group].reduce(into: .none) { $0.formUnion(program.states[Int($1)].anchors) })
      allAnchors.formUnion(anchors[group])
    }
  }

  /// The characters behind which the group can open; empty where any may stand there.
  private func neighbours(of group: Int, _ tester: ContextTester) -> Set<UInt16> {
    let tests = contexts[(group > 0 ? contextEnds[group - 1] : 0)..<contextEnds[group]]
    return tests.lazy.compactMap { tester.neighbours(of: Int($0)) }.first ?? []
  }

  private mutating func add(_ states: [Int32], after tests: [Int32]) {
    open.append(states)
    contexts += tests
    contextEnds.append(contexts.count)
  }

  /// Of some groups those whose tests hold and for which something stands ahead, one bit each.
  ///
  /// - Parameter ahead: the anchors ahead of the position.
  @inline(__always)
  func openGroups(
    among candidates: UInt32, ahead: Anchors, at position: Int,
    in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice,
    tester: borrowing ContextTester
  ) -> UInt32 {
    var groups: UInt32 = 0
    var left = candidates
    while left != 0 {
      let group = left.trailingZeroBitCount
      left &= left - 1
      guard anchors[group].meets(ahead) else { continue }
      var next = group > 0 ? contextEnds[group - 1] : 0
      let end = contextEnds[group]
      var holds = true
      while holds, next < end {
        holds = tester.holds(Int(contexts[next]), at: position, in: text, lattice: &lattice)
        next += 1
      }
      if holds { groups |= 1 << UInt32(group) }
    }
    return groups
  }
}
