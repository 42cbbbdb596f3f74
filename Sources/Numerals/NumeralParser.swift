/// Reads one numeral of digits and scale words from left to right: 三千五百, 二十多万, 1亿2,560万.
///
/// Each step takes one approximator, one scale word, or one group of a coefficient with its scale,
/// and only after looking far enough ahead to know that the numeral is whole again behind it. The
/// readings it leaves are in ascending order of their ends. The scales of a numeral descend, so the
/// number of steps has a constant bound.
struct NumeralParser {
  let text: NumeralText
  /// Where the numeral begins.
  let origin: Int
  var position: Int
  var accumulator = ScaleAccumulator()
  var approximation: Approximation?
  /// The coefficient is 数 or 几.
  var isSeveral = false
  /// Some digit, or 十, was read; if not, the numeral is a bare scale.
  var hasDigit = false
  /// The first coefficient was written in Arabic digits.
  var isArabic = false
  /// Characters so far, while they are a pure string of digits.
  var digitCount: Int?
  /// Where the last reading ended that was left.
  private var lastEnd: Int?

  init(_ text: NumeralText, at position: Int) {
    self.text = text
    origin = position
    self.position = position
  }

  /// Continues after an Arabic number, given without its point.
  init(_ text: NumeralText, after position: Int, arabic coefficient: Int128, fractionDigits: Int) {
    self.init(text, at: position)
    accumulator.restart(with: coefficient, fractionDigits: fractionDigits)
    isArabic = true
    hasDigit = true
    lastEnd = position  // The Arabic number alone is a reading already.
  }

  /// Reads a numeral that begins with a Chinese character.
  mutating func read(into readings: inout [NumeralReading]) {
    if begin(into: &readings) { finish(into: &readings) }
  }

  /// Reads on as far as the numeral goes.
  mutating func finish(into readings: inout [NumeralReading]) {
    while step(into: &readings) {}
    emit(into: &readings)
  }

  private mutating func step(into readings: inout [NumeralReading]) -> Bool {
    switch text.glyph(position) {
    case .scale, .financialScale:
      return takeScale(at: position, into: &readings)
    case .over, .about:
      return takeApproximator(at: position, into: &readings)
    case .several:
      return takeApproximator(at: position, into: &readings) || takeSeveralOfScale(into: &readings)
    case .arabic, .digit, .financialDigit, .zero, .pair, .tens:
      return takeGroup(at: position, into: &readings)
    case .point:
      return takeFraction(at: position, into: &readings)
    case .other where text.isBlank(position) && hasDigit:
      return stepOverBlank(into: &readings)
    default:
      return false
    }
  }

  /// Takes what goes on behind a blank: 三万 五千, 十 余 万, 六 点 五.
  private mutating func stepOverBlank(into readings: inout [NumeralReading]) -> Bool {
    let index = position + 1
    guard approximation == nil else { return takeScale(at: index, into: &readings) }
    switch text.glyph(index) {
    case .over, .several: return takeApproximator(at: index, into: &readings)
    case .point: return takeFraction(at: index, into: &readings)
    default: break
    }
    return takeScale(at: index, into: &readings) || takeGroup(at: index, into: &readings)
  }

  /// Leaves a reading that ends here, unless there is one.
  mutating func emit(into readings: inout [NumeralReading]) {
    guard lastEnd != position, let amount else { return }
    lastEnd = position
    readings.append(
      NumeralReading(
        end: position, amount: amount, digitCount: digitCount,
        isBareScale: !hasDigit && approximation == nil))
  }

  private var amount: Amount? {
    let bounds = accumulator.value
    let exponent = -accumulator.fractionDigits
    // 数百 ends before the next scale begins: 100..999.
    let top = isSeveral ? bounds.high - 1 : bounds.high
    guard let low = ExactDecimal(coefficient: bounds.low, exponent: exponent),
      let high = ExactDecimal(coefficient: top, exponent: exponent)
    else { return nil }
    return Amount(from: low, to: high).with(approximation ?? .exact)
  }
}

// MARK: - Steps that end whole

extension NumeralParser {
  private mutating func takeScale(at index: Int, into readings: inout [NumeralReading]) -> Bool {
    guard let power = text.glyph(index).power else { return false }
    let isFirstCoefficient = accumulator.coefficient != nil
    let isApart = index > position
    guard allows(power, onArabic: isArabic && isFirstCoefficient, isApart: isApart),
      !isApart || power >= 4 || (isFirstCoefficient && approximation == nil),
      // 零 alone takes no scale; a decimal and 0万 do.
      isArabic || accumulator.coefficient != .zero
    else { return false }
    var multiplied = accumulator
    guard multiplied.multiply(by: power) else { return false }
    if (isFirstCoefficient && mayBeginUnit(at: index)) || (isApart && approximation != nil) {
      emit(into: &readings)
    }
    accumulator = multiplied
    position = index + 1
    digitCount = nil
    return true
  }

