/// Doccano's JSON lines for sequence labelling: entities with relations, or plain triples
/// `[start, end, label]`. Offsets are code points.
enum DoccanoFormat {
  static func read(_ file: AnnotationFile, into reading: inout AnnotationReading) {
    var number = 0
    JSONLines.read(file, into: &reading) { object, reading in
      number += 1
      guard let text = (object["text"] ?? object["data"])?.string else {
        return reading.fault(file.name, object.line, "the document has no “text”")
      }
      let scalars = ScalarText(text)
      let own = object["tongbao"]
      let marks = (object["entities"] ?? object["label"] ?? object["labels"])?.array ?? []
      var document = AnnotatedDocument(
        id: (own?["id"] ?? object["id"])?.label ?? "\(number)", text: text,
        mentions: marks.compactMap { mark in
          guard let (start, end, label) = fields(of: mark) else {
            reading.fault(file.name, object.line, "an entity needs a start, an end and a label")
            return nil
          }
          return reading.mention(
            label, start, end, value: mark["value"]?.string, in: scalars, file: file.name,
            line: object.line)
        })
      document.readExtras(own, scalars)
      reading.documents.append(document)
    }
  }

  private static func fields(of mark: JSONValue) -> (start: Int, end: Int, label: String)? {
    if let triple = mark.array {
      guard triple.count == 3, let start = triple[0].integer, let end = triple[1].integer,
        let label = triple[2].string
      else { return nil }
      return (start, end, label)
    }
    guard let start = mark["start_offset"]?.integer, let end = mark["end_offset"]?.integer,
      let label = mark["label"]?.string
    else { return nil }
    return (start, end, label)
  }

  static func write(_ documents: [AnnotatedDocument]) -> String {
    documents.enumerated().map { index, document in
      json(of: document, number: index + 1).text + "\n"
    }.joined()
  }

  private static func json(of document: AnnotatedDocument, number: Int) -> JSONValue {
    var own = document.extras
    own.set("id", .string(document.id))
    return [
      "id": JSONValue(number), "text": .string(document.text),
      "entities": .array(
        document.mentions.enumerated().map { index, mention in
          var entity: JSONValue = [
            "id": JSONValue(index), "label": .string(mention.type),
            "start_offset": JSONValue(mention.span.start),
            "end_offset": JSONValue(mention.span.end),
          ]
          if let value = mention.value { entity.set("value", .string(value)) }
          return entity
        }),
      "relations": .array(
        MentionLink.all(in: document).enumerated().map { index, link in
          [
            "id": JSONValue(index), "from_id": JSONValue(link.from), "to_id": JSONValue(link.to),
            "type": .string(link.kind),
          ]
        }),
      "Comments": [], "tongbao": own,
    ]
  }
}

/// A tie between two mentions that shows a figure to people in tools that draw relations.
///
/// The figure itself is kept beside it in full; a period or scope is drawn where a mention says it.
struct MentionLink {
  var kind: String
  /// Places in the document's list of mentions.
  var from: Int
  var to: Int

  static func all(in document: AnnotatedDocument) -> [MentionLink] {
    let scalars = ScalarText(document.text)
    return document.figures.flatMap { figure -> [MentionLink] in
      guard let amount = document.mention(of: figure) else { return [] }
      func nearest(_ isMeant: (AnnotatedDocument.Mention) -> Bool) -> Int? {
        document.mentions.indices.filter { $0 != amount && isMeant(document.mentions[$0]) }
          .min { distance($0) < distance($1) }
      }
      func distance(_ index: Int) -> Int {
        abs(document.mentions[index].span.start - figure.amount.start)
      }
      let period = figure.period.isEmpty ? nil : nearest { $0.value == figure.period }
      let scope = figure.scope.isEmpty ? nil : nearest { scalars[$0.span] == figure.scope }
      return [("period", period), ("scope", scope)].compactMap { kind, target in
        target.map { MentionLink(kind: kind, from: amount, to: $0) }
      }
    }
  }
}
