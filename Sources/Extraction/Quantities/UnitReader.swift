import Lexicon
import Numerals
import RuleEngine
import TongbaoText

/// A unit as the value spells it.
struct UnitName {
  var name: String
  var dimension: Dimension?
}

/// Reads the unit of a match, and keeps numeral and unit apart where the text runs them together.
struct UnitReader {
  let match: Match
  let surroundings: Surroundings

  init(_ match: Match, _ context: ConstructionContext) {
    self.match = match
    surroundings = Surroundings(context)
  }

  /// The unit under that part name: the value of a dictionary entry, else the characters.
  func unit(_ name: HashedName = "unit") -> UnitName? {
    guard let part = match[name] else { return nil }
    if case .word(let entry) = part.content {
      return UnitName(
        name: entry.ownName, dimension: Dimension(unitClass: entry.hashedClass))
    }
    let written = surroundings.string(part.range).filter { $0 != " " }
    return UnitName(name: written, dimension: nil)
  }

  /// Moves a multiplier to where the value wants it: 万 from the unit into the amount (58 万人次 is
  /// 580,000 人次), 千 from the numeral into a metric unit (6千|字节 is 6 千字节).
  func settle(_ amount: Amount, _ unit: UnitName) -> (Amount, UnitName)? {
    var unit = unit
    if let (exponent, rest) = Self.multiplier(of: unit.name) {
      guard let factor = AmountReader.power(exponent), let product = amount.scaled(by: factor)
      else { return nil }
      unit.name = rest
      return (product, unit)
    }
    guard let (exponent, prefix) = metricPrefix, unit.dimension != .count, unit.dimension != .money,
      let metric = surroundings.value(of: prefix + unit.name, in: unitClass(of: unit)),
      let factor = AmountReader.power(-exponent), let quotient = amount.scaled(by: factor)
    else { return (amount, unit) }
    unit.name = metric
    return (quotient, unit)
  }

  private func unitClass(of unit: UnitName) -> HashedName {
    "unit-" + (unit.dimension?.rawValue ?? "other")
  }

  /// The scale word at the end of the numeral that a metric unit may claim as its prefix: 六千, 12兆.
  /// 三万五千 is a numeral as a whole and gives nothing away.
  private var metricPrefix: (exponent: Int, word: String)? {
    guard let range = match.range(of: "n"), range.count > 1, !match.has("n2") else { return nil }
    let rest = surroundings.text[range.lowerBound..<range.upperBound - 1]
    return switch surroundings.text[range.upperBound - 1] {
    case Marks.unit("千"): rest.contains(where: Self.scales.contains) ? nil : (3, "千")
    case Marks.unit("兆"): (12, "兆")
    default: nil
    }
  }

  private static let scales: UnitSet = "百千万亿"

  /// 万人次 → (4, 人次), 百万美元 → (6, 美元); `nil` where the first character belongs to the unit
  /// itself (千克, 百帕, 百分点).
  private static func multiplier(of unit: String) -> (Int, String)? {
    // Nearly no unit begins so, and characters are slow to read.
    guard let first = unit.utf16.first, multipliers.contains(first) else { return nil }
    var exponent = 0
    var rest = Substring(unit)
    while let first = rest.first, let power = powers[first] {
      exponent += power
      rest = rest.dropFirst()
    }
    guard exponent > 0, !rest.isEmpty else { return nil }
    let isMultiplier =
      exponent >= 4 || countedByThousands.contains(String(rest))
      || (exponent < 3 && countedByHundreds.contains(String(rest)))
    return isMultiplier ? (exponent, String(rest)) : nil
  }

  private static let multipliers: UnitSet = "十百千万亿"
  private static let powers: [Character: Int] = ["十": 1, "百": 2, "千": 3, "万": 4, "亿": 8]
  private static let countedByThousands: Set<String> = ["元", "人", "人次", "吨"]
  private static let countedByHundreds: Set<String> = ["克", "米"]
}

extension Dimension {
  /// The dimension of the units of a dictionary class: mass of `unit-mass`.
  init?(unitClass: HashedName) {
    for (name, dimension) in Self.unitClasses where name == unitClass {
      self = dimension
      return
    }
    return nil
  }

  private static let unitClasses: [(HashedName, Dimension)] = allCases.map {
    ("unit-" + $0.rawValue, $0)
  }
}
