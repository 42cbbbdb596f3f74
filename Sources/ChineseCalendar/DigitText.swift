/// A short text of digits and ASCII marks, such as `2024-02-18T19:30`, that is put together piece
/// by piece and becomes a string once.
public struct DigitText: Sendable {
  /// What stands beyond is dropped. The longest value, a range of two moments, has 40 characters.
  public static let capacity = 64

  private var bytes = InlineArray<64, UInt8>(repeating: 0)
  private var count = 0

  public init() {}

  public var isEmpty: Bool { count == 0 }

  public var string: String {
    bytes.span.extracting(..<count).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// - Parameter mark: of ASCII.
  public mutating func append(_ mark: Unicode.Scalar) {
    append(byte: UInt8(truncatingIfNeeded: mark.value))
  }

  /// - Parameter text: of ASCII.
  public mutating func append(contentsOf text: String) {
    for byte in text.utf8 { append(byte: byte) }
  }

  /// A number with zeros before it, so that it has at least so many digits; a sign stands behind
  /// the zeros.
  public mutating func append(_ number: Int, width: Int = 1) {
    if width == 2, (0...99).contains(number) {
      append(pair: number)
    } else if width == 4, (0...9999).contains(number) {
      append(pair: number / 100)
      append(pair: number % 100)
    } else {
      let digits = String(number).utf8
      for _ in digits.count..<max(digits.count, width) { append(byte: 0x30) }
      for digit in digits { append(byte: digit) }
    }
  }

  /// `YYYY-MM-DD`
  public mutating func append(_ day: GregorianDay) {
    append(pair: day.year / 100)
    append(pair: day.year % 100)
    append(byte: Self.hyphen)
    append(pair: day.month)
    append(byte: Self.hyphen)
    append(pair: day.day)
  }

  /// `HH:mm:ss`
  ///
  /// - Parameter seconds: after midnight; those of a whole day are 24:00:00.
  public mutating func append(clock seconds: Int) {
    append(seconds / 3600, width: 2)
    append(byte: Self.colon)
    append(pair: seconds / 60 % 60)
    append(byte: Self.colon)
    append(pair: seconds % 60)
  }

  /// `YYYY-MM-DD`, or `YYYY-MM*-DD` in a leap month.
  public mutating func append(_ day: LunarDay) {
    append(monthOf: day)
    append(byte: Self.hyphen)
    append(day.day, width: 2)
  }

  /// `YYYY-MM`, or `YYYY-MM*` for a leap month.
  public mutating func append(monthOf day: LunarDay) {
    append(day.year, width: 4)
    append(byte: Self.hyphen)
    append(day.month, width: 2)
    if day.isLeapMonth { append("*") }
  }

  private static let hyphen = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")

  /// Two digits of a number from 0 to 99.
  @inline(__always)
  private mutating func append(pair number: Int) {
    let pair = UInt8(truncatingIfNeeded: number)
    append(byte: 0x30 + pair / 10)
    append(byte: 0x30 + pair % 10)
  }

  @inline(__always)
  private mutating func append(byte: UInt8) {
    guard count < Self.capacity else { return }
    bytes[count] = byte
    count += 1
  }
}
