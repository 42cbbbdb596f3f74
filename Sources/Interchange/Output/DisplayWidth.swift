/// How many columns of a terminal a text takes.
///
/// Wide and full-width characters by Unicode's EastAsianWidth take two, marks and format
/// characters none; ambiguous ones (“ ” …) are counted as one, as terminals do by default.
public enum DisplayWidth {
  public static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// A cluster is as wide as its widest scalar: marks and joined emoji share the cell.
  static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // U+FE0F asks for the emoji picture of a sign, which is wide.
      width = max(width, scalar.value == 0xFE0F ? 2 : of(scalar))
    }
    return width
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if 0x20..<0x7F ~= scalar.value { return 1 }
    if isWide(scalar.value) { return 2 }
    // Hangul vowels and final consonants join the syllable before them.
    if 0x1160...0x11FF ~= scalar.value { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wide.contains { $0 ~= value }
  }

  /// EastAsianWidth W and F of Unicode 15, most frequent first; emoji come from their property.
  private static let wide: [ClosedRange<UInt32>] = [
    0x4E00...0x9FFF, 0x3001...0x303E, 0xFF01...0xFF60, 0x3041...0x33FF, 0x3000...0x3000,
    0x3400...0x4DBF, 0x2E80...0x2FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x1100...0x115F,
    0x2329...0x232A, 0xA000...0xA4CF, 0xA960...0xA97C, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFFE0...0xFFE6, 0x16FE0...0x16FFF, 0x17000...0x18CFF, 0x18D00...0x18D08,
    0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}

extension DisplayWidth {
  /// The text on one line, shortened in the middle to at most `limit` columns.
  static func fitted(_ text: String, to limit: Int) -> String {
    let line = singleLine(text)
    guard of(line) > limit else { return line }
    let room = max(limit - 1, 0)
    let head = prefix(of: line, within: room - room / 2)
    let tail = String(prefix(of: line.reversed(), within: room / 2).reversed())
    return "\(head)…\(tail)"
  }

  private static func prefix(of characters: some Sequence<Character>, within limit: Int) -> String {
    var kept = ""
    var width = 0
    for character in characters {
      width += of(character)
      if width > limit { break }
      kept.append(character)
    }
    return kept
  }
}
