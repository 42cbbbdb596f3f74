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
  @inline(__always)
  static func room(for text: String) -> Int { text.utf8.count * 6 + 2 }

  /// The most that a number takes.
  static let roomForNumber = ExactDecimal.exponentLimit + 64

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    room[position] = byte
    position += 1
  }

  /// JSON text that is valid where it stands.
  @inline(__always)
  mutating func piece(_ json: StaticString) {
    json.withUTF8Buffer { position = room.copy($0, to: position) }
  }
}

// MARK: - Numbers

extension JSONCursor {
  @inline(__always)
  mutating func number(_ number: Int) {
    if 0..<10_000 ~= number { return fourDigits(UInt32(truncatingIfNeeded: number)) }
    longNumber(number)
  }

  /// The digits of a number below 10000, as most are, written at once.
  @inline(__always)
  private mutating func fourDigits(_ number: UInt32) {
    let (hundreds, ones) = (number / 100, number % 100)
    let digits =
      hundreds / 10 | (hundreds % 10) << 8 | (ones / 10) << 16 | (ones % 10) << 24
    let count = number < 100 ? (number < 10 ? 1 : 2) : (number < 1000 ? 3 : 4)
    let text = (digits | 0x3030_3030) >> UInt32(8 * (4 - count))
    // Room for a number is room for more than four bytes.
    UnsafeMutableRawBufferPointer(room)
      .storeBytes(of: text.littleEndian, toByteOffset: position, as: UInt32.self)
    position += count
  }

  @inline(never)
  private mutating func longNumber(_ number: Int) {
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
}

// MARK: - Texts

extension JSONCursor {
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

  private mutating func text(utf8 text: UnsafeBufferPointer<UInt8>) {
    put(UInt8(ascii: "\""))
    let copied = copyPlain(text)
    position += copied
    if copied < text.count { escape(text, from: copied) }
    put(UInt8(ascii: "\""))
  }

  /// Copies bytes until one stands near that must be escaped, and tells how many were copied.
  @inline(__always)
  private func copyPlain(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let source = UnsafeRawBufferPointer(text)
    let target = UnsafeMutableRawBufferPointer(
      rebasing: UnsafeMutableRawBufferPointer(room)[position...])
    // Whole words are read inside of the text, as the conditions say, and the room is larger.
    guard source.count >= 8 else { return copyShort(source, to: target) }
    var offset = 0
    while offset + 8 <= source.count {
      guard copyWord(at: offset, of: source, to: target) else { return offset }
      offset += 8
    }
    // The rest goes with bytes before it that are copied already.
    return offset == source.count || copyWord(at: source.count - 8, of: source, to: target)
      ? source.count : offset
  }

  @inline(__always)
  private func copyWord(
    at offset: Int, of source: UnsafeRawBufferPointer, to target: UnsafeMutableRawBufferPointer
  ) -> Bool {
    let word = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    if JSONEscapes.holdsSpecial(word) { return false }
    target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
    return true
  }

  /// Copies less than eight bytes, all or none.
  @inline(__always)
  private func copyShort(
    _ source: UnsafeRawBufferPointer, to target: UnsafeMutableRawBufferPointer
  ) -> Int {
    guard source.count >= 4 else { return 0 }
    let last = source.count - 4
    let first = source.loadUnaligned(as: UInt32.self)
    let rest = source.loadUnaligned(fromByteOffset: last, as: UInt32.self)
    if JSONEscapes.holdsSpecial(UInt64(first) << 32 | UInt64(rest)) { return 0 }
    target.storeBytes(of: first, as: UInt32.self)
    target.storeBytes(of: rest, toByteOffset: last, as: UInt32.self)
    return source.count
  }

  /// The bytes from a place on, one by one.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    for byte in text[start...] {
      if JSONEscapes.isSpecial(byte) { JSONEscapes.escape(byte) { put($0) } } else { put(byte) }
    }
  }
}
