/// Character references of HTML: `&nbsp;`, `&#20013;`, `&#x4e2d;`.
extension WorkingTextBuilder {
  /// Puts the character in the place of the reference at the cursor. A bare `&` stays.
  mutating func replaceEntity() -> Bool {
    guard let (code, end) = entity(at: offset) else { return false }
    let length = end - offset
    switch code {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF:
      replace(.entity, bytes: length, by: [])
    case 0x0D:
      replace(.entity, bytes: length, by: [0x0A])
    case 0...0xFFFF:
      replace(.entity, bytes: length, by: [folded(UInt16(code))])
    default:
      let high = UInt16(0xD7C0 + code >> 10)
      replace(.entity, bytes: length, by: [high, 0xDC00 | UInt16(code & 0x3FF)])
    }
    return true
  }

  /// The character of the reference at a byte, and the byte after it.
  private func entity(at start: Int) -> (code: UInt32, end: Int)? {
    guard start + 2 < input.count else { return nil }
    if input[start + 1] == 0x23 { return numericEntity(at: start + 2) }
    var found = namedEntity(at: start + 1)
    // Escaped twice or more: `&amp;nbsp;`.
    while let (code, end) = found, code == 0x26 {
      let inner =
        end < input.count && input[end] == 0x23
        ? numericEntity(at: end + 1) : namedEntity(at: end)
      guard let inner else { break }
      found = inner
    }
    return found
  }

  private func numericEntity(at start: Int) -> (code: UInt32, end: Int)? {
    var at = start
    let isHex = at < input.count && input[at] | 0x20 == 0x78
    if isHex { at += 1 }
    var code: UInt32 = 0
    var digits = 0
    while at < input.count, digits < 8, let digit = Self.digit(input[at], isHex: isHex) {
      code = min(code &* (isHex ? 16 : 10) &+ digit, 0x110000)
      digits += 1
      at += 1
    }
    guard digits > 0, at < input.count, input[at] == 0x3B else { return nil }
    let isScalar = code > 0 && code < 0x110000 && !(0xD800...0xDFFF).contains(code)
    return (isScalar ? code : 0xFFFD, at + 1)
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHex: UInt32(byte - 0x37)
    case 0x61...0x66 where isHex: UInt32(byte - 0x57)
    default: nil
    }
  }

  private func namedEntity(at start: Int) -> (code: UInt32, end: Int)? {
    var at = start
    while at < input.count, at - start < 9, Self.isNameByte(input[at]) { at += 1 }
    guard at > start else { return nil }
    let name = String(decoding: input[start..<at], as: UTF8.self)
    let isClosed = at < input.count && input[at] == 0x3B
    // Browsers read the oldest of them without the semicolon too.
    guard let code = Self.named[name], isClosed || name == "nbsp" else { return nil }
    return (code, isClosed ? at + 1 : at)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0,
    "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "shy": 0xAD, "zwnj": 0x200C, "zwj": 0x200D,
    "lrm": 0x200E, "rlm": 0x200F, "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018,
    "rsquo": 0x2019, "sbquo": 0x201A, "bdquo": 0x201E, "laquo": 0xAB, "raquo": 0xBB,
    "lsaquo": 0x2039, "rsaquo": 0x203A, "hellip": 0x2026, "mdash": 0x2014, "ndash": 0x2013,
    "middot": 0xB7, "bull": 0x2022, "times": 0xD7, "divide": 0xF7, "plusmn": 0xB1, "deg": 0xB0,
    "permil": 0x2030, "sect": 0xA7, "para": 0xB6, "yen": 0xA5, "cent": 0xA2, "pound": 0xA3,
    "euro": 0x20AC, "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "frac12": 0xBD, "frac14": 0xBC,
    "sup2": 0xB2, "sup3": 0xB3, "micro": 0xB5, "le": 0x2264, "ge": 0x2265, "ne": 0x2260,
    "minus": 0x2212, "tilde": 0x02DC, "prime": 0x2032, "larr": 0x2190, "rarr": 0x2192,
    "lang": 0x3008, "rang": 0x3009, "iexcl": 0xA1, "acute": 0xB4, "uml": 0xA8,
  ]
}
