import Numerals

/// A length of time in ISO 8601 with the guideline's approximation marks: `P1.5Y`, `>=P10Y`.
public struct DurationValue: Sendable, Hashable {
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case years = "Y", months = "M", weeks = "W", days = "D"
    case hours = "TH", minutes = "TM", seconds = "TS"

    var isOfClock: Bool {
      switch self {
      case .years, .months, .weeks, .days: false
      case .hours, .minutes, .seconds: true
      }
    }

    func isFiner(than other: Unit) -> Bool {
      let order = Self.allCases
      return (order.firstIndex(of: self) ?? 0) > (order.firstIndex(of: other) ?? 0)
    }

    /// What ISO 8601 writes behind the count.
    fileprivate var letter: Unicode.Scalar {
      switch self {
      case .years: "Y"
      case .months, .minutes: "M"
      case .weeks: "W"
      case .days: "D"
      case .hours: "H"
      case .seconds: "S"
      }
    }
  }

  public struct Term: Sendable, Hashable {
    public var count: ExactDecimal
    public var unit: Unit
  }

  /// The terms as written; a second list for a range (三至五天).
  public var terms: [Term]
  public var upperTerms: [Term]?
  public var approximation: Approximation

  public init(
    terms: [Term], upperTerms: [Term]? = nil, approximation: Approximation = .exact
  ) {
    self.terms = terms
    self.upperTerms = upperTerms
    self.approximation = approximation
  }

  /// Whether value and ISO 8601 are the same.
  var isPlain: Bool { approximation == .exact && upperTerms == nil }

  /// The value of the guideline; a range is `a..b`, as ranges of amounts are.
  public var value: String {
    mark + Self.iso(terms) + (upperTerms.map { ".." + Self.iso($0) } ?? "")
  }

  /// ISO 8601 without a mark; a range is `a/b`.
  public var iso: String {
    guard let upperTerms else { return Self.iso(terms) }
    return Self.iso(terms) + "/" + Self.iso(upperTerms)
  }

  private var mark: String {
    switch approximation {
    case .exact: ""
    case .about: "~"
    case .over: ">"
    case .under: "<"
    case .atLeast: ">="
    case .atMost: "<="
    }
  }

  private static func iso(_ terms: [Term]) -> String {
    var text = "P"
    var isInClock = false
    for unit in Unit.allCases {
      guard let total = total(of: unit, in: terms) else { continue }
      if unit.isOfClock, !isInClock {
        text += "T"
        isInClock = true
      }
      if let whole = total.asInt {
        text += String(whole)
      } else {
        text += total.description
      }
      text.unicodeScalars.append(unit.letter)
    }
    return text
  }

  /// The sum of the counts of a unit; a count that makes it too long is left out.
  private static func total(of unit: Unit, in terms: [Term]) -> ExactDecimal? {
    var total: ExactDecimal?
    for term in terms where term.unit == unit {
      total = total.map { $0 + term.count ?? $0 } ?? term.count
    }
    return total
  }
}

extension DurationValue.Term {
  /// A count of a dictionary unit; quarters, centuries and 刻钟 become months, years, minutes.
  init?(_ count: ExactDecimal, designator: String) {
    let (factor, unit): (Int, DurationValue.Unit)
    switch designator {
    case "Y": (factor, unit) = (1, .years)
    case "M": (factor, unit) = (1, .months)
    case "W": (factor, unit) = (1, .weeks)
    case "D": (factor, unit) = (1, .days)
    case "TH": (factor, unit) = (1, .hours)
    case "TM": (factor, unit) = (1, .minutes)
    case "TS": (factor, unit) = (1, .seconds)
    case "Q": (factor, unit) = (3, .months)
    case "C": (factor, unit) = (100, .years)
    case "TQ": (factor, unit) = (15, .minutes)
    default: return nil
    }
    guard let product = factor == 1 ? count : count * ExactDecimal(factor) else { return nil }
    self.init(count: product, unit: unit)
  }
}
