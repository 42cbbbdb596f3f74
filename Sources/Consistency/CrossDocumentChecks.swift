import ChineseCalendar
import TongbaoText

/// Finds contradictions between the reports of one series: a running total that falls, and one
/// period with two values.
///
/// Figures are compared where action, object, unit and scope agree; a scope that only makes sense
/// beside its writer (全市, 全局) or is left out counts as that of the issuing organization. A report
/// that calls itself a correction (更正, 勘误) replaces the values before it and contradicts nothing.
public struct CrossDocumentChecks: Sendable {
  public init() {}

  /// Findings with the index of the document that they stand in, the later of the two, in the
  /// order of the documents.
  ///
  /// - Parameter documents: in order of publication, with mentions and figures.
  /// - Complexity: linear in the figures.
  public func findings(
    across documents: some Sequence<Document>
  ) -> [(documentIndex: Int, finding: Finding)] {
    var memory: [ReportedValue.Key: ReportedValue] = [:]
    var totals: [ReportedValue.Key: ReportedValue] = [:]
    var found: [(documentIndex: Int, finding: Finding)] = []
    for (index, document) in documents.enumerated() {
      let isCorrection = Self.isCorrection(document)
      for value in ReportedValue.all(of: document, at: index) {
        if !isCorrection {
          if let known = memory[value.key], let finding = value.conflict(with: known) {
            found.append((index, finding))
          }
          if let known = totals[value.seriesKey], let finding = value.decrease(from: known) {
            found.append((index, finding))
          }
        }
        memory[value.key] = value
        if value.isLater(than: totals[value.seriesKey]) || isCorrection {
          totals[value.seriesKey] = value
        }
      }
    }
    return found
  }

  /// Whether the first lines say that the report corrects an earlier one.
  static func isCorrection(_ document: Document) -> Bool {
    let opening = String(document.text.prefix(120))
    return ["更正", "勘误", "订正", "更正說明", "更正启事", "修正说明", "數據修正", "数据修正"]
      .contains(where: opening.contains)
  }
}

/// One figure of one document, with the keys under which others are its equals.
private struct ReportedValue {
  struct Key: Hashable {
    var name: String
    var unit: String
    var scope: String
    var aggregation: Figure.Aggregation
    var period: String
  }

  var document: Int
  var source: String
  var quantity: Quantity
  /// The amount as it is written.
  var text: String
  var key: Key
  /// The last day of a running total.
  var last: GregorianDay?

  /// The key of the running total that this value belongs to, whatever its last day is.
  var seriesKey: Key {
    var key = key
    key.period = key.period.split(separator: "/").first.map(String.init) ?? ""
    if key.period == "..", let last { key.period = "..\(last.year)" }
    return key
  }

  static func all(of document: Document, at index: Int) -> [ReportedValue] {
    let issuer = document.mentions.first { $0.type == .organization }?.text ?? ""
    var mentions: [Int: Mention] = [:]
    for mention in document.mentions { mentions[mention.id] = mention }
    return document.figures.compactMap { figure in
      let isPlace = figure.scope?.mention.map { mentions[$0]?.type == .place } ?? false
      let scope = Self.scope(of: figure, isPlace: isPlace, issuer: issuer)
      return mentions[figure.mention].flatMap {
        ReportedValue(figure, $0, of: document, at: index, scope: scope)
      }
    }
  }

  private init?(
    _ figure: Figure, _ mention: Mention, of document: Document, at index: Int, scope: String
  ) {
    guard
      figure.aggregation == .total || figure.aggregation == .average
        || figure.aggregation == .plain,
      let period = figure.period?.value, !figure.object.isEmpty, mention.type != .percent,
      let quantity = Quantity(0, of: [mention], index: 0, written: TextSlice(mention.text))
    else { return nil }
    text = mention.text
    self.document = index
    source = document.id
    self.quantity = quantity
    let unit = quantity.unitGroup?.rawValue ?? mention.unit ?? ""
    key = Key(
      name: figure.action + figure.object, unit: unit,
      scope: scope, aggregation: figure.aggregation, period: period)
    if figure.aggregation == .total, period.contains("/") {
      last = DayInterval(value: period)?.last
    }
  }

  /// Scopes that are read beside their writer.
  private static let relativeStarts = ["全", "我", "本", "辖区", "该"]

  /// Places are told apart by code; the police and the court of one place are two.
  private static func scope(of figure: Figure, isPlace: Bool, issuer: String) -> String {
    guard let scope = figure.scope, !scope.text.isEmpty else { return issuer }
    let isRelative = relativeStarts.contains(where: scope.text.hasPrefix)
    if isRelative { return issuer + scope.text }
    return isPlace ? scope.code ?? scope.text : scope.text
  }

  func isLater(than other: ReportedValue?) -> Bool {
    guard let last else { return false }
    guard let known = other?.last else { return true }
    return last >= known
  }

  /// A value of another document for the same period that cannot be the same.
  func conflict(with other: ReportedValue) -> Finding? {
    guard other.document != document, quantity.values.excludes(other.quantity.values) else {
      return nil
    }
    return Finding(
      code: FigureConflict.code, severity: .error, spans: [quantity.span],
      message: "\(key.name) (\(key.period)): \(text) here, "
        + "\(other.text) in \(other.source)",
      expected: other.text, found: text)
  }

  /// A running total that was larger on an earlier day.
  func decrease(from other: ReportedValue) -> Finding? {
    guard other.document != document, let last, let known = other.last, known < last,
      quantity.values.isBelow(other.quantity.values)
    else { return nil }
    return Finding(
      code: FigureCumulativeDecrease.code, severity: .error, spans: [quantity.span],
      message: "\(key.name): \(text) up to \(last), "
        + "\(other.text) up to \(known) in \(other.source)",
      expected: "at least \(other.text)", found: text)
  }
}
