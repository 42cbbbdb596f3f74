import TongbaoText

/// The original text of a document by code points, for reports that quote from it.
///
/// Takes four bytes a code point; building is linear, a slice costs its own length.
struct ReportText {
  let scalars: [Unicode.Scalar]
  let lines: LinePositions

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    lines = LinePositions(text)
  }

  func slice(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  func slice(_ span: Span) -> String { slice(span.start..<span.end) }

  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
}

/// Quotes the sentence around a place on one line.
///
/// A text without marks has no sentences; so that the cost of a quotation has a bound, it reaches
/// `reach` code points to either side at most and shows by `…` where it was cut.
struct SentenceQuoter {
  private let text: ReportText
  /// Line breaks inside a sentence, which the analysis read over as well.
  private let removedBreaks: Set<Int>
  private let reach = 150

  init(_ document: Document, _ text: ReportText) {
    self.text = text
    var breaks: Set<Int> = []
    for repair in document.repairs where repair.kind == .lineWrap {
      breaks.formUnion(repair.span.start..<repair.span.end)
    }
    removedBreaks = breaks
  }

  func sentence(around span: Span) -> String {
    let count = text.scalars.count
    var start = min(span.start, count)
    let lowest = max(0, start - reach)
    while start > lowest, !endsSentence(start - 1) { start -= 1 }
    var end = min(max(span.end, start), count)
    let highest = min(count, end + reach)
    while end < highest, !endsSentence(end) { end += 1 }
    let isCutBefore = start > 0 && !endsSentence(start - 1)
    let isCutBehind = end < count && !endsSentence(end)
    if end < count, !isCutBehind, !ReportText.isLineEnd(text.scalars[end]) { end += 1 }
    return (isCutBefore ? "…" : "") + quoted(start..<end) + (isCutBehind ? "…" : "")
  }

  private func quoted(_ range: Range<Int>) -> String {
    var line = String.UnicodeScalarView()
    for offset in range where !removedBreaks.contains(offset) {
      let scalar = visible(text.scalars[offset])
      if line.isEmpty, scalar.properties.isWhitespace { continue }
      line.append(scalar)
    }
    while line.last?.properties.isWhitespace == true { line.removeLast() }
    return String(line)
  }

  private func endsSentence(_ offset: Int) -> Bool {
    switch text.scalars[offset] {
    case "。", "！", "？", "；", "!", "?", ";": true
    case "\n", "\r": !removedBreaks.contains(offset)
    default: false
    }
  }
}
