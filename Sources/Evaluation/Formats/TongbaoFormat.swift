import TongbaoText

/// Tongbao's own output, one document a line; keys that scoring has no use for are passed over.
///
/// The output leaves out the text, which its reader has. Here it may stand as `text`; without it
/// the slices of the mentions take its place where they were, so that spans can still be scored.
enum TongbaoFormat {
  static func read(_ file: AnnotationFile, into reading: inout AnnotationReading) {
    JSONLines.read(file, into: &reading) { object, reading in
      guard let id = object["id"]?.label else {
        return reading.fault(file.name, object.line, "the document has no “id”")
      }
      let marks = object["mentions"]?.array ?? []
      let text = object["text"]?.string ?? patchwork(of: marks)
      let scalars = ScalarText(text)
      var spans: [String: Span] = [:]
      var mentions: [AnnotatedDocument.Mention] = []
      for mark in marks {
        guard
          let mention = mention(mark, scalars, file: file.name, line: object.line, into: &reading)
        else { continue }
        mentions.append(mention)
        if let id = mark["id"]?.label { spans[id] = mention.span }
      }
      var document = AnnotatedDocument(
        id: id, published: object["published"]?.string ?? object["reference"]?["date"]?.string,
        genre: object["genre"]?.string ?? "", text: text, mentions: mentions,
        findings: (object["findings"]?.array ?? []).compactMap { .init($0, text: scalars) })
      var places = AmountPlaces(document.mentions.lazy.map { (scalars[$0.span], $0.span) })
      for figure in object["figures"]?.array ?? [] {
        if let placed = AnnotatedDocument.Figure(figure, mentions: spans, amounts: &places) {
          document.figures.append(placed)
        } else {
          reading.fault(
            file.name, object.line,
            "a figure of “\(id)” has no amount; give the “mention” by identifier or its text")
        }
      }
      reading.documents.append(document)
    }
  }

  private static func mention(
    _ mark: JSONValue, _ scalars: ScalarText, file: String, line: Int,
    into reading: inout AnnotationReading
  ) -> AnnotatedDocument.Mention? {
    guard let type = mark["type"]?.string, let start = mark["start"]?.integer,
      let end = mark["end"]?.integer
    else {
      reading.fault(file, line, "a mention needs “type”, “start” and “end”")
      return nil
    }
    let lunar = mark["lunar"]?.string.map { ";lunar=\($0)" } ?? ""
    let mention = reading.mention(
      type, start, end, value: mark["value"]?.string.map { $0 + lunar },
      rule: mark["rule"]?.string, in: scalars, file: file, line: line)
    if let mention, let text = mark["text"]?.string, text != scalars[mention.span] {
      reading.fault(
        file, line, "\(start)–\(end) is “\(scalars[mention.span])” in the text, not “\(text)”")
    }
    return mention
  }

  /// Longer than any bulletin: positions beyond it are faults, not reasons to fill memory.
  private static let longest = 10_000_000

  private static func patchwork(of marks: [JSONValue]) -> String {
    let end = marks.compactMap { $0["end"]?.integer }.max() ?? 0
    guard 0...longest ~= end else { return "" }
    var scalars = [Unicode.Scalar](repeating: "·", count: end)
    for mark in marks {
      guard let start = mark["start"]?.integer, let text = mark["text"]?.string, start >= 0 else {
        continue
      }
      for (index, scalar) in zip(start..<max(start, end), text.unicodeScalars) {
        scalars[index] = scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  static func write(_ documents: [AnnotatedDocument]) -> String {
    documents.map { json(of: $0).text + "\n" }.joined()
  }

  private static func json(of document: AnnotatedDocument) -> JSONValue {
    let scalars = ScalarText(document.text)
    return [
      "schema": 1, "id": .string(document.id), "published": JSONValue(document.published),
      "genre": .string(document.genre), "text": .string(document.text),
      "mentions": .array(
        document.mentions.enumerated().map { index, mention in
          json(of: mention, id: index, text: scalars[mention.span])
        }),
      "figures": .array(
        document.figures.map { $0.json(mention: document.mention(of: $0)) }),
      "findings": .array(document.findings.map(\.json)),
    ]
  }

  private static func json(
    of mention: AnnotatedDocument.Mention, id: Int, text: String
  ) -> JSONValue {
    var json: JSONValue = [
      "id": JSONValue(id), "type": .string(mention.type), "start": JSONValue(mention.span.start),
      "end": JSONValue(mention.span.end), "text": .string(text),
    ]
    if let value = mention.value {
      let parts = value.split(separator: ";lunar=", maxSplits: 1, omittingEmptySubsequences: false)
      json.set("value", .string(String(parts[0])))
      if parts.count == 2 { json.set("lunar", .string(String(parts[1]))) }
    }
    if let rule = mention.rule { json.set("rule", .string(rule)) }
    return json
  }
}
