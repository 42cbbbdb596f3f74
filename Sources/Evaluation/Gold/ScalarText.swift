import TongbaoText

/// A text as code points, in which all spans count.
struct ScalarText: Sendable {
  let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var count: Int { scalars.count }

  /// The slice, cut to what the text holds.
  subscript(span: Span) -> String {
    let start = min(max(span.start, 0), count)
    let end = min(max(span.end, start), count)
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  func holds(_ span: Span) -> Bool { 0 <= span.start && span.end <= count }

  /// Every place where the words stand, in order. Linear for words that share no long beginning.
  func places(of words: String) -> [Span] {
    let wanted = Array(words.unicodeScalars)
    guard let first = wanted.first, wanted.count <= count else { return [] }
    return (0...(count - wanted.count)).compactMap { start in
      guard scalars[start] == first, scalars[start..<start + wanted.count].elementsEqual(wanted)
      else { return nil }
      return Span(start, start + wanted.count)
    }
  }

  /// The line of a code point, from 1.
  func line(at offset: Int) -> Int {
    1 + scalars.prefix(max(offset, 0)).count { $0 == "\n" }
  }
}
