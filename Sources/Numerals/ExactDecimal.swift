/// A decimal number without rounding: `coefficient × 10^exponent`.
///
/// The coefficient carries no trailing zeros (and zero has the exponent 0), so two values are equal
/// exactly where their stored parts are. Arithmetic never traps: what does not fit is `nil`.
public struct ExactDecimal: Sendable, Hashable {
  public let coefficient: Int128
  public let exponent: Int

  /// Exponents beyond this are refused, so that a plain description stays of printable length.
  public static let exponentLimit = 1000

  public static let zero = ExactDecimal(0)

  /// `coefficient × 10^exponent`, or `nil` where the normalized exponent passes `exponentLimit`.
  /// `Int128.min`, which has no positive twin, is refused so that every value can be negated.
  public init?(coefficient: Int128, exponent: Int) {
    let (stripped, zeros) = Self.strippingTrailingZeros(of: coefficient)
    let (sum, overflows) = exponent.addingReportingOverflow(zeros)
    guard stripped != 0 else {
      self.init(0)
      return
    }
    guard coefficient != .min, !overflows, sum.magnitude <= Self.exponentLimit.magnitude
    else { return nil }
    self.init(normalized: stripped, sum)
  }

  private init(normalized coefficient: Int128, _ exponent: Int) {
    self.coefficient = coefficient
    self.exponent = exponent
  }

  public init(_ value: Int) {
    (coefficient, exponent) = Self.strippingTrailingZeros(of: Int128(value))
  }

  /// Reads a plain decimal, `-12.50`: optional sign, digits, optional point with digits on both
  /// sides. Anything else, and what passes 128 bits, is `nil`.
  public init?(_ text: String) {
    var coefficient: Int128 = 0
    var digits = 0
    var fractionDigits: Int?
    var units = text.utf8[...]
    let isNegative = units.first == UInt8(ascii: "-")
    if isNegative || units.first == UInt8(ascii: "+") { units.removeFirst() }
    for unit in units {
      if unit == UInt8(ascii: "."), fractionDigits == nil, digits > 0 {
        fractionDigits = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(unit) else { return nil }
      let digit = Int128(unit - UInt8(ascii: "0"))
      guard let next = Self.appending(isNegative ? -digit : digit, to: coefficient) else {
        return nil
      }
      coefficient = next
      digits += 1
      fractionDigits = fractionDigits.map { $0 + 1 }
    }
    guard digits > 0, fractionDigits != 0 else { return nil }
    self.init(coefficient: coefficient, exponent: -(fractionDigits ?? 0))
  }

  public var isZero: Bool { coefficient == 0 }

  /// The value where it is whole and fits `Int`.
  public var asInt: Int? {
    if exponent == 0 { return Int(exactly: coefficient) }
    guard exponent >= 0, let whole = Self.scale(coefficient, byPowerOfTen: exponent) else {
      return nil
    }
    return Int(exactly: whole)
  }
}

// MARK: - Arithmetic

extension ExactDecimal {
  /// The sum, or `nil` where it has no exact 128-bit coefficient.
  public static func + (left: Self, right: Self) -> Self? {
    let exponent = min(left.exponent, right.exponent)
    guard let first = scale(left.coefficient, byPowerOfTen: left.exponent - exponent),
      let second = scale(right.coefficient, byPowerOfTen: right.exponent - exponent)
    else { return nil }
    let (sum, overflows) = first.addingReportingOverflow(second)
    return overflows ? nil : Self(coefficient: sum, exponent: exponent)
  }

  /// The difference, or `nil` where it has no exact 128-bit coefficient.
  public static func - (left: Self, right: Self) -> Self? { left + right.negated }

  /// The product, or `nil` where it has no exact 128-bit coefficient.
  public static func * (left: Self, right: Self) -> Self? {
    let (product, overflows) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
    return overflows ? nil : Self(coefficient: product, exponent: left.exponent + right.exponent)
  }

  /// The same value with the other sign.
  public var negated: Self { Self(normalized: -coefficient, exponent) }

  /// The value without its sign.
  public var magnitude: Self { coefficient < 0 ? negated : self }

  /// The quotient rounded half to even at `scale` digits after the point, as percentages in
  /// bulletins are checked. `nil` for division by zero and where 128 bits do not suffice.
  public func divided(by divisor: Self, scale: Int) -> Self? {
    guard !divisor.isZero, scale.magnitude <= Self.exponentLimit.magnitude else { return nil }
    let shift = exponent - divisor.exponent + scale
    guard let numerator = Self.scale(coefficient, byPowerOfTen: max(shift, 0)),
      let denominator = Self.scale(divisor.coefficient, byPowerOfTen: max(-shift, 0)),
      let quotient = Self.quotientHalfEven(numerator, denominator)
    else { return nil }
    return Self(coefficient: quotient, exponent: -scale)
  }

