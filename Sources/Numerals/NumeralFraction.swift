/// 点 inside a numeral: 二十三点五, 六 点 五, 零点75.
extension NumeralParser {
  /// The digits behind a point.
  private struct Fraction {
    var digits: Range<Int>
    /// A blank stands before the point, or behind it.
    var isApartBefore: Bool
    var isApartBehind: Bool
  }

  /// Takes the point at `index` with its digits, unless they are a time of day.
  mutating func takeFraction(at index: Int, into readings: inout [NumeralReading]) -> Bool {
    guard !isArabic, hasDigit, !accumulator.acceptsOnlyScales,
      let fraction = fraction(at: index), belongs(fraction)
    else { return false }
    let whole = accumulator.value.low
    let count = fraction.digits.count
    guard whole < .powerOfTen(15 - count) else { return false }
    emit(into: &readings)
    accumulator.restart(
      with: whole * .powerOfTen(count) + text.value(fraction.digits), fractionDigits: count)
    digitCount = nil
    position = fraction.digits.upperBound
    return true
  }

  private func fraction(at index: Int) -> Fraction? {
    let first = text.afterBlank(index + 1)
    let length =
      text.arabicDigit(first) == nil ? chineseLength(first) : text.arabicRunLength(first)
    guard (1..<15).contains(length) else { return nil }
    return Fraction(
      digits: first..<first + length, isApartBefore: index > position,
      isApartBehind: first > index + 1)
  }

  /// Digits of either script; 陆续 and 参加 begin no fraction.
  private func chineseLength(_ first: Int) -> Int {
    var length = 0
    while length < 15, text.glyph(first + length).anyDigit != nil, !isWordInside(at: first + length)
    {
      length += 1
    }
    return length
  }

  private func belongs(_ fraction: Fraction) -> Bool {
    let end = fraction.digits.upperBound
    // 三点二十 is a time. The 五 of 一百五 stands for fifty, but 一千五点五 can be no hour either.
    guard text.glyph(end).power != 1,
      accumulator.readsDigitsLiterally || accumulator.coefficient == nil
        || accumulator.value.low > Self.lastHour
    else { return false }
    if text.arabicDigit(fraction.digits.lowerBound) != nil { return isDecimal(fraction) }
    guard fraction.isApartBefore || fraction.isApartBehind else { return true }
    guard !isMinuteMark(text.afterBlank(end)) else { return false }
    return fraction.isApartBefore || isShareMark(text.afterBlank(end)) || isPartOfShare
  }

  private static let lastHour: Int128 = 24

  /// 零点77: Arabic digits behind 零点 that count no minutes.
  private func isDecimal(_ fraction: Fraction) -> Bool {
    let end = fraction.digits.upperBound
    guard accumulator.value == .zero, !fraction.isApartBefore, !fraction.isApartBehind,
      !text.isPoint(end), !isMinuteMark(end)
    else { return false }
    return fraction.digits.count != 2 || text.value(fraction.digits) >= 60
  }

  /// 分, 刻 or 半.
  private func isMinuteMark(_ index: Int) -> Bool {
    switch text.unit(index) {
    case 0x5206, 0x523B, 0x534A: true
    default: false
    }
  }

  /// 成, 折, %, or 百分点 with its classifier.
  private func isShareMark(_ index: Int) -> Bool {
    switch text.unit(index) {
    case 0x6210, 0x6298, 0x25: true
    case 0x4E2A, 0x500B: isPercentWord(text.afterBlank(index + 1))
    default: isPercentWord(index)
    }
  }

  private func isPercentWord(_ index: Int) -> Bool {
    text.glyph(index) == .scale(2) && text.unit(index + 1) == 0x5206
  }

  /// The numeral follows 分之.
  private var isPartOfShare: Bool {
    let last = text.isBlank(origin - 1) ? origin - 2 : origin - 1
    return text.unit(text.isBlank(last) ? last - 1 : last) == 0x4E4B
  }
}
