import ChineseCalendar

/// A month and day without a year, with the glosses that constrain the year.
struct UndatedCluster {
  let anchor: PlacedMention
  private let text: String
  let month: Int
  let day: Int
  let assertions: [DayAssertion]

  /// Leaves the year of a dated cluster open.
  init(_ cluster: DateCluster) {
    anchor = cluster.anchor
    text = cluster.text
    month = cluster.day.month
    day = cluster.day.day
    assertions = cluster.assertions
  }

  /// Reads the anchor's value `XXXX-02-18`.
  init?(anchor: PlacedMention, text: String, value: String, assertions: [DayAssertion]) {
    let parts = value.prefix { $0 != "T" }.split(separator: "-")
    guard parts.count == 3, parts[0] == "XXXX", let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.anchor = anchor
    self.text = text
    self.month = month
    self.day = day
    self.assertions = assertions
  }

  /// Which glosses hold in a year; on a day that the year lacks, none.
  fileprivate func held(in year: Int) -> [Bool] {
    guard let day = GregorianDay(year: year, month: month, day: day) else {
      return assertions.map { _ in false }
    }
    return assertions.map { $0.holds(on: day) }
  }

  /// How many days off the glosses are in a year, together.
  fileprivate func distance(in year: Int) -> Int {
    guard let day = GregorianDay(year: year, month: month, day: day) else { return .max / 64 }
    return assertions.reduce(0) { $0 + ($1.distance(from: day) ?? 400) }
  }

  fileprivate func dated(in year: Int) -> DateCluster? {
    GregorianDay(year: year, month: month, day: day).map {
      DateCluster(anchor: anchor, text: text, day: $0, assertions: assertions)
    }
  }
}

/// Finds the year that the undated days of one report share.
///
/// Each gloss is a constraint on the year. Where some year satisfies all of them nothing is wrong.
/// Where none does, but all the best years fail the same single gloss, that gloss is the error; of
/// several such years the one is meant in which it is off the least.
enum YearSolver {
  /// Years that reports of today can speak of.
  static let years = 1990...2040
  /// The most days by which a misprinted gloss is off.
  private static let nearby = 3

  /// The clusters as days of the best year, or nothing where the text leaves it open.
  ///
  /// - Parameter stated: years that the report itself names; others are not tried then, and one
  ///   gloss is enough if it is off by little.
  static func resolve(_ clusters: [UndatedCluster], stated: Set<Int> = []) -> [DateCluster] {
    let glosses = clusters.reduce(0) { $0 + $1.assertions.count }
    guard stated.isEmpty ? clusters.count > 1 && glosses > 2 : glosses > 0 else { return [] }
    let outcomes = (stated.isEmpty ? Array(years) : stated.sorted()).map { year in
      (year: year, held: clusters.map { $0.held(in: year) })
    }
    let best = outcomes.filter { $0.held.joined().count { !$0 } == 1 }
    guard let first = best.first, best.allSatisfy({ $0.held == first.held }),
      !outcomes.contains(where: { $0.held.joined().allSatisfy { $0 } }),
      let year = best.map(\.year).reversed().min(by: {
        distance(of: clusters, in: $0) < distance(of: clusters, in: $1)
      })
    else { return [] }
    guard stated.isEmpty || distance(of: clusters, in: year) <= nearby else { return [] }
    return clusters.compactMap { $0.dated(in: year) }
  }

  private static func distance(of clusters: [UndatedCluster], in year: Int) -> Int {
    clusters.reduce(0) { $0 + $1.distance(in: year) }
  }
}
