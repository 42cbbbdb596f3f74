import Numerals
import Testing

private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

@Suite("Exact decimals")
struct ExactDecimalTests {
  @Test(
    "Text is read and written without separators or exponent",
    arguments: [
      ("0", "0"), ("-0", "0"), ("007", "7"), ("12.50", "12.5"), ("-0.05", "-0.05"), ("+3", "3"),
      ("18370000000", "18370000000"), ("0.001", "0.001"), ("100", "100"),
      ("-120.5", "-120.5"), ("9223372036854775807", "9223372036854775807"),
      ("-9223372036854775808", "-9223372036854775808"),
      ("0.000000000000000000000001", "0.000000000000000000000001"),
      ("120000000000000000000000000", "120000000000000000000000000"),
      ("12345678901234567890123.5", "12345678901234567890123.5"),
    ])
  func text(input: String, output: String) throws {
    #expect(try decimal(input).description == output)
  }

  @Test(
    "What is no plain decimal is refused",
    arguments: [
      "", "-", ".", ".5", "5.", "1e5", "1,000", "1.2.3", "一", " 1", "--1",
      "999999999999999999999999999999999999999999",
    ])
  func refused(input: String) {
    #expect(ExactDecimal(input) == nil)
  }

  @Test("Values are equal whatever zeros they were written with")
  func equality() throws {
    #expect(try decimal("1.500") == decimal("1.5"))
    #expect(
      ExactDecimal(coefficient: 1500, exponent: -3) == ExactDecimal(coefficient: 15, exponent: -1))
    #expect(ExactDecimal(coefficient: 0, exponent: 77) == ExactDecimal.zero)
    #expect(try decimal("100").hashValue == ExactDecimal(100).hashValue)
  }

  @Test(
    "Order is by value",
    arguments: [
      ("-2", "-1.5"), ("-1", "0"), ("0", "0.001"), ("9.99", "10"), ("0.5", "5"), ("1", "1.0000001"),
      ("99999999999999999999999999999999999999", "170000000000000000000000000000000000000"),
    ])
  func order(lesser: String, greater: String) throws {
    #expect(try decimal(lesser) < decimal(greater))
    #expect(try !(decimal(greater) < decimal(lesser)))
  }

  @Test("Sums, differences and products are exact")
  func arithmetic() throws {
    #expect(try decimal("0.1") + decimal("0.2") == decimal("0.3"))
    #expect(try decimal("1") - decimal("0.999") == decimal("0.001"))
    #expect(try decimal("1.25") * decimal("80000") == decimal("100000"))
    #expect(try decimal("5").negated == decimal("-5"))
    #expect(try decimal("-5").magnitude == decimal("5"))
  }

  @Test("Overflow is nil, never a trap")
  func overflow() throws {
    let huge = try #require(ExactDecimal(coefficient: .max, exponent: 0))
    #expect(huge + ExactDecimal(1) == nil)
    #expect(huge.negated - ExactDecimal(1) == nil)
    #expect(huge * huge == nil)
    #expect(ExactDecimal(coefficient: .min, exponent: 0) == nil)
    #expect(ExactDecimal(coefficient: 1, exponent: 5000) == nil)
    #expect(ExactDecimal(coefficient: 10, exponent: .max) == nil)
    #expect(huge.divided(by: ExactDecimal(1), scale: 3) == nil)
    #expect(ExactDecimal(7).divided(by: ExactDecimal(3), scale: .max) == nil)
    #expect(ExactDecimal(7).rounded(scale: .min) == nil)
  }

  @Test(
    "Quotients round half to even",
    arguments: [
      ("1", "3", 2, "0.33"), ("2", "3", 2, "0.67"), ("1", "8", 2, "0.12"), ("3", "8", 2, "0.38"),
      ("-1", "8", 2, "-0.12"), ("-3", "8", 2, "-0.38"), ("5", "2", 0, "2"), ("7", "2", 0, "4"),
      ("2000", "30", 1, "66.7"), ("0.3", "0.1", 0, "3"), ("1", "2", 0, "0"), ("-2", "3", 0, "-1"),
    ])
  func quotients(dividend: String, divisor: String, scale: Int, quotient: String) throws {
    #expect(try decimal(dividend).divided(by: decimal(divisor), scale: scale) == decimal(quotient))
  }

  @Test("Nothing is divided by zero")
  func zeroDivisor() {
    #expect(ExactDecimal(1).divided(by: .zero, scale: 2) == nil)
  }

  @Test("Only whole numbers in range are integers")
  func integers() throws {
    #expect(try decimal("120").asInt == 120)
    #expect(try decimal("0.5").asInt == nil)
    #expect(try decimal("99999999999999999999").asInt == nil)
    #expect(ExactDecimal(.min).asInt == .min)
    #expect(try decimal("2.345").rounded(scale: 2) == decimal("2.34"))
    #expect(ExactDecimal(150).rounded(scale: -2) == ExactDecimal(200))
  }
}

@Suite("Amounts")
struct AmountTests {
  @Test(
    "A qualifier decides which end is said",
    arguments: [
      (Approximation.exact, "560"), (.about, "~560"), (.over, ">560"), (.atLeast, ">=560"),
      (.under, "<560"), (.atMost, "<=560"),
    ])
  func canonical(approximation: Approximation, text: String) {
    #expect(Amount(560).with(approximation).canonical == text)
  }

  @Test("Ranges keep both ends or the nearer one")
  func ranges() {
    let range = Amount(from: ExactDecimal(20), to: ExactDecimal(30))
    #expect(range.canonical == "20..30")
    #expect(range.with(.about).canonical == "~20..30")
    #expect(range.with(.over).canonical == ">20")
    #expect(range.with(.atMost).canonical == "<=30")
    #expect(range.negated.canonical == "-30..-20")
    #expect(range.value == nil)
  }

  @Test("A bound stays the bound that it is")
  func bounds() {
    let over = Amount(30).with(.over)
    #expect(over.with(.about) == over)
    #expect(over.with(.exact) == over)
    #expect(over.negated.canonical == "<-30")
    #expect(Amount(10).with(.about).with(.over).canonical == ">10")
  }

  @Test("A factor multiplies every end")
  func scaling() throws {
    let factor = ExactDecimal(10_000)
    #expect(Amount(3).with(.over).scaled(by: factor)?.canonical == ">30000")
    #expect(
      Amount(from: ExactDecimal(2), to: ExactDecimal(3)).scaled(by: factor)?.canonical
        == "20000..30000")
    #expect(Amount(3).scaled(by: .zero) == nil)
    let huge = try #require(ExactDecimal(coefficient: .max, exponent: 0))
    #expect(Amount(huge).scaled(by: huge) == nil)
  }
}
