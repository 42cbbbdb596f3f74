import Lexicon
import TongbaoText

/// Compiles a rule set into the automaton, adding the literals of the patterns to the lexicon.
public struct RuleCompiler {
  private var states: [ProgramState] = []
  private var contexts: [ProgramContext] = []
  private var alternatives: [ProgramAlternative] = []
  private var tokens: [ProgramToken] = []
  private var literals: [UInt16] = []
  private var partNames: [String] = []
  private var ruleStarts: [Int32] = []
  private let folding: FoldingTable
  public private(set) var faults: [DictionaryFault] = []

  /// A loop without a written bound goes round so often at most; see `RuleMatcher.longestMatch`.
  static let largestRepetition = 64

  public init(folding: FoldingTable) {
    self.folding = folding
  }

  /// - Parameter lexicon: must hold all dictionary classes already; the literals are added.
  public mutating func compile(
    _ set: RuleSet, lexicon: inout LexiconBuilder, into image: inout ImageWriter,
    constructors: Set<String>
  ) {
    for (index, source) in set.rules.enumerated() {
      var context = CompilationContext(source: source, rule: Int32(index), fragments: set.fragments)
      if !source.rule.constructor.isEmpty, !constructors.contains(source.rule.constructor) {
        context.report("unknown value constructor “\(source.rule.constructor)”", to: &faults)
      }
      var accept = ProgramState(.accept, rule: Int32(index))
      accept.a = Int32(index)
      let end = append(accept)
      let start = emit(source.pattern, before: end, suffix: "", &context, &lexicon)
      ruleStarts.append(start)
    }
    let symbolCount = lexicon.symbolCount
    RunAnchorFinder.note(in: &states, symbolCount: symbolCount, into: &image) {
      [contexts, alternatives, tokens] test in
      Self.symbolsAhead(contexts[Int(test)], alternatives, tokens)
    }
    write(set, into: &image)
  }

  /// The words of which a test wants one to begin at its place; `nil` where something else will do.
  private static func symbolsAhead(
    _ context: ProgramContext, _ alternatives: [ProgramAlternative], _ tokens: [ProgramToken]
  ) -> [Int32]? {
    guard context.isAhead == 1, context.isNegative == 0 else { return nil }
    var symbols: [Int32] = []
    for offset in 0..<context.alternativeCount {
      let token = tokens[Int(alternatives[Int(context.firstAlternative + offset)].firstToken)]
      switch ProgramToken.Kind(rawValue: token.kind) {
      case .literal where token.b > 0: symbols.append(token.c)
      case .word: symbols.append(token.a)
      default: return nil
      }
    }
    return symbols
  }

  private struct CompilationContext {
    let source: RuleSource
    let rule: Int32
    let fragments: [String: Pattern]
    var depth = 0

    func report(_ message: String, to faults: inout [DictionaryFault]) {
      faults.append(
        DictionaryFault(
          file: source.file, line: source.line, message: "rule \(source.rule.id): \(message)"))
    }
  }

  private mutating func append(_ state: ProgramState) -> Int32 {
    states.append(state)
    return Int32(states.count - 1)
  }

  private mutating func part(_ name: String?, suffix: String) -> Int16 {
    guard let name else { return -1 }
    let full = name + suffix
    if let known = partNames.firstIndex(of: full) { return Int16(known) }
    partNames.append(full)
    return Int16(partNames.count - 1)
  }

  /// Emits the states of a pattern that goes on at `next`; returns where it begins.
  private mutating func emit(
    _ pattern: Pattern, before next: Int32, suffix: String, _ context: inout CompilationContext,
    _ lexicon: inout LexiconBuilder
  ) -> Int32 {
    var state: ProgramState
    switch pattern {
    case .literal(let text):
      state = ProgramState(.word, rule: context.rule)
      state.a = Int32(lexicon.addLiteral(text))
      state.b = -1
    case .word(let className, let value, let name):
      state = ProgramState(.word, rule: context.rule)
      state.part = part(name, suffix: suffix)
      guard let symbol = lexicon.symbol(of: className) else {
        context.report("unknown dictionary class <\(className)>", to: &faults)
        return next
      }
      state.a = Int32(symbol)
      state.b = -1
      if let value {
        guard let index = lexicon.valueIndex(value) else {
          context.report("no entry of <\(className)> has the value “\(value)”", to: &faults)
          return next
        }
        state.b = index
      }
    case .numeral(let test, let name):
      state = ProgramState(.numeral, rule: context.rule)
      (state.a, state.b, state.c) = test.encoded
      state.part = part(name, suffix: suffix)
    case .character(let kind, let name):
      state = ProgramState(.character, rule: context.rule)
      state.a = kind.rawValue
      state.part = part(name, suffix: suffix)
    case .glue:
      state = ProgramState(.glue, rule: context.rule)
    case .context(let test):
      state = ProgramState(.context, rule: context.rule)
      state.a = encode(test, &context, &lexicon)
    case .sequence(let items):
      return items.reversed().reduce(next) { following, item in
        emit(item, before: following, suffix: suffix, &context, &lexicon)
      }
    case .choice(let branches):
      return emitChoice(branches, before: next, suffix: suffix, &context, &lexicon)
    case .repetition(let inner, let minimum, let maximum):
      return emitRepetition(
        inner, minimum, maximum, before: next, suffix: suffix, &context, &lexicon)
    case .group(let name, let inner):
      return emitGroup(name, inner, before: next, suffix: suffix, &context, &lexicon)
    case .fragment(let name, let own):
      return emitFragment(name, before: next, suffix: own + suffix, &context, &lexicon)
    }
    state.next = next
    return append(state)
  }

