import Numerals

extension OutputBuffer {
  /// Decimal digits of the number.
  public mutating func append(_ number: Int) {
    if number < 0 { append(byte: UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude, atLeast: 1)
  }

  /// How many decimal digits a number has.
  @inline(__always)
  static func digitCount(of number: UInt) -> Int {
    if number < 10 { return 1 }
    if number < 100 { return 2 }
    if number < 1000 { return 3 }
    var digits = 4
    var rest = number / 10_000
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return digits
  }

  /// Digits of a number, with zeros before them up to a width.
  private mutating func append(digitsOf number: UInt, atLeast width: Int) {
    let length = max(Self.digitCount(of: number), width)
    fill(atMost: length) { $0.write(digitsOf: number, length: length, at: 0) }
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

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes so many digits of a number to a place that has room for them and returns where they
  /// end.
  @inline(__always)
  func write(digitsOf number: UInt, length: Int, at start: Int) -> Int {
    var rest = number
    var position = start + length
    while position > start {
      position -= 1
      self[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return start + length
  }
}
