/// Takes one JSON object apart into its members without interpreting their values.
///
/// Strict by RFC 8259, in linear time; nesting is bounded so that no input can exhaust the stack.
struct JSONObjectScanner {
  struct Member {
    var key: String
    /// Where the value stands, blanks around it left out.
    var value: Range<Int>
  }

  struct Fault: Error {
    /// Byte offset from the start of the line.
    var offset: Int
    var problem: String
  }

  private static let maximumDepth = 256

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func members() throws(Fault) -> [Member] {
    var members: [Member] = []
    skipBlanks()
    try scanObject(depth: 1) { key, value in members.append(Member(key: key, value: value)) }
    skipBlanks()
    guard position == bytes.count else { throw fault("text after the object") }
    return members
  }

  /// The string that stands at a member's value; `nil` if it is another kind of value or not UTF-8.
  func string(at range: Range<Int>) -> String? {
    guard bytes[range].first == UInt8(ascii: "\"") else { return nil }
    return unescaped(range.lowerBound + 1..<range.upperBound - 1)
  }

  func isNull(at range: Range<Int>) -> Bool { bytes[range].first == UInt8(ascii: "n") }

  // MARK: Grammar

  private mutating func scanValue(depth: Int) throws(Fault) {
    guard position < bytes.count else { throw fault("a value is missing") }
    switch bytes[position] {
    case UInt8(ascii: "{"): try scanObject(depth: depth + 1) { _, _ in }
    case UInt8(ascii: "["): try scanArray(depth: depth + 1)
    case UInt8(ascii: "\""): _ = try scanString()
    case UInt8(ascii: "t"): try scanWord("true")
    case UInt8(ascii: "f"): try scanWord("false")
    case UInt8(ascii: "n"): try scanWord("null")
    default: try scanNumber()
    }
  }

  private mutating func scanObject(
    depth: Int, visit: (String, Range<Int>) -> Void
  ) throws(Fault) {
    guard depth <= Self.maximumDepth else { throw fault("nested too deeply") }
    guard skip("{") else { throw fault("an object in braces is expected") }
    skipBlanks()
    if skip("}") { return }
    repeat {
      skipBlanks()
      let keyRange = try scanString()
      // Only the keys of the record itself are asked for.
      let key = depth == 1 ? unescaped(keyRange) : ""
      guard let key else { throw fault("the key is not UTF-8") }
      skipBlanks()
      guard skip(":") else { throw fault("a colon is expected") }
      skipBlanks()
      let start = position
      try scanValue(depth: depth)
      visit(key, start..<position)
      skipBlanks()
    } while skip(",")
    guard skip("}") else { throw fault("a comma or closing brace is expected") }
  }

  private mutating func scanArray(depth: Int) throws(Fault) {
    guard depth <= Self.maximumDepth else { throw fault("nested too deeply") }
    position += 1
    skipBlanks()
    if skip("]") { return }
    repeat {
      skipBlanks()
      try scanValue(depth: depth)
      skipBlanks()
    } while skip(",")
    guard skip("]") else { throw fault("a comma or closing bracket is expected") }
  }

  /// The range between the quotation marks.
  private mutating func scanString() throws(Fault) -> Range<Int> {
    guard skip("\"") else { throw fault("a string in quotation marks is expected") }
    let start = position
    while true {
      position = bytes.withUnsafeBufferPointer { JSONEscapes.firstSpecial(in: $0, from: position) }
      guard position < bytes.count else { throw fault("the string has no end") }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return start..<position - 1
      case UInt8(ascii: "\\"):
        try scanEscape()
      default:
        throw fault("a control character stands bare in a string")
      }
    }
  }

  private mutating func scanEscape() throws(Fault) {
    position += 1
    guard position < bytes.count else { throw fault("the string has no end") }
    switch bytes[position] {
    case UInt8(ascii: "u"):
      guard hexadecimal(at: position + 1) != nil else { throw fault("bad \\u escape") }
      position += 5
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    default:
      throw fault("bad escape")
    }
  }

  private mutating func scanNumber() throws(Fault) {
    _ = skip("-")
    let start = position
    guard skipDigits() > 0 else { throw fault("no value can begin here") }
    if bytes[start] == UInt8(ascii: "0"), position > start + 1 { throw fault("bad number") }
    if skip("."), skipDigits() == 0 { throw fault("bad number") }
    if skip("e") || skip("E") {
      _ = skip("+") || skip("-")
      if skipDigits() == 0 { throw fault("bad number") }
    }
  }

  private mutating func scanWord(_ word: String) throws(Fault) {
    guard bytes[position...].starts(with: word.utf8) else { throw fault("no value can begin here") }
    position += word.utf8.count
  }

  // MARK: Characters

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < bytes.count, 0x30...0x39 ~= bytes[position] { position += 1 }
    return position - start
  }

  private func fault(_ problem: String) -> Fault { Fault(offset: position, problem: problem) }

  // MARK: Strings

  /// The characters of a scanned string; half of a surrogate pair becomes `�`.
  private func unescaped(_ range: Range<Int>) -> String? {
    var index = firstEscape(from: range.lowerBound, to: range.upperBound)
    guard index < range.upperBound else {
      return bytes.withUnsafeBufferPointer {
        String(validating: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
      }
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(range.count)
    plain.append(contentsOf: bytes[range.lowerBound..<index])
    while index < range.upperBound {
      appendEscape(at: &index, to: &plain)
      let next = firstEscape(from: index, to: range.upperBound)
      plain.append(contentsOf: bytes[index..<next])
      index = next
    }
    return String(validating: plain, as: UTF8.self)
  }

  /// The next backslash inside of a scanned string, or its end: nothing else in it is special.
  private func firstEscape(from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBufferPointer {
      JSONEscapes.firstSpecial(in: UnsafeBufferPointer(rebasing: $0[..<end]), from: start)
    }
  }

  private func appendEscape(at index: inout Int, to plain: inout [UInt8]) {
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "b"): plain.append(0x08)
    case UInt8(ascii: "f"): plain.append(0x0C)
    case UInt8(ascii: "n"): plain.append(0x0A)
    case UInt8(ascii: "r"): plain.append(0x0D)
    case UInt8(ascii: "t"): plain.append(0x09)
    case UInt8(ascii: "u"): plain.append(contentsOf: String(escapedScalar(at: &index)).utf8)
    default: plain.append(letter)
    }
  }

  /// The scalar whose four hexadecimal digits begin at `index`, its second half included.
  private func escapedScalar(at index: inout Int) -> Unicode.Scalar {
    guard let unit = hexadecimal(at: index) else { return "\u{FFFD}" }
    index += 4
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, bytes[index...].starts(with: "\\u".utf8),
      let low = hexadecimal(at: index + 2), 0xDC00...0xDFFF ~= low
    else { return "\u{FFFD}" }
    index += 6
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private func hexadecimal(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
