import Lexicon

/// Tells, before the exact search, which rules can match at a position at all.
///
/// It runs the same automaton made deterministic: a state is the set of program states that some
/// sequence of atoms leads to, built the first time it is met. Context tests and glue are taken to
/// hold and values of words are ignored, so that it may name a rule in vain but never leaves one
/// out. Most positions die after one or two steps, and a step is one table lookup.
struct RuleRecognizer {
  /// A cache of more states than this is emptied: it never outgrows a few megabytes.
  private static let largestCache = 20_000
  private static let start: Int32 = 0
  private static let dead: Int32 = -1
  private static let unknown: Int32 = -2
  /// Letters below are symbols of the lexicon; classes of numerals and kinds of characters follow.
  private static let numeralLetters: Int32 = 1 << 16
  private static let characterLetters: Int32 = 1 << 24

  private struct DeterministicState {
    /// Program states that take an atom.
    var consuming: [Int32]
    /// Rules that may end here.
    var accepted: [Int32]
  }

  private let states: UnsafeBufferPointer<ProgramState>
  private let initial: DeterministicState
  private let layers: [RuleMatcher.Layer]

  private var cache: [DeterministicState] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var transitions = TransitionTable()
  private var stack: [(state: Int32, position: Int32)] = []
  private var visited = VisitedSet()
  /// The start at which a rule was named last, so that none is named twice.
  private var named: [Int32]
  private var run: Int32 = 0

  init(program: RuleProgram, layers: [RuleMatcher.Layer], starts: [Int32]) {
    states = program.states
    self.layers = layers
    named = [Int32](repeating: -1, count: program.rules.count)
    initial = Self.closure(of: starts, states: program.states)
    reset()
  }

  private mutating func reset() {
    cache = [initial]
    numbers = [:]
    transitions = TransitionTable()
  }

  // MARK: Running

  /// The rules that may match from `start`, of the layers that are open there.
  ///
  /// - Parameter takesNumeral: whether a match may begin with a numeral here.
  mutating func rules(
    from start: Int, in text: UnsafeBufferPointer<UInt16>, lattice: inout AtomLattice,
    takesNumeral: Bool, open: (values: Bool, organizations: Bool), into rules: inout [Int32]
  ) {
    rules.removeAll(keepingCapacity: true)
    if cache.count > Self.largestCache { reset() }
    run &+= 1
    let limit = min(text.count, start + RuleMatcher.longestMatch)
    take(
      from: Self.start, at: start, limit: limit, in: text, lattice: &lattice,
      takesNumeral: takesNumeral)
    guard !stack.isEmpty else { return }
    visited.clear()
    while let (state, position) = stack.popLast() {
      guard visited.insert(state: state, position: position) else { continue }
      for rule in cache[Int(state)].accepted where named[Int(rule)] != run {
        let isOpen = layers[Int(rule)] == .values ? open.values : open.organizations
        guard isOpen else { continue }
        named[Int(rule)] = run
        rules.append(rule)
      }
      if cache[Int(state)].consuming.isEmpty { continue }
      var next = Int(position)
      take(from: state, at: next, limit: limit, in: text, lattice: &lattice, takesNumeral: true)
      while next < limit, next - Int(position) < 2, text[next] == 0x20 {
        next += 1
        take(from: state, at: next, limit: limit, in: text, lattice: &lattice, takesNumeral: true)
      }
    }
  }

  @inline(__always)
  private mutating func take(
    from state: Int32, at position: Int, limit: Int, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice, takesNumeral: Bool
  ) {
    guard position < limit else { return }
    for index in lattice.range(at: position, in: text) {
      let atom = lattice.atoms[Int(index)]
      guard Int(atom.end) <= limit, atom.symbol >= 0 || takesNumeral else { continue }
      let letter = atom.symbol >= 0 ? atom.symbol : Self.numeralLetters + atom.numeralClass
      push(next(from: state, by: letter, lattice), at: Int(atom.end))
    }
    let unit = text[position]
    if CharacterKind.han.contains(unit) {
      push(next(from: state, by: Self.letter(of: .han), lattice), at: position + 1)
    } else if CharacterKind.latin.contains(unit) {
      push(next(from: state, by: Self.letter(of: .latin), lattice), at: position + 1)
    } else if CharacterKind.digit.contains(unit) {
      push(next(from: state, by: Self.letter(of: .digit), lattice), at: position + 1)
    }
  }

