import Numerals
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
    json.piece(mentions[index].type.member)
    json.number(mentions[index].span.start)
    json.piece(",\"end\":")
    json.number(mentions[index].span.end)
    json.piece(",\"text\":")
    json.text(mentions[index].text)
    json.piece(",\"value\":")
    json.text(mentions[index].value)
    if let lunar = mentions[index].lunar { write(",\"lunar\":", lunar, to: &json) }
    if let number = mentions[index].number { write(number, to: &json) }
    if let unit = mentions[index].unit { write(",\"unit\":", unit, to: &json) }
    if let dimension = mentions[index].dimension { json.piece(dimension.member) }
    if let name = mentions[index].name { write(",\"name\":", name, to: &json) }
    if !mentions[index].candidates.isEmpty { write(mentions[index].candidates, to: &json) }
    json.piece(",\"rule\":")
    json.text(mentions[index].rule)
    if let interval = mentions[index].interval { write(",\"interval\":", interval, to: &json) }
    if let clock = mentions[index].clock { write(",\"clock\":", clock, to: &json) }
    if let duration = mentions[index].duration { write(",\"duration\":", duration, to: &json) }
    json.piece(mentions[index].isRepaired ? ",\"repaired\":true}" : "}")
  }

  /// - Parameter key: with the comma before it and the colon behind it.
  @inline(__always)
  private static func write(_ key: StaticString, _ text: String, to json: inout JSONCursor) {
    json.piece(key)
    json.text(text)
  }

  @inline(__always)
  private static func write(_ number: Amount, to json: inout JSONCursor) {
    json.piece(",\"number\":{\"min\":")
    json.number(number.min)
    json.piece(",\"max\":")
    json.number(number.max)
    json.piece(number.approximation.member)
    json.piece("}")
  }

  private static func write(_ candidates: [String], to json: inout JSONCursor) {
    json.piece(",\"candidates\":")
    var mark: StaticString = "["
    for candidate in candidates {
      json.piece(mark)
      json.text(candidate)
      mark = ","
    }
    json.piece("]")
  }

  private static func write(
    _ key: StaticString, _ interval: LocalInterval, to json: inout JSONCursor
  ) {
    json.piece(key)
    json.piece("{\"start\":")
    if let start = interval.start { json.text(start) } else { json.piece("null") }
    json.piece(",\"end\":")
    if let end = interval.end { json.text(end) } else { json.piece("null") }
    json.piece("}")
  }
}

// MARK: - Kinds, written without making strings of them

extension MentionType {
  /// The member `type` with the key of the next one.
  fileprivate var member: StaticString {
    switch self {
    case .date: ",\"type\":\"date\",\"start\":"
    case .time: ",\"type\":\"time\",\"start\":"
    case .duration: ",\"type\":\"duration\",\"start\":"
    case .recurrence: ",\"type\":\"recurrence\",\"start\":"
    case .count: ",\"type\":\"count\",\"start\":"
    case .measure: ",\"type\":\"measure\",\"start\":"
    case .percent: ",\"type\":\"percent\",\"start\":"
    case .ordinal: ",\"type\":\"ordinal\",\"start\":"
    case .number: ",\"type\":\"number\",\"start\":"
    case .place: ",\"type\":\"place\",\"start\":"
    case .organization: ",\"type\":\"organization\",\"start\":"
    }
  }
}

extension Dimension {
  fileprivate var member: StaticString {
    switch self {
    case .count: ",\"dimension\":\"count\""
    case .money: ",\"dimension\":\"money\""
    case .mass: ",\"dimension\":\"mass\""
    case .length: ",\"dimension\":\"length\""
    case .area: ",\"dimension\":\"area\""
    case .volume: ",\"dimension\":\"volume\""
    case .time: ",\"dimension\":\"time\""
    case .speed: ",\"dimension\":\"speed\""
    case .energy: ",\"dimension\":\"energy\""
    case .temperature: ",\"dimension\":\"temperature\""
    case .data: ",\"dimension\":\"data\""
    case .ratio: ",\"dimension\":\"ratio\""
    case .age: ",\"dimension\":\"age\""
    case .other: ",\"dimension\":\"other\""
    }
  }
}

extension Approximation {
  fileprivate var member: StaticString {
    switch self {
    case .exact: ",\"approximation\":\"exact\""
    case .about: ",\"approximation\":\"about\""
    case .over: ",\"approximation\":\"over\""
    case .atLeast: ",\"approximation\":\"atLeast\""
    case .under: ",\"approximation\":\"under\""
    case .atMost: ",\"approximation\":\"atMost\""
    }
  }
}
