import Numerals

/// Evaluates context tests; they look but take nothing.
struct ContextTester {
  private let contexts: UnsafeBufferPointer<ProgramContext>
  private let alternatives: UnsafeBufferPointer<ProgramAlternative>
  private let tokens: UnsafeBufferPointer<ProgramToken>
  private let literals: UnsafeBufferPointer<UInt16>

  init(program: RuleProgram) {
    contexts = program.contexts
    alternatives = program.alternatives
    tokens = program.tokens
    literals = program.literals
  }

  func holds(
    _ index: Int, at position: Int, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice
  ) -> Bool {
    let context = contexts[index]
    let first = Int(context.firstAlternative)
    var isFound = false
    for alternative in first..<first + Int(context.alternativeCount) where !isFound {
      isFound =
        context.isAhead == 1
        ? stands(alternative, ahead: position, in: text, lattice: &lattice)
        : stands(alternative, behind: position, in: text)
    }
    return isFound != (context.isNegative == 1)
  }

  private func stands(
    _ index: Int, ahead start: Int, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice
  ) -> Bool {
    let alternative = alternatives[index]
    var position = start
    for offset in 0..<Int(alternative.tokenCount) {
      let token = tokens[Int(alternative.firstToken) + offset]
      var end = self.end(of: token, at: position, in: text, lattice: &lattice)
      var skipped = position
      while end == nil, skipped < text.count, skipped - position < 2, text[skipped] == 0x20 {
        skipped += 1
        end = self.end(of: token, at: skipped, in: text, lattice: &lattice)
      }
      guard let end else { return false }
      position = end
    }
    return true
  }

  /// Where a token that begins here ends: the longest word or numeral.
  private func end(
    of token: ProgramToken, at position: Int, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice
  ) -> Int? {
    let kind = ProgramToken.Kind(rawValue: token.kind)
    guard position < text.count else { return kind == .lineEnd ? position : nil }
    switch kind {
    case .literal:
      let length = Int(token.b)
      guard position + length <= text.count else { return nil }
      for offset in 0..<length where text[position + offset] != literals[Int(token.a) + offset] {
        return nil
      }
      return position + length
    case .word:
      var longest: Int?
      for index in lattice.range(at: position, in: text)
      where lattice.atoms[Int(index)].symbol == token.a {
        longest = max(longest ?? 0, Int(lattice.atoms[Int(index)].end))
      }
      return longest
    case .numeral:
      var longest: Int?
      for index in lattice.range(at: position, in: text) {
        let atom = lattice.atoms[Int(index)]
        guard atom.symbol < 0,
          lattice.readings[Int(atom.reference)].satisfies(kind: token.a, token.b, token.c)
        else { continue }
        longest = max(longest ?? 0, Int(atom.end))
      }
      return longest
    case .character:
      return CharacterKind(rawValue: token.a)?.contains(text[position]) == true
        ? position + 1 : nil
    case .lineEnd: return text[position] == 0x0A ? position : nil
    case .lineStart: return isLineStart(position, in: text) ? position : nil
    case nil: return nil
    }
  }

  private func stands(
    _ index: Int, behind end: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    let token = tokens[Int(alternatives[index].firstToken)]
    switch ProgramToken.Kind(rawValue: token.kind) {
    case .literal:
      var position = end
      while position > 0, end - position < 2, text[position - 1] == 0x20 { position -= 1 }
      return endsWithLiteral(token, at: end, in: text)
        || endsWithLiteral(token, at: position, in: text)
    case .character:
      return end > 0 && CharacterKind(rawValue: token.a)?.contains(text[end - 1]) == true
    case .lineStart: return isLineStart(end, in: text)
    default: return false
    }
  }

  private func endsWithLiteral(
    _ token: ProgramToken, at end: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    let length = Int(token.b)
    guard end >= length else { return false }
    for offset in 0..<length
    where text[end - length + offset] != literals[Int(token.a) + offset] {
      return false
    }
    return true
  }

  private func isLineStart(_ position: Int, in text: UnsafeBufferPointer<UInt16>) -> Bool {
    var before = position
    // Only a short indentation is looked through, so that a line of blanks costs nothing.
    while before > 0, position - before < 8, text[before - 1] == 0x20 { before -= 1 }
    return before == 0 || text[before - 1] == 0x0A
  }
}
