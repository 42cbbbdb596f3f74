import Lexicon

/// Where the rules of one layer begin: with a word or numeral, or with any character of a kind,
/// such as any Han character.
///
/// A rule of the second sort could begin nearly everywhere. The tests of context before it are the
/// same for many such rules, cheap, and fail at most places, so they are asked once for each
/// *group* of rules before the automaton runs at all.
struct RuleBeginnings: Sendable {
  /// The states that take a word or numeral first.
  let closed: [Int32]
  /// The states that take a character first, by group.
  private(set) var open: [[Int32]] = []
  /// The tests that must all hold, group by group, and where each group's end.
  private var contexts: [Int32] = []
  private var contextEnds: [Int32] = []
  /// What must stand ahead for each group to lead anywhere.
  private var anchors: [Anchors] = []
  /// The same of all groups together.
  private(set) var allAnchors = Anchors.none

  /// What is beyond stands in the last group, which has no tests.
  private static let mostGroups = 31

  init(
    program: ProgramCode, starts: [Int32], tester: ContextTester, layer: Int,
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
    return contexts[tests(of: group)].lazy.compactMap { tester.neighbours(of: Int($0)) }.first ?? []
  }

  /// Where the tests of a group stand in `contexts`.
  @inline(__always)
  private func tests(of group: Int) -> Range<Int> {
    (group > 0 ? Int(contextEnds[group - 1]) : 0)..<Int(contextEnds[group])
  }

  private mutating func add(_ states: [Int32], after tests: [Int32]) {
    open.append(states)
    contexts += tests
    contextEnds.append(Int32(contexts.count))
  }

  /// Of some groups those whose tests hold and for which something stands ahead, one bit each.
  ///
  /// - Parameter ahead: the anchors ahead of the position.
  @inline(__always)
  func openGroups(
    among candidates: UInt32, ahead: Anchors, at position: Int,
    in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice,
    tester: ContextTester
  ) -> UInt32 {
    var groups: UInt32 = 0
    var left = candidates
    while left != 0 {
      let group = left.trailingZeroBitCount
      left &= left - 1
      guard anchors[group].meets(ahead) else { continue }
      var tests = tests(of: group)
      var holds = true
      while holds, let next = tests.popFirst() {
        holds = tester.holds(Int(contexts[next]), at: position, in: text, lattice: &lattice)
      }
      if holds { groups |= 1 << UInt32(group) }
    }
    return groups
  }
}

// MARK: Image

extension RuleBeginnings {
  /// `nil` where the image holds none of that name.
  init?(image: Image, name: String) {
    closed = Array(image.array(name + ".closed"))
    contexts = Array(image.array(name + ".open-tests"))
    contextEnds = Array(image.array(name + ".open-test-ends"))
    let bits: UnsafeBufferPointer<UInt64> = image.array(name + ".open-anchors")
    anchors = bits.map(Anchors.init(bits:))
    let states: UnsafeBufferPointer<Int32> = image.array(name + ".open-states")
    let ends: UnsafeBufferPointer<Int32> = image.array(name + ".open-ends")
    guard !closed.isEmpty || !ends.isEmpty, ends.count == contextEnds.count,
      anchors.count == ends.count
    else { return nil }
    var start = 0
    for end in ends {
      open.append(Array(states[start..<Int(end)]))
      start = Int(end)
    }
    for anchors in anchors { allAnchors.formUnion(anchors) }
  }

  func write(to image: inout ImageWriter, name: String) {
    image.add(name + ".closed", closed)
    image.add(name + ".open-tests", contexts)
    image.add(name + ".open-test-ends", contextEnds)
    image.add(name + ".open-anchors", anchors.map(\.bits))
    image.add(name + ".open-states", open.flatMap(\.self))
    var end: Int32 = 0
    image.add(
      name + ".open-ends",
      open.map { states in
        end += Int32(states.count)
        return end
      })
  }
}
