import Lexicon
import Numerals

/// Evaluates context tests; they look but take nothing. A class, for it is never changed and every
/// search asks it.
final class ContextTester: Sendable {
  private let contexts: ImageArray<ProgramContext>
  private let alternatives: ImageArray<ProgramAlternative>
  private let tokens: ImageArray<ProgramToken>
  private let literals: ImageArray<UInt16>
  private let leads: ContextLeads

  init(image: Image, leads: ContextLeads) {
    contexts = ImageArray(image: image, name: "contexts")
    alternatives = ImageArray(image: image, name: "context.alternatives")
    tokens = ImageArray(image: image, name: "context.tokens")
    literals = ImageArray(image: image, name: "context.literals")
    self.leads = leads
  }

  private func alternatives(of test: Int) -> Range<Int> {
    let first = Int(contexts[test].firstAlternative)
    return first..<first + Int(contexts[test].alternativeCount)
  }

  func holds(
    _ index: Int, at position: Int, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice
  ) -> Bool {
    let context = contexts[index]
    let isFound =
      context.isAhead == 1
      ? stands(index, ahead: position, in: text, lattice: &lattice)
      : stands(index, behind: position, in: text)
    return isFound != (context.isNegative == 1)
  }

  // MARK: Ahead

  private func stands(
    _ test: Int, ahead position: Int, in text: UnsafeBufferPointer<UInt16>,
    lattice: inout AtomLattice
  ) -> Bool {
    switch answer(test, ahead: position, in: text) {
    case .yes: return true
    case .perhaps:
      return alternatives(of: test).contains {
        stands(alternative: $0, ahead: position, in: text, lattice: &lattice)
      }
    case .no:
      return leads.others(of: test).contains {
        stands(alternative: Int($0), ahead: position, in: text, lattice: &lattice)
      }
    }
  }

  /// What the next character, or the one after up to two blanks, decides.
  private func answer(
    _ test: Int, ahead position: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> LiteralTable.Answer {
    var at = position
    var answer = LiteralTable.Answer.no
    while at < text.count {
      switch leads.answer(text[at], test: test) {
      case .yes: return .yes
      case .perhaps: answer = .perhaps
      case .no: break
      }
      guard at - position < 2, text[at] == 0x20 else { break }
      at += 1
    }
    return answer
  }

  private func stands(
    alternative index: Int, ahead start: Int, in text: UnsafeBufferPointer<UInt16>,
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
      for index in lattice.place(at: position, in: text).range
      where lattice.atoms[index].symbol == token.a {
        longest = max(longest ?? 0, Int(lattice.atoms[index].end))
      }
      return longest
    case .numeral:
      var longest: Int?
      for index in lattice.completePlace(at: position, in: text).range {
        let atom = lattice.atoms[index]
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

  // MARK: Behind

  private func stands(
    _ test: Int, behind end: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    var before = end
    while before > 0, end - before < 2, text[before - 1] == 0x20 { before -= 1 }
    return hasLiteral(test, behind: end, in: text)
      || (before < end && hasLiteral(test, behind: before, in: text))
      || leads.others(of: test).contains { stands(alternative: Int($0), behind: end, in: text) }
  }

  /// Whether a literal of the test ends right before `end`.
  private func hasLiteral(
    _ test: Int, behind end: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard end > 0 else { return false }
    switch leads.answer(text[end - 1], test: test) {
    case .yes: return true
    case .no: return false
    case .perhaps:
      return alternatives(of: test).contains { alternative in
        let token = tokens[Int(alternatives[alternative].firstToken)]
        return token.kind == ProgramToken.Kind.literal.rawValue
          && endsWithLiteral(token, at: end, in: text)
      }
    }
  }

  /// The characters of which a test wants one right before the place, blanks and the line's
  /// beginning apart; `nil` where it wants no such thing.
  func neighbours(of test: Int) -> Set<UInt16>? {
    let context = contexts[test]
    guard context.isAhead == 0, context.isNegative == 0 else { return nil }
    var units: Set<UInt16> = []
    for alternative in alternatives(of: test) {
      let token = tokens[Int(alternatives[alternative].firstToken)]
      switch ProgramToken.Kind(rawValue: token.kind) {
      case .literal where token.b > 0: units.insert(literals[Int(token.a + token.b) - 1])
      case .lineStart: continue
      default: return nil
      }
    }
    return units
  }

  private func stands(
    alternative index: Int, behind end: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    let token = tokens[Int(alternatives[index].firstToken)]
    switch ProgramToken.Kind(rawValue: token.kind) {
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
    var offset = length - 1
    while offset >= 0 {
      if text[end - length + offset] != literals[Int(token.a) + offset] { return false }
      offset -= 1
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
