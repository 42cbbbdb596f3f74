import Numerals
import RuleEngine
import TongbaoText

/// Reads percentages, tenths and fractions.
struct ShareReader {
  let match: Match
  private let amounts: AmountReader
  /// What a fraction is a fraction of: 四分之一升.
  private let unit: UnitName?

  init(_ match: Match, _ context: ConstructionContext) {
    self.match = match
    amounts = AmountReader(match, context)
    unit = UnitReader(match, context).unit()
  }

  /// A number with a unit of shares that the rule names: `percent(unit=%)`, `percent(unit=倍)`.
  func plain() -> AmountExpression? {
    guard let unit = match.rule.arguments["unit"], let amount = amounts.amount() else { return nil }
    return AmountExpression(amount: amount, unit: unit, dimension: .ratio)
  }

  /// 五成二 is 52%, 三至五成 is 30–50%; `tenths` are the further digit, to which `half-tenth` adds
  /// a half: 一成二半 is 12.5%.
  func tenths() -> AmountExpression? {
    guard var amount = amounts.amount()?.scaled(by: ExactDecimal(10)) else { return nil }
    if let further = match.integer("tenths") {
      let half = match.has("half-tenth") ? AmountReader.half : .zero
      guard let value = amount.value, let rest = ExactDecimal(further) + half,
        let sum = value + rest
      else { return nil }
      amount = amounts.qualified(Amount(sum))
    }
    return AmountExpression(amount: amount, unit: "%", dimension: .ratio)
  }

  /// A discount: 八折 is 80%, 八五折 is 85%.
  func discount() -> AmountExpression? {
    guard let amount = amounts.amount(), let value = amount.value, value > .zero else { return nil }
    let isWhole = value > ExactDecimal(10) && value < ExactDecimal(100)
    guard isWhole || !(value > ExactDecimal(10)),
      let share = isWhole ? amount : amount.scaled(by: ExactDecimal(10))
    else { return nil }
    return AmountExpression(amount: share, unit: "%", dimension: .ratio)
  }

  /// 百分之百.
  func whole() -> AmountExpression? {
    AmountExpression(amount: Amount(100), unit: "%", dimension: .ratio)
  }

  /// `denominator` 分之 `n`, with `whole` before 又. Thousandths are ‰; other quotients stay exact.
  func fraction() -> AmountExpression? {
    guard let reading = match.numeral("denominator"), var denominator = reading.amount.value?.asInt,
      denominator != 0, denominator > Int.min, var part = match.numeral("n")?.amount.value
    else { return nil }
    if reading.isBareScale, denominator == 1000, let amount = amounts.amount() {
      return AmountExpression(amount: amount, unit: "‰", dimension: .ratio)
    }
    if denominator < 0 { (denominator, part) = (-denominator, part.negated) }
    guard let fraction = part.divided(by: ExactDecimal(denominator), scale: Self.places) else {
      return nil
    }
    guard let numerator = part.asInt else {
      return AmountExpression(
        amount: amounts.qualified(Amount(fraction)), unit: nil, dimension: .ratio)
    }
    return quotient(numerator, denominator, fraction)
  }

  /// Places after the point to which a quotient is rounded where a decimal is wanted.
  static let places = 18

  private func quotient(
    _ numerator: Int, _ denominator: Int, _ fraction: ExactDecimal
  ) -> AmountExpression? {
    guard match.has("whole") else {
      return AmountExpression(
        amount: amounts.qualified(Amount(fraction)), unit: unit?.name,
        dimension: unit?.dimension ?? .ratio,
        quotient: .init(numerator: numerator, denominator: denominator))
    }
    guard let whole = match.integer("whole"),
      let sum = ExactDecimal(whole) + (whole < 0 ? fraction.negated : fraction)
    else { return nil }
    let (product, overflows) = whole.multipliedReportingOverflow(by: denominator)
    let (total, carries) = product.addingReportingOverflow(whole < 0 ? -numerator : numerator)
    guard !overflows, !carries else { return nil }
    return AmountExpression(
      amount: amounts.qualified(Amount(sum)), unit: nil, dimension: .ratio,
      quotient: .init(numerator: total, denominator: denominator))
  }

  /// 一半, 过半: a word for 50%, as 五成 is.
  func half() -> AmountExpression? {
    AmountExpression(
      amount: amounts.qualified(Amount(ExactDecimal(50))), unit: "%", dimension: .ratio)
  }

  /// 半个: the quotient itself.
  func halfNumber() -> AmountExpression? {
    AmountExpression(
      amount: amounts.qualified(Amount(AmountReader.half)), unit: nil, dimension: .ratio,
      quotient: .init(numerator: 1, denominator: 2))
  }
}
