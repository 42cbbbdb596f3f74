/// Where the sentences of a working text begin, and what kinds of words each has.
struct SentenceMap: Sendable {
  private struct Sentence {
    /// Its first unit.
    var start: Int
    var cues: CueFamilies = []
    /// Where the last word begins that may announce a total (共).
    var lastTotal = -1
  }

  /// Ascending, the first one at 0.
  private var sentences = [Sentence(start: 0)]
  private let end: Int
  /// The kinds of words of the whole text.
  private(set) var cues: CueFamilies = []

  /// Reads the text once. A line that was wrapped inside a sentence does not end it.
  init(_ units: [UInt16]) {
    end = units.count
    let lexicon = CueLexicon.shared
    units.withUnsafeBufferPointer { units in
      lexicon.heads.withUnsafeBufferPointer { heads in
        var lineStart = 0
        for position in 0..<units.count {
          let unit = Int(units[position])
          if heads[unit >> 6] >> UInt64(unit & 63) & 1 == 0 { continue }
          let slot = lexicon.slots[unit]
          switch slot {
          case CueLexicon.stop:
            sentences.append(Sentence(start: position + 1))
          case CueLexicon.point:
            if !Self.isDecimalPoint(units, at: position) {
              sentences.append(Sentence(start: position + 1))
            }
          case CueLexicon.lineFeed:
            if !Self.isWrap(units, at: position, lineStart: lineStart) {
              sentences.append(Sentence(start: position + 1))
            }
            lineStart = position + 1
          default:
            let next = position + 1 < units.count ? units[position + 1] : 0
            note(lexicon.families(slot: slot, next: next), at: position)
          }
        }
      }
    }
    for sentence in sentences { cues.formUnion(sentence.cues) }
  }

  @inline(__always)
  private mutating func note(_ families: CueFamilies, at position: Int) {
    let last = sentences.count - 1
    sentences[last].cues.formUnion(families)
    if families.contains(.totals) { sentences[last].lastTotal = position }
  }

  /// The number of the sentence that a unit stands in. O(1) for what stands in the sentence that
  /// was found last or one of the next, else O(log sentences).
  ///
  /// - Parameter near: a sentence that begins before the unit, or any other one.
  func index(of position: Int, near: Int = 0) -> Int {
    var low = near < sentences.count && sentences[near].start <= position ? near : 0
    for _ in 0..<4 {
      guard low + 1 < sentences.count, sentences[low + 1].start <= position else { return low }
      low += 1
    }
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].start <= position { low = middle } else { high = middle }
    }
    return low
  }

  func range(_ index: Int) -> Range<Int> {
    sentences[index].start..<(index + 1 < sentences.count ? sentences[index + 1].start : end)
  }

  /// The kinds of words that a sentence has.
  func cues(of index: Int) -> CueFamilies { sentences[index].cues }

  /// Whether a word that may announce a total stands in a sentence from a unit on.
  func hasTotal(_ index: Int, from position: Int) -> Bool {
    sentences[index].lastTotal >= position
  }

  private static func isDecimalPoint(
    _ units: UnsafeBufferPointer<UInt16>, at position: Int
  ) -> Bool {
    guard position > 0, position + 1 < units.count else { return false }
    return TextSlice.isDigit(units[position + 1])
      || units[position - 1] < 0x41 && units[position - 1] != 0x25
  }

  /// The shortest line that a hard wrap leaves behind.
  private static let shortestWrappedLine = 16

  /// Whether a line feed only wraps a long line: the text before it is not finished and the next
  /// line is not indented.
  private static func isWrap(
    _ units: UnsafeBufferPointer<UInt16>, at position: Int, lineStart: Int
  ) -> Bool {
    guard position > lineStart, position + 1 < units.count else { return false }
    let last = units[position - 1]
    let next = units[position + 1]
    if last == 0x2C || last == 0x3001 { return next != 0x0A }  // , 、
    return position - lineStart >= shortestWrappedLine && !TextSlice.isBlank(next)
      && last != 0x2E && last != 0x3002
  }
}
