import TongbaoText

extension JSONLWriter {
  /// The list of the mentions.
  func writeMentions(_ mentions: [Mention], to output: inout OutputBuffer) {
    output.append(byte: UInt8(ascii: "["))
    for index in mentions.indices {
      // A mention has many strings, so its parts are read where it lies.
      output.fill(atMost: Self.room(for: index, of: mentions)) { room in
        var cursor = JSONCursor(room)
        if index > 0 { cursor.piece(",") }
        Self.write(index, of: mentions, to: &cursor)
        return cursor.position
      }
    }
    output.append(byte: UInt8(ascii: "]"))
  }

  /// The names of the members and of the kinds take less than this.
  private static let roomForNames = 512

  private static func room(for index: Int, of mentions: [Mention]) -> Int {
    var room = roomForNames + 5 * JSONCursor.roomForNumber
    room += JSONCursor.room(for: mentions[index].text) + JSONCursor.room(for: mentions[index].value)
    room += JSONCursor.room(for: mentions[index].rule)
    room += mentions[index].lunar.map(JSONCursor.room) ?? 0
    room += mentions[index].unit.map(JSONCursor.room) ?? 0
    room += mentions[index].name.map(JSONCursor.room) ?? 0
    room += mentions[index].duration.map(JSONCursor.room) ?? 0
    room += mentions[index].interval.map(Self.room) ?? 0
    room += mentions[index].clock.map(Self.room) ?? 0
    for candidate in mentions[index].candidates { room += JSONCursor.room(for: candidate) + 1 }
    return room
  }

  private static func room(for interval: LocalInterval) -> Int {
    (interval.start.map(JSONCursor.room) ?? 0) + (interval.end.map(JSONCursor.room) ?? 0)
  }

  private static func write(_ index: Int, of mentions: [Mention], to json: inout JSONCursor) {
    json.piece("{\"id\":")
    json.number(mentions[index].id)
    json.piece(",\"type\":\"")
    json.piece(mentions[index].type.json)
    json.piece("\",\"start\":")
    json.number(mentions[index].span.start)
    json.piece(",\"end\":")
    json.number(mentions[index].span.end)
    json.piece(",\"text\":")
    json.text(mentions[index].text)
    json.piece(",\"value\":")
    json.text(mentions[index].value)
    writeMeaning(index, of: mentions, to: &json)
    json.piece(",\"rule\":")
    json.text(mentions[index].rule)
    write(",\"interval\":", mentions[index].interval, to: &json)
    write(",\"clock\":", mentions[index].clock, to: &json)
    write(",\"duration\":", mentions[index].duration, to: &json)
    json.piece(mentions[index].isRepaired ? ",\"repaired\":true}" : "}")
  }

  /// What the mention's type brings along.
  private static func writeMeaning(
    _ index: Int, of mentions: [Mention], to json: inout JSONCursor
  ) {
    write(",\"lunar\":", mentions[index].lunar, to: &json)
    if let number = mentions[index].number {
      json.piece(",\"number\":{\"min\":")
      json.number(number.min)
      json.piece(",\"max\":")
      json.number(number.max)
      json.piece(",\"approximation\":")
      json.text(number.approximation.rawValue)
      json.piece("}")
    }
    write(",\"unit\":", mentions[index].unit, to: &json)
    write(",\"dimension\":", mentions[index].dimension?.rawValue, to: &json)
    write(",\"name\":", mentions[index].name, to: &json)
    guard !mentions[index].candidates.isEmpty else { return }
    json.piece(",\"candidates\":")
    var mark: StaticString = "["
    for candidate in mentions[index].candidates {
      json.piece(mark)
      json.text(candidate)
      mark = ","
    }
    json.piece("]")
  }

  /// - Parameter key: with the comma before it and the colon behind it.
  @inline(__always)
  private static func write(_ key: StaticString, _ text: String?, to json: inout JSONCursor) {
    guard let text else { return }
    json.piece(key)
    json.text(text)
  }

  private static func write(
    _ key: StaticString, _ interval: LocalInterval?, to json: inout JSONCursor
  ) {
    guard let interval else { return }
    json.piece(key)
    json.piece("{\"start\":")
    if let start = interval.start { json.text(start) } else { json.piece("null") }
    json.piece(",\"end\":")
    if let end = interval.end { json.text(end) } else { json.piece("null") }
    json.piece("}")
  }
}

extension MentionType {
  /// The raw value, without making a string of it.
  fileprivate var json: StaticString {
    switch self {
    case .date: "date"
    case .time: "time"
    case .duration: "duration"
    case .recurrence: "recurrence"
    case .count: "count"
    case .measure: "measure"
    case .percent: "percent"
    case .ordinal: "ordinal"
    case .number: "number"
    case .place: "place"
    case .organization: "organization"
    }
  }
}
