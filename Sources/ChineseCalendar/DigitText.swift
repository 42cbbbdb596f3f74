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
      append(digit: number / 10)
      append(digit: number % 10)
    } else if width == 4, (0...9999).contains(number) {
      append(digit: number / 1000)
      append(digit: number / 100 % 10)
      append(digit: number / 10 % 10)
      append(digit: number % 10)
    } else {
      let digits = String(number).utf8
      for _ in digits.count..<max(digits.count, width) { append(digit: 0) }
      for digit in digits { append(byte: digit) }
    }
  }

  /// `YYYY-MM-DD`
  public mutating func append(_ day: GregorianDay) {
    append(day.year, width: 4)
    append("-")
    append(day.month, width: 2)
    append("-")
    append(day.day, width: 2)
  }

  /// `YYYY-MM-DD`, or `YYYY-MM*-DD` in a leap month.
  public mutating func append(_ day: LunarDay) {
    append(monthOf: day)
    append("-")
    append(day.day, width: 2)
  }

  /// `YYYY-MM`, or `YYYY-MM*` for a leap month.
  public mutating func append(monthOf day: LunarDay) {
    append(day.year, width: 4)
    append("-")
    append(day.month, width: 2)
    if day.isLeapMonth { append("*") }
  }

  @inline(__always)
  private mutating func append(digit: Int) {
    append(byte: 0x30 + UInt8(truncatingIfNeeded: digit))
  }

  @inline(__always)
  private mutating func append(byte: UInt8) {
    guard count < Self.capacity else { return }
    bytes[count] = byte
    count += 1
  }
}
