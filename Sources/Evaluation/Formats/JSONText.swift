extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral,
  ExpressibleByBooleanLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(String(value)) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral value: Bool) { self = .bool(value) }

  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(
      JSONObject(line: 0, members: elements.map { .init(key: $0.0, value: $0.1) }))
  }

  init(_ value: Int) { self = .number(String(value)) }

  init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// Four digits after the point are more than any score is worth; `nil` gives `null`.
  init(_ ratio: Double?) { self = ratio.map { .number(Self.fixed($0, digits: 4)) } ?? .null }

  /// A plain decimal rounded to so many digits, without Foundation's formatters.
  static func fixed(_ value: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(scaled / scale).\(zeros)\(fraction)"
  }

  /// Adds a member at the end of an object.
  mutating func set(_ key: String, _ value: JSONValue) {
    guard case .object(var object) = self else { return }
    object.members.append(.init(key: key, value: value))
    self = .object(object)
  }
}

extension JSONValue {
  /// The value on one line.
  var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  /// The value with each member of the outer `levels` on a line of its own.
  func text(levels: Int) -> String {
    var result = ""
    write(to: &result, levels: levels)
    return result
  }

  private func write(to result: inout String, levels: Int = 0, indent: String = "") {
    switch self {
    case .null: result += "null"
    case .bool(let flag): result += flag ? "true" : "false"
    case .number(let digits): result += digits
    case .string(let text): Self.quote(text, to: &result)
    case .array(let elements):
      Self.list("[", "]", elements, to: &result, levels, indent) { element, result, inner in
        element.write(to: &result, levels: levels - 1, indent: inner)
      }
    case .object(let object):
      Self.list("{", "}", object.members, to: &result, levels, indent) { member, result, inner in
        Self.quote(member.key, to: &result)
        result += ":"
        if levels > 0 { result += " " }
        member.value.write(to: &result, levels: levels - 1, indent: inner)
      }
    }
  }

  private static func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], to result: inout String, _ levels: Int,
    _ indent: String, _ write: (Element, inout String, String) -> Void
  ) {
    let inner = indent + "  "
    let isBroken = levels > 0 && !elements.isEmpty
    result += open
    for (index, element) in elements.enumerated() {
      if index > 0 { result += "," }
      if isBroken { result += "\n" + inner }
      write(element, &result, inner)
    }
    if isBroken { result += "\n" + indent }
    result += close
  }

  private static func quote(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // Line separators end a line for some readers of JSON lines.
      case _ where scalar.value < 0x20, "\u{2028}", "\u{2029}", "\u{85}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