  /// 千克, 百分点 and 兆瓦 are units: where the numeral ends with such a scale, the number before it
  /// stands by itself too.
  private func mayBeginUnit(at index: Int) -> Bool {
    guard let power = text.glyph(index).power, [2, 3, 12].contains(power) else { return false }
    return text.glyph(index + 1) == .other && !text.isBlank(index + 1)
  }

  /// Arabic digits take no 十, and small scales only close by: 2千5百, but 2024 十大.
  private func allows(_ power: Int, onArabic isOnArabic: Bool, isApart: Bool) -> Bool {
    !isOnArabic || power >= 4 || (power > 1 && !isApart)
  }

  /// Behind a blank, 余 and 几 belong to the numeral only if 万 or 亿 follows: 五百 余万.
  private mutating func takeApproximator(
    at index: Int, into readings: inout [NumeralReading]
  ) -> Bool {
    let glyph = text.glyph(index)
    guard approximation == nil, admits(glyph),
      index == position || text.glyph(text.afterBlank(index + 1)).power ?? 0 >= 4
    else { return false }
    emit(into: &readings)
    approximation = glyph == .about ? .about : .over
    accumulator.acceptsOnlyScales = true
    digitCount = nil
    position = index + 1
    return true
  }

  private func admits(_ approximator: Glyph) -> Bool {
    guard let coefficient = accumulator.coefficient else {
      // 十几, but 一百几 only before a further scale.
      return approximator != .several || (accumulator.lastPower == 1 && !isSeveral)
    }
    guard isArabic else { return false }
    // 20几 and 30来; 余 and 多 follow any Arabic number.
    return approximator == .over
      || (accumulator.fractionDigits == 0 && coefficient.low >= 10 && coefficient.low % 10 == 0)
  }

  /// 几十 after a higher scale: 一百几十 is over 100.
  private mutating func takeSeveralOfScale(into readings: inout [NumeralReading]) -> Bool {
    guard approximation == nil, !accumulator.acceptsOnlyScales, accumulator.coefficient == nil,
      let power = text.glyph(position + 1).power, power < 4
    else { return false }
    var multiplied = accumulator
    multiplied.take(.zero)
    guard multiplied.multiply(by: power) else { return false }
    emit(into: &readings)
    accumulator = multiplied
    accumulator.acceptsOnlyScales = true
    approximation = .over
    position += 2
    return true
  }
}

// MARK: - Coefficient groups

extension NumeralParser {
  /// A coefficient after a scale, with 零 before it and a scale behind it where they stand.
  private struct Group {
    var coefficient: Bounds
    var end: Int
    var isRange = false
    /// Arabic digits, more than one: never short for the next scale.
    var isLongArabic = false
  }

  private mutating func takeGroup(at index: Int, into readings: inout [NumeralReading]) -> Bool {
    guard !accumulator.acceptsOnlyScales, accumulator.coefficient == nil,
      let lastPower = accumulator.lastPower
    else { return false }
    var open = accumulator
    var start = index
    if text.glyph(start) == .zero {
      guard lastPower > 1 else { return false }
      open.skipPlace()
      start += text.glyph(start + 1) == .zero ? 2 : 1
      if text.glyph(start) == .several { return takeSeveralOnes(open, start, into: &readings) }
      start = text.afterBlank(start)
    }
    if takeTens(open, start, into: &readings) { return true }
    guard let group = group(at: start, isLiteral: open.readsDigitsLiterally) else { return false }
    if closes(group, open, isApart: index > position, into: &readings) { return true }
    return endsWith(group, open, isApart: index > position, into: &readings)
  }

  /// Tens without a digit before them: 五百廿四, 一万零十二.
  private mutating func takeTens(
    _ open: ScaleAccumulator, _ index: Int, into readings: inout [NumeralReading]
  ) -> Bool {
    var tens = open
    switch text.glyph(index) {
    case .tens(let count): tens.take(Bounds(Int128(count)))
    case .scale(1), .financialScale(1): break
    default: return false
    }
    guard tens.multiply(by: 1) else { return false }
    if text.isBlank(position) { emit(into: &readings) }
    accumulator = tens
    hasDigit = true
    digitCount = nil
    position = index + 1
    return true
  }

  /// 零几: over the value before it.
  private mutating func takeSeveralOnes(
    _ open: ScaleAccumulator, _ index: Int, into readings: inout [NumeralReading]
  ) -> Bool {
    emit(into: &readings)
    accumulator = open
    accumulator.acceptsOnlyScales = true
    approximation = .over
    position = index + 1
    return true
  }

