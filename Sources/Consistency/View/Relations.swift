import ChineseCalendar

/// The relations between the mentions of a report that more than one check asks for.
struct Relations {
  var roles = AmountRoles()
  var clusters: [DateCluster] = []
  var comparisons: [Comparison] = []
  var partLists: [PartList] = []
  var indicators: [Indicator] = []
  /// The indicator of each amount, by its index.
  var figures: [Indicator?] = []
  /// Amounts that stand beside another one as its part, or as what it is compared with and without
  /// a time of its own, by index.
  var subordinateAmounts: Set<Int> = []

  init() {}

  /// Finds all of them. Linear in the mentions.
  init(of view: ReportView, festivals: FestivalTable) {
    clusters = DateCluster.all(in: view, festivals: festivals)
    roles = AmountRoles(in: view)
    indicators = Indicator.all(in: view)
    figures = Array(repeating: nil, count: view.quantities.count)
    for indicator in indicators where figures[indicator.quantity.index] == nil {
      figures[indicator.quantity.index] = indicator
    }
    comparisons = ComparisonFinder(view: view, roles: roles, figures: figures).comparisons()
    partLists = PartList.all(in: view)
    subordinateAmounts = Set(partLists.flatMap { $0.parts.map(\.index) })
    for comparison in comparisons {
      guard let base = comparison.base?.index, !hasOwnPeriod(base, comparison) else { continue }
      subordinateAmounts.insert(base)
    }
  }

  private func hasOwnPeriod(_ base: Int, _ comparison: Comparison) -> Bool {
    guard let own = figures[base]?.period, !own.isEmpty, let current = comparison.current else {
      return false
    }
    return own != figures[current.index]?.period
  }
}
