import TongbaoText

/// Brat's standoff pairs: `x.txt` holds the text, `x.ann` the marks. Offsets are code points.
///
/// ```
/// T1⇥count 12 17⇥560人次
/// #1⇥AnnotatorNotes T1⇥560 人次
/// R1⇥period Arg1:T1 Arg2:T2
/// #2⇥TongbaoNotes T1⇥{"published":…,"figures":[…],"findings":[…]}
/// ```
/// Values are the annotator's notes, where brat shows and edits them. Relations draw the figures;
/// the record of the whole document hangs on its first mark as a note of its own kind.
enum BratFormat {
  static func isAnnotation(_ line: Substring) -> Bool {
    guard let kind = line.first, "TREAMN#*".contains(kind) else { return false }
    let name = line.dropFirst().prefix { $0 != "\t" }
    let isNumbered = name.allSatisfy(\.isNumber) && (kind == "*") == name.isEmpty
    return isNumbered && line.contains("\t")
  }

  static func read(_ files: [AnnotationFile], into reading: inout AnnotationReading) {
    var texts: [Substring: AnnotationFile] = [:]
    for file in files where file.name.hasSuffix(".txt") { texts[file.name.dropLast(4)] = file }
    for file in files where file.name.hasSuffix(".ann") {
      guard let text = texts[file.name.dropLast(4)] else {
        reading.fault(file.name, 1, "there is no \(file.name.dropLast(4)).txt beside it")
        continue
      }
      var pair = BratPair(file: file.name, text: text.content)
      let lines = file.content.unicodeScalars.split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        pair.read(String(line), line: index + 1, into: &reading)
      }
      let stem = file.name.split(separator: "/").last?.dropLast(4) ?? ""
      reading.documents.append(pair.document(id: String(stem)))
    }
  }

  static func write(_ documents: [AnnotatedDocument]) -> [AnnotationFile] {
    zip(documents, fileNames(of: documents)).flatMap { document, name in
      [
        AnnotationFile(name: name + ".txt", content: document.text),
        AnnotationFile(name: name + ".ann", content: annotation(of: document)),
      ]
    }
  }

  private static func annotation(of document: AnnotatedDocument) -> String {
    let scalars = ScalarText(document.text)
    var lines: [String] = []
    var notes = 0
    for (index, mention) in document.mentions.enumerated() {
      let name = "T\(index + 1)"
      let ranges = lineRanges(of: mention.span, in: scalars)
      let offsets = ranges.map { "\($0.start) \($0.end)" }.joined(separator: ";")
      let words = ranges.map { scalars[$0] }.joined(separator: " ")
      lines.append("\(name)\t\(mention.type) \(offsets)\t\(words)")
      if let value = mention.value {
        notes += 1
        lines.append("#\(notes)\tAnnotatorNotes \(name)\t\(value)")
      }
    }
    for (index, link) in MentionLink.all(in: document).enumerated() {
      lines.append("R\(index + 1)\t\(link.kind) Arg1:T\(link.from + 1) Arg2:T\(link.to + 1)")
    }
    var record = document.extras
    record.set("id", .string(document.id))
    lines.append("#\(notes + 1)\tTongbaoNotes T1\t\(record.text)")
    return lines.map { $0 + "\n" }.joined()
  }

  /// Brat draws a mark line by line: one over a line end has a range for each line.
  private static func lineRanges(of span: Span, in scalars: ScalarText) -> [Span] {
    let pieces = scalars.scalars[span.start..<span.end].split(separator: "\n")
    return pieces.isEmpty ? [span] : pieces.map { Span($0.startIndex, $0.endIndex) }
  }
}

/// Reads the lines of one `.ann` file.
private struct BratPair {
  let file: String
  let text: String
  let scalars: ScalarText
  private var marks: [(name: Substring, mention: AnnotatedDocument.Mention)] = []
  private var values: [Substring: String] = [:]
  private var record: JSONValue?

  init(file: String, text: String) {
    self.file = file
    self.text = text
    scalars = ScalarText(text)
  }

  mutating func read(_ row: String, line: Int, into reading: inout AnnotationReading) {
    let fields = row.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    switch row.first {
    case nil, "\r": return
    case "T": readMark(fields, line: line, into: &reading)
    case "#": readNote(fields, line: line, into: &reading)
    // Relations, events, attributes and normalizations say nothing that is scored.
    case "R", "E", "A", "M", "N", "*": return
    default: reading.fault(file, line, "“\(row.prefix(20))” is no standoff annotation")
    }
  }

  private mutating func readMark(
    _ fields: [Substring], line: Int, into reading: inout AnnotationReading
  ) {
    guard fields.count >= 2, let blank = fields[1].firstIndex(of: " ") else {
      return reading.fault(file, line, "a mark reads “T1⇥type start end⇥text”")
    }
    let offsets = fields[1][blank...].split { $0 == " " || $0 == ";" }.map { Int($0) }
    guard offsets.count >= 2, offsets.count.isMultiple(of: 2), let start = offsets[0],
      let end = offsets[offsets.count - 1]
    else {
      return reading.fault(file, line, "a mark reads “T1⇥type start end⇥text”")
    }
    let type = String(fields[1][..<blank])
    guard
      let mention = reading.mention(
        type, start, end, value: nil, in: scalars, file: file, line: line)
    else { return }
    if fields.count > 2, offsets.count == 2, scalars[mention.span] != fields[2] {
      let words = scalars[mention.span]
      reading.fault(file, line, "\(start)–\(end) is “\(words)” in the text, not “\(fields[2])”")
    }
    marks.append((fields[0], mention))
  }

  private mutating func readNote(
    _ fields: [Substring], line: Int, into reading: inout AnnotationReading
  ) {
    guard fields.count == 3 else { return }
    let head = fields[1].split(separator: " ")
    if head.first == "TongbaoNotes" {
      var parser = JSONParser(fields[2], firstLine: line)
      do {
        record = try parser.parse()
      } catch {
        reading.fault(file, error.line, error.message)
      }
    } else if head.first == "AnnotatorNotes", head.count == 2 {
      values[head[1]] = String(fields[2])
    }
  }

  func document(id: String) -> AnnotatedDocument {
    let mentions = marks.map { name, mention in
      var mention = mention
      mention.value = values[name]
      return mention
    }
    var document = AnnotatedDocument(
      id: record?["id"]?.string ?? id, text: text, mentions: mentions)
    document.readExtras(record, scalars)
    return document
  }
}
