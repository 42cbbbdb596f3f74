/// Walks from where rules begin to the states that take something first, and notes the tests on the
/// way.
struct BeginningWalk {
  private let states: UnsafeBufferPointer<ProgramState>
  /// The states that take a word or numeral first.
  private(set) var closed: [Int32] = []
  /// The states that take a character first, by the tests before them.
  var open: [(tests: [Int32], states: [Int32])] {
    zip(lists, opened).filter { !$1.isEmpty }.map { (tests: $0, states: $1) }
  }

  /// Lists of tests met so far; a way is known by its state and the place of its list.
  private var lists: [[Int32]] = [[]]
  /// The states that take a character behind each of the lists.
  private var opened: [[Int32]] = [[]]
  private var seen: Set<Int> = []

  init(states: UnsafeBufferPointer<ProgramState>) {
    self.states = states
  }

  mutating func run(from starts: [Int32]) {
    var stack = starts.map { (state: $0, list: 0) }
    var taking = [Bool](repeating: false, count: states.count)
    while let (index, list) = stack.popLast() {
      guard seen.insert(list << 32 | Int(index)).inserted else { continue }
      let state = states[Int(index)]
      switch ProgramState.Operation(rawValue: state.operation) {
      case .word, .numeral:
        if !taking[Int(index)] { closed.append(index) }
        taking[Int(index)] = true
      case .character: opened[list].append(index)
      case .split:
        stack.append((state.next, list))
        stack.append((state.a, list))
      case .context: stack.append((state.next, longer(list, by: state.a)))
      case .open, .close, .glue: stack.append((state.next, list))
      case .accept, nil: continue
      }
    }
  }

  /// The place of a list with a further test.
  private mutating func longer(_ list: Int, by test: Int32) -> Int {
    let longer = lists[list] + [test]
    if let known = lists.firstIndex(of: longer) { return known }
    lists.append(longer)
    opened.append([])
    return lists.count - 1
  }
}
