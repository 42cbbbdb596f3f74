import TongbaoText

/// A token a line with its types as `B-`, `I-`, `O` (also `E-`, `S-`, `L-`, `U-`), an empty line
/// behind each sentence.
///
/// Written files take each character as a token and each line of the text as a sentence, whose
/// exact text stands before it as a comment. Nested mentions get a further column a level, and
/// values a last column. Foreign files need only the token in the first column and the types in
/// the last; tokens are then joined, with a blank between those that are not Chinese.
///
/// ```
/// # newdoc id = a-01
/// # text = 延安市公安局
/// 延⇥B-organization⇥B-place⇥{"values":["-","610600"]}
/// ```
enum ConllFormat {
  static func isToken(_ line: Substring) -> Bool {
    let fields = line.split { $0 == "\t" || $0 == " " || $0 == "\r" }
    return fields.count >= 2 && fields.contains { Tag($0) != nil }
  }

  static func read(_ file: AnnotationFile, into reading: inout AnnotationReading) {
    var reader = ConllReader(file: file.name)
    let lines = file.content.unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      reader.read(String(line), line: index + 1, into: &reading)
    }
    reader.finishDocument(into: &reading)
  }

  static func write(_ documents: [AnnotatedDocument]) -> String {
    documents.map(rows).joined()
  }

  private static func rows(of document: AnnotatedDocument) -> String {
    let scalars = ScalarText(document.text)
    let levels = levels(of: document.mentions)
    var result = "# newdoc id = \(document.id)\n# tongbao = \(document.extras.text)\n"
    var lineStart = 0
    for line in scalars.scalars.split(separator: "\n", omittingEmptySubsequences: false) {
      result += "# text = \(String(String.UnicodeScalarView(line)))\n"
      for index in lineStart..<lineStart + line.count
      where !scalars.scalars[index].properties.isWhitespace {
        result += row(at: index, scalars, levels) + "\n"
      }
      result += "\n"
      lineStart += line.count + 1
    }
    return result
  }

  private static func row(
    at index: Int, _ scalars: ScalarText, _ levels: [[AnnotatedDocument.Mention]]
  ) -> String {
    var columns = [String(scalars.scalars[index])]
    var values: [JSONValue] = []
    for level in levels {
      // Mentions of a level lie apart in text order.
      let place = level.partition { $0.span.end > index }
      guard place < level.count, level[place].span.start <= index else {
        columns.append("O")
        continue
      }
      let mention = level[place]
      let isFirst = mention.span.start == index
      columns.append((isFirst ? "B-" : "I-") + mention.type)
      if isFirst { values.append(JSONValue(mention.value)) }
    }
    if levels.isEmpty { columns.append("O") }
    if !values.isEmpty {
      columns.append((["values": .array(values)] as JSONValue).text)
    }
    return columns.joined(separator: "\t")
  }

  /// Puts the mentions on as few levels as leave none overlapping another, the outer first.
  private static func levels(
    of mentions: [AnnotatedDocument.Mention]
  ) -> [[AnnotatedDocument.Mention]] {
    var levels: [[AnnotatedDocument.Mention]] = []
    for mention in mentions {
      let free = levels.firstIndex { ($0.last?.span.end ?? 0) <= mention.span.start }
      if let free { levels[free].append(mention) } else { levels.append([mention]) }
    }
    return levels
  }
}

/// A tag such as `B-date` or `O`.
private struct Tag {
  /// `B`, `I` or `O`; the other schemes come down to these.
  var position: Character
  var type: String

  init?(_ text: some StringProtocol) {
    if text == "O" {
      (position, type) = ("O", "")
      return
    }
    guard let first = text.first, text.dropFirst().first == "-", text.count > 2,
      let position = ["B": "B", "S": "B", "U": "B", "I": "I", "M": "I", "E": "I", "L": "I"][first]
    else { return nil }
    (self.position, type) = (Character(position), String(text.dropFirst(2)))
  }
}