  /// The value rounded half to even at `scale` digits after the point; `self` where it has no more.
  public func rounded(scale: Int) -> Self? {
    max(-exponent, 0) <= scale ? self : divided(by: Self(1), scale: scale)
  }

  private static func quotientHalfEven(_ numerator: Int128, _ denominator: Int128) -> Int128? {
    let (quotient, overflows) = numerator.dividedReportingOverflow(by: denominator)
    guard !overflows else { return nil }
    let rest = (numerator % denominator).magnitude
    let complement = denominator.magnitude - rest
    guard rest > complement || (rest == complement && quotient % 2 != 0) else { return quotient }
    return (numerator < 0) == (denominator < 0) ? quotient + 1 : quotient - 1
  }

  /// `value × 10^power` for a power that is not negative, or `nil` on overflow.
  private static func scale(_ value: Int128, byPowerOfTen power: Int) -> Int128? {
    guard value != 0 else { return 0 }
    guard power <= 38 else { return nil }
    let (product, overflows) = value.multipliedReportingOverflow(by: .powerOfTen(power))
    return overflows ? nil : product
  }

  private static func appending(_ digit: Int128, to coefficient: Int128) -> Int128? {
    let (shifted, overflows) = coefficient.multipliedReportingOverflow(by: 10)
    let (sum, carries) = shifted.addingReportingOverflow(digit)
    return overflows || carries ? nil : sum
  }

  private static func strippingTrailingZeros(of value: Int128) -> (Int128, zeros: Int) {
    guard value != 0 else { return (0, 0) }
    var zeros = 0
    // Nearly every value fits a machine word, where division is many times cheaper.
    guard var word = Int64(exactly: value) else {
      var wide = value
      while wide % 10 == 0 {
        wide /= 10
        zeros += 1
      }
      return (wide, zeros)
    }
    while word % 10 == 0 {
      word /= 10
      zeros += 1
    }
    return (Int128(word), zeros)
  }
}

// MARK: - Order and text

extension ExactDecimal: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    let signs = (left.coefficient.signum(), right.coefficient.signum())
    guard signs.0 == signs.1 else { return signs.0 < signs.1 }
    return signs.0 < 0
      ? right.isSmallerInMagnitude(than: left) : left.isSmallerInMagnitude(than: right)
  }

  private func isSmallerInMagnitude(than other: Self) -> Bool {
    let order = coefficient.digitCount + exponent
    let otherOrder = other.coefficient.digitCount + other.exponent
    guard order == otherOrder else { return order < otherOrder }
    // Of equal order, so the shift is below 39 and one overflow already decides.
    let exponent = min(self.exponent, other.exponent)
    let mine = Self.scaledMagnitude(coefficient, self.exponent - exponent)
    let others = Self.scaledMagnitude(other.coefficient, other.exponent - exponent)
    return mine < others
  }

  private static func scaledMagnitude(_ value: Int128, _ power: Int) -> UInt128 {
    let (product, overflows) = value.magnitude.multipliedReportingOverflow(
      by: UInt128(Int128.powerOfTen(power)))
    return overflows ? .max : product
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain decimal without separators or exponent: `18370000000`, `-0.05`.
  public var description: String {
    if let number = Int64(exactly: coefficient), Self.shortExponents ~= exponent {
      return Self.description(of: number, exponent: exponent)
    }
    let sign = coefficient < 0 ? "-" : ""
    let digits = String(coefficient.magnitude)
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let padding = String(repeating: "0", count: max(0, 1 - exponent - digits.utf8.count))
    let padded = padding + digits
    let point = padded.index(padded.endIndex, offsetBy: exponent)
    return sign + padded[..<point] + "." + padded[point...]
  }
}

extension ExactDecimal {
  /// What numbers of a text have nearly always.
  private static let shortExponents = -20...20

  /// The description of `number × 10^exponent`, written from its last digit to the first.
  private static func description(of number: Int64, exponent: Int) -> String {
    let (zeros, decimals) = (max(0, exponent), max(0, -exponent))
    let places = max(Int128(number).digitCount, decimals + 1)
    let length = (number < 0 ? 1 : 0) + places + zeros + (decimals > 0 ? 1 : 0)
    return String(unsafeUninitializedCapacity: length) { room in
      var position = length
      func put(_ byte: UInt8) {
        position -= 1
        room[position] = byte
      }
      for _ in 0..<zeros { put(UInt8(ascii: "0")) }
      var rest = number.magnitude
      for place in 0..<places {
        if place > 0, place == decimals { put(UInt8(ascii: ".")) }
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
      if number < 0 { put(UInt8(ascii: "-")) }
      return length
    }
  }
}

extension Int128 {
  /// 10^power for powers 0 to 38.
  static func powerOfTen(_ power: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<power { result *= 10 }
    return result
  }

  /// How many decimal digits the magnitude has; 0 has one.
  fileprivate var digitCount: Int {
    guard var rest = UInt64(exactly: magnitude) else {
      return (self / Self.powerOfTen(19)).digitCount + 19
    }
    var count = 1
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }
}
