/// What a JSON string must not hold bare by RFC 8259: quotation marks, backslashes and control
/// characters. Reader and writer pass over everything else eight bytes at a time.
enum JSONEscapes {
  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// The first special byte from a place on, or the end.
  static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = start
    // All loads are inside of the buffer, as the conditions say.
    while position + 8 <= raw.count {
      if holdsSpecial(raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) { break }
      position += 8
    }
    if position + 8 > raw.count, raw.count - start >= 8,
      !holdsSpecial(raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
    {
      return raw.count
    }
    while position < bytes.count, !isSpecial(bytes[position]) { position += 1 }
    return position
  }

  /// Whether one of eight bytes is special.
  ///
  /// Source: Sean Eron Anderson, Bit Twiddling Hacks, “Determine if a word has a byte less than n”.
  @inline(__always)
  static func holdsSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let found =
      (word &- ones &* 0x20) & ~word | (quotes &- ones) & ~quotes
      | (backslashes &- ones) & ~backslashes
    return found & (ones &* 0x80) != 0
  }

  /// Hands out the escape of a special byte, six bytes at most.
  static func escape(_ byte: UInt8, put: (UInt8) -> Void) {
    put(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): put(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): put(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): put(UInt8(ascii: "t"))
    case 0x00..<0x20:
      for mark in "u00".utf8 { put(mark) }
      for digit in [byte >> 4, byte & 0xF] {
        put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    default: put(byte)
    }
  }
}
