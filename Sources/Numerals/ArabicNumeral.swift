/// A whole number in Arabic digits, with its thousands separators: 2024, 1,263, 1 234 567.
struct ArabicRun {
  var value: Int128
  var end: Int
  /// Where the first run of digits ends; before `end` if groups are joined.
  var firstEnd: Int
  /// Whether blanks, not commas, join the groups.
  var isSpaced = false
  /// How many digits it has, separators aside.
  var digits: Int

  /// `nil` where no digit stands or more than `NumeralText.longestRun`.
  init?(_ text: NumeralText, at start: Int) {
    let length = text.arabicRunLength(start)
    guard (1...NumeralText.longestRun).contains(length) else { return nil }
    value = text.value(start..<start + length)
    firstEnd = start + length
    end = firstEnd
    digits = length
    // Groups follow one to three digits of which the first is not zero.
    guard length <= 3, text.arabicDigit(start) != 0 else { return }
    isSpaced = text.isBlank(end)
    while digits + 3 <= NumeralText.longestRun, joins(text, at: end),
      text.arabicRunLength(end + 1) == 3
    {
      value = value * 1000 + text.value(end + 1..<end + 4)
      end += 4
      digits += 3
    }
    isSpaced = isSpaced && end > firstEnd
  }

  private func joins(_ text: NumeralText, at index: Int) -> Bool {
    if isSpaced { return text.isBlank(index) && text.unit(index) != 0x3000 }
    return text.unit(index) == 0x2C || text.unit(index) == 0xFF0C
  }

  func isFollowedByFraction(in text: NumeralText) -> Bool {
    text.isPoint(end) && text.arabicDigit(end + 1) != nil
  }
}

/// Reads a numeral that begins with an Arabic digit or with a point and a digit.
struct ArabicNumeral {
  private let text: NumeralText
  private var coefficient: Int128 = 0
  private var fractionDigits = 0
  private var end: Int
  /// Where the whole part ends.
  private var wholeEnd = 0
  /// 2010.01.29 is a date or a version and takes neither suffix nor scale.
  private var isDotted = false

  /// Appends the readings in ascending order of their ends.
  static func read(_ text: NumeralText, at start: Int, into readings: inout [NumeralReading]) {
    let first = readings.count
    var numeral = ArabicNumeral(text: text, end: start)
    guard numeral.readWhole(at: start, into: &readings),
      numeral.readFraction(into: &readings), !numeral.isDotted, numeral.mayGoOn
    else { return }
    if numeral.readExponent(into: &readings) || numeral.readSuffix(into: &readings) { return }
    guard numeral.coefficient < ScaleAccumulator.coefficientLimit else { return }
    var parser = NumeralParser(
      text, after: numeral.end, arabic: numeral.coefficient,
      fractionDigits: numeral.fractionDigits)
    parser.finish(into: &readings)
    if numeral.isTiedToScale {
      for index in readings.indices[first...].reversed()
      where readings[index].end == numeral.wholeEnd || readings[index].end == numeral.end {
        readings.remove(at: index)
      }
    }
  }

  /// Whether more than the digits can belong to the number: most stand before a word.
  private var mayGoOn: Bool {
    text.glyph(end) != .other || text.isBlank(end) || text.isLatinLetter(end)
  }

  /// 万 and 亿 directly behind the digits are never the beginning of a unit, so the digits of 3.5万
  /// are no number by themselves.
  private var isTiedToScale: Bool {
    let power = text.glyph(end).power
    return power == 4 || power == 8
  }

  private init(text: NumeralText, end: Int) {
    self.text = text
    self.end = end
  }

