import Lexicon
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
    guard let larger = units.unit(), let first = sum(.first, of: larger.name) else { return nil }
    var amount = Amount(first)
    if match.has("n2") {
      guard let second = sum(.second, of: larger.name), first < second else { return nil }
      amount = Amount(from: first, to: second)
    }
    return AmountExpression(
      amount: amounts.qualified(amount), unit: larger.name, dimension: larger.dimension)
  }

  /// What the parts of one end of a range are called.
  private struct Names {
    var whole: HashedName
    var hundredths: HashedName
    var small: HashedName
    var smaller: HashedName

    static let first = Names(
      whole: "n", hundredths: "hundredths", small: "small", smaller: "smaller")
    static let second = Names(
      whole: "n2", hundredths: "hundredths2", small: "small2", smaller: "smaller2")
  }

  private func sum(_ names: Names, of larger: String) -> ExactDecimal? {
    guard let whole = match.numeral(names.whole)?.amount.value ?? implied,
      let rest = rest(names, of: larger)
    else { return nil }
    return whole + rest
  }

  /// 米九 says 一米九.
  private var implied: ExactDecimal? { match.has("n") ? nil : ExactDecimal(1) }

  /// What stands behind the larger unit, as a part of one.
  private func rest(_ names: Names, of larger: String) -> ExactDecimal? {
    if let hundredths = match.integer(names.hundredths) { return part(hundredths, of: 100) }
    guard let small = match.integer(names.small) else { return match.has("n2") ? .zero : nil }
    if let smaller = match.integer(names.smaller) { return part(10 * small + smaller, of: 100) }
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
