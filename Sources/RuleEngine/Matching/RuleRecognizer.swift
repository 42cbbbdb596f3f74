import Lexicon
import Numerals

/// Tells, before the exact search, which rules of a layer can match at a position and where they
/// would end.
///
/// It runs the same automaton made deterministic. Context tests (but those before an open beginning)
/// and glue are taken to hold and values of words are ignored, so that it may name a match in vain
/// but never leaves one out. Most positions die at the first step: their letters have no bit in
/// common with those that the state can take.
struct RuleRecognizer {
  /// A match that the exact search may confirm.
  ///
  /// Kept as one number that grows with the end and, for one end, with the rank of the rule, so
  /// that the best candidate is the largest.
  struct Candidate: BitwiseCopyable, Comparable {
    private let key: UInt64

    /// - Parameter rank: place of the rule by preference; 0 is the best.
    init(end: Int32, rank: Int32) {
      key = UInt64(UInt32(bitPattern: end)) << 32 | UInt64(~UInt32(bitPattern: rank))
    }

    var end: Int32 { Int32(truncatingIfNeeded: key >> 32) }
    var rank: Int { Int(~UInt32(truncatingIfNeeded: key)) }

    static func < (left: Candidate, right: Candidate) -> Bool { left.key < right.key }
  }

  /// A cache of more states than this is emptied: it never outgrows a few megabytes.
  /// A search that is under way may still add some.
  private static let largestCache = TransitionTable.stateLimit / 2
  /// Steps from one start that are taken without asking whether they repeat others.
  private static let freeSteps = 8

  private let tables: MatcherTables
  private let layer: Int
  private let beginnings: RuleBeginnings
  private(set) var automaton: DeterministicAutomaton
  private var builder: AutomatonBuilder
  private var stack: [(state: Int32, position: Int32)] = []
  private var visited = VisitedSet()

  init(program: RuleProgram, layer: MatchLayer) {
    tables = program.tables
    self.layer = layer.rawValue
    beginnings = tables.beginnings[layer.rawValue]
    automaton = tables.automata[layer.rawValue]
    builder = AutomatonBuilder(
      program: program.code.states, numerals: tables.numerals, ranks: tables.ranks)
  }

  // MARK: Running

  /// Lists the matches that may begin at a place, in no order; one may be named twice.
  ///
  /// - Parameters:
  ///   - groups: open beginnings that the character before lets open.
  ///   - isFree: whether a match may begin with a numeral in the middle of another.
  /// - Returns: whether there is any.
  @inline(__always)
  mutating func recognize(
    at place: AtomLattice.Place, groups: Openings.Groups, isFree: Bool,
    in text: UnsafeBufferPointer<UInt16>, _ lattice: inout AtomLattice,
    into found: inout [Candidate]
  ) -> Bool {
    let start = Int(place.position)
    let open = openState(among: groups[layer], at: start, in: text, &lattice)
    guard open != DeterministicAutomaton.dead || place.begins(layer) else { return false }
    found.removeAll(keepingCapacity: true)
    run(
      from: start, in: text, &lattice, open: open,
      takesNumeral: isFree || !NumeralRun.isInside(text, at: start), into: &found)
    return !found.isEmpty
  }

  /// The state in which the open beginnings begin at a position; dead where none can.
  @inline(__always)
  private mutating func openState(
    among groups: UInt32, at start: Int, in text: UnsafeBufferPointer<UInt16>,
    _ lattice: inout AtomLattice
  ) -> Int32 {
    if automaton.states.count > Self.largestCache { automaton = tables.automata[layer] }
    if groups == 0 { return DeterministicAutomaton.dead }
    let ahead = lattice.anchors(ahead: start, in: text)
    guard beginnings.allAnchors.meets(ahead) else { return DeterministicAutomaton.dead }
    return openStart(among: groups, ahead: ahead, at: start, in: text, lattice: &lattice)
  }

  private mutating func run(
    from start: Int, in text: UnsafeBufferPointer<UInt16>, _ lattice: inout AtomLattice,
    open: Int32, takesNumeral: Bool, into found: inout [Candidate]
  ) {
    let limit = min(text.count, start + RuleMatcher.longestMatch)
    begin(at: start, limit: limit, in: text, lattice: &lattice, takesNumeral: takesNumeral)
    if open != DeterministicAutomaton.dead {
      take(from: open, at: start, limit: limit, in: text, lattice: &lattice)
    }
    if stack.isEmpty { return }
    visited.begin(at: start)
    var steps = 0
    while let (state, position) = stack.popLast() {
      steps += 1
      // What is met twice costs a little at first; only a long search could run wild.
      if steps > Self.freeSteps, !visited.insert(state: state, position: position) { continue }
      for index in automaton.states[Int(state)].acceptedRange {
        found.append(Candidate(end: position, rank: automaton.accepted[index]))
      }
      var next = Int(position)
      take(from: state, at: next, limit: limit, in: text, lattice: &lattice)
      while next < limit, next - Int(position) < 2, text[next] == 0x20 {
        next += 1
        take(from: state, at: next, limit: limit, in: text, lattice: &lattice)
      }
    }
  }

  /// Takes the words and numerals that a rule can begin with.
  @inline(__always)
  private mutating func begin(
    at start: Int, limit: Int, in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice,
    takesNumeral: Bool
  ) {
    let place =
      takesNumeral
      ? lattice.completePlace(at: start, in: text) : lattice.place(at: start, in: text)
    guard place.begins(layer) else { return }
    for index in place.range {
      let atom = lattice.atoms[index]
      guard Int(atom.end) <= limit else { continue }
      if atom.symbol < 0 {
        guard takesNumeral else { continue }
        push(
          automaton.next(from: automaton.closedStart, by: atom.letter, &builder), at: atom.end)
      } else {
        push(
          automaton.firstTarget(by: atom.letter, symbol: Int(atom.symbol), &builder), at: atom.end)
      }
    }
  }

  /// The state of the open groups whose tests hold, if any does.
  private mutating func openStart(
    among candidates: UInt32, ahead: Anchors, at start: Int,
    in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice
  ) -> Int32 {
    let groups = beginnings.openGroups(
      among: candidates, ahead: ahead, at: start, in: text, lattice: &lattice,
      tester: tables.contexts)
    if groups == 0 { return DeterministicAutomaton.dead }
    return automaton.openStart(of: groups, in: beginnings, &builder)
  }

  @inline(__always)
  private mutating func take(
    from state: Int32, at position: Int, limit: Int, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice
  ) {
    guard position < limit else { return }
    let letters = automaton.states[Int(state)].letters
    let anchors = automaton.states[Int(state)].anchors
    var place = lattice.place(at: position, in: text)
    guard letters.meets(place.letters) else { return }
    if place.hasUnreadNumerals, letters.meets(.numerals) {
      place = lattice.completePlace(at: position, in: text)
    }
    for index in place.range {
      let atom = lattice.atoms[index]
      guard letters.mayContain(atom.letter), Int(atom.end) <= limit else { continue }
      push(automaton.next(from: state, by: atom.letter, &builder), at: atom.end)
    }
    if letters.meets(.characters), let kind = CharacterKind(of: text[position]) {
      let letter = Letter(kind: kind)
      if letters.mayContain(letter), anchors.meets(lattice.anchors(ahead: position, in: text)) {
        push(automaton.next(from: state, by: letter, &builder), at: Int32(position + 1))
      }
    }
  }

  @inline(__always)
  private mutating func push(_ state: Int32, at position: Int32) {
    if state != DeterministicAutomaton.dead { stack.append((state, position)) }
  }
}
