import Numerals
import TongbaoText

/// The points of one unit in one pair of axes.
struct ChartPanel {
  /// One line, or the bars of one colour.
  struct Line {
    var name: String
    var points: [Mark]
  }

  struct Mark {
    var point: FigureSeries.Point
    /// Geometry only; the label gives the exact value.
    var value: Double
    var low: Double
    var high: Double

    init?(_ point: FigureSeries.Point) {
      let bounds = [point.number.min, point.number.max].compactMap { $0 }
        .compactMap { Double($0.description) }.filter(\.isFinite)
      guard let low = bounds.min(), let high = bounds.max() else { return nil }
      self.point = point
      (self.low, self.high) = (low, high)
      value = (low + high) / 2
    }
  }

  /// Lines of one panel; a reader tells no more colours apart.
  static let mostLines = 8
  static let mostPanels = 4

  var unit: String
  /// Those with the most points first.
  var lines: [Line]
  /// Points that are not drawn.
  var omitted: Int

  /// Whether time can be an axis: two days at least, and none without one.
  var isOverTime: Bool {
    let ends = lines.flatMap(\.points).map(\.point.end)
    return !ends.contains(nil) && Set(ends).count > 1
  }

  var axis: ChartAxis {
    ChartAxis(for: lines.flatMap(\.points).flatMap { [$0.low, $0.high] })
  }

  /// One panel a unit, that of the most points first. Rates of change are no values of the
  /// indicator and stay out.
  static func panels(of series: FigureSeries) -> [ChartPanel] {
    let marks = series.sorted.filter { $0.aggregation != .change }.compactMap { Mark($0) }
    return grouped(marks) { $0.point.unit }.prefix(mostPanels).map { unit, marks in
      let lines = grouped(marks, by: \.lineName).map { Line(name: $0.name, points: $0.elements) }
      let kept = lines.prefix(mostLines)
      return ChartPanel(
        unit: unit, lines: Array(kept),
        omitted: lines.dropFirst(mostLines).reduce(0) { $0 + $1.points.count })
    }
  }

  /// Groups by name, the largest first, equal ones in their first order.
  private static func grouped(
    _ marks: [Mark], by name: (Mark) -> String
  ) -> [(name: String, elements: [Mark])] {
    var places: [String: Int] = [:]
    var groups: [(name: String, elements: [Mark])] = []
    for mark in marks {
      let name = name(mark)
      if let place = places[name] {
        groups[place].elements.append(mark)
      } else {
        places[name] = groups.count
        groups.append((name, [mark]))
      }
    }
    return groups.enumerated().sorted {
      ($1.element.elements.count, $0.offset) < ($0.element.elements.count, $1.offset)
    }.map(\.element)
  }
}

extension ChartPanel.Mark {
  /// What is compared with itself over time: 全局 投入安保警力（累计）.
  fileprivate var lineName: String {
    let kind =
      switch point.aggregation {
      case .total: "（累计）"
      case .average: "（平均）"
      case .increment: "（新增）"
      case .plain, .change: ""
      }
    let name = point.action + point.object + kind
    return point.scope.isEmpty ? name : "\(point.scope) \(name)"
  }
}
