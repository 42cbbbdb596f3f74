import TongbaoText

/// `date.lunar-mismatch`: a day whose gloss names another day of the lunar calendar, or another
/// festival or solar term: 2024年2月18日(正月初八).
///
/// Source: the lunar tables (GB/T 33661). A leap month written without 闰 is tolerated.
struct DateLunarMismatch: Check {
  static let code = "date.lunar-mismatch"

  func findings(in view: ReportView) -> [Finding] {
    view.relations.clusters.flatMap { cluster in
      cluster.assertions.filter { !$0.isWeekday && !$0.holds(on: cluster.day) }.map { gloss in
        let name = gloss.text
        let actual = gloss.corrected(for: cluster.day)
        return finding(
          at: [cluster.anchor.span, gloss.placed.span],
          "\(cluster.day) (\(cluster.text)) is \(actual), the text says \(name)",
          expected: cluster.smallestEdits().joined(separator: ", or "), found: name)
      }
    }
  }
}
