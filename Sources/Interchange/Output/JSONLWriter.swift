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
    var json = JSONBuilder(output: output)
    // The encoder owns the bytes while it writes, so that they are not copied.
    output = OutputBuffer()
    json.object { json in
      json.member("schema", 1)
      json.member("id", document.id)
      json.member("source", ifPresent: document.source)
      json.key("reference")
      write(document.reference, to: &json)
      json.array("repairs", of: document.repairs) { write($0, to: &$1) }
      json.array("mentions", of: document.mentions) { write($0, to: &$1) }
      json.array("figures", of: document.figures) { figure, json in
        write(figure, of: document, to: &json)
      }
      json.array("findings", of: document.findings) { write($0, to: &$1) }
      for member in extra {
        json.key(member.key)
        json.value(raw: member.json)
      }
    }
    output = json.output
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

// MARK: Mentions

extension JSONLWriter {
  private func write(_ mention: Mention, to json: inout JSONBuilder) {
    json.object { json in
      json.member("id", mention.id)
      json.member("type", mention.type.rawValue)
      json.members(of: mention.span)
      json.member("text", mention.text)
      json.member("value", mention.value)
      json.member("lunar", ifPresent: mention.lunar)
      if let number = mention.number {
        json.key("number")
        json.object { json in
          json.member("min", orNull: number.min)
          json.member("max", orNull: number.max)
          json.member("approximation", number.approximation.rawValue)
        }
      }
      json.member("unit", ifPresent: mention.unit)
      json.member("dimension", ifPresent: mention.dimension?.rawValue)
      json.member("name", ifPresent: mention.name)
      if !mention.candidates.isEmpty {
        json.array("candidates", of: mention.candidates) { $1.value($0) }
      }
      json.member("rule", mention.rule)
      json.member("interval", ifPresent: mention.interval)
      json.member("clock", ifPresent: mention.clock)
      json.member("duration", ifPresent: mention.duration)
      if mention.isRepaired { json.member("repaired", true) }
    }
  }
}

// MARK: Figures

extension JSONLWriter {
  private func write(_ figure: Figure, of document: Document, to json: inout JSONBuilder) {
    let amount = document.position(ofMention: figure.mention)
    json.object { json in
      json.member("action", figure.action)
      json.member("object", figure.object)
      json.member("mention", figure.mention)
      if let amount {
        json.member(
          "value", document.mentions[amount].value, prefix: document.mentions[amount].amountLength)
        json.member("unit", ifPresent: document.mentions[amount].unit)
      } else {
        json.key("value")
        json.null()
      }
      json.member("aggregation", figure.aggregation.rawValue)
      json.object("period", orNull: figure.period) { period, json in
        json.member("value", period.value)
        json.member("mention", orNull: period.mention)
      }
      json.object("scope", orNull: figure.scope) { scope, json in
        json.member("text", scope.text)
        json.member("mention", orNull: scope.mention)
        json.member("code", ifPresent: scope.code)
      }
      json.object("comparison", orNull: figure.comparison) { comparison, json in
        json.member("value", comparison.value)
        json.member("kind", comparison.kind.rawValue)
        json.member("direction", comparison.direction.rawValue)
        json.member("percent", decimal: comparison.percent)
        json.member("base", orNull: comparison.base)
        json.member("mention", orNull: comparison.mention)
      }
      json.members(of: figure.span)
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
    let length = amountLength
    return length == value.utf8.count
      ? value : String(decoding: value.utf8.prefix(length), as: UTF8.self)
  }

  /// How many bytes of the value say the amount alone.
  var amountLength: Int {
    let bytes = value.utf8
    guard let unit, bytes.count >= unit.utf8.count else { return bytes.count }
    let end = bytes.index(bytes.endIndex, offsetBy: -unit.utf8.count)
    guard bytes[end...].elementsEqual(unit.utf8) else { return bytes.count }
    let length = bytes.count - unit.utf8.count
    return bytes[..<end].last == UInt8(ascii: " ") ? length - 1 : length
  }
}

extension JSONBuilder {
  fileprivate mutating func members(of span: Span) {
    member("start", span.start)
    member("end", span.end)
  }

  fileprivate mutating func member(_ name: StaticString, ifPresent interval: LocalInterval?) {
    guard let interval else { return }
    key(name)
    object { json in
      json.member("start", orNull: interval.start)
      json.member("end", orNull: interval.end)
    }
  }
}
