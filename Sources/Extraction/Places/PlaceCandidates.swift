/// What the places of one document can mean: lists of the table, and parts of such lists that
/// chains leave open. Each chain that comes again is worked out once.
struct PlaceCandidates {
  /// Some references, best first.
  enum Choice: BitwiseCopyable, Hashable {
    /// All of a list of the table.
    case all(PlaceList)
    /// Those of a stretch of `narrowed`.
    case some(PlaceList)

    static let none = Choice.all(.empty)

    var count: Int {
      switch self {
      case .all(let list), .some(let list): Int(list.count)
      }
    }
  }

  private struct Step: Hashable {
    var outer: Choice
    var inner: PlaceList
    var staysOutside: Bool
  }

  let table: PlaceTable
  private var narrowed: [PlaceReference] = []
  private var steps = Memory<Step, Choice>()

  init(_ table: PlaceTable) {
    self.table = table
  }

  @inline(__always)
  subscript(choice: Choice, index: Int) -> PlaceReference {
    switch choice {
    case .all(let list): table[Int(list.first) + index]
    case .some(let list): narrowed[Int(list.first) + index]
    }
  }

  func first(of choice: Choice) -> PlaceReference? {
    choice.count > 0 ? self[choice, 0] : nil
  }

  /// What the innermost name can be inside the names before it. A town that lies in none of them
  /// is another one of that name, so the name before it decides; a county that lies in none stays,
  /// for the contradiction is the writer's.
  mutating func choice(of chain: PlaceChain) -> Choice {
    guard let first = chain.first else { return .none }
    var open = Choice.all(first.candidates)
    for index in chain.indices.dropFirst() {
      let link = chain[index]
      let step = Step(
        outer: open, inner: link.candidates,
        staysOutside: link.form == .town || link.form == .townStem)
      if let known = steps[step] {
        open = known
      } else {
        open = narrow(step)
        steps[step] = open
      }
    }
    return open
  }

  private mutating func narrow(_ step: Step) -> Choice {
    let start = narrowed.count
    for index in step.inner.range where isHeld(table[index], by: step.outer) {
      narrowed.append(table[index])
    }
    let count = narrowed.count - start
    if count == 0 { return step.staysOutside ? step.outer : .all(step.inner) }
    if count == Int(step.inner.count) {
      narrowed.removeLast(count)
      return .all(step.inner)
    }
    return .some(PlaceList(first: Int32(start), count: Int32(count)))
  }

  private func isHeld(_ inner: PlaceReference, by outer: Choice) -> Bool {
    for index in 0..<outer.count where table.holds(self[outer, index], inner) { return true }
    return false
  }
}
