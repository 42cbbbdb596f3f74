import TongbaoText

/// `date.weekday-mismatch`: a day with the wrong weekday: 2024年2月18日(星期六).
struct DateWeekdayMismatch: Check {
  static let code = "date.weekday-mismatch"

  func findings(in view: ReportView) -> [Finding] {
    view.relations.clusters.flatMap { cluster in
      cluster.assertions.filter { $0.isWeekday && !$0.holds(on: cluster.day) }.map { gloss in
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
