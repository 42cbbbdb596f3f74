import Numerals
import TongbaoText

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
    if before == 0x2C { return isThousandsGroup(text, at: position) }
    return before == 0x2E && !NumeralScanner.endsItemNumber(at: position - 1, in: text)
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
