import TongbaoText

/// A stretch of working text, compared unit by unit. It shares the text's storage.
struct TextSlice: Sendable, Hashable, CustomStringConvertible {
  let units: ArraySlice<UInt16>

  init(_ units: ArraySlice<UInt16>) { self.units = units }

  init(_ text: String) { units = Array(text.utf16)[...] }

  var isEmpty: Bool { units.isEmpty }
  var count: Int { units.count }
  var range: Range<Int> { units.startIndex..<units.endIndex }
  var description: String { units.withUnsafeBufferPointer { String(workingText: $0) } }

  /// The part of a range of the whole text that lies inside this slice.
  subscript(range: Range<Int>) -> TextSlice { TextSlice(units[range.clamped(to: self.range)]) }

  func contains(_ cue: Cue) -> Bool { first(cue) != nil }

  /// Whether one of the words stands here otherwise than at the head or inside of a longer word
  /// that means something else (共 in 公共).
  func contains(_ cue: Cue, besides others: Cue) -> Bool {
    units.withUnsafeBufferPointer { units in
      var position = 0
      while position < units.count {
        if others.mayBegin(with: units[position]), let end = others.match(units, at: position) {
          position = end
        } else if cue.mayBegin(with: units[position]), cue.match(units, at: position) != nil {
          return true
        } else {
          position += 1
        }
      }
      return false
    }
  }

  func hasPrefix(_ cue: Cue) -> Bool {
    units.withUnsafeBufferPointer { cue.match($0, at: 0) != nil }
  }

  func hasSuffix(_ cue: Cue) -> Bool {
    units.withUnsafeBufferPointer(cue.ends)
  }

  /// Whether exactly one of the words stands here.
  func isAny(of cue: Cue) -> Bool { cue.words.contains { $0.elementsEqual(units) } }

  /// The first place where one of the words stands, the longest of them there.
  func first(_ cue: Cue) -> Range<Int>? {
    let start = units.startIndex
    return units.withUnsafeBufferPointer { units in
      for position in 0..<units.count where cue.mayBegin(with: units[position]) {
        if let end = cue.match(units, at: position) { return start + position..<start + end }
      }
      return nil
    }
  }

  /// The last place where one of the words stands; a word inside a longer one does not count.
  func last(_ cue: Cue) -> Range<Int>? {
    let start = units.startIndex
    return units.withUnsafeBufferPointer { units in
      var found: Range<Int>?
      var position = 0
      while position < units.count {
        if cue.mayBegin(with: units[position]), let end = cue.match(units, at: position) {
          found = start + position..<start + end
          position = end
        } else {
          position += 1
        }
      }
      return found
    }
  }

  /// Whether nothing stands here but words of the cue, blanks and the marks of a clause's edge;
  /// `false` for what is longer than 63 units.
  func consists(of cue: Cue) -> Bool {
    guard count < 64 else { return false }
    return units.withUnsafeBufferPointer { units in
      // One bit for each position that a sequence of words can end at.
      var reachable: UInt64 = 1
      for position in 0..<units.count where reachable >> UInt64(position) & 1 != 0 {
        if Self.isFiller(units[position]) { reachable |= 1 << UInt64(position + 1) }
        cue.forEachWord(in: units, at: position) { reachable |= 1 << UInt64($0) }
      }
      return reachable >> UInt64(units.count) & 1 != 0
    }
  }

  /// Whether only blanks and marks stand here.
  var isFiller: Bool { units.allSatisfy(Self.isFiller) }

  /// Without blanks and marks at both ends.
  var trimmed: TextSlice {
    var slice = units
    while let first = slice.first, Self.isFiller(first) { slice.removeFirst() }
    while let last = slice.last, Self.isFiller(last) { slice.removeLast() }
    return TextSlice(slice)
  }

  /// Without any blank inside; itself where there is none.
  var withoutBlanks: TextSlice {
    guard units.contains(where: Self.isBlank) else { return self }
    return TextSlice(units.filter { !Self.isBlank($0) }[...])
  }

  /// Without blanks, tabs and line ends of any kind; itself where there is none.
  var withoutWhitespace: TextSlice {
    guard units.contains(where: Self.isWhitespace) else { return self }
    return TextSlice(units.filter { !Self.isWhitespace($0) }[...])
  }

  /// The part after the last mark that parts clauses.
  var lastClause: TextSlice {
    guard let mark = units.lastIndex(where: Self.isClauseMark) else { return self }
    return TextSlice(units[(mark + 1)...])
  }

  /// The part before the first mark that parts clauses.
  var firstClause: TextSlice {
    guard let mark = units.firstIndex(where: Self.isClauseMark) else { return self }
    return TextSlice(units[..<mark])
  }

  private static func isWhitespace(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  static func isBlank(_ unit: UInt16) -> Bool { unit == 0x20 || unit == 0x3000 || unit == 0x0A }

  /// Blanks, and , 、 ( ) : “ ”.
  private static func isFiller(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x20, 0x3000, 0x0A, 0x0D, 0x09, 0x2C, 0xFF0C, 0x3001, 0x28, 0x29, 0xFF08, 0xFF09, 0x3A,
      0xFF1A, 0x201C, 0x201D, 0x22:
      true
    default: false
    }
  }

  /// , ; 。 : and brackets.
  static func isClauseMark(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2C, 0xFF0C, 0x3B, 0xFF1B, 0x3002, 0x3A, 0xFF1A, 0x28, 0x29, 0xFF08, 0xFF09, 0x21, 0x3F:
      true
    default: false
    }
  }

  static func isHan(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) }

  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }
}

extension String {
  /// Units of a working text as a string. Few are halves of a character beyond the basic plane;
  /// without them each unit is written as its bytes at once.
  init(workingText units: UnsafeBufferPointer<UInt16>) {
    guard !units.contains(where: UTF16.isSurrogate) else {
      self.init(decoding: units, as: UTF16.self)
      return
    }
    self.init(unsafeUninitializedCapacity: units.count * 3) { room in
      var count = 0
      func put(_ byte: UInt16) {
        room[count] = UInt8(truncatingIfNeeded: byte)
        count += 1
      }
      for unit in units {
        switch unit {
        case ..<0x80: put(unit)
        case ..<0x800:
          put(0xC0 | unit >> 6)
          put(0x80 | unit & 0x3F)
        default:
          put(0xE0 | unit >> 12)
          put(0x80 | unit >> 6 & 0x3F)
          put(0x80 | unit & 0x3F)
        }
      }
      return count
    }
  }
}
