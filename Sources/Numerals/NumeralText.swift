/// Bounded looks into a text of UTF-16 units; beyond its ends there is nothing (0).
///
/// The buffer is only ever passed down the call stack of one scan, so it cannot outlive its owner.
struct NumeralText {
  let units: UnsafeBufferPointer<UInt16>

  /// Digit strings beyond this are serial numbers, not amounts.
  static let longestRun = 30

  func unit(_ position: Int) -> UInt16 {
    units.indices.contains(position) ? units[position] : 0
  }

  /// What stands there. ○ counts as a zero only inside a string of Chinese digits, since it is a
  /// bullet elsewhere; so do the letter O and the digit 0 that are typed for it (二O一一年).
  func glyph(_ position: Int) -> Glyph {
    let unit = unit(position)
    guard Self.isRound(unit) else { return Glyph(unit) }
    let before = self.unit(position - 1)
    let isInside = Glyph(before).ordinaryDigit != nil || Self.isRound(before)
    if unit == 0x25CB { return isInside ? .zero : .other }
    let after = self.unit(position + 1)
    guard isInside, Self.endsInChinese(before, position, in: self),
      Glyph(after).ordinaryDigit != nil || Self.isRound(after)
    else { return Glyph(unit) }
    return .zero
  }

  /// ○ and what is typed for it.
  private static func isRound(_ unit: UInt16) -> Bool {
    unit == 0x25CB || unit == 0x4F || unit == 0x6F || unit == 0x30
  }

  /// Whether a Chinese digit opens the string: in 100 there is none.
  private static func endsInChinese(
    _ before: UInt16, _ position: Int, in text: NumeralText
  ) -> Bool {
    if Glyph(before).ordinaryDigit != nil { return true }
    return Glyph(text.unit(position - 2)).ordinaryDigit != nil
  }

  func arabicDigit(_ position: Int) -> Int? {
    switch unit(position) {
    case let unit where (0x30...0x39).contains(unit): Int(unit) - 0x30
    case let unit where (0xFF10...0xFF19).contains(unit): Int(unit) - 0xFF10
    default: nil
    }
  }

  /// A blank that may stand inside a numeral: space, no-break, thin or ideographic space.
  func isBlank(_ position: Int) -> Bool {
    switch unit(position) {
    case 0x20, 0xA0, 0x2009, 0x202F, 0x3000: true
    default: false
    }
  }

  func isLatinLetter(_ position: Int) -> Bool {
    switch unit(position) {
    case 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  func isHan(_ position: Int) -> Bool { (0x4E00...0x9FFF).contains(unit(position)) }

  func isPoint(_ position: Int) -> Bool { unit(position) == 0x2E || unit(position) == 0xFF0E }

  /// Whether a point ends the number of a list item, with a date behind it: at the beginning of a
  /// line `1.19日` is the first item, which begins on the 19th. Likewise 例1.19日.
  func endsItemNumber(at index: Int) -> Bool {
    guard isPoint(index) else { return false }
    var first = index
    while first > 0, index - first < 3, arabicDigit(first - 1) != nil { first -= 1 }
    guard (1...2).contains(index - first), opensItem(first) else { return false }
    let length = arabicRunLength(index + 1)
    guard (1...2).contains(length) || length == 4 else { return false }
    switch unit(index + 1 + length) {
    case 0x5E74: return length == 4  // 年
    case 0x6708, 0x65E5, 0x65F6: return length <= 2  // 月 日 时
    default: return false
    }
  }

  /// Whether a line begins there, blanks aside, or 例 stands before.
  private func opensItem(_ index: Int) -> Bool {
    if unit(index - 1) == 0x4F8B { return true }
    var start = index
    while start > 0, index - start < 8, isBlank(start - 1) { start -= 1 }
    return start == 0 || unit(start - 1) == 0x0A
  }

  /// Hyphen, minus sign or its full-width form.
  func isMinus(_ position: Int) -> Bool {
    switch unit(position) {
    case 0x2D, 0x2212, 0xFF0D: true
    default: false
    }
  }

  /// Any stroke that joins or introduces: the minus signs and the dashes.
  func isDash(_ position: Int) -> Bool {
    isMinus(position) || (0x2010...0x2015).contains(unit(position)) || unit(position) == 0x7E
      || unit(position) == 0xFF5E
  }

  /// How many Arabic digits stand from there on, looking at no more than one past `longestRun`.
  func arabicRunLength(_ position: Int) -> Int {
    var length = 0
    while length <= Self.longestRun, arabicDigit(position + length) != nil { length += 1 }
    return length
  }

  /// Likewise for ordinary Chinese digits with zero.
  func chineseRunLength(_ position: Int) -> Int {
    var length = 0
    while length <= Self.longestRun, glyph(position + length).ordinaryDigit != nil { length += 1 }
    return length
  }

  /// A blank there, if one stands, is passed over.
  func afterBlank(_ position: Int) -> Int { isBlank(position) ? position + 1 : position }

  /// The value of a digit string of at most `longestRun` characters, either script.
  func value(_ range: Range<Int>) -> Int128 {
    // Nearly every string fits a machine word, where it costs a fraction.
    let word = range.prefix(Self.digitsOfWord)
    let head = Int128(
      word.reduce(into: 0) { sum, position in sum = sum * 10 + digit(position) })
    return range.dropFirst(Self.digitsOfWord).reduce(head) { sum, position in
      sum * 10 + Int128(digit(position))
    }
  }

  /// So many digits fit `Int`.
  private static let digitsOfWord = 18

  private func digit(_ position: Int) -> Int {
    arabicDigit(position) ?? glyph(position).anyDigit ?? 0
  }
}
