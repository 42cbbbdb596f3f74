import Lexicon

/// Classes of what must stand behind a run of characters, one bit each.
struct Anchors: BitwiseCopyable, Equatable {
  /// The run may be followed by anything.
  static let anything = Anchors(bits: 1 << 63)
  static let none = Anchors(bits: 0)
  /// Beside ``anything``.
  static let classCount = 63

  private(set) var bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  init(class number: Int) { bits = 1 << UInt64(number) }

  @inline(__always)
  mutating func formUnion(_ other: Anchors) { bits |= other.bits }

  @inline(__always)
  func meets(_ other: Anchors) -> Bool { bits & other.bits != 0 }
}

/// What ends a run of any characters in a rule, be it taken or only looked for: in `<han>{2,5} _ 路`
/// the word 路, in `<han>{2,5} (?= <police-station>)` the words of that class.
///
/// A run leads nowhere unless such a word begins close by, and few places have one. So a character
/// is taken only where one stands ahead, which spares the matcher nearly all runs.
struct RunAnchors {
  /// A run that can be longer counts as followed by anything.
  static let longestRun = 24

  /// The classes that each symbol belongs to.
  let bySymbol: UnsafeBufferPointer<UInt64>
  /// The classes that numerals belong to.
  let byNumeral: Anchors

  init(image: Image) {
    bySymbol = image.array("anchors.symbols")
    let numeral: UnsafeBufferPointer<UInt64> = image.array("anchors.numeral")
    byNumeral = Anchors(bits: numeral.first ?? 0)
  }

  @inline(__always)
  func classes(of symbol: Int) -> Anchors {
    symbol < bySymbol.count ? Anchors(bits: bySymbol[symbol]) : .none
  }
}

/// Finds them when the rules are compiled.
struct RunAnchorFinder {
  /// What can follow a run: the symbols of words, and -1 for a numeral. `nil` is anything.
  private typealias Followers = Set<Int32>?
  private static let numeral: Int32 = -1

  private let states: [ProgramState]
  /// The words of which a context test wants one at its place; `nil` where something else will do.
  private let symbolsAhead: (Int32) -> [Int32]?
  private var known: [Int32: (followers: Followers, length: Int)] = [:]
  private var classes: [Set<Int32>: Int] = [:]

  init(states: [ProgramState], symbolsAhead: @escaping (Int32) -> [Int32]?) {
    self.states = states
    self.symbolsAhead = symbolsAhead
  }

  /// Notes in each state that takes a character what must stand behind it, and writes which words
  /// are of which class.
  static func note(
    in states: inout [ProgramState], symbolCount: Int, into image: inout ImageWriter,
    symbolsAhead: @escaping (Int32) -> [Int32]?
  ) {
    var finder = RunAnchorFinder(states: states, symbolsAhead: symbolsAhead)
    for index in states.indices where states[index].isCharacter {
      states[index].anchors = finder.anchors(behind: Int32(index))
    }
    var symbols = [UInt64](repeating: 0, count: symbolCount)
    var numeral = Anchors.none
    for (followers, number) in finder.classes {
      let bit = Anchors(class: number)
      for symbol in followers {
        if symbol == Self.numeral {
          numeral.formUnion(bit)
        } else {
          symbols[Int(symbol)] |= bit.bits
        }
      }
    }
    image.add("anchors.symbols", symbols)
    image.add("anchors.numeral", [numeral.bits])
  }

  private mutating func anchors(behind character: Int32) -> Anchors {
    guard let followers = run(from: character).followers else { return .anything }
    // Too many classes only make some of them coarser.
    let number = classes[followers] ?? classes.count % Anchors.classCount
    classes[followers] = number
    return Anchors(class: number)
  }

  /// What can follow the characters from this one on, and how many those are at most.
  private mutating func run(from character: Int32) -> (followers: Followers, length: Int) {
    if let found = known[character] { return found }
    // A run that leads back to itself has no bound.
    known[character] = (nil, 0)
    var symbols: Set<Int32> = []
    var length = 0
    var seen: Set<Int32> = []
    var stack = [states[Int(character)].next]
    while let index = stack.popLast() {
      guard seen.insert(index).inserted else { continue }
      let state = states[Int(index)]
      switch ProgramState.Operation(rawValue: state.operation) {
      case .word: symbols.insert(state.a)
      case .numeral: symbols.insert(Self.numeral)
      case .character:
        let rest = run(from: index)
        guard let followers = rest.followers else { return (nil, 0) }
        symbols.formUnion(followers)
        length = max(length, rest.length)
      case .split: stack += [state.next, state.a]
      case .context:
        if let ahead = symbolsAhead(state.a) {
          symbols.formUnion(ahead)
        } else {
          stack.append(state.next)
        }
      case .open, .close, .glue: stack.append(state.next)
      case .accept, nil: return (nil, 0)
      }
    }
    guard length < RunAnchors.longestRun else { return (nil, 0) }
    known[character] = (symbols, length + 1)
    return (symbols, length + 1)
  }
}
