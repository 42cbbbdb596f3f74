import TongbaoText

/// Draws a series as an SVG picture for a report: lines over time where the figures have days,
/// bars where they have not. Each unit has axes of its own.
public struct SeriesChart {
  private typealias Position = SVGBuilder.Position

  private static let width = 860.0
  private static let plotHeight = 260.0
  private static let left = 78.0
  private static let right = 36.0
  private static let grid = "#e1e4e8"
  private static let quiet = "#57606a"
  /// Told apart by the colour-blind as well; after Okabe and Ito, Color Universal Design, 2008.
  private static let colours = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#6f4e9b", "#444444",
  ]

  private let panels: [ChartPanel]
  private let indicator: String
  private var svg = SVGBuilder()
  /// Where the next panel begins.
  private var top = 64.0

  public static func write(_ series: FigureSeries, to output: inout OutputBuffer) {
    var chart = SeriesChart(panels: ChartPanel.panels(of: series), indicator: series.indicator)
    output.append(chart.drawn(count: series.points.count))
  }

  private init(panels: [ChartPanel], indicator: String) {
    self.panels = panels
    self.indicator = indicator
  }

  private mutating func drawn(count: Int) -> OutputBuffer {
    let height = panels.reduce(top + 16) { $0 + Self.height(of: $1) }
    svg.begin(width: Self.width, height: panels.isEmpty ? 120 : height, title: indicator)
    svg.text(indicator, at: Position(x: 24, y: 36), size: 20, isBold: true)
    let documents = Set(panels.flatMap(\.lines).flatMap(\.points).map(\.point.document)).count
    svg.text(
      panels.isEmpty ? "没有可绘制的数据" : "\(documents) 份文稿，\(count) 项数据",
      at: Position(x: Self.width - 24, y: 36), .end, colour: Self.quiet)
    for panel in panels {
      draw(panel)
      top += Self.height(of: panel)
    }
    svg.end()
    return svg.output
  }

  private static func height(of panel: ChartPanel) -> Double {
    plotHeight + 88 + 22 * Double(legendRows(of: panel))
  }

  private static func legendRows(of panel: ChartPanel) -> Int { (panel.lines.count + 1) / 2 }

  // MARK: A panel

  private mutating func draw(_ panel: ChartPanel) {
    let axis = panel.axis
    let plotTop = top + 28
    let bottom = plotTop + Self.plotHeight
    let unit = panel.unit.isEmpty ? "数值" : panel.unit
    svg.text("单位：\(unit)", at: Position(x: 24, y: top + 8), colour: Self.quiet)
    for tick in axis.ticks {
      let y = bottom - axis.fraction(of: tick) * Self.plotHeight
      svg.line(
        Position(x: Self.left, y: y), Position(x: Self.width - Self.right, y: y),
        colour: tick == 0 ? "#8c959f" : Self.grid)
      svg.text(
        axis.label(of: tick), at: Position(x: Self.left - 8, y: y + 4), .end, size: 12,
        colour: Self.quiet)
    }
    if panel.isOverTime {
      drawLines(panel, axis, bottom)
    } else {
      drawBars(panel, axis, bottom)
    }
    drawLegend(panel, below: bottom + 52)
  }

  private mutating func drawLegend(_ panel: ChartPanel, below start: Double) {
    let columnWidth = (Self.width - Self.left - Self.right) / 2
    for (index, line) in panel.lines.enumerated() {
      let x = Self.left + Double(index % 2) * columnWidth
      let y = start + Double(index / 2) * 22
      svg.bar(
        Position(x: x, y: y - 10), width: 14, height: 11, colour: Self.colour(index),
        note: line.name)
      let name = DisplayWidth.fitted(line.name, to: 48)
      svg.text(name, at: Position(x: x + 20, y: y))
    }
    guard panel.omitted > 0 else { return }
    svg.text(
      "另有 \(panel.omitted) 项未绘出",
      at: Position(x: Self.width - Self.right, y: start - 24), .end, size: 12, colour: Self.quiet)
  }

  private static func colour(_ index: Int) -> String { colours[index % colours.count] }

  private static func note(on mark: ChartPanel.Mark) -> String {
    let point = mark.point
    let when = point.period.isEmpty ? point.end?.description ?? "" : point.period
    return "\(when) \(point.text) \(point.document)"
  }
}

// MARK: Lines over time

