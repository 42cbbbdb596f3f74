import Lexicon
import Numerals
import RuleEngine
import TongbaoText

extension Constructors {
  /// The value constructors for amounts, shares, ranks and bare numbers.
  static let quantities: [String: Constructor] = [
    "count": { match, context in
      amount(match, context, dimension: .count) { unit in
        CountSense(match, context)?.reportsAmount(unit: unit) ?? false
      }
    },
    "measure": { match, context in
      amount(match, context, dimension: nil) { unit in
        MeasureSense(match, context)?.reportsAmount(unit: unit) ?? false
      }
    },
    "compound-measure": { match, context in
      CompoundMeasure(match, context).expression().map(Expression.amount)
    },
    "money": { match, context in
      MoneyReader(match, context).expression().map(Expression.amount)
    },
    "percent": { match, context in share(match, context) { $0.plain() } },
    "percent-tenths": { match, context in share(match, context) { $0.tenths() } },
    "percent-discount": { match, context in share(match, context) { $0.discount() } },
    "percent-fraction": { match, context in share(match, context) { $0.fraction() } },
    "percent-whole": { match, context in share(match, context) { $0.whole() } },
    "percent-half": { match, context in share(match, context) { $0.half() } },
    "number-half": { match, context in share(match, context) { $0.halfNumber() } },
    "ordinal": ordinal,
    "number": { match, context in
      guard let bare = BareNumber(match, context),
        match.rule.arguments["anywhere"] == nil ? bare.standsForAmount : bare.isDetached
      else { return nil }
      return AmountReader(match, context).amount().map(number)
    },
    "number-between": { match, _ in interval(match).map(number) },
    "number-bounds": { match, context in
      bounds(match, AmountReader(match, context)).map(number)
    },
  ]

  /// An amount with its unit, where `isReported` takes it. The rule may name unit and dimension.
  private static func amount(
    _ match: Match, _ context: ConstructionContext, dimension: Dimension?,
    isReported: (_ unit: String) -> Bool
  ) -> Expression? {
    let arguments = match.rule.arguments
    let units = UnitReader(match, context)
    let named = arguments["unit"].map { UnitName(name: $0, dimension: nil) }
    guard let amount = AmountReader(match, context).amount(), let unit = named ?? units.unit(),
      let (settled, name) = units.settle(amount, unit), isReported(name.name)
    else { return nil }
    let fixed = arguments["dimension"].flatMap(Dimension.init(rawValue:))
    return .amount(
      AmountExpression(
        amount: settled, unit: name.name, dimension: fixed ?? name.dimension ?? dimension))
  }

  private static func share(
    _ match: Match, _ context: ConstructionContext,
    _ read: (ShareReader) -> AmountExpression?
  ) -> Expression? {
    // G93成渝高速 and K30%2F hold no shares.
    if let before = Surroundings(context).unit(before: match.range.lowerBound),
      Marks.isLatin(before)
    {
      return nil
    }
    return read(ShareReader(match, context)).map(Expression.amount)
  }

  private static func ordinal(_ match: Match, _ context: ConstructionContext) -> Expression? {
    guard let number = match.numeral("n")?.amount.value, OrdinalSense(match, context).isRank else {
      return nil
    }
    return .ordinal(
      OrdinalExpression(number: number, unit: UnitReader(match, context).unit()?.name))
  }

  private static func number(_ amount: Amount) -> Expression {
    .amount(AmountExpression(amount: amount, unit: nil, dimension: nil))
  }

  /// 20和30之间.
  private static func interval(_ match: Match) -> Amount? {
    guard let first = match.numeral("n")?.amount.value,
      let second = match.numeral("n2")?.amount.value, first != second
    else { return nil }
    return Amount(from: min(first, second), to: max(first, second))
  }

  /// 大于10小于20: a lower and an upper bound in either order.
  private static func bounds(_ match: Match, _ amounts: AmountReader) -> Amount? {
    guard let first = bound(match, amounts, suffix: ""),
      let second = bound(match, amounts, suffix: "2"),
      let low = first.min ?? second.min, let high = first.max ?? second.max, low < high,
      (first.min == nil) != (second.min == nil)
    else { return nil }
    return Amount(from: low, to: high)
  }

  private static func bound(
    _ match: Match, _ amounts: AmountReader, suffix: String
  ) -> Amount? {
    let (comparison, numeral): (HashedName, HashedName) = ("before", "n")
    let word = match.word(comparison + suffix).flatMap { Approximation(rawValue: $0.value) }
    guard let mark = word ?? amounts.comparison(suffix),
      let amount = match.numeral(numeral + suffix)?.amount.with(mark),
      amount.approximation != .exact
    else { return nil }
    return amount
  }
}
