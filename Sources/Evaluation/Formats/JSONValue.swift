/// A JSON value read from a file, with the line where each object begins, to name faults.
///
/// Numbers stay as written, so that no digit is lost.
indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// Text, or a number as written: identifiers come as both.
  var label: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  subscript(key: String) -> JSONValue? { object?[key] }
}

struct JSONObject: Sendable, Hashable {
  var line: Int
  /// In file order; of two members with one key the first counts.
  var members: [Member]

  struct Member: Sendable, Hashable {
    var key: String
    var value: JSONValue
  }

  subscript(key: String) -> JSONValue? { members.first { $0.key == key }?.value }
}

struct JSONSyntaxError: Error {
  var line: Int
  var message: String
}

/// Reads JSON by RFC 8259 from UTF-8, in linear time.
struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0
  private var line: Int

  /// Deeper nesting than any annotation has; a bound for the stack.
  private static let deepest = 128

  /// - Parameter firstLine: the line of the file on which the text begins.
  init(_ text: some StringProtocol, firstLine: Int = 1) {
    bytes = Array(text.utf8)
    line = firstLine
  }

  /// The one value that the text holds.
  mutating func parse() throws(JSONSyntaxError) -> JSONValue {
    let value = try value(depth: 0)
    skipBlanks()
    guard index == bytes.count else { throw error("unexpected text after the value") }
    return value
  }

  private func error(_ message: String) -> JSONSyntaxError {
    JSONSyntaxError(line: line, message: "no valid JSON: \(message)")
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      index += 1
    }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth < Self.deepest else { throw error("nested too deeply") }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw error("the text ends early")
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONObject {
    var object = JSONObject(line: line, members: [])
    index += 1
    if take("}") { return object }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw error("a key must be quoted") }
      let key = try text()
      guard take(":") else { throw error("“:” is missing after “\(key)”") }
      object.members.append(.init(key: key, value: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw error("“,” or “}” is missing") }
    return object
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
    var elements: [JSONValue] = []
    index += 1
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw error("“,” or “]” is missing") }
    return elements
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    let letters = word.withUTF8Buffer { Array($0) }
    guard bytes[index...].starts(with: letters) else { throw error("an unknown word") }
    index += letters.count
    return value
  }

  private mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = index
    while let byte = next, byte > 0x20, byte < 0x7F, !",]}:\"".utf8.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard Double(text)?.isFinite == true,
      text.utf8.allSatisfy({ "+-.eE0123456789".utf8.contains($0) })
    else { throw error("“\(text)” is no value") }
    return .number(text)
  }
}

// MARK: - Strings

extension JSONParser {
  private mutating func text() throws(JSONSyntaxError) -> String {
    index += 1
    var result: [UInt8] = []
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): result.append(contentsOf: try escape())
      case ..<0x20: throw error("a bare control character in a string")
      default: result.append(byte)
      }
    }
    throw error("a string is never closed")
  }

  private mutating func escape() throws(JSONSyntaxError) -> [UInt8] {
    guard let byte = next else { throw error("a string is never closed") }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"): return Array(String(try escapedScalar()).utf8)
    default: throw error("an unknown escape")
    }
  }

  private mutating func escapedScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
    var value = try hexDigits()
    let isPair =
      0xD800..<0xDC00 ~= value
      && bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
    if isPair {
      index += 2
      let low = try hexDigits()
      guard 0xDC00..<0xE000 ~= low else { throw error("half a surrogate pair") }
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw error("half a surrogate pair") }
    return scalar
  }

  private mutating func hexDigits() throws(JSONSyntaxError) -> UInt32 {
    let end = index + 4
    guard end <= bytes.count,
      let value = UInt32(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16)
    else { throw error("\\u needs four hexadecimal digits") }
    index = end
    return value
  }
}
