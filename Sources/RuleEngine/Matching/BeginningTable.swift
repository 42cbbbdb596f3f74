import Lexicon
import Numerals
import TongbaoText

/// Which characters a match can begin with: one table lookup skips all others.
struct BeginningTable {
  private enum Answer { static let unknown: UInt8 = 0, no: UInt8 = 1, yes: UInt8 = 2 }

  private let trie: Trie
  private let kinds: [CharacterKind]
  /// Filled as characters are met, for a text holds few of all that there are.
  private var answers = [UInt8](repeating: Answer.unknown, count: 1 << 16)

  init(program: RuleProgram, lexicon: LexiconImage) {
    trie = lexicon.trie
    kinds = program.beginningKinds.compactMap { CharacterKind(rawValue: $0) }
  }

  @inline(__always)
  mutating func contains(_ unit: UInt16) -> Bool {
    let answer = answers[Int(unit)]
    return answer == Answer.unknown ? find(unit) : answer == Answer.yes
  }

  private mutating func find(_ unit: UInt16) -> Bool {
    let isBeginning =
      trie.child(of: Trie.root, by: unit) >= 0 || NumeralScanner.canBegin(unit)
      || kinds.contains { $0.contains(unit) }
    answers[Int(unit)] = isBeginning ? Answer.yes : Answer.no
    return isBeginning
  }
}

/// Tells whether a numeral would begin in the middle of another: no 18 inside 2018.
enum NumeralRun {
  static func isInside(_ text: UnsafeBufferPointer<UInt16>, at position: Int) -> Bool {
    guard position > 0 else { return false }
    let before = text[position - 1]
    guard isDigit(text[position]) else {
      // 人数|三成: 数 belongs to a number only before 十, 百, 千, 万.
      if before == 0x6570, !scales.contains(text[position]) { return false }
      return isDigit(before) || (before > 0x2FFF && NumeralScanner.canBegin(before))
    }
    if isDigit(before) { return true }
    guard position > 1, isDigit(text[position - 2]) else { return false }
    return before == 0x2E || (before == 0x2C && isThousandsGroup(text, at: position))
  }

  /// Exactly three digits stand here; a comma in a sentence seldom has such a number behind it.
  private static func isThousandsGroup(
    _ text: UnsafeBufferPointer<UInt16>, at position: Int
  ) -> Bool {
    guard position + 3 <= text.count, isDigit(text[position + 1]), isDigit(text[position + 2])
    else { return false }
    return position + 3 == text.count || !isDigit(text[position + 3])
  }

  private static func isDigit(_ unit: UInt16) -> Bool { CharacterKind.digit.contains(unit) }

  private static let scales: UnitSet = "十百千万亿拾佰仟"
}
