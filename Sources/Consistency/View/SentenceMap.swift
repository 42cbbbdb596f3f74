/// Where the sentences of a working text begin.
struct SentenceMap: Sendable {
  /// First unit of every sentence, ascending, the first at 0.
  private let starts: [Int]
  private let end: Int

  /// Reads the text once. A line that was wrapped inside a sentence does not end it.
  init(_ units: [UInt16]) {
    var starts = [0]
    var lineStart = 0
    for (position, unit) in units.enumerated() {
      let next = position + 1
      switch unit {
      case 0x3002, 0x21, 0x3F, 0x3B, 0xFF01, 0xFF1B, 0xFF1F:  // 。! ? ;
        starts.append(next)
      case 0x2E where !Self.isDecimalPoint(units, at: position):
        starts.append(next)
      case 0x0A:
        if !Self.isWrap(units, at: position, lineStart: lineStart) { starts.append(next) }
        lineStart = next
      default: break
      }
    }
    self.starts = starts
    end = units.count
  }

  /// The number of the sentence that a unit stands in. O(log sentences).
  func index(of position: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }

  func range(_ index: Int) -> Range<Int> {
    starts[index]..<(index + 1 < starts.count ? starts[index + 1] : end)
  }

  private static func isDecimalPoint(_ units: [UInt16], at position: Int) -> Bool {
    guard position > 0, position + 1 < units.count else { return false }
    return TextSlice.isDigit(units[position + 1])
      || units[position - 1] < 0x41
        && !(units[position - 1] == 0x25)
  }

  /// The shortest line that a hard wrap leaves behind.
  private static let shortestWrappedLine = 16

  /// Whether a line feed only wraps a long line: the text before it is not finished and the next
  /// line is not indented.
  private static func isWrap(_ units: [UInt16], at position: Int, lineStart: Int) -> Bool {
    guard position > lineStart, position + 1 < units.count else { return false }
    let last = units[position - 1]
    let next = units[position + 1]
    if last == 0x2C || last == 0x3001 { return next != 0x0A }  // , 、
    return position - lineStart >= shortestWrappedLine && !TextSlice.isBlank(next)
      && last != 0x2E && last != 0x3002
  }
}