  private mutating func readWhole(at start: Int, into readings: inout [NumeralReading]) -> Bool {
    if text.isPoint(start) { return startsFraction(at: start) }
    guard let run = ArabicRun(text, at: start) else { return false }
    if let spaced = LetterSpacedDigits(text, at: start) {
      coefficient = spaced.value
      end = spaced.end
      emit(digitCount: spaced.count, into: &readings)
      wholeEnd = end
      return true
    }
    if run.isSpaced || run.end == run.firstEnd {
      coefficient = run.end == run.firstEnd ? run.value : text.value(start..<run.firstEnd)
      end = run.firstEnd
      emit(digitCount: run.firstEnd - start, into: &readings)
    }
    if run.end > run.firstEnd {
      coefficient = run.value
      end = run.end
      emit(into: &readings)
    }
    wholeEnd = end
    return true
  }

  /// 练兵.120名: behind a Chinese character a point before a long number is a full stop.
  private func isFullStop(at start: Int) -> Bool {
    text.isHan(start - 1) && text.arabicRunLength(start + 1) > 2
  }

  /// A point without a digit before it begins a number unless it ends something else.
  private func startsFraction(at start: Int) -> Bool {
    !text.isLatinLetter(start - 1) && !text.isPoint(start - 1)
      && text.arabicDigit(start - 1) == nil && text.arabicDigit(start + 1) != nil
      && !isFullStop(at: start)
  }

  /// `false` where the digits after the point are too many for an amount.
  private mutating func readFraction(into readings: inout [NumeralReading]) -> Bool {
    guard text.isPoint(end), text.arabicDigit(end + 1) != nil, !text.endsItemNumber(at: end) else {
      return true
    }
    let length = text.arabicRunLength(end + 1)
    guard length <= NumeralText.longestRun, coefficient < .powerOfTen(36 - length) else {
      return false
    }
    let last = end + 1 + length
    coefficient = coefficient * .powerOfTen(length) + text.value(end + 1..<last)
    fractionDigits = length
    end = last
    isDotted = text.isPoint(end) && text.arabicDigit(end + 1) != nil
    emit(into: &readings)
    return true
  }

  /// 2e5, -1e1: `e`, a sign, and one or two digits.
  private mutating func readExponent(into readings: inout [NumeralReading]) -> Bool {
    guard text.unit(end) == 0x65 || text.unit(end) == 0x45 else { return false }
    let isNegative = text.isMinus(end + 1)
    let isSigned = isNegative || text.unit(end + 1) == 0x2B
    let first = isSigned ? end + 2 : end + 1
    let length = text.arabicRunLength(first)
    guard (1...2).contains(length), !text.isLatinLetter(first + length) else { return false }
    let power = Int(text.value(first..<first + length))
    end = first + length
    emit(power: isNegative ? -power : power, into: &readings)
    return true
  }

  /// k, K, M, G behind the digits, unless they begin a word or a code. Across a blank they must end
  /// the phrase: 2.5 M, but 5 G 网络 and 12 M x.
  private mutating func readSuffix(into readings: inout [NumeralReading]) -> Bool {
    let power: Int
    let isApart = text.isBlank(end)
    let mark = isApart ? end + 1 : end
    switch text.unit(mark) {
    case 0x6B, 0x4B: power = 3
    case 0x4D: power = 6
    case 0x47: power = 9
    default: return false
    }
    guard !text.isLatinLetter(mark + 1), text.arabicDigit(mark + 1) == nil,
      !isApart || endsPhrase(mark + 1)
    else { return false }
    end = mark + 1
    emit(power: power, into: &readings)
    return true
  }

  private func endsPhrase(_ index: Int) -> Bool {
    guard !text.isHan(index) else { return false }
    return !text.isBlank(index) || !(text.isHan(index + 1) || text.isLatinLetter(index + 1))
  }

  private func emit(
    power: Int = 0, digitCount: Int? = nil, into readings: inout [NumeralReading]
  ) {
    let exponent = power - fractionDigits
    guard let value = ExactDecimal(coefficient: coefficient, exponent: exponent) else { return }
    readings.append(NumeralReading(end: end, amount: Amount(value), digitCount: digitCount))
  }
}
