/// A whole number or the two ends of a range, before its decimal point is set.
struct Bounds: Equatable {
  var low: Int128
  var high: Int128

  init(_ low: Int128, _ high: Int128) {
    self.low = low
    self.high = high
  }

  init(_ value: Int128) { self.init(value, value) }

  static let zero = Bounds(0)

  static func + (left: Bounds, right: Bounds) -> Bounds {
    Bounds(left.low + right.low, left.high + right.high)
  }

  static func * (left: Bounds, power: Int) -> Bounds {
    let factor = Int128.powerOfTen(power)
    return Bounds(left.low * factor, left.high * factor)
  }
}

/// The arithmetic of a numeral by scales: coefficients and scale words come in, in text order, and
/// what would break the descending order is refused.
///
/// 五兆六十二亿四万五千二 is three sections closed by 兆, 亿 and 万 and an open one; within a
/// section the scales descend from 千 to 十. A coefficient is below 10^15, 万 doubles once, and 亿
/// and 兆 close once each, so the largest value is 10^15 × 10^4 × 10^4 × 10^12 = 10^35 and the
/// unchecked sums stay inside 128 bits.
struct ScaleAccumulator {
  /// Coefficients must stay below.
  static let coefficientLimit: Int128 = .powerOfTen(15)

  /// Closed by 亿 or 兆.
  private var beyond = Bounds.zero
  private var beyondPower = 16
  /// Closed by 万.
  private var myriads = Bounds.zero
  private var hasMyriads = false
  private var hasDoubledMyriads = false
  /// Below 万.
  private var section = Bounds.zero
  private var sectionPower = 4
  /// Not yet multiplied.
  private(set) var coefficient: Bounds?
  private var isCoefficientLiteral = false
  private var hasGap = false
  /// The last scale's power; `nil` before the first.
  private(set) var lastPower: Int?
  /// How many decimal places the values carry.
  private(set) var fractionDigits = 0
  /// After a range, an approximation or a fraction only scales may follow, each on what is there.
  var acceptsOnlyScales = false

  /// Whether a digit after the last scale counts as itself. If not, it is of the next lower scale:
  /// the 五 of 三千五 is 五百.
  var readsDigitsLiterally: Bool { lastPower == nil || lastPower == 1 || hasGap }

  /// The value if the numeral ended here.
  var value: Bounds {
    let closed = beyond + myriads + section
    guard let coefficient else { return closed }
    let isShort = !readsDigitsLiterally && !isCoefficientLiteral
    return closed + (isShort ? coefficient * ((lastPower ?? 1) - 1) : coefficient)
  }

  /// Takes a coefficient, to be multiplied or to end the numeral.
  /// - Parameter isLiteral: never short for the next lower scale, as the 842 of 1万842.
  mutating func take(_ coefficient: Bounds, isLiteral: Bool = false) {
    self.coefficient = coefficient
    isCoefficientLiteral = isLiteral
  }

  /// 零 between two scales.
  mutating func skipPlace() { hasGap = true }

  /// Starts anew with a decimal, given without its point, which only scales may follow.
  mutating func restart(with coefficient: Int128, fractionDigits: Int) {
    self = ScaleAccumulator()
    self.coefficient = Bounds(coefficient)
    self.fractionDigits = fractionDigits
    acceptsOnlyScales = fractionDigits > 0
  }

  /// Applies a scale word; `false`, with nothing changed, where it cannot stand.
  mutating func multiply(by power: Int) -> Bool {
    switch power {
    case ..<4: multiplyWithinSection(by: power)
    case 4: closeMyriads()
    default: closeBeyond(power)
    }
  }

  private mutating func multiplyWithinSection(by power: Int) -> Bool {
    guard power < sectionPower else { return false }
    let factor: Bounds
    if let coefficient {
      guard coefficient.low < .powerOfTen(fractionDigits + 1) else { return false }
      factor = coefficient
    } else {
      // 百 may begin a numeral; 十 may also follow a scale (一百十五).
      guard lastPower == nil || (power == 1 && !acceptsOnlyScales) else { return false }
      factor = Bounds(1)
    }
    section = section + factor * power
    sectionPower = power
    settle(power)
    return true
  }

  private mutating func closeMyriads() -> Bool {
    guard let lower = openSection else { return false }
    if lower == .zero, coefficient == nil, lastPower == 4 {
      guard !hasDoubledMyriads, !acceptsOnlyScales else { return false }
      hasDoubledMyriads = true
      myriads = myriads * 4
    } else {
      guard !hasMyriads, lastPower == nil || lower != .zero else { return false }
      myriads = (lastPower == nil && coefficient == nil ? Bounds(1) : lower) * 4
    }
    hasMyriads = true
    startSection(4)
    return true
  }

  private mutating func closeBeyond(_ power: Int) -> Bool {
    guard power < beyondPower, let lower = openSection else { return false }
    let isShortOfMyriads = lastPower == 4 && coefficient != nil && !hasGap && !isCoefficientLiteral
    guard !isShortOfMyriads else { return false }
    let all = myriads + lower
    guard lastPower == nil || all != .zero else { return false }
    beyond = beyond + (lastPower == nil && coefficient == nil ? Bounds(1) : all) * power
    beyondPower = power
    myriads = .zero
    hasMyriads = false
    hasDoubledMyriads = false
    startSection(power)
    return true
  }

  /// The open section with its last digit, or `nil` where that digit is short for a scale and
  /// takes no further one (三千五万).
  private var openSection: Bounds? {
    guard let coefficient else { return section }
    guard section == .zero || readsDigitsLiterally else { return nil }
    return section + coefficient
  }

  private mutating func startSection(_ power: Int) {
    section = .zero
    sectionPower = 4
    settle(power)
  }

  private mutating func settle(_ power: Int) {
    coefficient = nil
    isCoefficientLiteral = false
    hasGap = false
    lastPower = power
  }
}
