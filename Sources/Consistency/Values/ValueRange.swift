import Numerals

/// All the values that a stated amount may stand for; a side that is `nil` is open.
///
/// Interval arithmetic keeps qualifiers and rounding exact where they are exact: 500余 is 500 or
/// more, 1.36万 is 13550 to 13700 (a writer may round or cut off), 约120 is within a tenth.
struct ValueRange: Sendable, Hashable {
  var low: ExactDecimal?
  var high: ExactDecimal?

  init(low: ExactDecimal?, high: ExactDecimal?) {
    self.low = low
    self.high = high
  }

  /// - Parameter step: distance between two neighbouring values of the same form; 0 if exact.
  init(_ amount: Amount, step: ExactDecimal) {
    low = amount.min
    high = amount.max
    switch amount.approximation {
    case .exact: break
    case .about:
      low = amount.min.flatMap { $0 * Self.aboutLow }
      high = amount.max.flatMap { $0 * Self.aboutHigh }
    case .over, .atLeast: high = nil
    case .under, .atMost: low = .zero
    }
    guard !step.isZero, amount.approximation == .exact else { return }
    low = low.flatMap { low in (step * Self.half).flatMap { low - $0 } }
    high = high.flatMap { $0 + step }
  }

  private static let half = ExactDecimal(coefficient: 5, exponent: -1) ?? .zero
  /// 约 and 左右 are taken to reach a tenth to either side.
  private static let aboutLow = ExactDecimal(coefficient: 9, exponent: -1) ?? .zero
  private static let aboutHigh = ExactDecimal(coefficient: 11, exponent: -1) ?? .zero

  static let zero = ValueRange(low: .zero, high: .zero)

  /// Whether no value is in both.
  func excludes(_ other: ValueRange) -> Bool { isBelow(other) || other.isBelow(self) }

  /// Whether every value here is smaller than every value there.
  func isBelow(_ other: ValueRange) -> Bool {
    guard let high, let low = other.low else { return false }
    return high < low
  }

  /// The range of the sums; a side that is open or too large for exact arithmetic stays open.
  static func + (left: ValueRange, right: ValueRange) -> ValueRange {
    ValueRange(low: combine(left.low, right.low, +), high: combine(left.high, right.high, +))
  }

  static func - (left: ValueRange, right: ValueRange) -> ValueRange {
    ValueRange(low: combine(left.low, right.high, -), high: combine(left.high, right.low, -))
  }

  private static func combine(
    _ left: ExactDecimal?, _ right: ExactDecimal?,
    _ operation: (ExactDecimal, ExactDecimal) -> ExactDecimal?
  ) -> ExactDecimal? {
    guard let left, let right else { return nil }
    return operation(left, right)
  }

  /// The range of the changes from this base to another value, in percent, falls below zero.
  /// `nil` where the base may be zero or a side is open.
  func percentChange(to current: ValueRange) -> ValueRange? {
    guard let low, let high, low > .zero, let currentLow = current.low,
      let currentHigh = current.high,
      let least = Self.percent(from: high, to: currentLow),
      let most = Self.percent(from: low, to: currentHigh)
    else { return nil }
    return ValueRange(low: least, high: most)
  }

  /// The change from one value to another in percent, exact to six digits after the point.
  static func percent(from base: ExactDecimal, to current: ExactDecimal) -> ExactDecimal? {
    guard let difference = current - base, let hundredfold = difference * ExactDecimal(100)
    else { return nil }
    return hundredfold.divided(by: base, scale: 6)
  }

  /// The range with the other sign.
  var negated: ValueRange { ValueRange(low: high?.negated, high: low?.negated) }
}
