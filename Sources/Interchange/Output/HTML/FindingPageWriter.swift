import TongbaoText

/// Writes a page for the proof-reader: each text with its findings marked in place and numbered,
/// and the list of them beside it.
public struct FindingPageWriter: DocumentWriter {
  private let page = HTMLPage(title: "Consistency report", style: Self.style)

  public init() {}

  public func begin(_ output: inout OutputBuffer) {
    page.begin(&output)
    output.append("<p class=\"legend\">")
    output.appendElement("mark", class: "error", "error: cannot be true")
    output.append(" ")
    output.appendElement("mark", class: "warning", "warning: true only if read unusually")
    output.append("</p>")
    page.endHeader(&output)
  }

  public func write(_ document: Document, extra: [ExtraMember], to output: inout OutputBuffer) {
    let anchor = document.anchor
    let text = ReportText(document.text)
    output.append("<section>\n")
    let note = document.findings.isEmpty ? "no findings" : "findings: \(document.findings.count)"
    document.appendHead(note: note, to: &output)
    output.append("<div class=\"text\">")
    MarkedText.write(text, marks: marks(of: document, anchor), to: &output)
    output.append("</div>\n<aside><ol>\n")
    for (index, finding) in document.findings.enumerated() {
      write(finding, "\(anchor)-\(index)", text, to: &output)
    }
    output.append("</ol></aside>\n</section>\n")
  }

  public func end(_ output: inout OutputBuffer) { page.end(&output) }

  private func marks(of document: Document, _ anchor: String) -> [TextMark] {
    document.findings.enumerated().flatMap { index, finding in
      finding.spans.enumerated().map { place, span in
        TextMark(
          span: span, className: finding.severity.rawValue, anchor: "\(anchor)-\(index)-\(place)",
          title: "\(index + 1). \(finding.code): \(finding.message)")
      }
    }
  }

  private func write(
    _ finding: Finding, _ anchor: String, _ text: ReportText, to output: inout OutputBuffer
  ) {
    output.append("<li>")
    output.appendElement("code", class: finding.severity.rawValue, finding.code)
    output.append(" ")
    output.appendHTML(finding.message)
    if let expected = finding.expected {
      output.appendElement("div", class: "note", "expected: \(expected)")
    }
    if let found = finding.found {
      output.appendElement("div", class: "note", "found: \(found)")
    }
    output.append("<div class=\"places\">")
    for (place, span) in finding.spans.enumerated() {
      let position = text.lines.place(of: span.start)
      output.append("<a")
      output.appendAttribute("href", "#\(anchor)-\(place)")
      output.append(">")
      let shown = DisplayWidth.fitted(text.slice(span), to: 40)
      output.appendHTML("\(position.line):\(position.column) \(shown)")
      output.append("</a> ")
    }
    output.append("</div></li>\n")
  }

  private static let style = """
    .legend mark { margin-right: 0.3rem; padding: 0.1rem 0.45rem; }
    mark.error, code.error { background: #ffd3d0; border-bottom: 2px solid #c6262e; }
    mark.warning, code.warning { background: #fff0b8; border-bottom: 2px dashed #9a6700; }
    aside ol { margin: 0; padding-left: 1.6rem; } aside li { margin-bottom: 0.8rem; }
    code { border-radius: 3px; font-size: 0.85rem; padding: 1px 4px; }
    .places a { margin-right: 0.8rem; }

    """
}
