import ChineseCalendar

/// The relations between the mentions of a report that more than one check asks for.
struct Relations {
  var clusters: [DateCluster] = []
  var comparisons: [Comparison] = []
  var partLists: [PartList] = []
  var indicators: [Indicator] = []

  init() {}

  /// Finds all of them. Linear in the mentions.
  init(of view: ReportView, festivals: FestivalTable) {
    clusters = DateCluster.all(in: view, festivals: festivals)
    comparisons = Comparison.all(in: view)
    partLists = PartList.all(in: view)
    indicators = Indicator.all(in: view)
  }
}
