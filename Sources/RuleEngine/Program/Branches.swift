/// One way on from a split, with what can come next there.
struct ProgramBranch: BitwiseCopyable {
  var letters: LetterSet
  var target: Int32
}

/// The ways that a chain of splits leads to, side by side: of an alternative with twenty branches
/// the exact search reads twenty letter sets in a row instead of visiting twenty states.
enum Branches {
  /// Lists the branches of every split that a search can come to, the last first, as a stack wants
  /// them. Those inside a chain have none: whoever comes to the chain comes to its head.
  ///
  /// - Parameter starts: the states that rules begin at.
  /// - Precondition: the letters of all states are known.
  static func list(of states: inout [ProgramState], starts: [Int32]) -> [ProgramBranch] {
    var isHead = [Bool](repeating: false, count: states.count)
    for start in starts { isHead[Int(start)] = true }
    for state in states where !isSplit(state) && state.next >= 0 { isHead[Int(state.next)] = true }
    var branches: [ProgramBranch] = []
    for index in states.indices where isHead[index] && isSplit(states[index]) {
      let targets = targets(of: Int32(index), in: states)
      states[index].b = Int32(branches.count)
      states[index].c = Int32(targets.count)
      branches += targets.reversed().map {
        ProgramBranch(letters: states[Int($0)].letters, target: $0)
      }
    }
    return branches
  }

  /// In the order in which a search from the split would come to them. A chain that leads back to
  /// itself, as in a repetition, is followed once.
  private static func targets(of split: Int32, in states: [ProgramState]) -> [Int32] {
    var targets: [Int32] = []
    var seen: Set<Int32> = []
    var stack = [split]
    while let index = stack.popLast() {
      guard seen.insert(index).inserted else { continue }
      if isSplit(states[Int(index)]) {
        stack.append(states[Int(index)].a)
        stack.append(states[Int(index)].next)
      } else {
        targets.append(index)
      }
    }
    return targets
  }

  private static func isSplit(_ state: ProgramState) -> Bool {
    state.operation == ProgramState.Operation.split.rawValue
  }
}
