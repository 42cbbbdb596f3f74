import ChineseCalendar

/// A month and day without a year, with the glosses that constrain the year.
struct UndatedCluster {
  let anchor: PlacedMention
  let month: Int
  let day: Int
  let assertions: [DayAssertion]

  /// Reads the anchor's value `XXXX-02-18`.
  init?(anchor: PlacedMention, assertions: [DayAssertion]) {
    let parts = anchor.value.prefix { $0 != "T" }.split(separator: "-")
    guard parts.count == 3, parts[0] == "XXXX", let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.anchor = anchor
    self.month = month
    self.day = day
    self.assertions = assertions
  }

  func held(in year: Int) -> [Bool] {
    guard let day = GregorianDay(year: year, month: month, day: day) else {
      return assertions.map { _ in false }
    }
    return assertions.map { $0.holds(on: day) }
  }
}

/// Finds the year that the undated days of one report share.
///
/// Each gloss is a constraint on the year. Where some year satisfies all of them nothing is wrong.
/// Where none does, but all the best years fail the same single gloss, that gloss is the error.
enum YearSolver {
  /// Years that reports of today can speak of.
  static let years = 1990...2040

  /// The clusters as days of the latest best year, or nothing where the text leaves it open.
  static func resolve(_ clusters: [UndatedCluster]) -> [DateCluster] {
    guard clusters.count > 1 else { return [] }
    let outcomes = years.map { year in (year, clusters.map { $0.held(in: year) }) }
    let scored = outcomes.map { ($0.0, $0.1, failures: $0.1.joined().count { !$0 }) }
    guard let best = scored.last(where: { $0.failures == 1 }),
      !scored.contains(where: { $0.failures == 0 }), best.1.joined().count > 2,
      scored.allSatisfy({ $0.failures > 1 || $0.1 == best.1 })
    else { return [] }
    return clusters.compactMap { cluster in
      GregorianDay(year: best.0, month: cluster.month, day: cluster.day).map {
        DateCluster(anchor: cluster.anchor, day: $0, assertions: cluster.assertions)
      }
    }
  }
}
