import Lexicon
import Numerals

/// Confirms that a rule matches at a start: it visits each pair of state and position that the rule
/// can reach, asks the tests of context on the way, and keeps what was captured, from which the
/// parts of the match are read back.
struct ExactSearch {
  /// Where the search goes on.
  private struct Step: BitwiseCopyable {
    var state: Int32
    var position: Int32
    /// The last capture on the way here, or -1.
    var capture: Int32
  }

  /// What a state with the name of a part took, or where it opened or closed a group.
  private struct Capture: BitwiseCopyable {
    var state: Int32
    var start: Int32
    var end: Int32
    var reference: Int32
    /// The one before it on the same way, or -1.
    var previous: Int32
  }

  /// An end that the exact search reached.
  private struct Ending: BitwiseCopyable {
    var rule: Int32
    var end: Int32
    var capture: Int32
  }

  /// Visits from one start that are made without asking whether they repeat others.
  private static let freeVisits = 24

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
  private var captures: [Capture] = []
  private var stack: [Step] = []
  /// The answer of `letters` for the position last asked about.
  private var lastLetters: (position: Int, letters: LetterSet) = (-1, .none)
  private var visited = VisitedSet()
  private var freeVisitsLeft = 0
  private var endings: [Ending] = []
  /// The groups whose end was read back and whose beginning was not.
  private var openEnds: [(name: Int16, end: Int)] = []
  private var spareParts: [Part] = []
  /// The rules that were searched for at this start.
  private var searched: [Int32] = []
  /// Node visits of each rule, when counting is on.
  private(set) var visits: [Int]
  var countsVisits = false

