import Lexicon
import Numerals

/// Confirms that a rule matches at a start: it visits each pair of state and position that the rule
/// can reach, asks the tests of context on the way, and keeps the paths, from which the captured
/// parts are read back.
struct ExactSearch {
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

  private let states: UnsafeBufferPointer<ProgramState>
  private let branches: UnsafeBufferPointer<ProgramBranch>
  private let partNames: [HashedName]
  /// Where each rule begins.
  private let ruleStarts: [Int32]
  private let lexicon: LexiconImage
  private let entryValues: UnsafeBufferPointer<Int32>
  private let contexts: ContextTester
  private let endTests: EndTests

  private var start = 0
  private var nodes: [Node] = []
  private var stack: [Int32] = []
  /// The answer of `letters` for the position last asked about.
  private var lastLetters: (position: Int, letters: LetterSet) = (-1, .none)
  private var visited = VisitedSet()
  private var endings: [Ending] = []
  /// The rules that were searched for at this start.
  private var searched: [Int32] = []
  /// Node visits of each rule, when counting is on.
  private(set) var visits: [Int]
  var countsVisits = false

  init(program: RuleProgram, lexicon: LexiconImage, tester: ContextTester) {
    states = program.states
    branches = program.branches
    partNames = program.partNames
    ruleStarts = Array(program.starts)
    self.lexicon = lexicon
    entryValues = lexicon.entryValues
    contexts = tester
    endTests = EndTests(image: program.image)
    visits = [Int](repeating: 0, count: program.rules.count)
  }

  /// Makes ready for another text.
  mutating func begin() { lastLetters.position = -1 }

  /// Makes ready for another start.
  @inline(__always)
  mutating func begin(at start: Int) {
    self.start = start
    searched.removeAll(keepingCapacity: true)
  }

  /// The node in which the exact search for a candidate's rule reaches its end, if it does.
  mutating func node(
    of rule: Int32, endingAt end: Int32, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice
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
      search(for: rule, in: text, lattice: &lattice)
    }
    for ending in endings where ending.rule == rule && ending.end == end { return ending.node }
    return nil
  }

  private mutating func search(
    for rule: Int32, in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice
  ) {
    let limit = min(text.count, start + RuleMatcher.longestMatch)
    push(ruleStarts[Int(rule)], at: start, letters(at: start, in: text, &lattice), parent: -1)
    while let node = stack.popLast() {
      step(node, limit: limit, in: text, lattice: &lattice)
    }
  }

  /// What can be taken at a position, behind up to two blanks too, and the end.
  @inline(__always)
  private mutating func letters(
    at position: Int, in text: UnsafeBufferPointer<UInt16>, _ lattice: inout AtomLattice
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
    _ index: Int32, limit: Int, in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice
  ) {
    let node = nodes[Int(index)]
    guard visited.insert(state: node.state, position: node.position) else { return }
    let state = states[Int(node.state)]
    let position = Int(node.position)
    if countsVisits { visits[Int(state.rule)] += 1 }
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word, .numeral, .character:
      take(state, of: node, index, from: position, limit: limit, in: text, lattice: &lattice)
      // Blanks may stand before an atom, but not before the first.
      var after = position
      while position > start, after < limit, after - position < 2, text[after] == 0x20 {
        after += 1
        if after < limit {
          take(state, of: node, index, from: after, limit: limit, in: text, lattice: &lattice)
        }
      }
    case .accept:
      if position > start {
        endings.append(Ending(rule: state.a, end: node.position, node: index))
      }
    case .split:
      let letters = letters(at: position, in: text, &lattice)
      for branch in Int(state.b)..<Int(state.b + state.c)
      where branches[branch].letters.meets(letters) {
        append(branches[branch].target, at: position, parent: index)
      }
    case .context:
      if contexts.holds(Int(state.a), at: position, in: text, lattice: &lattice) {
        push(state.next, at: position, letters(at: position, in: text, &lattice), parent: index)
      }
    case .open, .close:
      push(
        state.next, at: position, letters(at: position, in: text, &lattice), parent: index,
        taken: node.state, start: position)
    case .glue:
      if position >= text.count || text[position] != 0x20 {
        push(state.next, at: position, letters(at: position, in: text, &lattice), parent: index)
      }
    case nil: return
    }
  }

  private mutating func take(
    _ state: ProgramState, of node: Node, _ parent: Int32, from position: Int, limit: Int,
    in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice
  ) {
    guard position < limit else { return }
    if state.isCharacter {
      if CharacterKind(rawValue: state.a)?.contains(text[position]) == true,
        state.anchors.meets(lattice.anchors(ahead: position, in: text))
      {
        push(
          state.next, at: position + 1, letters(at: position + 1, in: text, &lattice),
          parent: parent,
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
        let reading = Int(atom.reference)
        guard lattice.readings[reading].satisfies(kind: state.a, state.b, state.c) else {
          continue
        }
      }
      push(
        state.next, at: Int(atom.end), letters(at: Int(atom.end), in: text, &lattice),
        parent: parent,
        taken: node.state, start: position, reference: atom.reference)
    }
  }

  // MARK: Parts

  /// Reads the captured parts back from the path of visits.
  func parts(endingIn node: Int32, _ lattice: borrowing AtomLattice) -> [Part] {
    var parts: [Part] = []
    var openEnds: [(name: Int16, end: Int)] = []
    var index = node
    while index >= 0 {
      let node = nodes[Int(index)]
      if node.taken >= 0 {
        let state = states[Int(node.taken)]
        if state.part >= 0 {
          read(state, node, lattice, into: &parts, openEnds: &openEnds)
        }
      }
      index = node.parent
    }
    parts.reverse()
    return parts
  }

  private func read(
    _ state: ProgramState, _ node: Node, _ lattice: borrowing AtomLattice, into parts: inout [Part],
    openEnds: inout [(name: Int16, end: Int)]
  ) {
    let name = partNames[Int(state.part)]
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
