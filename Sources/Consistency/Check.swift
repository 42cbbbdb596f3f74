import TongbaoText

/// One question to a report. A type, a file and a code each.
protocol Check: Sendable {
  /// The code of the guideline that its findings bear.
  static var code: String { get }

  func findings(in view: ReportView) -> [Finding]
}

extension Check {
  /// A finding of this check, with the spans of all sides in text order.
  func finding(
    _ severity: Finding.Severity = .error, at spans: [Span], _ message: String,
    expected: String? = nil, found: String? = nil
  ) -> Finding {
    var ordered: [Span] = []
    for span in spans.sorted() where ordered.last != span { ordered.append(span) }
    return Finding(
      code: Self.code, severity: severity, spans: ordered, message: message, expected: expected,
      found: found)
  }
}
