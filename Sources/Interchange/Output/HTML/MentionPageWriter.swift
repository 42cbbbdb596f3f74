import TongbaoText

/// Writes a page to look through: each text with its mentions in the colour of their type, damage
/// that was repaired struck through, the figures beside it, and a legend above.
public struct MentionPageWriter: DocumentWriter {
  private let page = HTMLPage(title: "Mentions and figures", style: Self.style)

  public init() {}

  public func begin(_ output: inout OutputBuffer) {
    page.begin(&output)
    output.append("<p class=\"legend\">")
    for type in MentionType.allCases {
      output.appendElement("mark", class: type.rawValue, type.rawValue)
      output.append(" ")
    }
    output.appendElement("del", class: "repair", "repaired")
    output.append("</p>")
    page.endHeader(&output)
  }

  public func write(_ document: Document, extra: [ExtraMember], to output: inout OutputBuffer) {
    let anchor = document.anchor
    output.append("<section>\n")
    document.appendHead(note: note(on: document), to: &output)
    output.append("<div class=\"text\">")
    let marks =
      document.mentions.map { TextMark($0, anchor: "\(anchor)-\($0.id)") }
      + document.repairs.map { TextMark($0) }
    MarkedText.write(ReportText(document.text), marks: marks, to: &output)
    output.append("</div>\n<aside>")
    if !document.figures.isEmpty { writeFigures(of: document, anchor, to: &output) }
    output.append("</aside>\n</section>\n")
  }

  public func end(_ output: inout OutputBuffer) { page.end(&output) }

  private func note(on document: Document) -> String {
    "\(document.mentions.count) mentions, \(document.figures.count) figures, "
      + "\(document.repairs.count) repairs"
  }

  private func writeFigures(
    of document: Document, _ anchor: String, to output: inout OutputBuffer
  ) {
    output.append("<table><tr>")
    for name in ["action", "object", "amount", "period", "scope", "comparison"] {
      output.appendElement("th", name)
    }
    output.append("</tr>\n")
    for figure in document.figures {
      let amount = document.mention(figure.mention)?.value ?? ""
      let qualifier = figure.aggregation == .plain ? "" : " (\(figure.aggregation.rawValue))"
      output.append("<tr>")
      output.appendElement("td", figure.action)
      output.appendElement("td", figure.object)
      output.append("<td class=\"amount\"><a")
      output.appendAttribute("href", "#\(anchor)-\(figure.mention)")
      output.append(">")
      output.appendHTML(amount + qualifier)
      output.append("</a></td>")
      output.appendElement("td", figure.period?.value ?? "")
      output.appendElement("td", figure.scope?.text ?? "")
      output.appendElement("td", figure.comparison?.value ?? "")
      output.append("</tr>\n")
    }
    output.append("</table>")
  }

  /// Hues far apart for types that stand together; time is green, amounts blue to violet, places
  /// orange.
  private static let style = """
    .legend mark { margin-right: 0.3rem; padding: 0.1rem 0.45rem; }
    .date { background: #c8ecc9; } .time { background: #a9e5d8; } .duration { background: #dcedb0; }
    .recurrence { background: #e6e2a4; } .count { background: #bcdcfb; }
    .measure { background: #c3ccf8; } .percent { background: #ddc9f7; }
    .ordinal { background: #f3cbe6; } .number { background: #d6dce4; }
    .place { background: #ffd7ac; } .organization { background: #ffe8d1; }
    .organization .place { box-shadow: inset 0 -2px #e08a2e; }

    """
}

extension TextMark {
  /// A mention, with its value and the rule that found it for a title.
  fileprivate init(_ mention: Mention, anchor: String) {
    var title = "\(mention.type.rawValue): \(mention.value)"
    if let name = mention.name { title += " \(name)" }
    if let lunar = mention.lunar { title += ", lunar \(lunar)" }
    if mention.candidates.count > 1 {
      title += ", could be " + mention.candidates.joined(separator: ", ")
    }
    title += " [\(mention.rule)]"
    self.init(
      span: mention.span, className: mention.type.rawValue, anchor: anchor, title: title)
  }
}
