import ChineseCalendar
import TongbaoText

/// A Gregorian day and all the glosses that the text gives it: 2月18日(正月初九,星期日).
struct DateCluster {
  let anchor: PlacedMention
  /// The anchor as it is written.
  let text: String
  let day: GregorianDay
  let assertions: [DayAssertion]

  /// The smallest sets of edits that make everything agree, each as one phrase.
  ///
  /// The written day and each gloss are one edit each. Every day within half a year, and the same
  /// day of the year before and after, is tried; of equally small sets the one that keeps the day
  /// and those that move it least are named.
  func smallestEdits() -> [String] {
    // Another day is one edit at least, so a near day on which all glosses hold is never beaten.
    if let distance = (1...Self.reach).first(where: { holdsAll(at: -$0) || holdsAll(at: $0) }) {
      let moved = [-distance, distance].filter(holdsAll).compactMap { day.adding(days: $0) }
      return ((cost(of: day) == 1 ? [day] : []) + moved).map(edit)
    }
    let costs = candidates().map { (day: $0, cost: cost(of: $0)) }
    guard let least = costs.map(\.cost).min() else { return [] }
    let best = costs.filter { $0.cost == least }.map(\.day)
    var edits = best.filter { $0 == day }.map(edit)
    let moved = best.filter { $0 != day }
    if let distance = moved.map({ abs(day.days(until: $0)) }).min() {
      edits += moved.filter { abs(day.days(until: $0)) == distance }.map(edit)
    }
    return edits
  }

  private static let reach = 190

  private func holdsAll(at distance: Int) -> Bool {
    guard let candidate = day.adding(days: distance) else { return false }
    return assertions.allSatisfy { $0.holds(on: candidate) }
  }

  private func candidates() -> [GregorianDay] {
    let near = (-Self.reach...Self.reach).compactMap { day.adding(days: $0) }
    let otherYears = [-1, 1].compactMap {
      GregorianDay(year: day.year + $0, month: day.month, day: day.day)
    }
    return near + otherYears
  }

  private func cost(of candidate: GregorianDay) -> Int {
    (candidate == day ? 0 : 1) + assertions.count { !$0.holds(on: candidate) }
  }

  private func edit(to candidate: GregorianDay) -> String {
    var changes: [String] = []
    if candidate != day {
      let year = candidate.year == day.year ? "" : "\(candidate.year)年"
      changes.append("\(text) → \(year)\(candidate.month)月\(candidate.day)日")
    }
    for assertion in assertions where !assertion.holds(on: candidate) {
      changes.append("\(assertion.text) → \(assertion.corrected(for: candidate))")
    }
    return changes.joined(separator: " + ")
  }
}

// MARK: - Finding the clusters of a report

extension DateCluster {
  /// All clusters in text order. Linear in the mentions.
  static func all(in view: ReportView, names: DayNames) -> [DateCluster] {
    guard var finder = ClusterFinder(view: view, names: names) else { return [] }
    return finder.clusters()
  }
}
