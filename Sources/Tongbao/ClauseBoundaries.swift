import ICUBridge

/// Asks ICU for word boundaries clause by clause, each clause at most once in a row.
final class ClauseBoundaries {
  /// A clause without punctuation is cut after so many units.
  private static let longest = 256

  private let text: UnsafeBufferPointer<UInt16>
  private let words: WordBoundaries?
  private var clause = 0..<0
  private var ends: [Int] = []

  init(text: UnsafeBufferPointer<UInt16>, boundaries: WordBoundaries?) {
    self.text = text
    words = boundaries
  }

  /// Whether a word begins or ends at this position of the working text.
  func isBoundary(_ position: Int) -> Bool {
    guard position > 0, position < text.count, let words else { return true }
    // Punctuation is a word of its own, and no word joins digits and Han characters.
    let (before, after) = (text[position - 1], text[position])
    if isPunctuation(before) || isDigit(before) && isHan(after) || isHan(before) && isDigit(after) {
      return true
    }
    if !clause.contains(position) {
      // Inside a run of ideographs nothing beyond it decides anything.
      clause =
        before >= 0x80 && after >= 0x80
        ? range(around: position) { self.isPunctuation($0) || $0 < 0x80 }
        : range(around: position, until: isPunctuation)
      let slice = UnsafeBufferPointer(rebasing: text[clause])
      guard (try? words.boundaries(of: slice, into: &ends)) != nil else { return true }
    }
    return contains(position - clause.lowerBound)
  }

  private func contains(_ end: Int) -> Bool {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < end { low = middle + 1 } else { high = middle }
    }
    return low < ends.count && ends[low] == end
  }

  private func range(around position: Int, until isEnd: (UInt16) -> Bool) -> Range<Int> {
    var start = position
    while start > 0, position - start < Self.longest, !isEnd(text[start - 1]) { start -= 1 }
    var end = position
    while end < text.count, end - position < Self.longest, !isEnd(text[end]) { end += 1 }
    return start..<max(end, position + 1)
  }

  private func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  private func isHan(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) }

  private func isPunctuation(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x0A, 0x20...0x24, 0x26...0x2C, 0x3A...0x3F, 0x3000...0x3003, 0x3008...0x3011,
      0x2018...0x201F:
      true
    default: false
    }
  }
}
