import Numerals
import RuleEngine
import TongbaoText

/// Decides whether a number with a physical unit is an amount: 三方 and 一节 seldom are.
struct MeasureSense {
  private let match: Match
  private let surroundings: Surroundings
  private let shape: NumeralShape

  init?(_ match: Match, _ context: ConstructionContext) {
    guard let numeral = (match["n"] ?? match["half-only"])?.range else { return nil }
    self.match = match
    surroundings = Surroundings(context)
    shape = NumeralShape(numeral, in: context.text)
  }

  /// K112+300米 is a place on a road.
  private static let joiners: UnitSet = "第+"

  func reportsAmount(unit: String) -> Bool {
    if let before = surroundings.unit(before: match.range.lowerBound),
      Marks.isLatin(before) || Marks.isDigit(before) || Self.joiners.contains(before)
    {
      return false
    }
    // The rule itself has settled what the letter means: 3.5t.
    if match.rule.arguments["sure"] != nil { return true }
    return switch surroundings.value(of: unit, in: "doubtful-measure") {
    case "never": false
    case "arabic":
      shape.isPlainlyNumeric || ["before", "n2", "half", "after"].contains(where: match.has)
    default: true
    }
  }
}
