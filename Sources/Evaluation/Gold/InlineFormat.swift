import TongbaoText

/// The on-disk form of annotated bulletins, made to be read, reviewed in a diff and edited by hand.
///
/// ```
/// # id: a-01
/// # published: 2024-02-19
/// # genre: holiday summary
/// 截至⟦2月18日|date|2024-02-18⟧…
/// --- figures
/// action⇥object⇥amount⇥aggregation⇥period⇥scope⇥comparison
/// --- findings
/// code⇥first text⇥second text or -⇥note
/// ```
/// Where the amount's text stands several times, figures take its places in order; `560人次@3`
/// names the third. Line ends, tabs and backslashes in a row are written `\n`, `\t` and `\\`.
/// Mentions may nest. `-` stands for an empty field, `none` for no reference date.
public enum InlineFormat {
  /// Reads one file. All faults are collected; the document holds what could be read.
  public static func read(
    _ content: String, file: String
  ) -> (document: GoldDocument, faults: [GoldFault]) {
    var reader = InlineReader(file: file)
    let document = reader.read(content)
    return (document, reader.faults)
  }

  /// Writes a document so that reading gives it back.
  public static func write(_ document: GoldDocument) -> String {
    var lines = [
      "# id: \(document.id)", "# published: \(document.published ?? "none")",
      "# genre: \(document.genre)", body(of: document), "--- figures",
    ]
    for figure in document.figures {
      let fields = [
        figure.action, figure.object,
        figure.amount + (figure.occurrence.map { "@\($0)" } ?? ""), figure.aggregation,
        figure.period,
        figure.scope, figure.comparison,
      ]
      lines.append(fields.map(Cell.written).joined(separator: "\t"))
    }
    lines.append("--- findings")
    for finding in document.findings {
      let fields = [finding.code, finding.first, finding.second, finding.note]
      lines.append(fields.map(Cell.written).joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func body(of document: GoldDocument) -> String {
    let scalars = Array(document.text.unicodeScalars)
    var openings = [Int](repeating: 0, count: scalars.count + 1)
    var closings = [[String]](repeating: [], count: scalars.count + 1)
    for mention in document.mentions {
      openings[mention.span.start] += 1
      // An inner mention comes later in the list and has to be closed first.
      closings[mention.span.end].insert("|\(mention.type.rawValue)|\(mention.value)⟧", at: 0)
    }
    var body = ""
    for index in 0...scalars.count {
      for closing in closings[index] { body += closing }
      for _ in 0..<openings[index] { body += "⟦" }
      if index < scalars.count { body.unicodeScalars.append(scalars[index]) }
    }
    return body
  }
}

/// One cell of a row: `-` where it is empty; `\n`, `\t` and `\\` for what would break the row.
private enum Cell {
  static func written(_ text: String) -> String {
    guard !text.isEmpty else { return "-" }
    var cell = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": cell += "\\n"
      case "\t": cell += "\\t"
      case "\\": cell += "\\\\"
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return cell
  }

  static func read(_ cell: Substring) -> String {
    guard cell != "-" else { return "" }
    var text = ""
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(scalar == "n" ? "\n" : scalar == "t" ? "\t" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

/// Reads the inline form line by line and mark by mark.
private struct InlineReader {
  let file: String
  private(set) var faults: [GoldFault] = []
  private var line = 1

  init(file: String) {
    self.file = file
  }

  private mutating func fault(_ message: String, line: Int? = nil) {
    faults.append(GoldFault(file: file, line: line ?? self.line, message: message))
  }

  mutating func read(_ content: String) -> GoldDocument {
    var document = GoldDocument(
      id: file, published: nil, genre: "", text: "", mentions: [], figures: [], findings: [])
    // Not Swift's characters: a carriage return before the line feed belongs to the text.
    var lines = content.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }[...]
    while let header = lines.first, header.hasPrefix("# ") {
      readHeader(header, into: &document)
      lines.removeFirst()
      line += 1
    }
    let figures = lines.firstIndex(of: "--- figures") ?? lines.endIndex
    readBody(lines[..<figures], into: &document)
    guard figures < lines.endIndex else { return document }
    line = figures + 2
    var isFinding = false
    for row in lines[(figures + 1)...] {
      if row == "--- findings" {
        isFinding = true
      } else if !row.isEmpty, !row.hasPrefix("#") {
        if isFinding { readFinding(row, into: &document) } else { readFigure(row, into: &document) }
      }
      line += 1
    }
    return document
  }

  private mutating func readHeader(_ header: String, into document: inout GoldDocument) {
    let sides = header.dropFirst(2).split(separator: ":", maxSplits: 1).map {
      String($0.drop { $0 == " " })
    }
    guard sides.count == 2 else { return fault("a header reads “# name: value”") }
    switch sides[0] {
    case "id": document.id = sides[1]
    case "published": document.published = sides[1] == "none" ? nil : sides[1]
    case "genre": document.genre = sides[1]
    default: fault("unknown header “\(sides[0])”; use id, published or genre")
    }
  }

  private mutating func readBody(
    _ lines: ArraySlice<String>, into document: inout GoldDocument
  ) {
    var text = String.UnicodeScalarView()
    var count = 0
    var open: [Int] = []
    var tail: String.UnicodeScalarView?
    var marks: [Mark] = []
    for scalar in lines.joined(separator: "\n").unicodeScalars {
      if let written = tail, scalar == "⟧" {
        marks.append(
          Mark(start: open.removeLast(), end: count, tail: String(written), line: line))
        tail = nil
        continue
      }
      if tail != nil, scalar != "\n" {
        tail?.append(scalar)
        continue
      }
      if let written = tail {
        // Types and values stand on one line, so that an open mark spoils no more than its own.
        fault("“|\(String(written))” is never closed; write ⟦mention|type|value⟧")
        open.removeLast()
        tail = nil
      }
      if scalar == "⟦" {
        open.append(count)
      } else if scalar == "|", !open.isEmpty {
        tail = .init()
      } else if scalar == "⟧" {
        fault("a stray ⟧; write ⟦mention|type|value⟧")
      } else {
        if scalar == "\n" { line += 1 }
        text.append(scalar)
        count += 1
      }
    }
    if !open.isEmpty { fault("⟦ is never closed") }
    finish(marks, text: text, into: &document)
  }

  /// A mark as it was read, its place in code points of the body.
  private struct Mark {
    var start: Int
    var end: Int
    /// What stands between the first bar and the end.
    var tail: String
    var line: Int
  }

  private mutating func finish(
    _ marks: [Mark], text: String.UnicodeScalarView, into document: inout GoldDocument
  ) {
    // Blank lines around the body are no part of the text.
    let scalars = Array(text)
    let lead = scalars.prefix { $0 == "\n" }.count
    let trail = lead == scalars.count ? 0 : scalars.reversed().prefix { $0 == "\n" }.count
    let body = scalars[lead..<scalars.count - trail]
    document.text = String(String.UnicodeScalarView(body))
    for mark in marks {
      let fields = mark.tail.split(separator: "|", omittingEmptySubsequences: false)
      let words = String(String.UnicodeScalarView(scalars[mark.start..<mark.end]))
      guard fields.count == 2 else {
        fault("“\(words)|\(mark.tail)”: write ⟦mention|type|value⟧", line: mark.line)
        continue
      }
      guard let type = MentionType(rawValue: String(fields[0])) else {
        let known = MentionType.allCases.map(\.rawValue).joined(separator: ", ")
        fault("“\(words)”: “\(fields[0])” is no type; use one of \(known)", line: mark.line)
        continue
      }
      guard mark.start < mark.end else {
        fault("an empty mention", line: mark.line)
        continue
      }
      document.mentions.append(
        GoldDocument.Mention(
          type: type, span: Span(mark.start - lead, mark.end - lead), text: words,
          value: String(fields[1])))
    }
    document.mentions.sort { left, right in
      left.span != right.span
        ? left.span < right.span
        : (left.type.rawValue, left.value) < (right.type.rawValue, right.value)
    }
  }

  private func fields(of row: String) -> [String] {
    row.split(separator: "\t", omittingEmptySubsequences: false).map(Cell.read)
  }

  private mutating func readFigure(_ row: String, into document: inout GoldDocument) {
    let fields = fields(of: row)
    guard fields.count == 7 else { return fault("a figure has 7 columns, not \(fields.count)") }
    let (amount, occurrence) = amount(in: fields[2], of: document)
    // It stays, so that the other columns are checked too; without a place it is never scored.
    if !document.mentions.contains(where: { $0.text == amount }) {
      fault("the figure's amount “\(fields[2])” is no mention")
    }
    document.figures.append(
      GoldDocument.Figure(
        action: fields[0], object: fields[1], amount: amount, occurrence: occurrence,
        aggregation: fields[3], period: fields[4], scope: fields[5], comparison: fields[6]))
  }

  /// Splits `560人次@3`, unless a mention has that very text.
  private func amount(
    in field: String, of document: GoldDocument
  ) -> (amount: String, occurrence: Int?) {
    guard let mark = field.lastIndex(of: "@"), let occurrence = Int(field[mark...].dropFirst()),
      occurrence > 0, !document.mentions.contains(where: { $0.text == field })
    else { return (field, nil) }
    return (String(field[..<mark]), occurrence)
  }

  private mutating func readFinding(_ row: String, into document: inout GoldDocument) {
    let fields = fields(of: row)
    guard fields.count == 4 else { return fault("a finding has 4 columns, not \(fields.count)") }
    for text in fields[1...2] where !document.text.contains(text) && !text.isEmpty {
      fault("“\(text)” does not stand in the text")
    }
    document.findings.append(
      GoldDocument.Finding(
        code: fields[0], first: fields[1], second: fields[2], note: fields[3]))
  }
}
