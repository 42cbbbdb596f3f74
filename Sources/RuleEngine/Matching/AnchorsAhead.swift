/// Which anchors stand ahead of a position in its run of characters, for a stretch of the text at a
/// time: filled from back to front, so that each position adds to what the next one knows.
struct AnchorsAhead {
  /// Anchors farther off matter to no run; two blanks may stand behind each of its characters.
  private static let reach = RunAnchors.longestRun * 3
  private static let stretch = 4 * reach

  /// The positions that are known.
  private var range = 0..<0
  private var start = 0
  private var values = [Anchors](repeating: .anything, count: stretch + 1)

  mutating func reset() { range = 0..<0 }

  /// The anchors that begin behind a position, up to the end of its run, and `anything`; `nil`
  /// where it must be read first.
  @inline(__always)
  subscript(position: Int) -> Anchors? {
    range.contains(position) ? values[position - start] : nil
  }

  /// Turns to a position and returns those that must be inserted then, the last first.
  ///
  /// - Complexity: constant on average where positions grow.
  mutating func begin(at position: Int, in text: UnsafeBufferPointer<UInt16>) -> Range<Int> {
    start = position
    var end = position
    let limit = min(text.count, start + Self.stretch)
    while end < limit, Self.goesOn(text[end]) { end += 1 }
    // Where the stretch ends before the run, the last positions do not see far enough.
    let isWhole = end < start + Self.stretch
    range = start..<(isWhole ? end + 1 : end - Self.reach)
    // No character can be taken at the end of the run; what begins there still ends the run.
    values[end - start] = .anything
    let last = min(end, text.count - 1)
    if last < end, end > start { values[last - start] = .anything }
    return start + 1..<max(start + 1, last + 1)
  }

  mutating func insert(_ anchors: Anchors, at position: Int) {
    var ahead = values[position - start]
    ahead.formUnion(anchors)
    values[position - 1 - start] = ahead
  }

  /// Blanks may stand between any two characters.
  private static func goesOn(_ unit: UInt16) -> Bool {
    unit == 0x20 || CharacterKind(of: unit) != nil
  }
}