  private func group(at index: Int, isLiteral: Bool) -> Group? {
    switch text.glyph(index) {
    case .digit(let digit):
      if let second = rangeEnd(from: digit, at: index + 1) {
        return Group(coefficient: Bounds(Int128(digit), second), end: index + 2, isRange: true)
      }
      guard isLiteral || text.chineseRunLength(index) == 1 else { return nil }
      return Group(coefficient: Bounds(Int128(digit)), end: index + 1)
    case .financialDigit(let digit):
      guard !isWordInside(at: index) else { return nil }
      return Group(coefficient: Bounds(Int128(digit)), end: index + 1)
    case .pair:
      guard text.glyph(index + 1).power != nil else { return nil }
      return Group(coefficient: Bounds(2), end: index + 1)
    case .arabic where isArabic:
      let run = ArabicRun(text, at: index)
      guard let run, run.value < .powerOfTen(8), !run.isFollowedByFraction(in: text) else {
        return nil
      }
      return Group(
        coefficient: Bounds(run.value), end: run.end, isLongArabic: run.end - index > 1)
    default:
      return nil
    }
  }

  /// Takes the group with the scale word behind it, where there is one that fits.
  private mutating func closes(
    _ group: Group, _ open: ScaleAccumulator, isApart: Bool, into readings: inout [NumeralReading]
  ) -> Bool {
    let index = text.isBlank(group.end) ? group.end + 1 : group.end
    let isArabicGroup = text.arabicDigit(group.end - 1) != nil
    guard let power = text.glyph(index).power,
      allows(power, onArabic: isArabicGroup, isApart: index > group.end)
        || (!group.isLongArabic && !isFollowedByWord(index + 1)),
      group.coefficient.low < 10_000
    else { return false }
    var multiplied = open
    multiplied.take(group.coefficient, isLiteral: group.isLongArabic)
    guard multiplied.multiply(by: power) else { return false }
    if isApart { emit(into: &readings) }
    if power >= 4, mayBeginUnit(at: index) { emit(group, of: open, into: &readings) }
    commit(multiplied, group, end: index + 1)
    return true
  }

  /// Takes the group as the end of the numeral.
  private mutating func endsWith(
    _ group: Group, _ open: ScaleAccumulator, isApart: Bool, into readings: inout [NumeralReading]
  ) -> Bool {
    let isShort = !open.readsDigitsLiterally && !group.isLongArabic
    let isWord = text.glyph(group.end - 1) == .pair
    guard !isWord, fits(group, below: open.lastPower ?? 0) else { return false }
    if isShort || group.isLongArabic {
      // 万一 is a word; 三千五万 and, across a blank, 三千 五 are two numerals.
      guard hasDigit || standsAlone(group), text.glyph(group.end).power == nil,
        !isApart || (!group.isLongArabic && isSpelledApart(upTo: group))
      else { return false }
    }
    if isShort || isApart || group.isLongArabic { emit(into: &readings) }
    if group.isRange, !isShort {
      let first = Group(coefficient: Bounds(group.coefficient.low), end: group.end - 1)
      emit(first, of: open, into: &readings)
    }
    var ended = open
    ended.take(group.coefficient, isLiteral: group.isLongArabic)
    commit(ended, group, end: group.end)
    return true
  }

  /// 千三 is 1300 where no other word touches it.
  private func standsAlone(_ group: Group) -> Bool {
    let isSmallScale = accumulator.lastPower == 2 || accumulator.lastPower == 3
    return isSmallScale && position == origin + 1 && !group.isRange && group.coefficient.low > 1
      && !text.isHan(origin - 1) && !isFollowedByWord(group.end)
  }

  /// 两千 四 百 五 has a blank before each scale, and 又 announces a fraction: 三百 五又三分之一.
  private func isSpelledApart(upTo group: Group) -> Bool {
    text.isBlank(position - 2) || text.unit(text.afterBlank(group.end)) == 0x53C8
  }

  private func isFollowedByWord(_ index: Int) -> Bool {
    text.isLatinLetter(index) || (text.isHan(index) && text.glyph(index) == .other)
  }

  /// Leaves the reading that ends with the group, and goes on as if it did not.
  private mutating func emit(
    _ group: Group, of open: ScaleAccumulator, into readings: inout [NumeralReading]
  ) {
    var ended = open
    ended.take(group.coefficient, isLiteral: group.isLongArabic)
    var shorter = self
    shorter.commit(ended, group, end: group.end)
    shorter.emit(into: &readings)
  }

  private func fits(_ group: Group, below power: Int) -> Bool {
    group.coefficient.high < .powerOfTen(power)
  }

  private mutating func commit(_ accumulator: ScaleAccumulator, _ group: Group, end: Int) {
    self.accumulator = accumulator
    self.accumulator.acceptsOnlyScales = group.isRange
    hasDigit = true
    digitCount = nil
    position = end
  }

  /// The second digit of a range such as 三五, 七八 or 一两: one or two above the first.
  func rangeEnd(from first: Int, at index: Int) -> Int128? {
    switch text.glyph(index) {
    case .digit(let second):
      guard second == first + 1 || second == first + 2,
        text.glyph(index + 1).ordinaryDigit == nil
      else { return nil }
      return Int128(second)
    case .pair where first == 1:
      return 2
    default:
      return nil
    }
  }
}
