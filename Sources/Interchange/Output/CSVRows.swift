import TongbaoText

/// What one row of a table stands for: the columns and how a document fills them.
public struct CSVRows: Sendable {
  public var columns: [String]
  /// The rows of a document, as many cells each as there are columns.
  public var cells: @Sendable (Document) -> [[String]]

  public init(columns: [String], cells: @escaping @Sendable (Document) -> [[String]]) {
    self.columns = columns
    self.cells = cells
  }
}

extension CSVRows {
  /// One row a mention. An empty cell means “does not apply”, “open” or “unknown”.
  public static let mentions = CSVRows(
    columns: [
      "document", "source", "reference", "type", "start", "end", "line", "column", "text", "value",
      "min", "max", "approximation", "unit", "dimension", "name", "lunar", "interval_start",
      "interval_end", "rule", "repaired",
    ],
    cells: { document in
      let positions = LinePositions(document.text)
      return document.mentions.map { mention in
        cells(of: mention, in: document, at: positions.place(of: mention.span.start))
      }
    })

  private static func cells(
    of mention: Mention, in document: Document, at place: LinePositions.Place
  ) -> [String] {
    let whence = [document.id, document.source ?? "", document.reference.date ?? ""]
    let span = [
      mention.type.rawValue, "\(mention.span.start)", "\(mention.span.end)", "\(place.line)",
      "\(place.column)", mention.text, mention.value,
    ]
    let amount = [
      mention.number?.min?.description ?? "", mention.number?.max?.description ?? "",
      mention.number?.approximation.rawValue ?? "", mention.unit ?? "",
      mention.dimension?.rawValue ?? "",
    ]
    let meaning = [
      mention.name ?? "", mention.lunar ?? "", mention.interval?.start ?? "",
      mention.interval?.end ?? "",
    ]
    return whence + span + amount + meaning + [mention.rule, mention.isRepaired ? "true" : "false"]
  }
}
