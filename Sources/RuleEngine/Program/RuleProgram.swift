import Lexicon

/// One state of the automaton, in 32 bytes: all that a visit reads lies in one line of memory.
struct ProgramState: BitwiseCopyable {
  enum Operation: Int16 {
    /// a: symbol, b: index of the value asked for, or -1.
    case word
    /// a: kind of `NumeralTest`, b and c: its bounds.
    case numeral
    /// a: raw value of the `CharacterKind`, b and c: its ``anchors``.
    case character
    /// Goes on at `next` and at a; b and c: its branches, see ``Branches``.
    case split
    /// a: rule.
    case accept
    /// a: context test.
    case context
    case open, close
    /// No blank may stand here.
    case glue
  }

  /// What can come next; see ``FirstLetters``.
  var letters = LetterSet.none
  var next: Int32 = -1
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
  var rule: Int32
  /// Name under which what this state takes is captured, or -1.
  var part: Int16 = -1
  var operation: Int16

  init(_ operation: Operation, rule: Int32) {
    self.operation = operation.rawValue
    self.rule = rule
  }

  var isCharacter: Bool { operation == Operation.character.rawValue }

  /// What must stand ahead of a state that takes a character.
  var anchors: Anchors {
    get { Anchors(bits: UInt64(UInt32(bitPattern: b)) | UInt64(UInt32(bitPattern: c)) << 32) }
    set {
      b = Int32(truncatingIfNeeded: newValue.bits)
      c = Int32(truncatingIfNeeded: newValue.bits >> 32)
    }
  }
}

/// One test of a context, over `alternatives`.
struct ProgramContext: BitwiseCopyable {
  var isAhead: Int32
  var isNegative: Int32
  var firstAlternative: Int32
  var alternativeCount: Int32
}

struct ProgramAlternative: BitwiseCopyable {
  var firstToken: Int32
  var tokenCount: Int32
}

struct ProgramToken: BitwiseCopyable {
  enum Kind: Int32 {
    /// a: offset in the literals, b: length; c: its symbol, if it begins what must stand ahead.
    case literal
    case word, numeral, character, lineStart, lineEnd
  }

  var kind: Int32
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
}

/// The automaton of the compiled rules, as it lies in an image.
struct ProgramCode: Sendable {
  let image: Image

  var states: UnsafeBufferPointer<ProgramState> { image.array("states") }
  var branches: UnsafeBufferPointer<ProgramBranch> { image.array("state.branches") }
  var contexts: UnsafeBufferPointer<ProgramContext> { image.array("contexts") }
  var alternatives: UnsafeBufferPointer<ProgramAlternative> { image.array("context.alternatives") }
  var tokens: UnsafeBufferPointer<ProgramToken> { image.array("context.tokens") }
  var literals: UnsafeBufferPointer<UInt16> { image.array("context.literals") }
  /// The state that each rule begins at.
  var starts: UnsafeBufferPointer<Int32> { image.array("rule.starts") }
}

/// The compiled rules: one nondeterministic automaton whose letters are atoms.
public struct RuleProgram: Sendable {
  public private(set) var rules: [Rule]
  let partNames: [HashedName]
  let code: ProgramCode
  let tables: MatcherTables

  /// Reads the program out of an image; `nil` where it is incomplete.
  public init?(image: Image) {
    let ids = image.strings("rule.ids")
    let types = image.strings("rule.types")
    let constructors = image.strings("rule.constructors")
    let arguments = image.strings("rule.arguments")
    let priorities: UnsafeBufferPointer<Int32> = image.array("rule.priorities")
    guard ids.count == types.count, ids.count == constructors.count, ids.count == priorities.count,
      ids.count == arguments.count
    else { return nil }
    let code = ProgramCode(image: image)
    guard !code.states.isEmpty else { return nil }
    let rules = ids.indices.map { index in
      Rule(
        id: ids[index], type: types[index], constructor: constructors[index],
        arguments: Self.arguments(from: arguments[index]), priority: Int(priorities[index]))
    }
    partNames = image.strings("rule.parts").map { HashedName($0) }
    let made = MatcherTables(image: image, testCount: code.contexts.count)
    guard let tables = made ?? MatcherTables(of: code, rules: rules) else { return nil }
    self.code = code
    self.rules = rules
    self.tables = tables
  }

  /// The same program in which some rules win nothing, as if they stood in no rule file.
  ///
  /// They keep their place in the automaton, but their type is one that no caller takes: each of
  /// their matches is offered and refused, and the next best at the same place is tried. Nothing is
  /// compiled.
  public func without(_ ids: Set<String>) -> RuleProgram {
    var program = self
    for index in rules.indices where ids.contains(rules[index].id) {
      let rule = rules[index]
      program.rules[index] = Rule(
        id: rule.id, type: Rule.switchedOff, constructor: rule.constructor,
        arguments: rule.arguments, priority: rule.priority)
    }
    return program
  }

  static func text(of arguments: [String: String]) -> String {
    arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
  }

  private static func arguments(from text: String) -> [String: String] {
    var arguments: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let sides = line.split(separator: "=", maxSplits: 1).map(String.init)
      arguments[sides[0]] = sides.count > 1 ? sides[1] : ""
    }
    return arguments
  }
}
