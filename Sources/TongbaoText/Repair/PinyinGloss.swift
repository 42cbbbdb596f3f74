import ICUBridge
import Synchronization

/// Readings in parentheses that a page inserted after characters: 纪(jì)律, 保安(bǎo ān).
extension WorkingTextBuilder {
  /// Longest gloss that is considered, in code points.
  private static let longestGloss = 40
  private static let mostSyllables = 4

  /// Removes the gloss that the parenthesis at the cursor opens, if it is one.
  mutating func removePinyinGloss(openedBy width: Int) -> Bool {
    let available = hanBefore
    guard available > 0, let gloss = pinyinGloss(at: offset + width) else { return false }
    guard isReading(gloss.reading, ofLast: available) else { return false }
    replace(.pinyinGloss, bytes: gloss.end - offset, by: [])
    return true
  }

  /// Chinese characters right before the cursor, at most four.
  private var hanBefore: Int {
    var found = 0
    while found < Self.mostSyllables, found < count,
      CharacterClasses.isHan(written(count - 1 - found))
    {
      found += 1
    }
    return found
  }

  private func isReading(_ reading: PinyinReading, ofLast available: Int) -> Bool {
    if reading.hasTone { return PinyinSyllables.canSplit(reading, intoAtMost: available) }
    let letters = reading.plainLetters
    return (1...available).contains { characters in
      let before = (count - characters..<count).map { written($0) }
      return PinyinReader.reading(of: before) == letters
    }
  }

  private func pinyinGloss(at start: Int) -> (reading: PinyinReading, end: Int)? {
    var reading = PinyinReading()
    var at = start
    for _ in 0..<Self.longestGloss {
      guard let (code, next) = decode(at: at) else { return nil }
      at = next
      if code == 0x29 || code == 0xFF09 { return reading.count == 0 ? nil : (reading, at) }
      guard reading.append(code) else { return nil }
    }
    return nil
  }
}

/// The letters of a gloss without their marks; ü is `v`. A value without storage of its own,
/// because a damaged page has one every few characters.
struct PinyinReading {
  static let capacity = 28

  private(set) var letters = SIMD32<UInt8>()
  private(set) var count = 0
  /// One bit for each letter that begins a word.
  private(set) var wordStarts: UInt32 = 0
  private(set) var hasTone = false
  private var isOpen = false

  /// All letters, ü as `u`: how `Latin-ASCII` writes a reading.
  var plainLetters: [UInt8] {
    (0..<count).map { letters[$0] == 0x76 ? 0x75 : letters[$0] }
  }

  /// Takes one more character; false when it cannot stand in a reading.
  mutating func append(_ code: UInt32) -> Bool {
    switch code {
    case 0x61...0x7A: return add(UInt8(code))
    case 0x41...0x5A: return add(UInt8(code + 0x20))
    case 0x0251: return add(0x61)  // ɑ
    case 0x0261: return add(0x67)  // ɡ
    case 0x00FC, 0x00DC: return add(0x76)
    case 0x20, 0xA0, 0x3000, 0x27, 0x2019, 0x2D, 0xB7:
      isOpen = false
      return true
    case 0x0300, 0x0301, 0x0304, 0x030C, 0x0306:
      hasTone = true
      return isOpen
    case 0x0308: return diaeresis()
    case 0x31...0x35: return toneNumber()
    default:
      guard code < Self.marked.count, Self.marked[Int(code)] != 0 else { return false }
      hasTone = true
      return add(Self.marked[Int(code)])
    }
  }

  private mutating func add(_ letter: UInt8) -> Bool {
    guard count < Self.capacity else { return false }
    if !isOpen { wordStarts |= 1 << UInt32(count) }
    isOpen = true
    letters[count] = letter
    count += 1
    return true
  }

  private mutating func diaeresis() -> Bool {
    guard isOpen, letters[count - 1] == 0x75 else { return false }
    letters[count - 1] = 0x76
    return true
  }

  private mutating func toneNumber() -> Bool {
    guard isOpen else { return false }
    isOpen = false
    hasTone = true
    return true
  }

  /// The letter under a tone mark by code point; the breve is often typed for the caron.
  private static let marked: [UInt8] = {
    let rows: [(String, Character)] = [
      ("āáǎàăĀÁǍÀ", "a"), ("ēéěèĕĒÉĚÈ", "e"), ("īíǐìĭĪÍǏÌ", "i"), ("ōóǒòŏŌÓǑÒ", "o"),
      ("ūúǔùŭŪÚǓÙ", "u"), ("ǖǘǚǜǕǗǙǛ", "v"), ("ńňǹ", "n"),
    ]
    var table = [UInt8](repeating: 0, count: 0x200)
    for (letters, base) in rows {
      for letter in letters.unicodeScalars { table[Int(letter.value)] = base.asciiValue ?? 0 }
    }
    return table
  }()
}

/// ICU's reading of characters without tones, asked for only where a gloss has no tone either.
enum PinyinReader {
  private struct State {
    let rules = try? Transliterator("Han-Latin; Latin-ASCII; Lower")
    /// ASCII letters of each character that was asked for, at most one for each unit there is.
    var known: [UInt16: [UInt8]] = [:]
  }

  // The transliterator is no `Sendable`; the lock is the only way to it.
  private static let state = Mutex(State())

  /// ASCII letters of the reading; empty when ICU has none.
  static func reading(of characters: [UInt16]) -> [UInt8] {
    state.withLock { state in
      characters.flatMap { character in
        if let letters = state.known[character] { return letters }
        let latin = (try? state.rules?.transliterate([character])) ?? []
        let letters = latin.filter(CharacterClasses.isASCIILetter).map { UInt8($0) }
        state.known[character] = letters
        return letters
      }
    }
  }
}