  init(program: RuleProgram, lexicon: LexiconImage) {
    states = program.code.states
    branches = program.code.branches
    partNames = program.partNames
    ruleStarts = Array(program.code.starts)
    self.lexicon = lexicon
    entryValues = lexicon.entryValues
    contexts = program.tables.contexts
    endTests = EndTests(image: program.code.image)
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

  /// The way on which the rule of a candidate reaches its end, if it does: the last capture on it,
  /// or -1 where there is none.
  mutating func way(
    of rule: Int32, endingAt end: Int32, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice
  ) -> Int32? {
    for test in endTests.indices(of: rule)
    where !contexts.holds(endTests[test], at: Int(end), in: text, lattice: &lattice) {
      return nil
    }
    if searched.isEmpty {
      captures.removeAll(keepingCapacity: true)
      endings.removeAll(keepingCapacity: true)
      visited.begin(at: start)
      freeVisitsLeft = Self.freeVisits
    }
    if !searched.contains(rule) {
      searched.append(rule)
      search(for: rule, in: text, lattice: &lattice)
    }
    for ending in endings where ending.rule == rule && ending.end == end { return ending.capture }
    return nil
  }

  private mutating func search(
    for rule: Int32, in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice
  ) {
    let limit = min(text.count, start + RuleMatcher.longestMatch)
    push(
      ruleStarts[Int(rule)], at: start, behind: -1, letters(at: start, in: text, &lattice))
    while let step = stack.popLast() {
      follow(step, limit: limit, in: text, lattice: &lattice)
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

  /// Adds a step, unless no way from its state fits the letters that stand there.
  @inline(__always)
  private mutating func push(
    _ state: Int32, at position: Int, behind capture: Int32, _ letters: LetterSet
  ) {
    guard states[Int(state)].letters.meets(letters) else { return }
    stack.append(
      Step(state: state, position: Int32(truncatingIfNeeded: position), capture: capture))
  }

  /// Notes what a state took, if it has a name; returns the last capture then.
  @inline(__always)
  private mutating func capture(
    _ step: Step, _ state: ProgramState, _ range: Range<Int>, reference: Int32 = -1
  ) -> Int32 {
    guard state.part >= 0 else { return step.capture }
    captures.append(
      Capture(
        state: step.state, start: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound), reference: reference,
        previous: step.capture))
    return Int32(captures.count - 1)
  }

  /// Whether the step's state and position need a visit. What is met twice costs a little at first,
  /// and leads to the same ends; only a long search could run wild.
  @inline(__always)
  private mutating func isNew(_ step: Step) -> Bool {
    guard freeVisitsLeft == 0 else {
      freeVisitsLeft -= 1
      return true
    }
    return visited.insert(state: step.state, position: step.position)
  }

  /// Follows a way until it takes something, parts or ends.
  private mutating func follow(
    _ first: Step, limit: Int, in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice
  ) {
    var step = first
    let position = Int(step.position)
    while isNew(step) {
      let state = states[Int(step.state)]
      if countsVisits { visits[Int(state.rule)] += 1 }
      switch ProgramState.Operation(rawValue: state.operation) {
      case .word, .numeral, .character:
        return takeAll(state, from: step, limit: limit, in: text, lattice: &lattice)
      case .accept:
        if position > start {
          endings.append(Ending(rule: state.a, end: step.position, capture: step.capture))
        }
        return
      case .split:
        let letters = letters(at: position, in: text, &lattice)
        for branch in Int(state.b)..<Int(state.b + state.c)
        where branches[branch].letters.meets(letters) {
          stack.append(
            Step(
              state: branches[branch].target, position: step.position, capture: step.capture))
        }
        return
      case .context:
        guard contexts.holds(Int(state.a), at: position, in: text, lattice: &lattice) else {
          return
        }
      case .open, .close: step.capture = capture(step, state, position..<position)
      case .glue: if position < text.count, text[position] == 0x20 { return }
      case nil: return
      }
      step.state = state.next
      guard
        states[Int(step.state)].letters.meets(letters(at: position, in: text, &lattice))
      else { return }
    }
  }

  /// Takes what stands at the step's position, or behind blanks.
  private mutating func takeAll(
    _ state: ProgramState, from step: Step, limit: Int, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice
  ) {
    let position = Int(step.position)
    take(state, of: step, from: position, limit: limit, in: text, lattice: &lattice)
    // Blanks may stand before an atom, but not before the first.
    var after = position
    while position > start, after < limit, after - position < 2, text[after] == 0x20 {
      after += 1
      if after < limit {
        take(state, of: step, from: after, limit: limit, in: text, lattice: &lattice)
      }
    }
  }

  private mutating func take(
    _ state: ProgramState, of step: Step, from position: Int, limit: Int,
    in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice
  ) {
    guard position < limit else { return }
    if state.isCharacter {
      if CharacterKind(rawValue: state.a)?.contains(text[position]) == true,
        state.anchors.meets(lattice.anchors(ahead: position, in: text))
      {
        push(
          state.next, at: position + 1, behind: capture(step, state, position..<position + 1),
          letters(at: position + 1, in: text, &lattice))
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
      let end = Int(atom.end)
      let letters = letters(at: end, in: text, &lattice)
      guard states[Int(state.next)].letters.meets(letters) else { continue }
      stack.append(
        Step(
          state: state.next, position: atom.end,
          capture: capture(step, state, position..<end, reference: atom.reference)))
    }
  }

  // MARK: Parts

  /// Reads the captured parts back from the way to a match.
  mutating func parts(of way: Int32, _ lattice: borrowing AtomLattice) -> [Part] {
    var count = 0
    var index = way
    while index >= 0 {
      count += 1
      index = captures[Int(index)].previous
    }
    var parts: [Part] = []
    swap(&parts, &spareParts)
    parts.reserveCapacity(count)
    openEnds.removeAll(keepingCapacity: true)
    index = way
    while index >= 0 {
      let capture = captures[Int(index)]
      read(capture, lattice, into: &parts)
      index = capture.previous
    }
    parts.reverse()
    return parts
  }

  /// Takes back the list of a match that nobody needs any more; the next one has its memory.
  mutating func reuse(_ parts: inout [Part]) {
    parts.removeAll(keepingCapacity: true)
    swap(&parts, &spareParts)
  }

  private mutating func read(
    _ capture: Capture, _ lattice: borrowing AtomLattice, into parts: inout [Part]
  ) {
    let state = states[Int(capture.state)]
    let name = partNames[Int(state.part)]
    let range = Int(capture.start)..<Int(capture.end)
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word:
      parts.append(
        Part(name: name, range: range, content: .word(lexicon.entry(Int(capture.reference)))))
    case .numeral:
      parts.append(
        Part(
          name: name, range: range,
          content: .numeral(lattice.readings[Int(capture.reference)])))
    case .character:
      parts.append(Part(name: name, range: range, content: .text))
    case .close:
      openEnds.append((state.part, Int(capture.end)))
    case .open:
      if let last = openEnds.lastIndex(where: { $0.name == state.part }) {
        let end = openEnds.remove(at: last).end
        parts.append(Part(name: name, range: Int(capture.start)..<end, content: .text))
      }
    default: return
    }
  }
}
