/// Where the lines of a text begin, to say places as people do.
///
/// Lines end at a line feed, a carriage return or the pair of both. Building is linear in the
/// text, a question is a binary search.
struct LinePositions {
  /// A place of the text, both counted from 1, the column in code points.
  struct Place: Equatable {
    var line: Int
    var column: Int
  }

  /// Code-point offset of the first character of each line.
  private var starts = [0]

  init(_ text: String) {
    var offset = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      // The second byte of a CRLF moves the start that the first has set.
      if previous == UInt8(ascii: "\r"), byte == UInt8(ascii: "\n") { starts.removeLast() }
      if byte & 0xC0 != 0x80 { offset += 1 }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(offset) }
      previous = byte
    }
  }

  func place(of offset: Int) -> Place {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Place(line: low + 1, column: offset - starts[low] + 1)
  }
}
