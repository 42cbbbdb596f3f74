import TongbaoText

/// Writes findings as SARIF 2.1.0, so that editors and code hosts show them in place.
///
/// One run holds all results. Columns are code points from 1, which the run says of itself. Unlike
/// the other writers it remembers whether a result came before, for the comma between them; so one
/// caller writes the documents in order.
///
/// Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
public struct SARIFWriter {
  private let toolVersion: String
  private var hasResults = false

  public init(toolVersion: String) { self.toolVersion = toolVersion }

  public mutating func begin(_ output: inout OutputBuffer) {
    hasResults = false
    var json = JSONBuilder()
    json.object { json in
      json.member("name", "tongbao")
      json.member("version", toolVersion)
      json.array("rules", of: FindingCatalogue.entries) { entry, json in
        json.object { json in
          json.member("id", entry.code)
          message("shortDescription", entry.meaning, to: &json)
          message("fullDescription", "\(entry.meaning) Example: \(entry.example)", to: &json)
        }
      }
    }
    output.append(
      """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[\
      {"columnKind":"unicodeCodePoints","newlineSequences":["\\r\\n","\\n","\\r"],\
      "tool":{"driver":
      """)
    output.append(json.output)
    output.append("},\"results\":[")
  }

  public mutating func write(_ document: Document, to output: inout OutputBuffer) {
    guard !document.findings.isEmpty else { return }
    let text = ReportText(document.text)
    for finding in document.findings {
      output.append(hasResults ? ",\n" : "\n")
      hasResults = true
      var json = JSONBuilder()
      write(finding, of: document, text, to: &json)
      output.append(json.output)
    }
  }

  public func end(_ output: inout OutputBuffer) { output.append("\n]}]}\n") }

  private func write(
    _ finding: Finding, of document: Document, _ text: ReportText, to json: inout JSONBuilder
  ) {
    json.object { json in
      json.member("ruleId", finding.code)
      if let index = FindingCatalogue.index(of: finding.code) { json.member("ruleIndex", index) }
      json.member("level", finding.severity.rawValue)
      message("message", finding.message, to: &json)
      json.array("locations", of: Array(finding.spans.prefix(1))) { span, json in
        location(span, of: document, text, to: &json)
      }
      let related = finding.spans.dropFirst().enumerated()
      if !related.isEmpty {
        json.array("relatedLocations", of: Array(related)) { item, json in
          location(item.element, of: document, text, id: item.offset + 1, to: &json)
        }
      }
      json.key("partialFingerprints")
      json.object { $0.member("finding/v1", fingerprint(of: finding, text)) }
    }
  }

  private func location(
    _ span: Span, of document: Document, _ text: ReportText, id: Int? = nil,
    to json: inout JSONBuilder
  ) {
    let start = text.lines.place(of: span.start)
    let end = text.lines.place(of: span.end)
    json.object { json in
      if let id { json.member("id", id) }
      json.key("physicalLocation")
      json.object { json in
        json.key("artifactLocation")
        json.object { $0.member("uri", Self.uri(of: document.source ?? document.id)) }
        json.key("region")
        json.object { json in
          json.member("startLine", start.line)
          json.member("startColumn", start.column)
          json.member("endLine", end.line)
          json.member("endColumn", end.column)
          message("snippet", text.slice(span), to: &json)
        }
      }
      // A file can hold many documents; their lines count from their own beginning.
      json.array("logicalLocations", of: [document.id]) { id, json in
        json.object { $0.member("name", id) }
      }
    }
  }

  private func message(_ name: StaticString, _ text: String, to json: inout JSONBuilder) {
    json.key(name)
    json.object { $0.member("text", text) }
  }

  /// Stays the same when lines move: the code and the words, not their places.
  private func fingerprint(of finding: Finding, _ text: ReportText) -> String {
    var hash = FNV1a()
    hash.combine(finding.code)
    for span in finding.spans { hash.combine(text.slice(span)) }
    return hash.description
  }

  /// The path as a reference by RFC 3986, `file:` for an absolute one.
  static func uri(of path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isPlain || "/-._~".unicodeScalars.contains(scalar) {
        uri.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += (digits.count == 1 ? "%0" : "%") + digits
      }
    }
    return uri
  }
}
