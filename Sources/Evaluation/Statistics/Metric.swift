/// A number that a tally gives, by the name under which reports and thresholds know it.
public struct Metric: Sendable {
  public var name: String
  /// Hits, annotated and predicted, from which F1 follows; they add up over documents.
  var counts: @Sendable (Tally) -> Counts

  struct Counts {
    /// In halves, since a partial match scores half.
    var halfHits: Int
    var total: Int

    var f1: Double? { total > 0 ? Double(halfHits) / Double(total) : nil }

    static func += (left: inout Self, right: Self) {
      left.halfHits += right.halfHits
      left.total += right.total
    }

    static func - (left: Self, right: Self) -> Self {
      Self(halfHits: left.halfHits - right.halfHits, total: left.total - right.total)
    }
  }

  public func f1(_ tally: Tally) -> Double? { counts(tally).f1 }

  /// F1 of all types under a scheme: `strict`, `exact`, `partial`, `type`.
  public static func scheme(_ scheme: MatchingScheme) -> Metric {
    Metric(name: scheme.rawValue) { Counts($0.overall[scheme]) }
  }

  /// F1 of span, type and value of all types: `value`.
  public static let value = Metric(name: "value") { Counts(value: $0.overall) }

  /// Strict F1 of a type: `date`.
  public static func type(_ type: String) -> Metric {
    Metric(name: type) { Counts(strict: $0.types[type] ?? TypeTally()) }
  }

  /// F1 of span, type and value of a type: `date.value`.
  public static func value(of type: String) -> Metric {
    Metric(name: "\(type).value") { Counts(value: $0.types[type] ?? TypeTally()) }
  }

  public static let figures = Metric(name: "figures") { tally in
    Counts(
      halfHits: 4 * tally.figures.found, total: 2 * (tally.figures.gold + tally.figures.predicted))
  }

  public static let findings = Metric(name: "findings") { tally in
    let all = tally.allFindings
    return Counts(halfHits: 4 * all.matched, total: 2 * (all.gold + all.predicted))
  }

  /// Everything for which reports give an interval.
  public static func all(in tally: Tally) -> [Metric] {
    MatchingScheme.allCases.map(scheme) + [value]
      + tally.typeNames.flatMap { [type($0), value(of: $0)] } + [figures, findings]
  }
}

extension Metric.Counts {
  fileprivate init(_ counts: OutcomeCounts) {
    // F1 = 2 · hits / (possible + actual), each in halves.
    self.init(
      halfHits: 2 * (2 * counts.correct + counts.partial),
      total: 2 * (counts.possible + counts.actual))
  }

  fileprivate init(strict tally: TypeTally) {
    self.init(
      halfHits: 4 * tally[.strict].correct, total: 2 * (tally.gold + tally.predicted))
  }

  fileprivate init(value tally: TypeTally) {
    self.init(halfHits: 4 * tally.rightValues, total: 2 * (tally.gold + tally.predicted))
  }
}
