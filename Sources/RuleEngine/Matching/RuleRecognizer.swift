import Lexicon
import Numerals

/// Tells, before the exact search, which rules of a layer can match at a position and where they
/// would end.
///
/// It runs the same automaton made deterministic: a state is the set of program states that some
/// sequence of atoms leads to, built the first time it is met. Context tests (but those before an
/// open beginning) and glue are taken to hold and values of words are ignored, so that it may name
/// a match in vain but never leaves one out. Most positions die at the first step: their letters
/// have no bit in common with those that the state can take.
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

  private struct DeterministicState: BitwiseCopyable {
    /// A superset of the letters that lead on.
    var letters: LetterSet
    /// What must stand ahead where a character leads on.
    var anchors: Anchors
    /// Range in `accepted`.
    var firstAccepted: Int32
    var acceptedCount: Int32
  }

  /// A cache of more states than this is emptied: it never outgrows a few megabytes.
  /// A search that is under way may still add some.
  private static let largestCache = TransitionTable.stateLimit / 2
  /// Steps from one start that are taken without asking whether they repeat others.
  private static let freeSteps = 8
  private static let dead: Int32 = -1
  private static let unknown: Int32 = -2

  private let states: UnsafeBufferPointer<ProgramState>
  let beginnings: RuleBeginnings
  private let contexts: ContextTester
  private let layer: Int
  /// Place of each rule by preference.
  private let ranks: [Int32]

  private var cache: [DeterministicState] = []
  /// Of each cached state, the program states that take an atom.
  private var consuming: [[Int32]] = []
  /// Ranks of the rules that may end in a state, for all states one after the other.
  private var accepted: [Int32] = []
  private var numbers: [[Int32]: Int32] = [:]
  /// Which state to begin in besides the closed one, by the set of open groups.
  private var openStarts: [UInt32: Int32] = [:]
  private var closedStart: Int32 = 0
  /// Where each symbol leads from the closed start: the question of every position.
  private var firstTargets: [Int32] = []
  private var transitions = TransitionTable()
  private var stack: [(state: Int32, position: Int32)] = []
  private var closures: EpsilonClosure
  private var visited = VisitedSet()

  /// - Parameters:
  ///   - starts: where the rules of the layer begin.
  ///   - layer: number of the layer.
  ///   - ranks: place of each rule of the program by preference.
  ///   - tester: made once for all that search with the program.
  ///   - openings: learns where the layer's open beginnings may open.
  init(
    program: RuleProgram, starts: [Int32], layer: Int, ranks: [Int32], tester: ContextTester,
    openings: inout Openings
  ) {
    states = program.states
    contexts = tester
    self.layer = layer
    self.ranks = ranks
    closures = EpsilonClosure(states: program.states)
    beginnings = RuleBeginnings(
      program: program, starts: starts, tester: contexts, layer: layer, openings: &openings)
    let symbolCount = Int(Self.largestSymbol(of: program)) + 1
    firstTargets = [Int32](repeating: Self.unknown, count: symbolCount)
    reset()
  }

  private static func largestSymbol(of program: RuleProgram) -> Int32 {
    program.states.reduce(0) {
      $1.operation == ProgramState.Operation.word.rawValue ? max($0, $1.a) : $0
    }
  }

  private mutating func reset() {
    cache.removeAll(keepingCapacity: true)
    consuming.removeAll(keepingCapacity: true)
    accepted.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    openStarts.removeAll(keepingCapacity: true)
    transitions = TransitionTable()
    for symbol in firstTargets.indices { firstTargets[symbol] = Self.unknown }
    closedStart = number(of: beginnings.closed)
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
    guard open != Self.dead || place.begins(layer) else { return false }
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
    if cache.count > Self.largestCache { reset() }
    if groups == 0 { return Self.dead }
    let ahead = lattice.anchors(ahead: start, in: text)
    guard beginnings.allAnchors.meets(ahead) else { return Self.dead }
    return openStart(among: groups, ahead: ahead, at: start, in: text, lattice: &lattice)
  }

  private mutating func run(
    from start: Int, in text: UnsafeBufferPointer<UInt16>, _ lattice: inout AtomLattice,
    open: Int32, takesNumeral: Bool, into found: inout [Candidate]
  ) {
    let limit = min(text.count, start + RuleMatcher.longestMatch)
    begin(at: start, limit: limit, in: text, lattice: &lattice, takesNumeral: takesNumeral)
    if open != Self.dead {
      take(from: open, at: start, limit: limit, in: text, lattice: &lattice)
    }
    if stack.isEmpty { return }
    visited.begin(at: start)
    var steps = 0
    while let (state, position) = stack.popLast() {
      steps += 1
      // What is met twice costs a little at first; only a long search could run wild.
      if steps > Self.freeSteps, !visited.insert(state: state, position: position) { continue }
      let reached = cache[Int(state)]
      for index in 0..<Int(reached.acceptedCount) {
        found.append(
          Candidate(end: position, rank: accepted[Int(reached.firstAccepted) + index]))
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
        if takesNumeral { push(next(from: closedStart, by: atom.letter, &lattice), at: atom.end) }
      } else if Int(atom.symbol) < firstTargets.count {
        var target = firstTargets[Int(atom.symbol)]
        if target == Self.unknown {
          target = next(from: closedStart, by: atom.letter, &lattice)
          firstTargets[Int(atom.symbol)] = target
        }
        push(target, at: atom.end)
      }
    }
  }

  /// The state of the open groups whose tests hold, if any does.
  private mutating func openStart(
    among candidates: UInt32, ahead: Anchors, at start: Int,
    in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice
  ) -> Int32 {
    let groups = beginnings.openGroups(
      among: candidates, ahead: ahead, at: start, in: text, lattice: &lattice, tester: contexts)
    if groups == 0 { return Self.dead }
    if let known = openStarts[groups] { return known }
    let states = beginnings.open.indices.filter { groups >> UInt32($0) & 1 == 1 }
      .flatMap { beginnings.open[$0] }
    let new = number(of: states)
    openStarts[groups] = new
    return new
  }

  @inline(__always)
  private mutating func take(
    from state: Int32, at position: Int, limit: Int, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice
  ) {
    guard position < limit else { return }
    let letters = cache[Int(state)].letters
    let anchors = cache[Int(state)].anchors
    var place = lattice.place(at: position, in: text)
    guard letters.meets(place.letters) else { return }
    if place.hasUnreadNumerals, letters.meets(.numerals) {
      place = lattice.completePlace(at: position, in: text)
    }
    for index in place.range {
      let atom = lattice.atoms[index]
      guard letters.mayContain(atom.letter), Int(atom.end) <= limit else { continue }
      push(next(from: state, by: atom.letter, &lattice), at: atom.end)
    }
    if letters.meets(.characters), let kind = CharacterKind(of: text[position]) {
      let letter = Letter(kind: kind)
      if letters.mayContain(letter), anchors.meets(lattice.anchors(ahead: position, in: text)) {
        push(next(from: state, by: letter, &lattice), at: Int32(position + 1))
      }
    }
  }

  @inline(__always)
  private mutating func push(_ state: Int32, at position: Int32) {
    if state != Self.dead { stack.append((state, position)) }
  }

  // MARK: Determinization

  @inline(__always)
  private mutating func next(
    from state: Int32, by letter: Letter, _ lattice: inout AtomLattice
  ) -> Int32 {
    let known = transitions.target(state, letter)
    return known == Self.unknown ? build(from: state, by: letter, &lattice) : known
  }

  @inline(never)
  private mutating func build(
    from state: Int32, by letter: Letter, _ lattice: inout AtomLattice
  ) -> Int32 {
    let numeral = letter.numeralClass.map { lattice.numeralClasses.representatives[$0] }
    let following = consuming[Int(state)].filter { takes($0, letter, numeral) }
      .map { states[Int($0)].next }
    let target = following.isEmpty ? Self.dead : number(of: following)
    transitions.insert(state, letter, target)
    return target
  }

  /// - Parameter numeral: a reading of the class that the letter stands for.
  private func takes(_ index: Int32, _ letter: Letter, _ numeral: NumeralReading?) -> Bool {
    let state = states[Int(index)]
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word: return state.a == letter.code
    case .numeral:
      return numeral?.satisfies(kind: state.a, state.b, state.c) ?? false
    case .character: return CharacterKind(rawValue: state.a).map(Letter.init(kind:)) == letter
    default: return false
    }
  }

  /// The cached state of what these lead to without taking anything; made if it is new.
  private mutating func number(of beginnings: [Int32]) -> Int32 {
    let closed = closures.closure(of: beginnings, ranks: ranks)
    let key = closed.consuming + [-1] + closed.accepted
    if let known = numbers[key] { return known }
    var (letters, anchors) = (LetterSet.none, Anchors.none)
    for index in closed.consuming {
      let state = states[Int(index)]
      letters.formUnion(LetterSet(takenBy: state))
      if state.isCharacter { anchors.formUnion(state.anchors) }
    }
    let new = Int32(cache.count)
    cache.append(
      DeterministicState(
        letters: letters, anchors: anchors, firstAccepted: Int32(accepted.count),
        acceptedCount: Int32(closed.accepted.count)))
    consuming.append(closed.consuming)
    accepted += closed.accepted
    numbers[key] = new
    return new
  }
}
