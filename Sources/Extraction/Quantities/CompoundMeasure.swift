import Numerals
import RuleEngine
import TongbaoText

/// An amount in two units of one kind, 六斤八两, 一米八; valued in the larger one.
///
/// The dictionary class `smaller-unit` gives for `larger/smaller` how many of the smaller make one
/// of the larger; a digit without a unit is a tenth.
struct CompoundMeasure {
  private let match: Match
  private let units: UnitReader
  private let amounts: AmountReader

  init(_ match: Match, _ context: ConstructionContext) {
    self.match = match
    units = UnitReader(match, context)
    amounts = AmountReader(match, context)
  }

  func expression() -> AmountExpression? {
    let larger = units.unit()
    guard let larger, let whole = match.numeral("n")?.amount.value ?? implied,
      let rest = rest(of: larger.name), let sum = whole + rest
    else { return nil }
    return AmountExpression(
      amount: amounts.qualified(Amount(sum)), unit: larger.name, dimension: larger.dimension)
  }

  /// 米九 says 一米九.
  private var implied: ExactDecimal? { match.has("n") ? nil : ExactDecimal(1) }

  /// What stands behind the larger unit, as a part of one.
  private func rest(of larger: String) -> ExactDecimal? {
    if let hundredths = match.integer("hundredths") { return part(hundredths, of: 100) }
    guard let small = match.integer("small") else { return nil }
    if let smaller = match.integer("smaller") { return part(10 * small + smaller, of: 100) }
    return ratio(of: larger).flatMap { part(small, of: $0) }
  }

  private func part(_ small: Int, of ratio: Int) -> ExactDecimal? {
    guard 0 < small, small < ratio else { return nil }
    return ExactDecimal(small).divided(by: ExactDecimal(ratio), scale: 6)
  }

  private func ratio(of larger: String) -> Int? {
    guard let smaller = units.unit("unit2") else { return 10 }
    return units.surroundings.value(of: "\(larger)/\(smaller.name)", in: "smaller-unit").flatMap(
      Int.init)
  }
}
