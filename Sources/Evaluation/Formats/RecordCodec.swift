import TongbaoText

/// Figures and findings as JSON, the same in every format that has a place for it.
extension AnnotatedDocument.Figure {
  /// - Parameter mention: the place of the amount's mention in the document's list.
  func json(mention: Int?) -> JSONValue {
    var value: JSONValue = [
      "action": .string(action), "object": .string(object),
      "mention": mention.map { JSONValue($0) } ?? .null,
      "aggregation": .string(aggregation),
    ]
    value.set("period", period.isEmpty ? .null : ["value": .string(period)])
    value.set("scope", scope.isEmpty ? .null : ["text": .string(scope)])
    value.set("comparison", comparisonJSON)
    value.set("start", JSONValue(amount.start))
    value.set("end", JSONValue(amount.end))
    return value
  }

  private static let directions = ["+": "up", "-": "down", "=": "flat"]

  private var comparisonJSON: JSONValue {
    guard let sign = comparison.last.map(String.init), let direction = Self.directions[sign] else {
      return comparison.isEmpty ? .null : .string(comparison)
    }
    let kind = String(comparison.dropLast())
    let base = kind.hasPrefix("base:") ? String(kind.dropFirst(5)) : nil
    return [
      "kind": .string(base == nil ? kind : "base"), "direction": .string(direction),
      "base": JSONValue(base),
    ]
  }

  /// - Parameters:
  ///   - mentions: spans by mention identifier, as figures refer to them.
  ///   - amounts: where amounts stand that are given as written, `"amount": "560人次"`.
  init?(_ json: JSONValue, mentions: [String: Span], amounts: inout AmountPlaces) {
    let own: Span? =
      if let start = json["start"]?.integer, let end = json["end"]?.integer, 0 <= start,
        start <= end
      {
        Span(start, end)
      } else {
        nil
      }
    let named = json["mention"]?.label.flatMap { mentions[$0] } ?? own
    guard
      let amount = named ?? json["amount"]?.string.flatMap({ amounts.place(of: $0) })
    else { return nil }
    self.init(
      amount: amount, action: json["action"]?.string ?? "", object: json["object"]?.string ?? "",
      aggregation: json["aggregation"]?.string ?? "plain",
      period: json["period"]?.string ?? json["period"]?["value"]?.string ?? "",
      scope: json["scope"]?.string ?? json["scope"]?["text"]?.string ?? "",
      comparison: Self.comparison(json["comparison"]))
  }

  private static func comparison(_ json: JSONValue?) -> String {
    if let written = json?.string { return written }
    guard let kind = json?["kind"]?.string else { return "" }
    let direction = json?["direction"]?.string
    let sign = directions.first { $0.value == direction }?.key ?? ""
    return (kind == "base" ? "base:\(json?["base"]?.string ?? "")" : kind) + sign
  }
}

extension AnnotatedDocument.Finding {
  var json: JSONValue {
    [
      "code": .string(code), "severity": "error",
      "spans": .array(spans.map { [JSONValue($0.start), JSONValue($0.end)] }),
      "message": .string(note), "quotes": .array(quotes.map { .string($0) }),
    ]
  }

  init?(_ json: JSONValue, text: ScalarText) {
    guard let code = json["code"]?.string else { return nil }
    let spans = (json["spans"]?.array ?? []).compactMap { pair -> Span? in
      guard let sides = pair.array, sides.count == 2, let start = sides[0].integer,
        let end = sides[1].integer, 0 <= start, start <= end, end <= text.count
      else { return nil }
      return Span(start, end)
    }
    let written = [json["first"], json["second"]].compactMap { $0?.string }.filter { !$0.isEmpty }
    let cited = written.isEmpty ? spans.map { text[$0] } : written
    let quotes = json["quotes"]?.array?.compactMap(\.string) ?? cited
    let places = spans.isEmpty && !written.isEmpty ? written.flatMap(text.places) : spans
    self.init(
      code: code, quotes: quotes, spans: places,
      note: json["message"]?.string ?? json["note"]?.string ?? "")
  }
}

extension AnnotatedDocument {
  /// The place of the figure's amount among the mentions.
  func mention(of figure: Figure) -> Int? { mentions.firstIndex { $0.span == figure.amount } }

  /// What has no place of its own in the formats of other tools.
  var extras: JSONValue {
    [
      "published": JSONValue(published), "genre": .string(genre),
      "figures": .array(figures.map { $0.json(mention: nil) }),
      "findings": .array(findings.map(\.json)),
    ]
  }

  mutating func readExtras(_ json: JSONValue?, _ scalars: ScalarText) {
    guard let json else { return }
    published = json["published"]?.string
    genre = json["genre"]?.string ?? ""
    var places = AmountPlaces(mentions.lazy.map { (scalars[$0.span], $0.span) })
    figures = (json["figures"]?.array ?? []).compactMap {
      Figure($0, mentions: [:], amounts: &places)
    }
    findings = (json["findings"]?.array ?? []).compactMap { Finding($0, text: scalars) }
  }
}