  @inline(__always)
  private mutating func push(_ state: Int32, at position: Int) {
    if state != Self.dead { stack.append((state, Int32(truncatingIfNeeded: position))) }
  }

  // MARK: Determinization

  private static func letter(of kind: CharacterKind) -> Int32 {
    characterLetters + kind.rawValue
  }

  @inline(__always)
  private mutating func next(
    from state: Int32, by letter: Int32, _ lattice: AtomLattice
  ) -> Int32 {
    let known = transitions.target(state, letter)
    return known == Self.unknown ? build(from: state, by: letter, lattice) : known
  }

  private mutating func build(
    from state: Int32, by letter: Int32, _ lattice: AtomLattice
  ) -> Int32 {
    let following = cache[Int(state)].consuming.filter { takes($0, letter, lattice) }
      .map { states[Int($0)].next }
    var target = Self.dead
    if !following.isEmpty {
      let closed = Self.closure(of: following, states: states)
      let key = closed.consuming + [-1] + closed.accepted
      if let known = numbers[key] {
        target = known
      } else {
        target = Int32(cache.count)
        cache.append(closed)
        numbers[key] = target
      }
    }
    transitions.insert(state, letter, target)
    return target
  }

  private func takes(_ index: Int32, _ letter: Int32, _ lattice: AtomLattice) -> Bool {
    let state = states[Int(index)]
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word: return state.a == letter
    case .numeral:
      guard letter >= Self.numeralLetters, letter < Self.characterLetters else { return false }
      return lattice.numeralClasses.representatives[Int(letter - Self.numeralLetters)]
        .satisfies(kind: state.a, state.b, state.c)
    case .character:
      return CharacterKind(rawValue: state.a).map(Self.letter) == letter
    default: return false
    }
  }

  /// What can be taken or accepted without taking anything before.
  private static func closure(
    of starts: [Int32], states: UnsafeBufferPointer<ProgramState>
  ) -> DeterministicState {
    var consuming: Set<Int32> = []
    var accepted: Set<Int32> = []
    var seen: Set<Int32> = []
    var stack = starts
    while let index = stack.popLast() {
      guard seen.insert(index).inserted else { continue }
      let state = states[Int(index)]
      switch ProgramState.Operation(rawValue: state.operation) {
      case .word, .numeral, .character: consuming.insert(index)
      case .accept: accepted.insert(state.a)
      case .split: stack += [state.next, state.a]
      case .context, .open, .close, .glue: stack.append(state.next)
      case nil: continue
      }
    }
    return DeterministicState(consuming: consuming.sorted(), accepted: accepted.sorted())
  }
}

/// Transitions met so far: an open hash table from state and letter to state.
private struct TransitionTable {
  private var keys = [UInt64](repeating: .max, count: 4_096)
  private var targets = [Int32](repeating: 0, count: 4_096)
  private var count = 0

  @inline(__always)
  private static func key(_ state: Int32, _ letter: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: letter))
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
  }

  /// The target, -1 for a dead end, -2 where it is not known yet.
  @inline(__always)
  func target(_ state: Int32, _ letter: Int32) -> Int32 {
    let key = Self.key(state, letter)
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != .max {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return -2
  }

  mutating func insert(_ state: Int32, _ letter: Int32, _ target: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    let key = Self.key(state, letter)
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != .max { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
    count += 1
  }

  private mutating func grow() {
    let (oldKeys, oldTargets) = (keys, targets)
    keys = [UInt64](repeating: .max, count: oldKeys.count * 2)
    targets = [Int32](repeating: 0, count: oldKeys.count * 2)
    let mask = keys.count - 1
    for (index, key) in oldKeys.enumerated() where key != .max {
      var slot = Self.slot(key, mask)
      while keys[slot] != .max { slot = (slot + 1) & mask }
      keys[slot] = key
      targets[slot] = oldTargets[index]
    }
  }
}