extension SeriesChart {
  private mutating func drawLines(_ panel: ChartPanel, _ axis: ChartAxis, _ bottom: Double) {
    let days = Set(panel.lines.flatMap(\.points).compactMap(\.point.end)).sorted()
    guard let first = days.first, let last = days.last, last > first else { return }
    let room = Self.width - Self.left - Self.right - 48
    let x = { (day: PeriodEnd) in
      let share = Double(day.ordinal - first.ordinal) / Double(last.ordinal - first.ordinal)
      return Self.left + 24 + share * room
    }
    drawDays(days, x, bottom)
    let isLabelled = panel.lines.reduce(0) { $0 + $1.points.count } <= 24
    for (index, line) in panel.lines.enumerated() {
      let marks = line.points.compactMap { mark in
        mark.point.end.map { end in
          let y = bottom - axis.fraction(of: mark.value) * Self.plotHeight
          return (mark: mark, position: Position(x: x(end), y: y))
        }
      }
      if marks.count > 1 { svg.path(marks.map(\.position), colour: Self.colour(index)) }
      for (mark, position) in marks {
        drawRange(of: mark, at: position.x, axis, bottom, Self.colour(index))
        svg.dot(position, colour: Self.colour(index), note: Self.note(on: mark))
        guard isLabelled else { continue }
        svg.text(
          mark.point.value, at: Position(x: position.x, y: position.y - 9), .middle, size: 12,
          colour: Self.colour(index), hasHalo: true)
      }
    }
  }

  /// The days on the axis, as many as have room.
  private mutating func drawDays(
    _ days: [PeriodEnd], _ x: (PeriodEnd) -> Double, _ bottom: Double
  ) {
    let isOneYear = days.first?.year == days.last?.year
    let gap = isOneYear ? 48.0 : 84.0
    var free = -Double.infinity
    for day in days where x(day) >= free {
      free = x(day) + gap
      svg.line(
        Position(x: x(day), y: bottom), Position(x: x(day), y: bottom + 5), colour: "#8c959f")
      svg.text(
        isOneYear ? day.monthAndDay : day.description, at: Position(x: x(day), y: bottom + 20),
        .middle, size: 12, colour: Self.quiet)
    }
    let year = isOneYear ? days.first.map { "（\($0.year)年）" } ?? "" : ""
    svg.text(
      "统计截止日\(year)", at: Position(x: Self.width - Self.right, y: bottom + 38), .end, size: 12,
      colour: Self.quiet)
  }

  /// The stretch that a range may lie in.
  private mutating func drawRange(
    of mark: ChartPanel.Mark, at x: Double, _ axis: ChartAxis, _ bottom: Double, _ colour: String
  ) {
    guard mark.low < mark.high else { return }
    let low = bottom - axis.fraction(of: mark.low) * Self.plotHeight
    let high = bottom - axis.fraction(of: mark.high) * Self.plotHeight
    svg.line(Position(x: x, y: low), Position(x: x, y: high), colour: colour, width: 1.5)
  }
}

// MARK: Bars

extension SeriesChart {
  private static let mostBars = 24

  private mutating func drawBars(_ panel: ChartPanel, _ axis: ChartAxis, _ bottom: Double) {
    let bars = panel.lines.enumerated().flatMap { index, line in
      line.points.map { (colour: Self.colour(index), mark: $0) }
    }
    let shown = bars.prefix(Self.mostBars)
    let room = Self.width - Self.left - Self.right
    let slot = room / Double(max(shown.count, 4))
    let width = min(slot * 0.6, 64)
    let zero = bottom - axis.fraction(of: 0) * Self.plotHeight
    for (index, bar) in shown.enumerated() {
      let centre = Self.left + (Double(index) + 0.5) * slot
      let y = bottom - axis.fraction(of: bar.mark.value) * Self.plotHeight
      svg.bar(
        Position(x: centre - width / 2, y: min(y, zero)), width: width, height: abs(zero - y),
        colour: bar.colour, note: Self.note(on: bar.mark))
      drawRange(of: bar.mark, at: centre, axis, bottom, "#1b1f24")
      svg.text(
        bar.mark.point.value, at: Position(x: centre, y: min(y, zero) - 6), .middle, size: 12)
      let fits = max(4, Int(slot / 7))
      svg.text(
        DisplayWidth.fitted(Self.label(of: bar.mark), to: fits),
        at: Position(x: centre, y: bottom + 18), .middle, size: 12, colour: Self.quiet)
    }
    guard bars.count > shown.count else { return }
    svg.text(
      "另有 \(bars.count - shown.count) 项未绘出",
      at: Position(x: Self.width - Self.right, y: bottom + 38), .end, size: 12, colour: Self.quiet)
  }

  private static func label(of mark: ChartPanel.Mark) -> String {
    mark.point.end?.description ?? mark.point.document
  }
}
