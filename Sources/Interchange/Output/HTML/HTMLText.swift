import TongbaoText

extension OutputBuffer {
  /// The text with everything escaped that could be markup, in element content and in quoted
  /// attributes alike. Controls that could steer or reorder the page are made visible.
  mutating func appendHTML(_ text: String) {
    for scalar in text.unicodeScalars { appendHTML(scalar) }
  }

  mutating func appendHTML(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": append("&amp;" as StaticString)
    case "<": append("&lt;" as StaticString)
    case ">": append("&gt;" as StaticString)
    case "\"": append("&quot;" as StaticString)
    case "'": append("&#39;" as StaticString)
    case "\n", "\r", "\t": append(byte: UInt8(scalar.value))
    default: for byte in UTF8.encode(visible(scalar)) ?? .init() { append(byte: byte) }
    }
  }

  /// `<name>text</name>` with the text escaped.
  mutating func appendElement(_ name: StaticString, class className: String? = nil, _ text: String)
  {
    append(byte: UInt8(ascii: "<"))
    append(name)
    if let className { appendAttribute("class", className) }
    append(byte: UInt8(ascii: ">"))
    appendHTML(text)
    append("</" as StaticString)
    append(name)
    append(byte: UInt8(ascii: ">"))
  }

  /// ` name="value"` with the value escaped.
  mutating func appendAttribute(_ name: StaticString, _ value: String) {
    append(byte: UInt8(ascii: " "))
    append(name)
    append("=\"" as StaticString)
    appendHTML(value)
    append(byte: UInt8(ascii: "\""))
  }
}