extension Array {
  /// The first place where the test holds, in an array where it holds from some place on.
  fileprivate func partition(_ test: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Rebuilds text and mentions from the rows.
private struct ConllReader {
  private struct Open {
    var type: String
    var start: Int
    var end: Int
    var value: String?
  }

  let file: String
  private var id: String?
  private var extras: JSONValue?
  private var scalars: [Unicode.Scalar] = []
  private var mentions: [AnnotatedDocument.Mention] = []
  /// The mention that goes on in each column.
  private var open: [Open?] = []
  /// Where the next token is looked for; only within a sentence whose text is given.
  private var cursor = 0
  private var hasText = false
  private var isInSentence = false
  private var isEmpty = true
  private var documents = 0

  init(file: String) { self.file = file }

  mutating func read(_ row: String, line: Int, into reading: inout AnnotationReading) {
    if row.hasPrefix("# "), let mark = row.firstRange(of: " = ") {
      readComment(row[..<mark.lowerBound], row[mark.upperBound...], line, into: &reading)
    } else if row.allSatisfy(\.isWhitespace) {
      finishSentence()
    } else if row.hasPrefix("-DOCSTART-") {
      finishDocument(into: &reading)
    } else {
      readToken(row, line: line, into: &reading)
    }
  }

  private mutating func readComment(
    _ name: Substring, _ value: Substring, _ line: Int, into reading: inout AnnotationReading
  ) {
    switch name {
    case "# newdoc id":
      finishDocument(into: &reading)
      id = String(value)
    case "# tongbao":
      var parser = JSONParser(value, firstLine: line)
      do {
        extras = try parser.parse()
      } catch {
        reading.fault(file, error.line, error.message)
      }
    case "# text":
      finishSentence()
      if !isEmpty { scalars.append("\n") }
      cursor = scalars.count
      scalars += value.unicodeScalars
      (hasText, isInSentence, isEmpty) = (true, true, false)
    default: return
    }
  }

  private mutating func readToken(
    _ row: String, line: Int, into reading: inout AnnotationReading
  ) {
    let isTabbed = row.contains("\t")
    let fields = row.split { isTabbed ? $0 == "\t" || $0 == "\r" : $0.isWhitespace }
    let tags = fields.dropFirst().compactMap { Tag($0) }
    guard let token = fields.first, !tags.isEmpty else {
      return reading.fault(file, line, "a row needs a token and a tag such as B-date or O")
    }
    guard let span = place(Array(token.unicodeScalars)) else {
      return reading.fault(file, line, "“\(token)” does not stand next in the sentence's text")
    }
    let values = values(in: fields.last ?? "")
    var next = values[...]
    while open.count < tags.count { open.append(nil) }
    for (column, tag) in tags.enumerated() {
      if tag.position == "I", let mention = open[column], mention.type == tag.type {
        open[column]?.end = span.end
        continue
      }
      close(column)
      guard tag.position != "O" else { continue }
      open[column] = Open(
        type: tag.type, start: span.start, end: span.end, value: next.popFirst()?.string)
    }
  }

  private func values(in field: Substring) -> [JSONValue] {
    guard field.hasPrefix("{") else { return [] }
    var parser = JSONParser(field)
    return (try? parser.parse())?["values"]?.array ?? []
  }

  /// Finds the token in the text of its sentence, or adds it to a text that is not given.
  private mutating func place(_ token: [Unicode.Scalar]) -> Span? {
    if hasText {
      while cursor < scalars.count, scalars[cursor].properties.isWhitespace { cursor += 1 }
      guard scalars[cursor...].starts(with: token) else { return nil }
      cursor += token.count
      return Span(cursor - token.count, cursor)
    }
    if !isInSentence, !isEmpty { scalars.append("\n") }
    if isInSentence, let last = scalars.last, let first = token.first, !Self.joins(last, first) {
      scalars.append(" ")
    }
    (isInSentence, isEmpty) = (true, false)
    scalars += token
    return Span(scalars.count - token.count, scalars.count)
  }

  /// Chinese characters and punctuation stand without blanks.
  private static func joins(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    left.value >= 0x2E80 || right.value >= 0x2E80
  }

  private mutating func close(_ column: Int) {
    guard let mention = open[column] else { return }
    mentions.append(
      .init(type: mention.type, span: Span(mention.start, mention.end), value: mention.value))
    open[column] = nil
  }

  private mutating func finishSentence() {
    // A written line end inside a mention does not end it; in foreign files sentences do.
    if !hasText { for column in open.indices { close(column) } }
    isInSentence = false
  }

  mutating func finishDocument(into reading: inout AnnotationReading) {
    for column in open.indices { close(column) }
    defer { self = Self(file: file, documents: documents) }
    guard !isEmpty else { return }
    documents += 1
    let text = String(String.UnicodeScalarView(scalars))
    var document = AnnotatedDocument(
      id: id ?? (documents == 1 ? file : "\(file)-\(documents)"), text: text, mentions: mentions)
    document.readExtras(extras, ScalarText(text))
    reading.documents.append(document)
  }

  private init(file: String, documents: Int) {
    self.file = file
    self.documents = documents
  }
}