  private mutating func emitChoice(
    _ branches: [Pattern], before next: Int32, suffix: String,
    _ context: inout CompilationContext, _ lexicon: inout LexiconBuilder
  ) -> Int32 {
    let entries = branches.map { emit($0, before: next, suffix: suffix, &context, &lexicon) }
    return entries.dropLast().reversed().reduce(entries[entries.count - 1]) { rest, entry in
      split(first: entry, second: rest, rule: context.rule)
    }
  }

  private mutating func split(first: Int32, second: Int32, rule: Int32) -> Int32 {
    var state = ProgramState(.split, rule: rule)
    state.next = first
    state.a = second
    return append(state)
  }

  private mutating func emitRepetition(
    _ inner: Pattern, _ minimum: Int, _ maximum: Int?, before next: Int32, suffix: String,
    _ context: inout CompilationContext, _ lexicon: inout LexiconBuilder
  ) -> Int32 {
    var entry = next
    if let maximum {
      guard maximum <= Self.largestRepetition else {
        context.report("a repetition of more than \(Self.largestRepetition)", to: &faults)
        return next
      }
      for _ in minimum..<maximum {
        let once = emit(inner, before: entry, suffix: suffix, &context, &lexicon)
        entry = split(first: once, second: next, rule: context.rule)
      }
    } else {
      let loop = split(first: -1, second: next, rule: context.rule)
      states[Int(loop)].next = emit(inner, before: loop, suffix: suffix, &context, &lexicon)
      entry = loop
    }
    for _ in 0..<minimum {
      entry = emit(inner, before: entry, suffix: suffix, &context, &lexicon)
    }
    return entry
  }

  private mutating func emitGroup(
    _ name: String, _ inner: Pattern, before next: Int32, suffix: String,
    _ context: inout CompilationContext, _ lexicon: inout LexiconBuilder
  ) -> Int32 {
    let index = part(name, suffix: suffix)
    var close = ProgramState(.close, rule: context.rule)
    close.part = index
    close.next = next
    var open = ProgramState(.open, rule: context.rule)
    open.part = index
    open.next = emit(inner, before: append(close), suffix: suffix, &context, &lexicon)
    return append(open)
  }

  private mutating func emitFragment(
    _ name: String, before next: Int32, suffix: String, _ context: inout CompilationContext,
    _ lexicon: inout LexiconBuilder
  ) -> Int32 {
    guard let pattern = context.fragments[name] else {
      context.report("unknown fragment @\(name)", to: &faults)
      return next
    }
    guard context.depth < 12 else {
      context.report("fragment @\(name) leads back to itself", to: &faults)
      return next
    }
    context.depth += 1
    defer { context.depth -= 1 }
    return emit(pattern, before: next, suffix: suffix, &context, &lexicon)
  }

  // MARK: Context tests

  private mutating func encode(
    _ test: ContextPattern, _ context: inout CompilationContext, _ lexicon: inout LexiconBuilder
  ) -> Int32 {
    var encoded: [[ProgramToken]] = []
    for alternative in test.alternatives {
      if !test.isAhead, alternative.count > 1 {
        context.report("a test of what stands before holds one element", to: &faults)
      }
      var tokens = alternative.map { encode($0, isAhead: test.isAhead, &context, lexicon) }
      if test.isAhead, !test.isNegative, case .literal(let text) = alternative.first {
        // A word of its own, so that the places that it stands at are known; see `RunAnchors`.
        tokens[0].c = Int32(lexicon.addLiteral(text))
      }
      encoded.append(tokens)
    }
    contexts.append(
      ProgramContext(
        isAhead: test.isAhead ? 1 : 0, isNegative: test.isNegative ? 1 : 0,
        firstAlternative: Int32(alternatives.count), alternativeCount: Int32(encoded.count)))
    for alternative in encoded {
      alternatives.append(
        ProgramAlternative(
          firstToken: Int32(tokens.count), tokenCount: Int32(alternative.count)))
      tokens += alternative
    }
    return Int32(contexts.count - 1)
  }

