/// A fault in a pattern, with the character it stands at, from 0.
struct PatternFault: Error {
  var offset: Int
  var message: String
}

/// Reads the pattern of a rule. The grammar is in DESIGN.md, “The rule language”.
struct PatternParser {
  private let characters: [Character]
  private var position = 0

  static func parse(_ text: String) throws(PatternFault) -> Pattern {
    var parser = PatternParser(characters: Array(text))
    let pattern = try parser.choice()
    guard parser.position == parser.characters.count else {
      throw parser.fault("a “)” too many")
    }
    return pattern
  }

  private init(characters: [Character]) {
    self.characters = characters
  }

  private var next: Character? { position < characters.count ? characters[position] : nil }

  private func fault(_ message: String) -> PatternFault {
    PatternFault(offset: position, message: message)
  }

  private mutating func skipBlanks() {
    while next == " " || next == "\n" { position += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text)
    guard position + wanted.count <= characters.count,
      characters[position..<position + wanted.count].elementsEqual(wanted)
    else { return false }
    position += wanted.count
    return true
  }

  private mutating func expect(_ text: String) throws(PatternFault) {
    guard take(text) else { throw fault("“\(text)” expected") }
  }

  // MARK: Structure

  private mutating func choice() throws(PatternFault) -> Pattern {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternFault) -> Pattern {
    var items: [Pattern] = []
    skipBlanks()
    while let character = next, character != "|", character != ")" {
      items.append(try repeated(try element()))
      skipBlanks()
    }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func repeated(_ pattern: Pattern) throws(PatternFault) -> Pattern {
    if take("?") { return .repetition(pattern, minimum: 0, maximum: 1) }
    if take("*") { return .repetition(pattern, minimum: 0, maximum: nil) }
    if take("+") { return .repetition(pattern, minimum: 1, maximum: nil) }
    guard take("{") else { return pattern }
    let minimum = try integer()
    let maximum = take(",") ? try integer() : minimum
    try expect("}")
    guard minimum <= maximum else { throw fault("{\(minimum),\(maximum)} is empty") }
    return .repetition(pattern, minimum: minimum, maximum: maximum)
  }

  private mutating func element() throws(PatternFault) -> Pattern {
    switch next {
    case "(": return try parenthesis()
    case "<": return try angle()
    case "@": return try fragment()
    case "_":
      position += 1
      return .glue
    case "?", "*", "+", "{", "}", ">":
      throw fault("“\(characters[position])” has nothing to stand behind; write \\ before it")
    default: return .literal(try literal())
    }
  }

  private mutating func parenthesis() throws(PatternFault) -> Pattern {
    for (opening, isAhead, isNegative) in [
      ("(?<=", false, false), ("(?<!", false, true), ("(?=", true, false), ("(?!", true, true),
    ] where take(opening) {
      let pattern = ContextPattern(
        isAhead: isAhead, isNegative: isNegative, alternatives: try contextAlternatives())
      try expect(")")
      return .context(pattern)
    }
    if take("(?<") {
      let name = try identifier()
      try expect(">")
      let inner = try choice()
      try expect(")")
      return .group(part: name, inner)
    }
    try expect("(")
    let inner = try choice()
    try expect(")")
    return inner
  }

  private mutating func contextAlternatives() throws(PatternFault) -> [[ContextPattern.Token]] {
    var alternatives: [[ContextPattern.Token]] = []
    repeat {
      var tokens: [ContextPattern.Token] = []
      skipBlanks()
      while let character = next, character != "|", character != ")" {
        tokens.append(try contextToken())
        skipBlanks()
      }
      guard !tokens.isEmpty else { throw fault("an empty alternative in a context test") }
      alternatives.append(tokens)
    } while take("|")
    return alternatives
  }

  private mutating func contextToken() throws(PatternFault) -> ContextPattern.Token {
    if take("<start>") { return .lineStart }
    if take("<end>") { return .lineEnd }
    guard next == "<" else { return .literal(try literal()) }
    switch try angle() {
    case .word(let className, nil, nil): return .word(className: className)
    case .numeral(let test, nil): return .numeral(test)
    case .character(let kind, nil): return .character(kind)
    default: throw fault("a context test captures nothing and asks for no value")
    }
  }

  // MARK: Elements

  private mutating func angle() throws(PatternFault) -> Pattern {
    try expect("<")
    let name = try identifier()
    var value: String?
    var bounds: (Int, Int)?
    if take("=") {
      value = try until([":", ">"])
    } else if next == " " {
      skipBlanks()
      let minimum = try integer()
      bounds = (minimum, take("..") ? try integer() : minimum)
    }
    let part = take(":") ? try identifier() : nil
    try expect(">")
    switch name {
    case "number": return .numeral(.number, part: part)
    case "scale": return .numeral(.scale, part: part)
    case "integer":
      return .numeral(
        .integer(minimum: bounds?.0 ?? Int(Int32.min), maximum: bounds?.1 ?? Int(Int32.max)),
        part: part)
    case "digits":
      guard let bounds else { throw fault("<digits> needs how many: <digits 4>") }
      return .numeral(.digits(bounds.0), part: part)
    default:
      if let kind = CharacterKind.allCases.first(where: { $0.name == name }) {
        return .character(kind, part: part)
      }
      return .word(className: name, value: value, part: part)
    }
  }

  private mutating func fragment() throws(PatternFault) -> Pattern {
    try expect("@")
    let name = try identifier()
    return .fragment(name: name, suffix: take(":") ? try identifier() : "")
  }

  /// Characters up to the next mark. A repetition mark takes the last of them alone, as in other
  /// pattern languages: `月份?` is 月, then 份 or nothing.
  private mutating func literal() throws(PatternFault) -> String {
    var text = ""
    while let character = next, !" \n()<>@|?*+{}_".contains(character) {
      if !text.isEmpty, position + 1 < characters.count,
        "?*+{".contains(characters[position + 1])
      {
        break
      }
      position += 1
      guard character == "\\" else {
        text.append(character)
        continue
      }
      guard let escaped = next else { throw fault("nothing behind “\\”") }
      text.append(escaped)
      position += 1
    }
    guard !text.isEmpty else { throw fault("an element expected") }
    return text
  }

  private mutating func identifier() throws(PatternFault) -> String {
    let start = position
    while let character = next, character.isLetter || character.isNumber || character == "-" {
      position += 1
    }
    guard position > start else { throw fault("a name expected") }
    return String(characters[start..<position])
  }

  private mutating func integer() throws(PatternFault) -> Int {
    let start = position
    while let character = next, character.isASCII, character.isNumber { position += 1 }
    guard let value = Int(String(characters[start..<position])) else {
      throw fault("a number expected")
    }
    return value
  }

  private mutating func until(_ ends: Set<Character>) throws(PatternFault) -> String {
    let start = position
    while let character = next, !ends.contains(character) { position += 1 }
    guard position > start else { throw fault("a value expected") }
    return String(characters[start..<position])
  }
}
