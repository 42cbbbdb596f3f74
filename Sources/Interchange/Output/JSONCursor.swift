import Numerals

/// Writes the parts of JSON values one after the other into room that was made for all of them.
///
/// For records of which there are many: keys come as ready pieces, commas and all, and a text is
/// looked through and copied in one pass. The room belongs to the `OutputBuffer.fill` that lent it,
/// so a cursor lives no longer than that.
struct JSONCursor {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private(set) var position = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  /// The most that a text takes: each byte may become an escape of six.
  static func room(for text: String) -> Int { text.utf8.count * 6 + 2 }

  /// The most that a number takes.
  static let roomForNumber = ExactDecimal.exponentLimit + 64

  /// JSON text that is valid where it stands.
  @inline(__always)
  mutating func piece(_ json: StaticString) {
    json.withUTF8Buffer { position = room.copy($0, to: position) }
  }

  mutating func number(_ number: Int) {
    if number < 0 { put(UInt8(ascii: "-")) }
    let length = OutputBuffer.digitCount(of: number.magnitude)
    position = room.write(digitsOf: number.magnitude, length: length, at: position)
  }

  /// A decimal digit for digit; `null` where there is none.
  mutating func number(_ number: ExactDecimal?) {
    guard let number else { return piece("null") }
    if let whole = number.asInt { return self.number(whole) }
    guard let coefficient = Int(exactly: number.coefficient), -18..<0 ~= number.exponent else {
      return plain(number.description)
    }
    if coefficient < 0 { put(UInt8(ascii: "-")) }
    // 10^18 is less than 2^64.
    let unit = (0..<(-number.exponent)).reduce(UInt(1)) { power, _ in power * 10 }
    let (whole, fraction) = coefficient.magnitude.quotientAndRemainder(dividingBy: unit)
    position = room.write(
      digitsOf: whole, length: OutputBuffer.digitCount(of: whole), at: position)
    put(UInt8(ascii: "."))
    position = room.write(digitsOf: fraction, length: -number.exponent, at: position)
  }

  /// A text that is JSON already, such as a plain decimal.
  mutating func plain(_ json: String) {
    for byte in json.utf8 { put(byte) }
  }

  @inline(__always)
  mutating func text(_ text: String) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { self.text(utf8: $0) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { self.text(utf8: $0) } }
  }

  /// The first so many bytes of a text, which must be whole characters.
  mutating func text(_ text: String, prefix length: Int) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable {
      self.text(utf8: UnsafeBufferPointer(rebasing: $0[..<length]))
    }
    if done == nil { self.text(String(decoding: text.utf8.prefix(length), as: UTF8.self)) }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    room[position] = byte
    position += 1
  }

  private mutating func text(utf8 text: UnsafeBufferPointer<UInt8>) {
    put(UInt8(ascii: "\""))
    let source = UnsafeRawBufferPointer(text)
    let target = UnsafeMutableRawBufferPointer(room)
    var offset = 0
    // Whole words are read inside of the text, as the condition says, and the room is large enough.
    while offset + 8 <= source.count {
      let word = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if JSONEscapes.holdsSpecial(word) { break }
      target.storeBytes(of: word, toByteOffset: position + offset, as: UInt64.self)
      offset += 8
    }
    position += offset
    while offset < text.count {
      let byte = text[offset]
      if JSONEscapes.isSpecial(byte) { JSONEscapes.escape(byte) { put($0) } } else { put(byte) }
      offset += 1
    }
    put(UInt8(ascii: "\""))
  }
}
