/// Digits of a text set with a blank between all its characters: 2 0 2 4 年, 共 1 2 3 人.
///
/// Single digits beside each other are columns of a table as often, so the characters around must
/// stand apart too, or all of them touch the digits: 手机3 1 2部.
struct LetterSpacedDigits {
  let value: Int128
  let end: Int
  let count: Int

  private static let longest = 15

  init?(_ text: NumeralText, at start: Int) {
    let touches = text.isHan(start - 1)
    guard text.isBlank(start + 1), text.arabicDigit(start + 2) != nil,
      touches || Self.opens(text, at: start)
    else { return nil }
    var (value, end, count) = (Int128(0), start - 1, 0)
    while let digit = text.arabicDigit(end + 1), count == 0 || text.isBlank(end) {
      // A longer number beside them is not set apart.
      guard text.arabicDigit(end + 2) == nil, count < Self.longest else { return nil }
      value = value * 10 + Int128(digit)
      end += 2
      count += 1
    }
    let closes =
      touches ? text.isHan(end) : text.isBlank(end) && text.isHan(end + 1) && !text.isHan(end + 2)
    guard count > 1, closes else { return nil }
    self.value = value
    self.end = end
    self.count = count
  }

  /// At the head of a line, or behind a character that stands by itself.
  private static func opens(_ text: NumeralText, at start: Int) -> Bool {
    let before = text.unit(start - 1)
    if before == 0 || before == 0x0A { return true }
    return text.isBlank(start - 1) && text.arabicDigit(start - 2) == nil
      && !text.isHan(start - 3) && !text.isLatinLetter(start - 2)
  }
}
