import Lexicon

/// The automaton of one layer's rules made deterministic: a state is the set of program states that
/// some sequence of letters leads to, built the first time it is met.
///
/// The states that the examples of the rules lead through are built when the image is made, so
/// that a start finds most of what a text needs.
struct DeterministicAutomaton: Sendable {
  struct State: BitwiseCopyable {
    /// A superset of the letters that lead on.
    var letters: LetterSet
    /// What must stand ahead where a character leads on.
    var anchors: Anchors
    /// Range in `accepted`.
    var firstAccepted: Int32
    var acceptedCount: Int32
    /// Range in `consuming`.
    var firstConsuming: Int32
    var consumingCount: Int32
  }

  static let dead: Int32 = -1
  static let unknown: Int32 = -2

  /// The states met so far.
  private(set) var states: [State] = []
  /// Ranks of the rules that may end in a state, for all states one after the other.
  private(set) var accepted: [Int32] = []
  /// The program states of a state that take an atom, likewise.
  private var consuming: [Int32] = []
  private var index = StateIndex()
  /// Where the rules begin that begin with a word or numeral.
  private(set) var closedStart: Int32 = 0
  /// Where each symbol leads from there: the question of every position.
  private var firstTargets: [Int32] = []
  /// Which state to begin in besides, by the set of open groups.
  private var openStarts: [UInt32: Int32] = [:]
  private var transitions = TransitionTable()

  /// - Parameter symbolCount: of the letters that are symbols.
  init(closed: [Int32], symbolCount: Int, builder: inout AutomatonBuilder) {
    firstTargets = [Int32](repeating: Self.unknown, count: symbolCount)
    builder.close(over: closed)
    closedStart = number(builder)
  }

  /// The state that the open beginnings of these groups lead to.
  mutating func openStart(
    of groups: UInt32, in beginnings: RuleBeginnings, _ builder: inout AutomatonBuilder
  ) -> Int32 {
    if let known = openStarts[groups] { return known }
    let states = beginnings.open.indices.filter { groups >> UInt32($0) & 1 == 1 }
      .flatMap { beginnings.open[$0] }
    builder.close(over: states)
    let new = number(builder)
    openStarts[groups] = new
    return new
  }

  /// Where a word leads from the closed start.
  @inline(__always)
  mutating func firstTarget(
    by letter: Letter, symbol: Int, _ builder: inout AutomatonBuilder
  ) -> Int32 {
    guard symbol < firstTargets.count else { return Self.dead }
    let known = firstTargets[symbol]
    if known != Self.unknown { return known }
    let target = next(from: closedStart, by: letter, &builder)
    firstTargets[symbol] = target
    return target
  }

  /// Where a letter leads.
  @inline(__always)
  mutating func next(
    from state: Int32, by letter: Letter, _ builder: inout AutomatonBuilder
  ) -> Int32 {
    let known = transitions.target(state, letter)
    return known == Self.unknown ? build(from: state, by: letter, &builder) : known
  }

  // MARK: Building

  @inline(never)
  private mutating func build(
    from state: Int32, by letter: Letter, _ builder: inout AutomatonBuilder
  ) -> Int32 {
    builder.close(behind: consuming[states[Int(state)].consumingRange], by: letter)
    let target = builder.closure.isEmpty ? Self.dead : number(builder)
    transitions.insert(state, letter, target)
    return target
  }

  /// The state of what the builder found last; made if it is new.
  private mutating func number(_ builder: borrowing AutomatonBuilder) -> Int32 {
    let closure = builder.closure
    let hash = StateIndex.hash(closure.consuming, closure.accepted)
    let known = index.find(hash) { number in
      let state = states[Int(number)]
      return consuming[state.consumingRange].elementsEqual(closure.consuming)
        && accepted[state.acceptedRange].elementsEqual(closure.accepted)
    }
    if let known { return known }
    let (letters, anchors) = builder.ways()
    let new = Int32(states.count)
    states.append(
      State(
        letters: letters, anchors: anchors, firstAccepted: Int32(accepted.count),
        acceptedCount: Int32(closure.accepted.count), firstConsuming: Int32(consuming.count),
        consumingCount: Int32(closure.consuming.count)))
    consuming += closure.consuming
    accepted += closure.accepted
    index.insert(new, hash)
    return new
  }
}

extension DeterministicAutomaton.State {
  var acceptedRange: Range<Int> { Int(firstAccepted)..<Int(firstAccepted + acceptedCount) }
  var consumingRange: Range<Int> { Int(firstConsuming)..<Int(firstConsuming + consumingCount) }
}

// MARK: Image

extension DeterministicAutomaton {
  /// Reads what was built when the image was made; `nil` where it holds none of that name.
  init?(image: Image, name: String) {
    states = Array(image.array(name + ".states"))
    guard !states.isEmpty else { return nil }
    accepted = Array(image.array(name + ".accepted"))
    consuming = Array(image.array(name + ".consuming"))
    index = StateIndex(image: image, name: name)
    closedStart = image.array(name + ".start").first ?? 0
    firstTargets = Array(image.array(name + ".first"))
    let groups: UnsafeBufferPointer<UInt32> = image.array(name + ".groups")
    let starts: UnsafeBufferPointer<Int32> = image.array(name + ".group-starts")
    openStarts = Dictionary(zip(groups, starts)) { first, _ in first }
    transitions = TransitionTable(image: image, name: name)
  }

  func write(to image: inout ImageWriter, name: String) {
    image.add(name + ".states", states)
    image.add(name + ".accepted", accepted)
    image.add(name + ".consuming", consuming)
    index.write(to: &image, name: name)
    image.add(name + ".start", [closedStart])
    image.add(name + ".first", firstTargets)
    let starts = openStarts.sorted { $0.key < $1.key }
    image.add(name + ".groups", starts.map(\.key))
    image.add(name + ".group-starts", starts.map(\.value))
    transitions.write(to: &image, name: name)
  }
}
