import Lexicon
import Numerals
import RuleEngine
import TongbaoText

/// Reads the amount of a match from its parts.
///
/// | part | what it is |
/// | --- | --- |
/// | `before`, `before2` | approximators before the number: 约, 至少 |
/// | `n`, `n2` | the number; of a range its two ends |
/// | `after` | approximators behind number or unit: 左右, 以上 |
/// | `more` | 多 or 余 behind the unit; 大 in 比100大 |
/// | `less` | 小 in 比100小 |
/// | `at-least`, `at-most` | comparisons of several words |
/// | `half` | 半 behind the unit |
/// | `half-only` | 半 in the place of a number: 半吨 |
/// | `minus` | 零下 before the number |
/// | `times` | the scale word in 三个亿 |
struct AmountReader {
  let match: Match
  let text: UnsafeBufferPointer<UInt16>

  init(_ match: Match, _ context: ConstructionContext) {
    self.match = match
    text = context.text
  }

  static let half = ExactDecimal(coefficient: 5, exponent: -1) ?? .zero

  /// The amount with all its qualifiers; `nil` where parts are missing or the value is too large.
  func amount() -> Amount? {
    let half = match.has("half-only") ? Amount(Self.half) : nil
    guard var amount = number("n") ?? half else { return nil }
    if match.has("n2") {
      guard let range = range(from: amount) else { return nil }
      amount = range
    }
    if match.has("half") {
      guard let whole = amount.value, let sum = whole + Self.half else { return nil }
      amount = Amount(sum)
    }
    if let times = match.numeral("times")?.amount.value {
      guard let product = amount.scaled(by: times) else { return nil }
      amount = product
    }
    if match.has("minus") { amount = amount.negated }
    return qualified(amount)
  }

  /// The amount under the approximators of the match. One before the number outranks one behind.
  func qualified(_ amount: Amount) -> Amount {
    if let before = match.word("before"), let mark = Approximation(rawValue: before.value) {
      return amount.with(mark)
    }
    if let after = match.word("after"), let mark = Approximation(rawValue: after.value) {
      return amount.with(mark)
    }
    return comparison().map(amount.with) ?? amount
  }

  /// A comparison said around the number (比100小) or in several words (小于 或 等于100).
  func comparison(_ suffix: String = "") -> Approximation? {
    for (name, mark) in Self.comparisons where match.has(name + suffix) { return mark }
    return nil
  }

  private static let comparisons: [(HashedName, Approximation)] = [
    ("more", .over), ("less", .under), ("at-least", .atLeast), ("at-most", .atMost),
  ]

  private func number(_ name: HashedName) -> Amount? { match.numeral(name)?.amount }

  // MARK: Ranges

  private func range(from first: Amount) -> Amount? {
    guard let upper = number("n2"), let high = upper.max ?? upper.min,
      var low = first.min ?? first.max
    else { return nil }
    if !match.has("unit2"), let factor = sharedFactor(low: low, high: high) {
      guard let product = low * factor else { return nil }
      low = product
    }
    guard low < high else { return nil }
    return Amount(from: low, to: high)
  }

  /// The multiplier of the second number that the first shares: 十八至三十万 begins at 180,000,
  /// but 8500到3万 at 8,500, since a range never falls.
  private func sharedFactor(low: ExactDecimal, high: ExactDecimal) -> ExactDecimal? {
    guard let first = match.range(of: "n"), let second = match.range(of: "n2") else { return nil }
    let largest = Self.scale(endingAt: first.upperBound, from: first.lowerBound, in: text)
    let shared = Self.scale(endingAt: second.upperBound, from: second.lowerBound, in: text)
    guard shared > 0, largest < shared, let factor = Self.power(shared),
      let rest = high.divided(by: factor, scale: 6)
    else { return nil }
    // Ten, hundred and thousand are shared only by a bare digit: 两到三千.
    if shared < 4, second.count > 2 || first.count > 1 { return nil }
    return low < rest ? factor : nil
  }

  /// The power of ten of the scale words that end a numeral: 4 for 万, 12 for 万亿, 0 without.
  /// Below 万 only the last word counts.
  private static func scale(
    endingAt end: Int, from start: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Int {
    var power = 0
    var index = end
    while index > start, let own = large[text[index - 1]] {
      power += own
      index -= 1
    }
    if power == 0, index > start, let own = small[text[index - 1]] { return own }
    return power
  }

  private static let large: [UInt16: Int] = [
    Marks.unit("万"): 4, Marks.unit("亿"): 8, Marks.unit("兆"): 12,
  ]
  private static let small: [UInt16: Int] = [
    Marks.unit("十"): 1, Marks.unit("百"): 2, Marks.unit("千"): 3, Marks.unit("拾"): 1,
    Marks.unit("佰"): 2, Marks.unit("仟"): 3,
  ]

  static func power(_ exponent: Int) -> ExactDecimal? {
    ExactDecimal(coefficient: 1, exponent: exponent)
  }
}

/// How the characters of a numeral look.
struct NumeralShape {
  private let units: Slice<UnsafeBufferPointer<UInt16>>

  init(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt16>) {
    units = text[range]
  }

  private static let scales: UnitSet = "十百千万亿拾佰仟几数余多来"

  /// 一 as the only character: an article as often as a number.
  var isOne: Bool { units.count == 1 && units.first == Marks.unit("一") }

  /// 二 as the only character: before a classifier Chinese says 两, so 二 hints at a fixed phrase.
  var isFormalTwo: Bool { units.count == 1 && units.first == Marks.unit("二") }

  var isNought: Bool { units.count == 1 && units.first == Marks.unit("零") }

  /// Whether a numeral may end with that character.
  static func canEnd(with unit: UInt16) -> Bool {
    Marks.isDigit(unit) || scales.contains(unit) || digits.contains(unit)
  }

  private static let digits: UnitSet = "一二三四五六七八九两"

  var isArabic: Bool { units.contains(where: Marks.isDigit) }

  /// Arabic, or Chinese with a scale word (二十六, 三百): nobody writes it by chance.
  var isPlainlyNumeric: Bool {
    isArabic || (units.count > 1 && units.contains(where: Self.scales.contains))
  }
}
