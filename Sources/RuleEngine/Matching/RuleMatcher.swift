import Lexicon
import Numerals

/// What became of one candidate, for explanations and counters.
public struct MatchEvent: Sendable {
  public enum Outcome: Sendable, Hashable {
    case won
    /// Another candidate at the same start was longer or had priority.
    case lost
    /// The value constructor did not take it.
    case refused
  }

  public var rule: Int
  public var range: Range<Int>
  public var outcome: Outcome
}

/// Finds the matches of a rule program in a text. One a worker; its buffers are reused.
///
/// At each position a deterministic recognizer names the rules that can match there and their
/// ends. The longest match wins, then priority, then the earlier rule; in that order the exact
/// search confirms them, so that it seldom runs for a rule that loses.
/// - Complexity: linear in the text; a match spans at most `longestMatch` units.
public struct RuleMatcher {
  /// No match is longer than this, in UTF-16 units: it keeps open repetitions linear.
  public static let longestMatch = 512

  /// Where a rule's matches may lie: matches of one layer never overlap, those of two may nest.
  enum Layer: Int, CaseIterable {
    case values, organizations

    init(of rule: Rule) { self = rule.type == "organization" ? .organizations : .values }
  }

  private typealias Candidate = RuleRecognizer.Candidate

  private struct Node: BitwiseCopyable {
    var state: Int32
    var position: Int32
    var parent: Int32
    /// The state that took an atom or marked a group on the way here, or -1.
    var taken: Int32
    var start: Int32
    var reference: Int32
  }

  /// An end that the exact search reached.
  private struct Ending: BitwiseCopyable {
    var rule: Int32
    var end: Int32
    var node: Int32
  }

  private let program: RuleProgram
  private let lexicon: LexiconImage
  private let states: UnsafeBufferPointer<ProgramState>
  private let branches: UnsafeBufferPointer<ProgramBranch>
  /// Where each rule begins.
  private let ruleStarts: [Int32]
  private let entryValues: UnsafeBufferPointer<Int32>
  private let contexts: ContextTester
  private let endTests: EndTests
  private let isGuard: [Bool]
  /// The rules by priority, then by order; the first is the best.
  private let ranked: [Int32]
  private var beginnings: BeginningTable
  private let openings: Openings

  private var lattice: AtomLattice
  /// One for each layer, so that inside a value only organizations are looked for.
  private var recognizers: [RuleRecognizer]
  private var nodes: [Node] = []
  private var stack: [Int32] = []
  /// The answer of `letters(at:in:)` for the position last asked about.
  private var lastLetters: (position: Int, letters: LetterSet) = (-1, .none)
  private var visited = VisitedSet()
  private var candidates: [Candidate] = []
  private var endings: [Ending] = []
  /// The rules that the exact search has run for at this start.
  private var searched: [Int32] = []
  /// Node visits of each rule, when counting is on.
  public private(set) var visits: [Int]
  public var countsVisits = false

  public init(program: RuleProgram, lexicon: LexiconImage) {
    self.program = program
    self.lexicon = lexicon
    states = program.states
    branches = program.branches
    ruleStarts = Array(program.starts)
    entryValues = lexicon.entryValues
    contexts = ContextTester(program: program)
    endTests = EndTests(image: program.image)
    isGuard = program.rules.map { $0.type == "none" }
    ranked = Self.ranked(program.rules)
    beginnings = BeginningTable(program: program, lexicon: lexicon)
    let (starts, tester) = (ruleStarts, contexts)
    var ranks = [Int32](repeating: 0, count: ranked.count)
    for (rank, rule) in ranked.enumerated() { ranks[Int(rule)] = Int32(rank) }
    var openings = Openings()
    recognizers = Layer.allCases.map { layer in
      let own = program.rules.indices.filter { Layer(of: program.rules[$0]) == layer }
      return RuleRecognizer(
        program: program, starts: own.map { starts[$0] }, layer: layer.rawValue, ranks: ranks,
        tester: tester, openings: &openings)
    }
    self.openings = openings
    lattice = AtomLattice(
      program: program, lexicon: lexicon,
      values: recognizers[Layer.values.rawValue].beginnings,
      organizations: recognizers[Layer.organizations.rawValue].beginnings)
    visits = [Int](repeating: 0, count: program.rules.count)
  }

