import TongbaoText

extension JSONLWriter {
  /// The list of a document's figures.
  func writeFigures(of document: Document, to output: inout OutputBuffer) {
    let (figures, mentions) = (document.figures, document.mentions)
    output.append(byte: UInt8(ascii: "["))
    for index in figures.indices {
      let amount = document.position(ofMention: figures[index].mention)
      let room = Self.room(for: index, of: figures, amount, of: mentions)
      output.fill(atMost: room) { room in
        var cursor = JSONCursor(room)
        if index > 0 { cursor.piece(",") }
        Self.write(figures[index], amount, of: mentions, to: &cursor)
        return cursor.position
      }
    }
    output.append(byte: UInt8(ascii: "]"))
  }

  /// The names of the members and of the kinds take less than this.
  private static let roomForNames = 512

  private static func room(
    for index: Int, of figures: [Figure], _ amount: Int?, of mentions: [Mention]
  ) -> Int {
    var room = roomForNames + 6 * JSONCursor.roomForNumber
    room += JSONCursor.room(for: figures[index].action)
    room += JSONCursor.room(for: figures[index].object)
    room += figures[index].period.map { JSONCursor.room(for: $0.value) } ?? 0
    if let scope = figures[index].scope {
      room += JSONCursor.room(for: scope.text) + (scope.code.map(JSONCursor.room) ?? 0)
    }
    if let comparison = figures[index].comparison {
      // Its base is part of its value as well.
      room +=
        2 * (comparison.base.map(JSONCursor.room) ?? 0) + (comparison.percent?.utf8.count ?? 0)
    }
    if let amount {
      room += JSONCursor.room(for: mentions[amount].value)
      room += mentions[amount].unit.map(JSONCursor.room) ?? 0
    }
    return room
  }

  private static func write(
    _ figure: borrowing Figure, _ amount: Int?, of mentions: [Mention], to json: inout JSONCursor
  ) {
    json.piece("{\"action\":")
    json.text(figure.action)
    json.piece(",\"object\":")
    json.text(figure.object)
    json.piece(",\"mention\":")
    json.number(figure.mention)
    json.piece(",\"value\":")
    if let amount {
      write(amountOf: mentions[amount].value, unit: mentions[amount].unit, to: &json)
    } else {
      json.piece("null")
    }
    json.piece(figure.aggregation.member)
    if let period = figure.period {
      write(period, to: &json)
    } else {
      json.piece(",\"period\":null")
    }
    if let scope = figure.scope { write(scope, to: &json) } else { json.piece(",\"scope\":null") }
    if let comparison = figure.comparison {
      write(comparison, to: &json)
    } else {
      json.piece(",\"comparison\":null")
    }
    json.piece(",\"start\":")
    json.number(figure.span.start)
    json.piece(",\"end\":")
    json.number(figure.span.end)
    json.piece("}")
  }

  @inline(__always)
  private static func write(amountOf value: String, unit: String?, to json: inout JSONCursor) {
    json.text(value, prefix: Mention.amountLength(of: value, unit: unit))
    guard let unit else { return }
    json.piece(",\"unit\":")
    json.text(unit)
  }

  private static func write(_ period: Figure.Period, to json: inout JSONCursor) {
    json.piece(",\"period\":{\"value\":")
    json.text(period.value)
    write(mention: period.mention, to: &json)
    json.piece("}")
  }

  private static func write(_ scope: Figure.Scope, to json: inout JSONCursor) {
    json.piece(",\"scope\":{\"text\":")
    json.text(scope.text)
    write(mention: scope.mention, to: &json)
    if let code = scope.code {
      json.piece(",\"code\":")
      json.text(code)
    }
    json.piece("}")
  }

  private static func write(_ comparison: Figure.Comparison, to json: inout JSONCursor) {
    json.piece(",\"comparison\":{\"value\":")
    json.text(comparison.value)
    json.piece(",\"kind\":")
    json.text(comparison.kind.rawValue)
    json.piece(",\"direction\":")
    json.text(comparison.direction.rawValue)
    json.piece(",\"percent\":")
    if let percent = comparison.percent { json.plain(percent) } else { json.piece("null") }
    json.piece(",\"base\":")
    if let base = comparison.base { json.text(base) } else { json.piece("null") }
    write(mention: comparison.mention, to: &json)
    json.piece("}")
  }

  @inline(__always)
  private static func write(mention: Int?, to json: inout JSONCursor) {
    guard let mention else { return json.piece(",\"mention\":null") }
    json.piece(",\"mention\":")
    json.number(mention)
  }
}

extension Figure.Aggregation {
  /// The member, without making a string of the raw value.
  fileprivate var member: StaticString {
    switch self {
    case .plain: ",\"aggregation\":\"plain\""
    case .total: ",\"aggregation\":\"total\""
    case .average: ",\"aggregation\":\"average\""
    case .increment: ",\"aggregation\":\"increment\""
    case .change: ",\"aggregation\":\"change\""
    }
  }
}
