import Numerals
import TongbaoText

/// An amount with its unit, as a text states it. The multiplier (万, 亿) is worked into the amount.
public struct AmountExpression: Sendable, Hashable {
  /// An amount given as a quotient of whole numbers, which no decimal may hold exactly: 三分之一.
  public struct Quotient: Sendable, Hashable {
    public var numerator: Int
    public var denominator: Int
  }

  /// Of a quotient rounded to `Quotient` places; its exact value is in `quotient`.
  public var amount: Amount
  /// The written unit in simplified script and half width; `%` and `‰` for shares; `nil` for a
  /// bare number and for a fraction of nothing named.
  public var unit: String?
  public var dimension: Dimension?
  public var quotient: Quotient?

  public init(
    amount: Amount, unit: String?, dimension: Dimension?, quotient: Quotient? = nil
  ) {
    self.amount = amount
    self.unit = unit
    self.dimension = dimension
    self.quotient = quotient
  }

  /// The canonical value of the annotation guideline: `~120 名`, `>=97%`, `1/3`, `560`.
  public var value: String {
    if let value = wholeValue { return value }
    var text = amount.canonical
    if let quotient {
      let marks = text.prefix { !$0.isNumber && $0 != "-" }
      text = "\(marks)\(quotient.numerator)/\(quotient.denominator)"
    }
    guard let unit else { return text }
    return Self.isShareSign(unit) ? text + unit : "\(text) \(unit)"
  }

  private static func isShareSign(_ unit: String) -> Bool {
    unit.utf8.elementsEqual("%".utf8) || unit.utf8.elementsEqual("‰".utf8)
  }

  /// The value of one whole number, as nearly every amount is, written in one piece.
  private var wholeValue: String? {
    guard quotient == nil, let whole = amount.value?.asInt, whole >= 0 else { return nil }
    let mark: StaticString =
      switch amount.approximation {
      case .exact: ""
      case .about: "~"
      case .over: ">"
      case .atLeast: ">="
      case .under: "<"
      case .atMost: "<="
      }
    // Two bytes for the mark, one for the blank, and no integer has more than twenty digits.
    return String(unsafeUninitializedCapacity: 23 + (unit?.utf8.count ?? 0)) { room in
      var count = mark.withUTF8Buffer { bytes in
        for index in bytes.indices { room[index] = bytes[index] }
        return bytes.count
      }
      count = Self.write(whole, to: room, at: count)
      guard let unit else { return count }
      if !Self.isShareSign(unit) {
        room[count] = UInt8(ascii: " ")
        count += 1
      }
      for byte in unit.utf8 {
        room[count] = byte
        count += 1
      }
      return count
    }
  }

  /// Writes the digits of a number and returns where they end.
  private static func write(
    _ number: Int, to room: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var unit = 1
    while number / unit >= 10 { unit *= 10 }
    var position = start
    while unit > 0 {
      room[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10)
      position += 1
      unit /= 10
    }
    return position
  }
}

/// A rank or serial number with what is counted off: 第41届.
public struct OrdinalExpression: Sendable, Hashable {
  public var number: ExactDecimal
  public var unit: String?

  public init(number: ExactDecimal, unit: String?) {
    self.number = number
    self.unit = unit
  }

  /// The canonical value of the annotation guideline: `#41 届`, `#5`.
  public var value: String {
    unit.map { "#\(number) \($0)" } ?? "#\(number)"
  }
}

/// What a mention of an amount or rank carries besides its span.
public struct QuantityFields: Sendable, Hashable {
  /// Canonical value by the annotation guideline.
  public var value: String
  public var number: Amount
  public var unit: String?
  public var dimension: Dimension?
}

/// From expressions to the fields of a mention.
public enum QuantityValue {
  /// The fields of an amount or ordinal; `nil` for any other expression.
  public static func quantityFields(of expression: Expression) -> QuantityFields? {
    switch expression {
    case .amount(let amount):
      QuantityFields(
        value: amount.value, number: amount.amount, unit: amount.unit, dimension: amount.dimension)
    case .ordinal(let ordinal):
      QuantityFields(
        value: ordinal.value, number: Amount(ordinal.number), unit: ordinal.unit, dimension: nil)
    default: nil
    }
  }
}
