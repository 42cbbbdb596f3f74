import Lexicon
import TongbaoText

/// Looks at what stands before and behind a place of the working text.
///
/// Every look reaches over a bounded number of units, so that asking stays cheap however long a
/// line is.
struct Surroundings {
  let text: UnsafeBufferPointer<UInt16>
  let lexicon: LexiconImage

  init(_ context: ConstructionContext) {
    text = context.text
    lexicon = context.lexicon
  }

  /// How far a clause is followed, in UTF-16 units.
  static let reach = 60

  /// The character that touches `index` from the left; `nil` at the beginning of the text.
  func unit(before index: Int) -> UInt16? { index > 0 ? text[index - 1] : nil }

  /// The character that stands at `index`; `nil` at the end of the text.
  func unit(at index: Int) -> UInt16? { index < text.count ? text[index] : nil }

  /// The last character before `index` that is no blank, within eight; `nil` at the beginning.
  func visibleUnit(before index: Int) -> UInt16? {
    var position = index
    while position > 0, index - position < 8, text[position - 1] == 0x20 { position -= 1 }
    return unit(before: position)
  }

  /// The first character from `index` on that is no blank, within eight; `nil` at the end.
  func visibleUnit(at index: Int) -> UInt16? {
    var position = index
    while position < text.count, position - index < 8, text[position] == 0x20 { position += 1 }
    return unit(at: position)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF16.self)
  }

  func stands(_ word: String, at index: Int) -> Bool {
    var position = index
    for unit in word.utf16 {
      guard position < text.count, text[position] == unit else { return false }
      position += 1
    }
    return true
  }

  func stands(_ word: String, before index: Int) -> Bool {
    let start = index - word.utf16.count
    return start >= 0 && stands(word, at: start)
  }

  /// Whether a word of the class ends at `index`.
  func hasWord(of className: HashedName, before index: Int) -> Bool {
    for start in max(0, index - Self.longestWord)..<index
    where lexicon.isWord(start..<index, of: className, in: text) {
      return true
    }
    return false
  }

  /// Whether a word of the class begins at `index`.
  func hasWord(of className: HashedName, at index: Int) -> Bool {
    let end = min(index + Self.longestWord, text.count)
    return index < end && lexicon.hasWord(of: className, in: index..<end, of: text)
  }

  /// The longest word that is looked for.
  private static let longestWord = 5

  /// Whether a word of the class stands anywhere in the range.
  func hasWord(of className: HashedName, within range: Range<Int>) -> Bool {
    range.contains { hasWord(of: className, at: $0) }
  }

  func isWord(_ word: String, of className: HashedName) -> Bool {
    lexicon.value(of: word, in: className) != nil
  }

  /// The value that a class gives to a word.
  func value(of word: String, in className: HashedName) -> String? {
    lexicon.value(of: word, in: className)
  }

  /// The value that a class gives to the word that the range is.
  func value(of range: Range<Int>, in className: HashedName) -> String? {
    lexicon.value(of: UnsafeBufferPointer(rebasing: text[range]), in: className)
  }

  /// From the last mark out of `ends` before `index` to `index`, `reach` units at most.
  func clause(before index: Int, ends: UnitSet = Marks.clauseEnds) -> Range<Int> {
    var start = index
    while start > 0, index - start < Self.reach, !ends.contains(text[start - 1]) { start -= 1 }
    return start..<index
  }

  /// From `index` to the next mark that ends a clause, `reach` units at most.
  func clause(from index: Int) -> Range<Int> {
    var end = index
    while end < text.count, end - index < Self.reach, !Marks.clauseEnds.contains(text[end]) {
      end += 1
    }
    return index..<end
  }
}

/// Classes of single UTF-16 units of the working text.
enum Marks {
  static let clauseEnds: UnitSet = ",。;!?:\n，；！？："
  static let sentenceEnds: UnitSet = "。;!?\n；！？"
  /// What separates the items of a list or ends a clause.
  static let separators: UnitSet = ",。;!?:\n、，；！？：)）】]>〉》”’」』\"'…|\t+"
  /// What may stand before a clause or item.
  static let openings: UnitSet = ",。;!?:\n、，；！？：(（【[<〈《“‘「『\"'…|\t="
  static let openingQuotes: UnitSet = "“‘「『\"《"
  static let closingQuotes: UnitSet = "”’」』\"》"

  static func isHan(_ unit: UInt16) -> Bool {
    (0x3400...0x9FFF).contains(unit) || (0xD840...0xDBFF).contains(unit)
  }

  static func isLatin(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
  }

  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  static func unit(_ character: Unicode.Scalar) -> UInt16 {
    UInt16(truncatingIfNeeded: character.value)
  }
}
