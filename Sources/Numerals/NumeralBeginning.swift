/// How a numeral may begin with a Chinese character.
extension NumeralParser {
  /// Takes the first coefficient or scale. `false` where the numeral does not go on, be it that
  /// there is none or that it is complete with what is already in `readings`.
  mutating func begin(into readings: inout [NumeralReading]) -> Bool {
    switch text.glyph(position) {
    case .digit(let digit):
      return beginWithString(into: &readings) && beginWithDigit(digit, into: &readings)
    case .zero:
      return beginWithString(into: &readings) && beginWithZero(into: &readings)
    case .pair:
      return beginWithDigit(2, into: &readings)
    case .financialDigit(let digit):
      guard !isPartOfWord(at: position) else { return false }
      start(with: Bounds(Int128(digit)), length: 1)
      return true
    case .both:
      let takesScale = !text.isHan(position - 1) && (text.glyph(position + 1).power ?? 0) > 1
      start(with: Bounds(2), length: 1)
      if !takesScale { emit(into: &readings) }
      return takesScale
    case .tens(let tens):
      // 五卅 is a day of the year, not a string of digits.
      guard text.glyph(position - 1).anyDigit == nil else { return false }
      start(with: Bounds(Int128(tens)), length: 1)
      return accumulator.multiply(by: 1)
    case .scale(let power):
      return beginWithScale(power)
    case .financialScale(let power):
      return isFinancialContext(at: position + 1) && beginWithScale(power)
    case .manifold:
      return !isNounSuffix(at: position) && beginWithSeveral()
    case .several:
      return beginWithSeveral()
    case .arabic, .over, .about, .point, .other:
      return false
    }
  }

  /// Strings of three digit characters and more, and those with a zero, are read digit by digit:
  /// 二〇二四, 一九九八, 〇八. Returns whether the numeral may be read in another way instead.
  private mutating func beginWithString(into readings: inout [NumeralReading]) -> Bool {
    let length = text.chineseRunLength(position)
    guard length <= NumeralText.longestRun else { return false }
    let range = position..<position + length
    guard length > 2 || (length == 2 && range.contains { text.glyph($0) == .zero }) else {
      return true
    }
    guard let value = ExactDecimal(coefficient: text.value(range), exponent: 0) else {
      return false
    }
    readings.append(
      NumeralReading(end: range.upperBound, amount: Amount(value), digitCount: length))
    return false
  }

  private mutating func beginWithDigit(
    _ digit: Int, into readings: inout [NumeralReading]
  ) -> Bool {
    let isPair = text.glyph(position) == .pair
    let second = digit > 0 ? rangeEnd(from: digit, at: position + 1) : nil
    start(with: Bounds(Int128(digit)), length: 1)
    digitCount = isPair ? nil : 1
    // 两三 is a range; 两四 is none.
    if let second, !isPair || second == 3 {
      emit(into: &readings)
      start(with: Bounds(Int128(digit), second), length: 1)
      accumulator.acceptsOnlyScales = true
    }
    return true
  }

  /// 零十二: the skipped place is said although nothing stands before it.
  private mutating func beginWithZero(into readings: inout [NumeralReading]) -> Bool {
    guard text.glyph(position + 1).power == 1 else { return beginWithDigit(0, into: &readings) }
    start(with: .zero, length: 1)
    digitCount = 1
    emit(into: &readings)
    accumulator = ScaleAccumulator()
    digitCount = nil
    return beginWithScale(1)
  }

  private mutating func beginWithScale(_ power: Int) -> Bool {
    hasDigit = power == 1
    position += 1
    return accumulator.multiply(by: power)
  }

  /// 数百, 几十: from one up to ten of the scale.
  private mutating func beginWithSeveral() -> Bool {
    guard let power = text.glyph(position + 1).power else { return false }
    start(with: Bounds(1, 10), length: 2)
    isSeveral = true
    accumulator.acceptsOnlyScales = true
    return accumulator.multiply(by: power)
  }

  private mutating func start(with coefficient: Bounds, length: Int) {
    accumulator.take(coefficient)
    hasDigit = true
    digitCount = nil
    position += length
  }

  /// 伍, 陆, 肆 and 参 are more often parts of names and words than digits; before a scale or money
  /// they are digits. 参 opens so many words (参加, 参与) that it needs a scale.
  private func isPartOfWord(at index: Int) -> Bool {
    switch text.unit(index) {
    case 0x53C2, 0x53C3:
      switch text.glyph(index + 1) {
      case .financialScale, .scale(4), .scale(8): false
      default: true
      }
    case 0x4F0D, 0x9646, 0x9678, 0x8086:
      !isFinancialContext(at: index + 1) && !isWholeOfDecimal(at: index)
    default: false
    }
  }

  /// Whether a digit inside a numeral is the beginning of a word instead: 三百陆续, 一百参加.
  /// Another financial character beside it shows a digit.
  func isWordInside(at index: Int) -> Bool {
    guard isPartOfWord(at: index) else { return false }
    let isAfterMark = text.glyph(index - 1) == .zero || text.glyph(index - 1) == .point
    return !text.glyph(isAfterMark ? index - 2 : index - 1).isFinancial
  }

  /// 陆点五, but 大陆点 and 陆续.
  private func isWholeOfDecimal(at index: Int) -> Bool {
    let point = text.afterBlank(index + 1)
    return !text.isHan(index - 1) && text.glyph(point) == .point
      && text.glyph(text.afterBlank(point + 1)).anyDigit != nil
  }

  /// What follows a financial digit or scale in a sum of money: another one, 万, or 元.
  private func isFinancialContext(at index: Int) -> Bool {
    switch text.glyph(index) {
    case .financialDigit, .financialScale: return true
    case .scale(let power): return power != 1
    default: break
    }
    switch text.unit(index) {
    case 0x5143, 0x5706, 0x5713, 0x89D2, 0x5206, 0x6574: return true  // 元 圆 圓 角 分 整
    default: return false
    }
  }

  /// 人数, 次数, 总数, 多数 and the like end in 数 as a noun.
  private func isNounSuffix(at index: Int) -> Bool {
    switch text.unit(index - 1) {
    case 0x4EBA, 0x6B21, 0x603B, 0x4EF6, 0x6237, 0x8F86: true  // 人 次 总 件 户 辆
    case 0x591A, 0x5C11, 0x65E0, 0x6307, 0x7CFB, 0x51FD: true  // 多 少 无 指 系 函
    case 0x7E3D, 0x6236, 0x8F1B, 0x7121: true  // 總 戶 輛 無
    default: false
    }
  }
}