  /// Scans the text from left to right.
  ///
  /// - Parameters:
  ///   - accept: takes the best match at a start, or refuses it with `false`; then the next best
  ///     is offered. Guards (`type: none`) are not offered.
  ///   - observe: is told what became of every candidate.
  public mutating func scan(
    _ text: UnsafeBufferPointer<UInt16>, accept: (Match) -> Bool,
    observe: ((MatchEvent) -> Void)? = nil
  ) {
    lattice.reset()
    lastLetters.position = -1
    for layer in recognizers.indices { recognizers[layer].begin() }
    /// Where each layer goes on behind its last match.
    var (nextValue, nextOrganization) = (0, 0)
    for position in 0..<text.count where beginnings.contains(text[position]) {
      let takesValue = position >= nextValue
      guard takesValue || position >= nextOrganization else { continue }
      if lattice.isLarge { lattice.reset() }
      let place = lattice.place(at: position, in: text)
      let groups =
        place.letters.meets(.characters) ? openings.groups(at: position, in: text) : .none
      searched.removeAll(keepingCapacity: true)
      // Behind a value a numeral may begin that the digits before it belong to as well.
      let isFree = position == nextValue
      if takesValue, recognize(.values, at: position, place, groups, isFree, in: text),
        let end = choose(start: position, in: text, accept: accept, observe: observe)
      {
        nextValue = end
      }
      if position >= nextOrganization,
        recognize(.organizations, at: position, place, groups, isFree, in: text),
        let end = choose(start: position, in: text, accept: accept, observe: observe)
      {
        nextOrganization = end
      }
    }
  }

  /// Fills `candidates` with what may begin at a position in a layer; tells whether there is any.
  @inline(__always)
  private mutating func recognize(
    _ layer: Layer, at position: Int, _ place: AtomLattice.Place, _ groups: Openings.Groups,
    _ isFree: Bool, in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    let layer = layer.rawValue
    let open = recognizers[layer].openGroups(
      among: groups[layer], at: position, in: text, lattice: &lattice)
    guard open != 0 || place.begins(layer) else { return false }
    candidates.removeAll(keepingCapacity: true)
    recognizers[layer].candidates(
      from: position, in: text, lattice: &lattice, open: open,
      takesNumeral: isFree || !NumeralRun.isInside(text, at: position), into: &candidates)
    sortCandidates()
    return !candidates.isEmpty
  }

  private static func ranked(_ rules: [Rule]) -> [Int32] {
    rules.indices.sorted { (-rules[$0].priority, $0) < (-rules[$1].priority, $1) }.map(Int32.init)
  }

  /// Puts the best candidate first; equal ones come to stand side by side.
  private mutating func sortCandidates() {
    guard candidates.count <= 16 else {
      candidates.sort(by: >)
      return
    }
    for index in candidates.indices.dropFirst() {
      let candidate = candidates[index]
      var place = index
      while place > 0, candidates[place - 1] < candidate {
        candidates[place] = candidates[place - 1]
        place -= 1
      }
      candidates[place] = candidate
    }
  }

  // MARK: Search

