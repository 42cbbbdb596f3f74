import Lexicon
import Numerals
import RuleEngine
import TongbaoText

/// Reads sums of money, with a currency before or behind and smaller coins: 新台币3万元, 三块五.
///
/// | part | what it is |
/// | --- | --- |
/// | `currency` | a currency before the number; its value is the unit |
/// | `unit` | the unit behind the number |
/// | `jiao`, `fen` | the number of tenths and hundredths |
/// | `jiao2`, `fen2` | the same of a range's second end |
struct MoneyReader {
  let match: Match
  private let amounts: AmountReader
  private let units: UnitReader

  init(_ match: Match, _ context: ConstructionContext) {
    self.match = match
    amounts = AmountReader(match, context)
    units = UnitReader(match, context)
  }

  func expression() -> AmountExpression? {
    guard let amount = sum(), let unit = units.unit() ?? fallbackUnit, isMoney(unit.name),
      let (settled, settledUnit) = units.settle(amount, unit)
    else { return nil }
    var name = Self.unified[settledUnit.name] ?? settledUnit.name
    if let currency = match.word("currency"), name == "元" { name = currency.value }
    return AmountExpression(amount: settled, unit: name, dimension: .money)
  }

  /// 5块 are pieces and 3分 minutes, unless a currency, a coin or the rule says that they are money.
  private func isMoney(_ unit: String) -> Bool {
    !units.surroundings.isWord(unit, of: "doubtful-money") || match.rule.arguments["sure"] != nil
      || ["currency", "jiao", "fen"].contains(where: match.has)
  }

  /// A sign before the number needs no unit behind it: $500.
  private var fallbackUnit: UnitName? {
    match.word("currency").map { UnitName(name: $0.value, dimension: .money) }
  }

  /// Ways to say 元.
  private static let unified = [
    "人民币": "元", "元人民币": "元", "元钱": "元", "块": "元", "个": "元", "块钱": "元", "圆": "元",
    "￥": "元", "¥": "元", "CNY": "元", "RMB": "元", "毛": "角", "毛钱": "角", "分钱": "分",
    "日圆": "日元", "台币": "新台币",
  ]

  private static let tenths: Set<String> = ["角", "毛", "毫"]

  /// The sum with its coins: 十块|三毛.
  private func sum() -> Amount? {
    guard match.has("jiao") || match.has("fen") || match.has("jiao2") else {
      return amounts.amount()
    }
    guard let first = coins(of: "n", "jiao", "fen") else { return nil }
    guard match.has("n2") else { return amounts.qualified(Amount(first)) }
    guard let second = coins(of: "n2", "jiao2", "fen2"), first < second else { return nil }
    return amounts.qualified(Amount(from: first, to: second))
  }

  private func coins(of whole: HashedName, _ tenths: HashedName, _ hundredths: HashedName)
    -> ExactDecimal?
  {
    guard var sum = match.numeral(whole)?.amount.value else { return nil }
    // 一角二分: ten 分 make a 角, a hundred make a 元.
    let fen = units.unit().map { Self.tenths.contains($0.name) } == true ? -1 : -2
    for (name, exponent) in [(tenths, -1), (hundredths, fen)] {
      guard let coins = match.integer(name) else { continue }
      guard (0...99).contains(coins), let factor = AmountReader.power(exponent),
        let value = ExactDecimal(coins) * factor, let next = sum + value
      else { return nil }
      sum = next
    }
    return sum
  }
}
