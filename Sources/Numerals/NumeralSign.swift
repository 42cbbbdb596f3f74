/// Tells the sign of a number from the dash of a range.
enum NumeralSign {
  /// Whether a minus or 负 stands there that belongs to the number behind it.
  static func stands(in text: NumeralText, at start: Int) -> Bool {
    switch text.unit(start) {
    case 0x8D1F, 0x8CA0:
      negates(text.glyph(start + 1))
        || (text.isBlank(start + 1) && text.arabicDigit(start + 2) != nil
          && endsNothing(text, start - 1))
    default: text.isMinus(start) && minusStands(in: text, at: start)
    }
  }

  /// 胜负 3 and 2负 1 are scores.
  private static func endsNothing(_ text: NumeralText, _ index: Int) -> Bool {
    !text.isHan(index) && text.arabicDigit(index) == nil
  }

  /// 负 stands before a digit; 负百 and 负数 are words.
  private static func negates(_ glyph: Glyph) -> Bool {
    switch glyph {
    case .arabic, .digit, .financialDigit, .zero, .pair, .tens, .scale(1): true
    default: false
    }
  }

  private static func minusStands(in text: NumeralText, at start: Int) -> Bool {
    let isApart = text.isBlank(start + 1)
    let first = isApart ? start + 2 : start + 1
    let isNumber =
      text.arabicDigit(first) != nil
      || (text.unit(first) == 0x2E && text.arabicDigit(first + 1) != nil)
    guard isNumber else { return false }
    var before = start - 1
    while before >= start - 2, text.isBlank(before) { before -= 1 }
    if text.isHan(before) { return !isApart && !followsQuantity(text, before) }
    return !endsQuantity(text, before)
  }

  /// What ends a quantity or a code, so that a dash behind it joins: 20%-30%, A-3, (一)-5.
  private static func endsQuantity(_ text: NumeralText, _ index: Int) -> Bool {
    if text.arabicDigit(index) != nil || text.isLatinLetter(index) || text.isDash(index) {
      return true
    }
    switch text.unit(index) {
    case 0x25, 0x2030, 0x2103, 0xB0: return true  // % ‰ ℃ °
    case 0x29, 0x5D, 0xFF09, 0x300B, 0x201D, 0x3007: return true  // ) ] ） 》 ” 〇
    default: return false
    }
  }

  /// A dash behind a number with its unit is a range (3人次-5人次) unless a word says that a value
  /// follows (降至-5).
  private static func followsQuantity(_ text: NumeralText, _ last: Int) -> Bool {
    switch text.unit(last) {
    case 0x81F3, 0x5230, 0x4E3A, 0x662F, 0x8FBE, 0x7EA6: return false  // 至 到 为 是 达 约
    default: break
    }
    for index in stride(from: last, to: last - 4, by: -1) {
      if text.arabicDigit(index) != nil { return true }
      switch text.glyph(index) {
      case .digit, .pair, .scale, .financialScale, .tens: return true
      default: break
      }
      guard text.isHan(index) else { return false }
    }
    return false
  }
}
