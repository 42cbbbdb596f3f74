import TongbaoText

/// Writes the words of a text: on the text's own lines with a blank between, or as JSON lines.
public struct SegmentWriter: Sendable {
  public enum Format: String, Sendable, CaseIterable { case text, jsonl }

  public var format: Format

  public init(format: Format) { self.format = format }

  /// - Parameter words: Spans in text order, none overlapping another; blanks may be among them.
  public func write(_ document: InputDocument, words: [Span], to output: inout OutputBuffer) {
    switch format {
    case .text: writeLines(document, words, to: &output)
    case .jsonl: writeJSON(document, words, to: &output)
    }
  }

  private func writeLines(
    _ document: InputDocument, _ words: [Span], to output: inout OutputBuffer
  ) {
    let positions = LinePositions(document.text)
    var line = 1
    var isLineStart = true
    forEachWord(of: document, words) { span, word in
      let wordLine = positions.place(of: span.start).line
      if wordLine > line {
        for _ in line..<wordLine { output.append(byte: UInt8(ascii: "\n")) }
        (line, isLineStart) = (wordLine, true)
      }
      if !isLineStart { output.append(byte: UInt8(ascii: " ")) }
      output.append(singleLine(word))
      isLineStart = false
    }
    output.append(byte: UInt8(ascii: "\n"))
  }

  private func writeJSON(
    _ document: InputDocument, _ words: [Span], to output: inout OutputBuffer
  ) {
    var json = JSONBuilder(taking: &output)
    json.object { json in
      json.member("schema", 1)
      json.member("id", document.id)
      json.member("source", ifPresent: document.source)
      json.key("words")
      json.list { json in
        forEachWord(of: document, words) { span, word in
          json.object { json in
            json.member("start", span.start)
            json.member("end", span.end)
            json.member("text", word)
          }
        }
      }
    }
    json.give(back: &output)
    output.append(byte: UInt8(ascii: "\n"))
  }

  /// Visits the words that are more than blanks, walking the text once.
  private func forEachWord(
    of document: InputDocument, _ words: [Span], _ visit: (Span, String) -> Void
  ) {
    let scalars = document.text.unicodeScalars
    var (offset, index) = (0, scalars.startIndex)
    for span in words where span.start >= offset {
      index = advance(index, by: span.start - offset, in: scalars)
      let end = advance(index, by: span.count, in: scalars)
      let word = scalars[index..<end]
      if !word.allSatisfy(\.properties.isWhitespace) { visit(span, String(word)) }
      (offset, index) = (span.end, end)
    }
  }

  private func advance(
    _ index: String.Index, by distance: Int, in scalars: String.UnicodeScalarView
  ) -> String.Index {
    scalars.index(index, offsetBy: distance, limitedBy: scalars.endIndex) ?? scalars.endIndex
  }
}
