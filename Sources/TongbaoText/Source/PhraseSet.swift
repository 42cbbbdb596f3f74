/// A few short phrases that the working text is asked for around a place.
///
/// Asking makes no string of the text: the phrases are kept as UTF-16 units, and one word of bits
/// tells for most characters that no phrase ends or begins with them.
public struct PhraseSet: Sendable, ExpressibleByArrayLiteral {
  private let phrases: [[UInt16]]
  /// A superset of the first and of the last units, folded into 64 bits.
  private let firsts: UInt64
  private let lasts: UInt64

  /// - Parameter phrases: none of them empty, written as the working text is: simplified, half
  ///   width.
  public init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf16) }.filter { !$0.isEmpty }
    firsts = self.phrases.reduce(0) { $0 | UInt64(foldedBitOf: $1[0]) }
    lasts = self.phrases.reduce(0) { $0 | UInt64(foldedBitOf: $1[$1.count - 1]) }
  }

  public init(arrayLiteral phrases: String...) { self.init(phrases) }

  /// Whether a phrase begins at the head of the range and ends within it.
  public func begins(_ range: Range<Int>, of units: [UInt16]) -> Bool {
    begins(at: range.lowerBound, before: range.upperBound, of: units)
  }

  /// Whether a phrase ends at the end of the range and begins within it.
  public func ends(_ range: Range<Int>, of units: [UInt16]) -> Bool {
    guard !range.isEmpty, lasts & UInt64(foldedBitOf: units[range.upperBound - 1]) != 0 else {
      return false
    }
    for phrase in phrases
    where phrase.count <= range.count
      && Self.stands(phrase, at: range.upperBound - phrase.count, of: units)
    {
      return true
    }
    return false
  }

  /// Whether a phrase stands anywhere in the range.
  ///
  /// - Complexity: O(*n*) in the range where few of its characters begin a phrase.
  public func occurs(in range: Range<Int>, of units: [UInt16]) -> Bool {
    for position in range where begins(at: position, before: range.upperBound, of: units) {
      return true
    }
    return false
  }

  /// Whether the range is exactly one of the phrases.
  public func contains(_ range: Range<Int>, of units: [UInt16]) -> Bool {
    guard !range.isEmpty, firsts & UInt64(foldedBitOf: units[range.lowerBound]) != 0 else {
      return false
    }
    for phrase in phrases
    where phrase.count == range.count && Self.stands(phrase, at: range.lowerBound, of: units) {
      return true
    }
    return false
  }

  @inline(__always)
  private func begins(at start: Int, before end: Int, of units: [UInt16]) -> Bool {
    guard start < end, firsts & UInt64(foldedBitOf: units[start]) != 0 else { return false }
    for phrase in phrases
    where phrase.count <= end - start && Self.stands(phrase, at: start, of: units) {
      return true
    }
    return false
  }

  @inline(__always)
  private static func stands(_ phrase: [UInt16], at start: Int, of units: [UInt16]) -> Bool {
    for offset in phrase.indices where units[start + offset] != phrase[offset] { return false }
    return true
  }
}
