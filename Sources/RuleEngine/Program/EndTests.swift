import Lexicon

/// The tests of context that hold at the end of every match of a rule.
///
/// They stand between whatever a rule can take last and its end, on all ways there. Asking them
/// first spares the exact search for a match whose surroundings refuse it.
struct EndTests {
  private let tests: ImageArray<Int32>
  private let starts: ImageArray<Int32>

  init(image: Image) {
    tests = ImageArray(image: image, name: "rule.end-tests")
    starts = ImageArray(image: image, name: "rule.end-test-starts")
  }

  @inline(__always)
  func indices(of rule: Int32) -> Range<Int> {
    Int(starts[Int(rule)])..<Int(starts[Int(rule) + 1])
  }

  @inline(__always)
  subscript(index: Int) -> Int { Int(tests[index]) }
}

extension EndTests {
  /// Finds them when the rules are compiled: of all rules one after the other, and where each
  /// rule's begin.
  static func write(for states: [ProgramState], ruleCount: Int, into image: inout ImageWriter) {
    let predecessors = predecessors(in: states)
    var ends = [Int32](repeating: -1, count: ruleCount)
    for (index, state) in states.enumerated()
    where state.operation == ProgramState.Operation.accept.rawValue {
      ends[Int(state.a)] = Int32(index)
    }
    var tests: [Int32] = []
    var starts: [Int32] = [0]
    for end in ends {
      if end >= 0 { tests += required(before: end, in: states, predecessors).sorted() }
      starts.append(Int32(tests.count))
    }
    image.add("rule.end-tests", tests)
    image.add("rule.end-test-starts", starts)
  }

  private static func predecessors(in states: [ProgramState]) -> [[Int32]] {
    var predecessors = [[Int32]](repeating: [], count: states.count)
    for (index, state) in states.enumerated() {
      if state.next >= 0 { predecessors[Int(state.next)].append(Int32(index)) }
      if state.operation == ProgramState.Operation.split.rawValue {
        predecessors[Int(state.a)].append(Int32(index))
      }
    }
    return predecessors
  }

  /// What all ways from a state that takes something to the end have in common.
  private static func required(
    before end: Int32, in states: [ProgramState], _ predecessors: [[Int32]]
  ) -> Set<Int32> {
    var common: Set<Int32>?
    var seen: Set<[Int32]> = []
    var stack: [(state: Int32, tests: [Int32])] = [(end, [])]
    while let (index, tests) = stack.popLast() {
      guard seen.insert([index] + tests).inserted else { continue }
      for before in predecessors[Int(index)] {
        switch ProgramState.Operation(rawValue: states[Int(before)].operation) {
        case .word, .numeral, .character:
          common = common.map { $0.intersection(tests) } ?? Set(tests)
        case .context:
          let test = states[Int(before)].a
          stack.append((before, tests.contains(test) ? tests : (tests + [test]).sorted()))
        default: stack.append((before, tests))
        }
      }
    }
    return common ?? []
  }
}
