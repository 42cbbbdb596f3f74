import TongbaoText

/// A piece of one line with the places to point at below it.
struct FindingExcerpt {
  /// A place as display columns of `text`.
  struct Pointer: Equatable {
    var column: Int
    var width: Int
  }

  /// Line from 1.
  var line: Int
  /// The piece on one line, with `…` where the line goes on.
  var text: String
  var pointers: [Pointer]

  /// `    ^^^^  ^^` below the text.
  var carets: String {
    var line = ""
    var column = 0
    for pointer in pointers {
      line += String(repeating: " ", count: pointer.column - column)
      line += String(repeating: "^", count: pointer.width)
      column = pointer.column + pointer.width
    }
    return line
  }
}

/// Cuts excerpts out of a text: near places of a line stand in one, far ones in several, and no
/// excerpt is longer than a terminal's line.
struct ExcerptCutter {
  /// Code points shown around a place.
  private static let context = 16
  /// Code points that one excerpt covers at most.
  private static let longest = 48
  /// Excerpts of one finding.
  private static let most = 8

  let text: ReportText

  /// - Complexity: linear in the excerpts, whatever the lengths of text and spans are.
  func excerpts(of spans: [Span]) -> [FindingExcerpt] {
    var groups: [[Range<Int>]] = []
    for piece in spans.sorted().flatMap(pieces) {
      if let first = groups.last?.first, let last = groups.last?.last,
        piece.upperBound - first.lowerBound <= Self.longest - Self.context,
        text.lines.place(of: last.lowerBound).line == text.lines.place(of: piece.lowerBound).line
      {
        groups[groups.count - 1].append(piece)
      } else {
        groups.append([piece])
      }
    }
    return groups.prefix(Self.most).map(excerpt)
  }

  /// The part of a span on each of its lines, without empty ones and each cut to what can be shown.
  private func pieces(of span: Span) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = min(span.start, text.scalars.count)
    let end = min(span.end, text.scalars.count, start + Self.longest)
    for offset in start..<end where ReportText.isLineEnd(text.scalars[offset]) {
      if offset > start { pieces.append(start..<offset) }
      start = offset + 1
    }
    if start < end { pieces.append(start..<end) }
    return pieces
  }

  private func excerpt(of places: [Range<Int>]) -> FindingExcerpt {
    let window = window(around: places)
    let isCutBefore = window.lowerBound > 0 && !isLineEnd(window.lowerBound - 1)
    let isCutBehind = window.upperBound < text.scalars.count && !isLineEnd(window.upperBound)
    var shown = isCutBefore ? "…" : ""
    var pointers: [FindingExcerpt.Pointer] = []
    var width = DisplayWidth.of(shown)
    var position = firstInk(of: window, before: places[0].lowerBound)
    for place in places {
      let start = max(place.lowerBound, position)
      guard start < place.upperBound else { continue }
      let (before, inside) = (line(position..<start), line(start..<place.upperBound))
      width += DisplayWidth.of(before)
      pointers.append(
        FindingExcerpt.Pointer(column: width, width: max(1, DisplayWidth.of(inside))))
      width += DisplayWidth.of(inside)
      shown += before + inside
      position = place.upperBound
    }
    shown += line(position..<max(position, window.upperBound)) + (isCutBehind ? "…" : "")
    return FindingExcerpt(
      line: text.lines.place(of: places[0].lowerBound).line, text: shown, pointers: pointers)
  }

  private func window(around places: [Range<Int>]) -> Range<Int> {
    var start = places[0].lowerBound
    var end = places.reduce(start) { max($0, $1.upperBound) }
    let lowest = max(0, start - Self.context)
    let highest = min(text.scalars.count, end + Self.context)
    while start > lowest, !isLineEnd(start - 1) { start -= 1 }
    while end < highest, !isLineEnd(end) { end += 1 }
    return start..<end
  }

  /// The indentation of a paragraph says nothing here.
  private func firstInk(of window: Range<Int>, before end: Int) -> Int {
    var start = window.lowerBound
    while start < end, text.scalars[start].properties.isWhitespace { start += 1 }
    return start
  }

  private func line(_ range: Range<Int>) -> String { singleLine(text.slice(range)) }

  private func isLineEnd(_ offset: Int) -> Bool { ReportText.isLineEnd(text.scalars[offset]) }
}
