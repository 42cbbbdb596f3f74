import TongbaoText

extension CSVRows {
  /// One row a figure, with its amount taken apart and the sentence that reports it. An empty cell
  /// means “does not apply”, “open” or “unknown”.
  public static let figures = CSVRows(
    columns: [
      "document", "source", "reference", "start", "end", "line", "column", "action", "object",
      "amount", "value", "min", "max", "approximation", "unit", "aggregation", "period", "scope",
      "scope_code", "comparison", "direction", "percent", "base", "rule", "sentence",
    ],
    cells: { document in
      guard !document.figures.isEmpty else { return [] }
      let text = ReportText(document.text)
      let quoter = SentenceQuoter(document, text)
      return document.figures.map { figure in
        cells(of: figure, in: document, at: text.lines.place(of: figure.span.start))
          + [quoter.sentence(around: figure.span)]
      }
    })

  /// All cells but the sentence.
  private static func cells(
    of figure: Figure, in document: Document, at place: LinePositions.Place
  ) -> [String] {
    let mention = document.mention(figure.mention)
    let number = mention?.number
    let whence = [
      document.id, document.source ?? "", document.reference.date ?? "", "\(figure.span.start)",
      "\(figure.span.end)", "\(place.line)", "\(place.column)",
    ]
    let amount = [
      mention?.text ?? "", mention?.valueWithoutUnit ?? "", number?.min?.description ?? "",
      number?.max?.description ?? "", number?.approximation.rawValue ?? "", mention?.unit ?? "",
    ]
    let circumstances = [
      figure.aggregation.rawValue, figure.period?.value ?? "", figure.scope?.text ?? "",
      figure.scope?.code ?? "",
    ]
    let comparison = [
      figure.comparison?.kind.rawValue ?? "", figure.comparison?.direction.rawValue ?? "",
      figure.comparison?.percent ?? "", figure.comparison?.base ?? "",
    ]
    return whence + [figure.action, figure.object] + amount + circumstances + comparison
      + [mention?.rule ?? ""]
  }
}
