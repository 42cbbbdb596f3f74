import Numerals
import TongbaoText

/// The values of one indicator over periods and documents.
///
/// Holds only the figures that match, so any number of documents can be gone through.
public struct FigureSeries: Sendable {
  public struct Point: Sendable, Hashable {
    public var document: String
    public var period: String
    /// Last day of the period; without one, of the document's reference date.
    public var end: PeriodEnd?
    public var scope: String
    public var action: String
    public var object: String
    /// The amount as written.
    public var text: String
    /// Its canonical value without the unit: `560`, `~120`, `>500`.
    public var value: String
    public var number: Amount
    public var unit: String
    public var aggregation: Figure.Aggregation
    /// `yoy-`, `mom+` and the like.
    public var comparison: String
  }

  public let indicator: String
  /// In the order of the documents and their texts.
  public private(set) var points: [Point] = []

  /// - Parameter indicator: Part of an object (警力), or of action and object together (投入警力).
  public init(indicator: String) { self.indicator = indicator }

  /// Takes the figures of a document that name the indicator. What a document says twice, in its
  /// headline and its text, is taken once.
  public mutating func add(_ document: Document) {
    var known: Set<Point> = []
    for figure in document.figures where matches(figure) {
      guard let point = Self.point(of: figure, in: document), known.insert(point).inserted else {
        continue
      }
      points.append(point)
    }
  }

  /// Takes the points of documents that come behind.
  public mutating func append(_ other: FigureSeries) { points += other.points }

  private func matches(_ figure: Figure) -> Bool {
    (figure.action + figure.object).contains(indicator)
  }

  private static func point(of figure: Figure, in document: Document) -> Point? {
    guard let mention = document.mention(figure.mention), let number = mention.number else {
      return nil
    }
    let period = figure.period?.value ?? ""
    let end = PeriodEnd(periodValue: period.isEmpty ? document.reference.date ?? "" : period)
    return Point(
      document: document.id, period: period, end: end, scope: figure.scope?.text ?? "",
      action: figure.action, object: figure.object, text: mention.text,
      value: mention.valueWithoutUnit, number: number, unit: mention.unit ?? "",
      aggregation: figure.aggregation, comparison: figure.comparison?.value ?? "")
  }

  /// By the end of the period, those without one last; else as they came.
  public var sorted: [Point] {
    points.enumerated().sorted { left, right in
      switch (left.element.end, right.element.end) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}

// MARK: As a table

extension FigureSeries {
  private static let columns = [
    "end", "period", "scope", "action", "object", "value", "unit", "aggregation", "comparison",
    "document", "amount",
  ]

  private static func cells(of point: Point) -> [String] {
    [
      point.end?.description ?? "", point.period, point.scope, point.action, point.object,
      point.value, point.unit, point.aggregation.rawValue, point.comparison, point.document,
      point.text,
    ]
  }

  private static let longestBar = 24

  /// For people.
  ///
  /// - Parameter hasBars: Whether a last column draws each value beside the others of its unit.
  public func table(hasBars: Bool = false) -> TextTable {
    var table = TextTable(Self.columns + (hasBars ? [""] : []))
    var largest: [String: Double] = [:]
    for point in points { largest[point.unit, default: 0].formMax(point.size) }
    for point in sorted {
      let share = point.size / max(largest[point.unit] ?? 0, .leastNormalMagnitude)
      let length = Int((share * Double(Self.longestBar)).rounded())
      let bar = String(repeating: "█", count: min(length, Self.longestBar))
      table.append(Self.cells(of: point) + (hasBars ? [bar] : []))
    }
    return table
  }

  /// For spreadsheets, with exact bounds.
  public func writeCSV(to output: inout OutputBuffer) {
    let rows = sorted.map { point in
      Self.cells(of: point)
        + [point.number.min?.description ?? "", point.number.max?.description ?? ""]
    }
    let csv = CSVRows(columns: Self.columns + ["min", "max"], cells: { _ in rows })
    let writer = CSVWriter(rows: csv)
    writer.begin(&output)
    writer.write(Document(id: "", text: ""), to: &output)
  }
}

extension FigureSeries.Point {
  /// The amount for drawing, zero or more.
  fileprivate var size: Double {
    let bound = (number.max ?? number.min).flatMap { Double($0.description) } ?? 0
    return bound.isFinite ? max(bound, 0) : 0
  }
}

extension Double {
  fileprivate mutating func formMax(_ other: Double) { self = max(self, other) }
}
