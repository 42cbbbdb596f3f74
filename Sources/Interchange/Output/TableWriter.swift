import TongbaoText

/// Writes documents as tables for people: a heading with the reference date and its proof, one
/// line a mention, and a line that sums up.
///
/// Columns are aligned by display width. Only the text of a mention is ever shortened.
public struct TableWriter: DocumentWriter {
  /// Most display columns that the text of a mention takes.
  public var textLimit: Int
  /// Whether to set headings off by terminal colours.
  public var usesColour: Bool

  public init(textLimit: Int = 32, usesColour: Bool = false) {
    self.textLimit = textLimit
    self.usesColour = usesColour
  }

  public func write(_ document: Document, extra: [ExtraMember], to output: inout OutputBuffer) {
    let positions = LinePositions(document.text)
    line(heading(of: document), style: .bold, to: &output)
    line(reference(of: document, positions), to: &output)
    if !document.mentions.isEmpty {
      for (index, row) in table(of: document, positions).lines.enumerated() {
        line(row, style: index == 0 ? .faint : .plain, to: &output)
      }
    }
    line(summary(of: document), style: .faint, to: &output)
    output.append(byte: UInt8(ascii: "\n"))
  }

  private func table(of document: Document, _ positions: LinePositions) -> TextTable {
    var table = TextTable(["type", "text", "value", "where", "rule"])
    for mention in document.mentions {
      let place = positions.place(of: mention.span.start)
      table.append([
        mention.type.rawValue, DisplayWidth.fitted(mention.text, to: textLimit), mention.value,
        "\(place.line):\(place.column)", mention.rule,
      ])
    }
    return table
  }

  private func heading(of document: Document) -> String {
    guard let source = document.source, source != document.id else {
      return singleLine(document.id)
    }
    return singleLine("\(document.id)  (\(source))")
  }

  /// `reference 2024-02-18, inferred from “2月18日” (3:1), “正月初九” (3:6)`
  private func reference(of document: Document, _ positions: LinePositions) -> String {
    let reference = document.reference
    guard let date = reference.date else {
      let choice = reference.alternatives.joined(separator: ", ")
      return "reference unknown" + (choice.isEmpty ? "" : ", could be \(choice)")
    }
    var text = "reference \(date), \(reference.basis.rawValue)"
    let proofs = reference.evidence.compactMap { document.mention($0) }.map { mention in
      let place = positions.place(of: mention.span.start)
      let shown = DisplayWidth.fitted(mention.text, to: textLimit)
      return "“\(shown)” (\(place.line):\(place.column))"
    }
    if !proofs.isEmpty { text += " from " + proofs.joined(separator: ", ") }
    if !reference.alternatives.isEmpty {
      text += ", or " + reference.alternatives.joined(separator: ", ")
    }
    return text
  }

  /// `12 mentions: 5 date, 7 count; 3 repairs`
  private func summary(of document: Document) -> String {
    let counts = MentionType.allCases.compactMap { type in
      let count = document.mentions.count { $0.type == type }
      return count > 0 ? "\(count) \(type.rawValue)" : nil
    }
    var text = counted(document.mentions.count, "mention")
    if !counts.isEmpty { text += ": " + counts.joined(separator: ", ") }
    if !document.figures.isEmpty { text += "; " + counted(document.figures.count, "figure") }
    if !document.findings.isEmpty { text += "; " + counted(document.findings.count, "finding") }
    return text + "; " + counted(document.repairs.count, "repair")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

// MARK: Style

extension TableWriter {
  private enum Style: String {
    case plain = ""
    case bold = "\u{1B}[1m"
    case faint = "\u{1B}[2m"
  }

  private func line(_ text: String, style: Style = .plain, to output: inout OutputBuffer) {
    let isStyled = usesColour && style != .plain
    if isStyled { output.append(style.rawValue) }
    output.append(text)
    if isStyled { output.append("\u{1B}[0m" as StaticString) }
    output.append(byte: UInt8(ascii: "\n"))
  }
}
