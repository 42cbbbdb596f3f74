import TongbaoText

/// Writes one JSON object a line, schema 1: keys in a fixed order, spans in code points, numbers
/// as exact decimals.
///
/// An absent key means “does not apply”, `null` “open” or “unknown”. Cost is linear in the output.
public struct JSONLWriter: DocumentWriter {
  /// Keys of a document's line. A further key of the input by one of these names gives way.
  static let keys: Set<String> = [
    "schema", "id", "source", "reference", "repairs", "mentions", "figures", "findings",
  ]

  public init() {}

  public func write(_ document: Document, extra: [ExtraMember], to output: inout OutputBuffer) {
    var json = JSONBuilder(taking: &output)
    json.object { json in
      json.member("schema", 1)
      json.member("id", document.id)
      json.member("source", ifPresent: document.source)
      json.key("reference")
      write(document.reference, to: &json)
      json.array("repairs", of: document.repairs) { write($0, to: &$1) }
      json.key("mentions")
      json.value { writeMentions(document.mentions, to: &$0) }
      json.key("figures")
      json.value { writeFigures(of: document, to: &$0) }
      json.array("findings", of: document.findings) { write($0, to: &$1) }
      for member in extra {
        json.key(member.key)
        json.value(raw: member.json)
      }
    }
    json.give(back: &output)
    output.append(byte: UInt8(ascii: "\n"))
  }

  private func write(_ reference: ReferenceDate, to json: inout JSONBuilder) {
    json.object { json in
      json.member("date", orNull: reference.date)
      json.member("basis", reference.basis.rawValue)
      json.array("evidence", of: reference.evidence) { $1.value($0) }
      if !reference.alternatives.isEmpty {
        json.array("alternatives", of: reference.alternatives) { $1.value($0) }
      }
    }
  }

  private func write(_ repair: Repair, to json: inout JSONBuilder) {
    json.object { json in
      json.member("kind", repair.kind.rawValue)
      json.members(of: repair.span)
      json.member("text", repair.text)
      json.member("replacement", repair.replacement)
      if repair.isUncertain { json.member("uncertain", true) }
    }
  }

  private func write(_ finding: Finding, to json: inout JSONBuilder) {
    json.object { json in
      json.member("code", finding.code)
      json.member("severity", finding.severity.rawValue)
      json.array("spans", of: finding.spans) { span, json in
        json.list { json in
          json.value(span.start)
          json.value(span.end)
        }
      }
      json.member("message", finding.message)
      json.member("expected", ifPresent: finding.expected)
      json.member("found", ifPresent: finding.found)
    }
  }
}

extension Document {
  /// The mention of that identifier, which is its place in the list.
  func mention(_ id: Int) -> Mention? { position(ofMention: id).map { mentions[$0] } }

  func position(ofMention id: Int) -> Int? {
    if mentions.indices.contains(id), mentions[id].id == id { return id }
    return mentions.indices.first { mentions[$0].id == id }
  }
}

extension Mention {
  /// The canonical amount alone: `~120` of `~120 名`, `20.9` of `20.9%`.
  var valueWithoutUnit: String {
    let length = Self.amountLength(of: value, unit: unit)
    return length == value.utf8.count
      ? value : String(decoding: value.utf8.prefix(length), as: UTF8.self)
  }

  /// How many bytes of a value say the amount alone.
  static func amountLength(of value: String, unit: String?) -> Int {
    guard var unit else { return value.utf8.count }
    var value = value
    return value.withUTF8 { bytes in
      unit.withUTF8 { unit in
        let length = bytes.count - unit.count
        guard length >= 0, bytes[length...].elementsEqual(unit) else { return bytes.count }
        return length > 0 && bytes[length - 1] == UInt8(ascii: " ") ? length - 1 : length
      }
    }
  }
}

extension JSONBuilder {
  fileprivate mutating func members(of span: Span) {
    member("start", span.start)
    member("end", span.end)
  }
}
