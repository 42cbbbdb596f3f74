/// One way to read the characters from a position on as a number.
public struct NumeralReading: Sendable, Hashable {
  /// UTF-16 index after the numeral.
  public var end: Int
  public var amount: Amount
  /// The value where it is one exact whole number that fits `Int` and carries no approximation.
  public var integer: Int?
  /// How many characters a pure string of digit characters has (2024, 08, 二〇二四); a single 五
  /// counts as one. `nil` for every other numeral.
  public var digitCount: Int?
  /// Whether it is a scale word without a digit before it (百, 万, 百万); 十 is an ordinary ten.
  public var isBareScale: Bool
  /// Whether it is a fraction. Fractions (三分之一) are read by rules, so the scanner says `false`.
  public var isFraction: Bool

  /// - Parameter amount: decides `integer` too.
  public init(
    end: Int, amount: Amount, digitCount: Int? = nil, isBareScale: Bool = false,
    isFraction: Bool = false
  ) {
    self.end = end
    self.amount = amount
    self.integer = amount.isExactValue ? amount.min?.asInt : nil
    self.digitCount = digitCount
    self.isBareScale = isBareScale
    self.isFraction = isFraction
  }
}
