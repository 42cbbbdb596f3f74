import TongbaoText

/// Writes findings for people: what is wrong, and the line it stands in with carets under the
/// places. A document without findings gives nothing.
///
/// ```text
/// 甲  (a.txt)
/// error  date.lunar-mismatch  2024-02-18 is 正月初九, not 正月初八
///    3 | 截至2月18日(正月初八)，全局累计投入…
///      |     ^^^^^^^ ^^^^^^^^
///      = expected 正月初九, found 正月初八
/// 1 error
/// ```
public struct FindingTableWriter: DocumentWriter {
  /// Whether to set severities and places off by terminal colours.
  public var usesColour: Bool

  public init(usesColour: Bool = false) { self.usesColour = usesColour }

  public func write(_ document: Document, extra: [ExtraMember], to output: inout OutputBuffer) {
    guard !document.findings.isEmpty else { return }
    let cutter = ExcerptCutter(text: ReportText(document.text))
    var heading = document.id
    if let source = document.source, source != document.id { heading += "  (\(source))" }
    append(heading, .bold, to: &output)
    newLine(&output)
    for finding in document.findings { write(finding, cutter, to: &output) }
    append(Self.summary(of: document.findings), .faint, to: &output)
    output.append("\n\n")
  }

  private func write(
    _ finding: Finding, _ cutter: ExcerptCutter, to output: inout OutputBuffer
  ) {
    let style = Style(finding.severity)
    append(finding.severity.rawValue, style, to: &output)
    output.append("  \(singleLine(finding.code))  \(singleLine(finding.message))\n")
    let excerpts = cutter.excerpts(of: finding.spans)
    let gutter = max(4, excerpts.map { "\($0.line)".count }.max() ?? 0)
    let margin = String(repeating: " ", count: gutter)
    for excerpt in excerpts {
      let number = "\(excerpt.line)"
      output.append(String(repeating: " ", count: gutter - number.count))
      output.append("\(number) | \(excerpt.text)\n\(margin) | ")
      append(excerpt.carets, style, to: &output)
      newLine(&output)
    }
    let difference = [
      finding.expected.map { "expected \($0)" }, finding.found.map { "found \($0)" },
    ].compactMap { $0 }
    if !difference.isEmpty {
      output.append("\(margin) = \(singleLine(difference.joined(separator: ", ")))\n")
    }
  }

  /// `2 errors, 1 warning`
  public static func summary(of findings: [Finding]) -> String {
    let errors = findings.count { $0.severity == .error }
    return summary(errors: errors, warnings: findings.count - errors)
  }

  /// `2 errors, 1 warning`, or `no findings`.
  public static func summary(errors: Int, warnings: Int) -> String {
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { count, noun in "\(count) \(noun)\(count == 1 ? "" : "s")" }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }
}

// MARK: Style

extension FindingTableWriter {
  private enum Style: String {
    case bold = "\u{1B}[1m"
    case faint = "\u{1B}[2m"
    case red = "\u{1B}[1;31m"
    case yellow = "\u{1B}[1;33m"

    init(_ severity: Finding.Severity) {
      self =
        switch severity {
        case .error: .red
        case .warning: .yellow
        }
    }
  }

  private func append(_ text: String, _ style: Style, to output: inout OutputBuffer) {
    if usesColour { output.append(style.rawValue) }
    output.append(singleLine(text))
    if usesColour { output.append("\u{1B}[0m") }
  }

  private func newLine(_ output: inout OutputBuffer) { output.append(byte: UInt8(ascii: "\n")) }
}
