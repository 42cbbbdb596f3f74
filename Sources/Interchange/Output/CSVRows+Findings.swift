import TongbaoText

extension CSVRows {
  /// One row a finding with its first place. An empty cell means “does not apply”.
  public static let findings = CSVRows(
    columns: [
      "document", "source", "code", "severity", "start", "end", "line", "column", "message",
      "expected", "found", "text", "sentence",
    ],
    cells: { document in
      guard !document.findings.isEmpty else { return [] }
      let text = ReportText(document.text)
      let quoter = SentenceQuoter(document, text)
      return document.findings.map { finding in
        let span = finding.spans.first ?? Span(0, 0)
        let place = text.lines.place(of: span.start)
        return [
          document.id, document.source ?? "", finding.code, finding.severity.rawValue,
          "\(span.start)", "\(span.end)", "\(place.line)", "\(place.column)", finding.message,
          finding.expected ?? "", finding.found ?? "", text.slice(span),
          quoter.sentence(around: span),
        ]
      }
    })
}
