import Numerals

/// A length of time in ISO 8601 with the guideline's approximation marks: `P1.5Y`, `>=P10Y`.
public struct DurationValue: Sendable, Hashable {
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case years = "Y", months = "M", weeks = "W", days = "D"
    case hours = "TH", minutes = "TM", seconds = "TS"

    var isOfClock: Bool { rawValue.hasPrefix("T") }
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
      let counts = terms.filter { $0.unit == unit }.map(\.count)
      guard let first = counts.first else { continue }
      let total = counts.dropFirst().reduce(first) { $0 + $1 ?? $0 }
      if unit.isOfClock, !isInClock {
        text += "T"
        isInClock = true
      }
      text += total.description + String(unit.rawValue.suffix(1))
    }
    return text
  }
}

extension DurationValue.Term {
  /// A count of a dictionary unit; quarters, centuries and 刻钟 become months, years, minutes.
  init?(_ count: ExactDecimal, designator: String) {
    let factors: [String: (Int, DurationValue.Unit)] = [
      "Q": (3, .months), "C": (100, .years), "TQ": (15, .minutes),
    ]
    if let unit = DurationValue.Unit(rawValue: designator) {
      self.init(count: count, unit: unit)
    } else if let (factor, unit) = factors[designator],
      let product = count * ExactDecimal(factor)
    {
      self.init(count: product, unit: unit)
    } else {
      return nil
    }
  }
}