  private mutating func encode(
    _ token: ContextPattern.Token, isAhead: Bool, _ context: inout CompilationContext,
    _ lexicon: LexiconBuilder
  ) -> ProgramToken {
    switch token {
    case .literal(let text):
      let units = folding.fold(text)
      let start = Int32(literals.count)
      literals += units
      return ProgramToken(
        kind: ProgramToken.Kind.literal.rawValue, a: start, b: Int32(units.count))
    case .word(let className):
      guard isAhead else {
        context.report("<\(className)> can be asked for ahead only", to: &faults)
        return ProgramToken(kind: ProgramToken.Kind.lineStart.rawValue)
      }
      guard let symbol = lexicon.symbol(of: className) else {
        context.report("unknown dictionary class <\(className)>", to: &faults)
        return ProgramToken(kind: ProgramToken.Kind.lineStart.rawValue)
      }
      return ProgramToken(kind: ProgramToken.Kind.word.rawValue, a: Int32(symbol))
    case .numeral(let test):
      if !isAhead { context.report("a numeral can be asked for ahead only", to: &faults) }
      let (a, b, c) = test.encoded
      return ProgramToken(kind: ProgramToken.Kind.numeral.rawValue, a: a, b: b, c: c)
    case .character(let kind):
      return ProgramToken(kind: ProgramToken.Kind.character.rawValue, a: kind.rawValue)
    case .lineStart: return ProgramToken(kind: ProgramToken.Kind.lineStart.rawValue)
    case .lineEnd: return ProgramToken(kind: ProgramToken.Kind.lineEnd.rawValue)
    }
  }

  // MARK: Output

  private mutating func write(_ set: RuleSet, into image: inout ImageWriter) {
    FirstLetters.note(in: &states)
    let branches = Branches.list(of: &states, starts: ruleStarts)
    image.add("states", states)
    image.add("state.branches", branches)
    image.add("contexts", contexts)
    image.add("context.alternatives", alternatives)
    image.add("context.tokens", tokens)
    image.add("context.literals", literals)
    image.add("rule.ids", strings: set.rules.map(\.rule.id))
    image.add("rule.types", strings: set.rules.map(\.rule.type))
    image.add("rule.constructors", strings: set.rules.map(\.rule.constructor))
    image.add("rule.arguments", strings: set.rules.map { RuleProgram.text(of: $0.rule.arguments) })
    image.add("rule.priorities", set.rules.map { Int32($0.rule.priority) })
    image.add("rule.parts", strings: partNames)
    EndTests.write(for: states, ruleCount: set.rules.count, into: &image)
    writeStarts(of: set, into: &image)
  }

  /// Where each rule begins.
  private mutating func writeStarts(of set: RuleSet, into image: inout ImageWriter) {
    for (start, source) in zip(ruleStarts, set.rules) {
      var visited: Set<Int32> = []
      if reachesEnd(from: start, &visited) {
        faults.append(
          DictionaryFault(
            file: source.file, line: source.line,
            message: "rule \(source.rule.id) can match nothing at all"))
      }
    }
    image.add("rule.starts", ruleStarts)
  }

  /// Whether the rule can end before it has taken anything.
  private func reachesEnd(from index: Int32, _ visited: inout Set<Int32>) -> Bool {
    guard index >= 0, visited.insert(index).inserted else { return false }
    let state = states[Int(index)]
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word, .numeral, .character: return false
    case .accept: return true
    case .split:
      return reachesEnd(from: state.next, &visited) || reachesEnd(from: state.a, &visited)
    case .context, .open, .close, .glue, nil: return reachesEnd(from: state.next, &visited)
    }
  }
}

extension NumeralTest {
  /// Kind and bounds as the program stores them.
  var encoded: (Int32, Int32, Int32) {
    switch self {
    case .number: (0, 0, 0)
    case .scale: (1, 0, 0)
    case .integer(let minimum, let maximum): (2, Int32(clamping: minimum), Int32(clamping: maximum))
    case .digits(let count): (3, Int32(clamping: count), 0)
    }
  }
}
