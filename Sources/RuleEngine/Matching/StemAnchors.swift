import Lexicon

/// What ends the run of characters that an open beginning starts with: of the rules that begin with
/// any Han characters, the words that must come then (路, 派出所), be they taken or only looked for,
/// and how far off they may stand.
///
/// An open beginning leads nowhere unless such a word begins close by, and few positions have one:
/// asking this first spares the recognizer nearly all runs of characters.
struct StemAnchors {
  /// Groups that can go on with a word, by the symbol of the word; one bit a group.
  private(set) var bySymbol: [UInt32]
  /// Groups that can go on with a numeral.
  private(set) var byNumeral: UInt32 = 0
  /// Groups that can go on so after 1, 2, … characters.
  private var reach: [UInt32] = []
  /// Groups whose run may be followed by anything, or be longer than is looked ahead.
  private var unbounded: UInt32 = 0

  private static let longestRun = 24

  init(symbolCount: Int) {
    bySymbol = [UInt32](repeating: 0, count: symbolCount)
  }

  /// Notes what can follow the run of characters that begins in some states of a group.
  mutating func note(_ beginnings: [Int32], of group: Int, in program: RuleProgram) {
    let states = program.states
    let bit: UInt32 = 1 << UInt32(group)
    var seen: Set<[Int32]> = []
    var stack = beginnings.map { (state: $0, length: 0) }
    while let (index, length) = stack.popLast() {
      guard seen.insert([index, Int32(length)]).inserted else { continue }
      let state = states[Int(index)]
      switch ProgramState.Operation(rawValue: state.operation) {
      case .character where length < Self.longestRun: stack.append((state.next, length + 1))
      case .word:
        bySymbol[Int(state.a)] |= bit
        note(bit, after: length)
      case .numeral:
        byNumeral |= bit
        note(bit, after: length)
      case .split: stack += [(state.next, length), (state.a, length)]
      case .context:
        if let symbols = program.symbolsAhead(of: Int(state.a)) {
          for symbol in symbols { bySymbol[Int(symbol)] |= bit }
          note(bit, after: length)
        } else {
          stack.append((state.next, length))
        }
      case .open, .close, .glue: stack.append((state.next, length))
      case .accept, .character, nil: unbounded |= bit
      }
    }
  }

  private mutating func note(_ bit: UInt32, after length: Int) {
    while reach.count <= length { reach.append(0) }
    reach[length] |= bit
  }

  /// Farther off than this no anchor matters, blanks included.
  var lookahead: Int { reach.count * 3 }

  /// The groups that lead nowhere unless something is marked for them.
  var bounded: UInt32 { ~unbounded }

  /// Of the groups those that may lead on from a position: a superset.
  ///
  /// - Parameter marks: the groups that what begins at a position belongs to.
  @inline(__always)
  func possible(
    _ groups: UInt32, from start: Int, in text: UnsafeBufferPointer<UInt16>,
    marks: (Int) -> UInt32
  ) -> UInt32 {
    var found = unbounded
    var position = start
    var length = 0
    while length < reach.count, position < text.count {
      if length > 0 {
        found |= marks(position) & reach[length]
        if found & groups == groups { break }
      }
      // Blanks may stand between any two characters.
      if text[position] != 0x20 || length == 0 {
        guard CharacterKind(of: text[position]) != nil else { break }
        length += 1
      }
      position += 1
    }
    return found & groups
  }
}
