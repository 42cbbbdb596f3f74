import Numerals

extension OutputBuffer {
  /// Decimal digits of the number.
  public mutating func append(_ number: Int) {
    if number < 0 { append(byte: UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude, atLeast: 1)
  }

  /// Digits of a number, with zeros before them up to a width.
  private mutating func append(digitsOf number: UInt, atLeast width: Int) {
    var digits = 1
    var rest = number / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    let length = max(digits, width)
    fill(atMost: length) { room in
      var rest = number
      for position in stride(from: length - 1, through: 0, by: -1) {
        room[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return length
    }
  }

  /// The number as it describes itself, a plain decimal; most need no string for it.
  mutating func append(_ number: ExactDecimal) {
    guard let coefficient = Int(exactly: number.coefficient), -18...18 ~= number.exponent else {
      return append(number.description)
    }
    if number.exponent >= 0 {
      append(coefficient)
      for _ in 0..<number.exponent { append(byte: UInt8(ascii: "0")) }
    } else {
      if coefficient < 0 { append(byte: UInt8(ascii: "-")) }
      // 10^18 is less than 2^64.
      let unit = (0..<(-number.exponent)).reduce(UInt(1)) { power, _ in power * 10 }
      let (whole, fraction) = coefficient.magnitude.quotientAndRemainder(dividingBy: unit)
      append(digitsOf: whole, atLeast: 1)
      append(byte: UInt8(ascii: "."))
      append(digitsOf: fraction, atLeast: -number.exponent)
    }
  }
}