  /// The node in which the exact search for a candidate's rule reaches its end, if it does.
  private mutating func node(
    of rule: Int32, endingAt end: Int32, start: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Int32? {
    for test in endTests.indices(of: rule)
    where !contexts.holds(endTests[test], at: Int(end), in: text, lattice: &lattice) {
      return nil
    }
    if searched.isEmpty {
      nodes.removeAll(keepingCapacity: true)
      endings.removeAll(keepingCapacity: true)
      visited.begin(at: start)
    }
    if !searched.contains(rule) {
      searched.append(rule)
      search(for: rule, from: start, in: text)
    }
    for ending in endings where ending.rule == rule && ending.end == end { return ending.node }
    return nil
  }

  private mutating func search(
    for rule: Int32, from start: Int, in text: UnsafeBufferPointer<UInt16>
  ) {
    let limit = min(text.count, start + Self.longestMatch)
    push(ruleStarts[Int(rule)], at: start, letters(at: start, in: text), parent: -1)
    while let node = stack.popLast() {
      step(node, start: start, limit: limit, in: text)
    }
  }

  /// What can be taken at a position, behind up to two blanks too, and the end.
  @inline(__always)
  private mutating func letters(
    at position: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> LetterSet {
    if position == lastLetters.position { return lastLetters.letters }
    var letters = LetterSet.end
    var at = position
    while at < text.count {
      letters.formUnion(lattice.place(at: at, in: text).letters)
      guard at - position < 2, text[at] == 0x20 else { break }
      at += 1
    }
    lastLetters = (position, letters)
    return letters
  }

  /// Adds a node, unless no way from its state fits the letters that stand there.
  @inline(__always)
  private mutating func push(
    _ state: Int32, at position: Int, _ letters: LetterSet, parent: Int32, taken: Int32 = -1,
    start: Int = 0, reference: Int32 = -1
  ) {
    guard states[Int(state)].letters.meets(letters) else { return }
    append(
      state, at: position, parent: parent, taken: taken, start: start, reference: reference)
  }

  @inline(__always)
  private mutating func append(
    _ state: Int32, at position: Int, parent: Int32, taken: Int32 = -1, start: Int = 0,
    reference: Int32 = -1
  ) {
    nodes.append(
      Node(
        state: state, position: Int32(truncatingIfNeeded: position), parent: parent, taken: taken,
        start: Int32(truncatingIfNeeded: start), reference: reference))
    stack.append(Int32(nodes.count - 1))
  }

  private mutating func step(
    _ index: Int32, start: Int, limit: Int, in text: UnsafeBufferPointer<UInt16>
  ) {
    let node = nodes[Int(index)]
    guard visited.insert(state: node.state, position: node.position) else { return }
    let state = states[Int(node.state)]
    let position = Int(node.position)
    if countsVisits { visits[Int(state.rule)] += 1 }
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word, .numeral, .character:
      take(state, of: node, index, from: position, limit: limit, in: text)
      // Blanks may stand before an atom, but not before the first.
      var after = position
      while position > start, after < limit, after - position < 2, text[after] == 0x20 {
        after += 1
        if after < limit { take(state, of: node, index, from: after, limit: limit, in: text) }
      }
    case .accept:
      if position > start {
        endings.append(Ending(rule: state.a, end: node.position, node: index))
      }
    case .split:
      let letters = letters(at: position, in: text)
      for branch in Int(state.b)..<Int(state.b + state.c)
      where branches[branch].letters.meets(letters) {
        append(branches[branch].target, at: position, parent: index)
      }
    case .context:
      if contexts.holds(Int(state.a), at: position, in: text, lattice: &lattice) {
        push(state.next, at: position, letters(at: position, in: text), parent: index)
      }
    case .open, .close:
      push(
        state.next, at: position, letters(at: position, in: text), parent: index,
        taken: node.state, start: position)
    case .glue:
      if position >= text.count || text[position] != 0x20 {
        push(state.next, at: position, letters(at: position, in: text), parent: index)
      }
    case nil: return
    }
  }

  private mutating func take(
    _ state: ProgramState, of node: Node, _ parent: Int32, from position: Int, limit: Int,
    in text: UnsafeBufferPointer<UInt16>
  ) {
    guard position < limit else { return }
    if state.operation == ProgramState.Operation.character.rawValue {
      if CharacterKind(rawValue: state.a)?.contains(text[position]) == true {
        push(
          state.next, at: position + 1, letters(at: position + 1, in: text), parent: parent,
          taken: node.state, start: position)
      }
      return
    }
    let isWord = state.operation == ProgramState.Operation.word.rawValue
    let wanted = isWord ? state.a : -1
    let place =
      isWord ? lattice.place(at: position, in: text) : lattice.completePlace(at: position, in: text)
    for index in place.range {
      let atom = lattice.atoms[index]
      guard atom.symbol == wanted, Int(atom.end) <= limit else { continue }
      if isWord {
        guard state.b < 0 || entryValues[Int(atom.reference)] == state.b else { continue }
      } else {
        let reading = lattice.readings[Int(atom.reference)]
        guard reading.satisfies(kind: state.a, state.b, state.c) else { continue }
      }
      push(
        state.next, at: Int(atom.end), letters(at: Int(atom.end), in: text), parent: parent,
        taken: node.state, start: position, reference: atom.reference)
    }
  }

  // MARK: Choice

  /// Offers the matches of a layer, best first; returns the end of the one that was taken.
  private mutating func choose(
    start: Int, in text: UnsafeBufferPointer<UInt16>, accept: (Match) -> Bool,
    observe: ((MatchEvent) -> Void)?
  ) -> Int? {
    var taken: Int?
    for index in candidates.indices {
      let candidate = candidates[index]
      if index > 0, candidates[index - 1] == candidate { continue }
      let rule = Int(ranked[candidate.rank])
      let end = Int(candidate.end)
      guard
        let node = node(of: Int32(rule), endingAt: candidate.end, start: start, in: text)
      else { continue }
      let outcome: MatchEvent.Outcome
      if taken != nil {
        outcome = .lost
      } else if isGuard[rule] || accept(match(of: rule, start..<end, endingIn: node)) {
        outcome = .won
        taken = end
      } else {
        outcome = .refused
      }
      guard let observe else {
        if taken != nil { break }
        continue
      }
      observe(MatchEvent(rule: rule, range: start..<end, outcome: outcome))
    }
    return taken
  }

  /// Reads the captured parts back from the path of visits.
  private func match(of rule: Int, _ range: Range<Int>, endingIn node: Int32) -> Match {
    var parts: [Part] = []
    var openEnds: [(name: Int16, end: Int)] = []
    var index = node
    while index >= 0 {
      let node = nodes[Int(index)]
      if node.taken >= 0 {
        let state = states[Int(node.taken)]
        if state.part >= 0 {
          read(state, node, into: &parts, openEnds: &openEnds)
        }
      }
      index = node.parent
    }
    parts.reverse()
    return Match(rule: program.rules[rule], ruleIndex: rule, range: range, parts: parts)
  }

  private func read(
    _ state: ProgramState, _ node: Node, into parts: inout [Part],
    openEnds: inout [(name: Int16, end: Int)]
  ) {
    let name = program.partNames[Int(state.part)]
    let range = Int(node.start)..<Int(max(node.position, node.start))
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word:
      parts.append(
        Part(name: name, range: range, content: .word(lexicon.entry(Int(node.reference)))))
    case .numeral:
      parts.append(
        Part(
          name: name, range: range,
          content: .numeral(lattice.readings[Int(node.reference)])))
    case .character:
      parts.append(Part(name: name, range: range, content: .text))
    case .close:
      openEnds.append((state.part, Int(node.position)))
    case .open:
      if let last = openEnds.lastIndex(where: { $0.name == state.part }) {
        let end = openEnds.remove(at: last).end
        parts.append(Part(name: name, range: Int(node.position)..<end, content: .text))
      }
    default: return
    }
  }
}

extension NumeralReading {
  /// Whether a numeral element of the program takes this reading.
  @inline(__always)
  func satisfies(kind: Int32, _ low: Int32, _ high: Int32) -> Bool {
    switch kind {
    case 0: !isBareScale
    case 1: isBareScale
    case 2: !isBareScale && integer.map { $0 >= Int(low) && $0 <= Int(high) } == true
    default: digitCount == Int(low)
    }
  }
}
