import Numerals

extension OutputBuffer {
  /// Decimal digits of the number.
  public mutating func append(_ number: Int) {
    if number < 0 { append(byte: UInt8(ascii: "-")) }
    let length = Self.digitCount(of: number.magnitude)
    fill(atMost: length) { $0.write(digitsOf: number.magnitude, length: length, at: 0) }
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

  /// The number as it describes itself, a plain decimal.
  mutating func append(_ number: ExactDecimal) {
    fill(atMost: JSONCursor.roomForNumber) { room in
      var cursor = JSONCursor(room)
      cursor.number(number)
      return cursor.position
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
