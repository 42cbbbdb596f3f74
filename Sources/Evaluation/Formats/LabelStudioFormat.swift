import TongbaoText

/// Label Studio's JSON: a list of tasks with the regions of their first annotation, or of their
/// first prediction where nobody has annotated. Values are the regions' meta text.
///
/// Offsets are code points. Old versions counted UTF-16 units; a region whose text only fits so
/// is read so.
enum LabelStudioFormat {
  static func read(_ file: AnnotationFile, into reading: inout AnnotationReading) {
    var parser = JSONParser(file.content)
    do {
      let value = try parser.parse()
      for task in value.array ?? [value] { read(task, file.name, into: &reading) }
    } catch {
      reading.fault(file.name, error.line, error.message)
    }
  }

  private static func read(_ task: JSONValue, _ file: String, into reading: inout AnnotationReading)
  {
    let line = task.object?.line ?? 1
    guard let text = task["data"]?["text"]?.string else {
      return reading.fault(file, line, "a task needs “data” with a “text”")
    }
    let scalars = ScalarText(text)
    let passes = [task["annotations"], task["completions"], task["predictions"]]
    let pass = passes.compactMap { $0?.array?.first }.first
    let id = task["data"]?["id"]?.label ?? task["id"]?.label ?? "\(reading.documents.count + 1)"
    var document = AnnotatedDocument(id: id, text: text)
    var mentions: [AnnotatedDocument.Mention] = []
    for region in pass?["result"]?.array ?? [] {
      // Relations, choices and ratings are no mentions.
      guard region["type"]?.string?.hasSuffix("labels") ?? true else { continue }
      let line = region.object?.line ?? line
      guard let label = region["value"]?["labels"]?.array?.first?.string,
        let span = span(of: region, in: scalars)
      else {
        reading.fault(
          file, line, "a region needs a value with labels, and a start and end in the text")
        continue
      }
      let value = region["meta"]?["text"]?.array?.first?.string
      mentions.append(.init(type: label, span: span, value: value))
    }
    document = AnnotatedDocument(id: id, text: text, mentions: mentions)
    document.readExtras(task["data"]?["tongbao"], scalars)
    reading.documents.append(document)
  }

  private static func span(of region: JSONValue, in scalars: ScalarText) -> Span? {
    guard let start = region["value"]?["start"]?.integer,
      let end = region["value"]?["end"]?.integer,
      0 <= start, start < end
    else { return nil }
    let span = Span(start, end)
    let fits = scalars.holds(span)
    guard let text = region["value"]?["text"]?.string else { return fits ? span : nil }
    if fits, scalars[span] == text { return span }
    let units = utf16Span(start, end, in: scalars)
    if let units, scalars[units] == text { return units }
    return fits ? span : nil
  }

  private static func utf16Span(_ start: Int, _ end: Int, in scalars: ScalarText) -> Span? {
    var offset = 0
    var first: Int?
    for (index, scalar) in scalars.scalars.enumerated() {
      if offset == start { first = index }
      offset += scalar.value > 0xFFFF ? 2 : 1
      if offset == end, let first { return Span(first, index + 1) }
    }
    return nil
  }

  static func write(_ documents: [AnnotatedDocument]) -> String {
    let tasks = documents.enumerated().map { json(of: $1, number: $0 + 1) }
    return JSONValue.array(tasks).text(levels: 1) + "\n"
  }

  private static func json(of document: AnnotatedDocument, number: Int) -> JSONValue {
    let scalars = ScalarText(document.text)
    let regions = document.mentions.enumerated().map { index, mention -> JSONValue in
      var region: JSONValue = [
        "id": .string("m\(index)"), "type": "labels", "from_name": "label", "to_name": "text",
        "value": [
          "start": JSONValue(mention.span.start), "end": JSONValue(mention.span.end),
          "text": .string(scalars[mention.span]), "labels": [.string(mention.type)],
        ],
      ]
      if let value = mention.value { region.set("meta", ["text": [.string(value)]]) }
      return region
    }
    let relations = MentionLink.all(in: document).map { link -> JSONValue in
      [
        "type": "relation", "from_id": .string("m\(link.from)"), "to_id": .string("m\(link.to)"),
        "direction": "right", "labels": [.string(link.kind)],
      ]
    }
    return [
      "id": JSONValue(number),
      "data": [
        "id": .string(document.id), "text": .string(document.text), "tongbao": document.extras,
      ],
      "annotations": [["result": .array(regions + relations)]],
    ]
  }
}
