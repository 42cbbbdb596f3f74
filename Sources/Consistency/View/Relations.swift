import ChineseCalendar

/// The relations between the mentions of a report that more than one check asks for.
struct Relations {
  var roles = AmountRoles()
  var clusters: [DateCluster] = []
  var comparisons: [Comparison] = []
  var partLists: [PartList] = []
  var indicators: [Indicator] = []
  /// For each amount the position of its indicator, or -1.
  private var indicatorOfAmount: [Int] = []
  /// By the index of the amount: whether it stands beside another one as its part, or as what it is
  /// compared with and without a time of its own.
  private(set) var isSubordinate: [Bool] = []

  init() {}

  /// Finds all of them. Linear in the mentions.
  init(of view: ReportView, names: DayNames) {
    clusters = DateCluster.all(in: view, names: names)
    roles = AmountRoles(in: view)
    indicators = Indicator.all(in: view)
    indicatorOfAmount = Array(repeating: -1, count: view.quantities.count)
    for position in indicators.indices
    where indicatorOfAmount[indicators[position].quantity] < 0 {
      indicatorOfAmount[indicators[position].quantity] = position
    }
    comparisons = ComparisonFinder(view: view, relations: self).comparisons()
    partLists = PartList.all(in: view)
    isSubordinate = Array(repeating: false, count: view.quantities.count)
    for list in partLists {
      for part in list.parts { isSubordinate[part.index] = true }
    }
    for comparison in comparisons {
      guard let base = comparison.base?.index, !hasOwnPeriod(base, comparison, in: view) else {
        continue
      }
      isSubordinate[base] = true
    }
  }

  func hasIndicator(_ amount: Int) -> Bool { indicatorOfAmount[amount] >= 0 }

  /// The indicator of an amount.
  func indicator(of amount: Int) -> Indicator? {
    let position = indicatorOfAmount[amount]
    return position < 0 ? nil : indicators[position]
  }

  private func hasOwnPeriod(
    _ base: Int, _ comparison: Comparison, in view: ReportView
  ) -> Bool {
    guard let own = indicator(of: base).map(view.period), !own.isEmpty,
      let current = comparison.current
    else { return false }
    return own != indicator(of: current.index).map(view.period)
  }
}
