import TongbaoText

/// A stretch of the original to be set off in a page.
struct TextMark {
  enum Element { case mark, deletion }

  var span: Span
  var element = Element.mark
  var className: String
  /// Anchor that lists link to.
  var anchor: String?
  /// Said by the browser when the pointer rests on it.
  var title: String

  fileprivate var tag: StaticString {
    switch element {
    case .mark: "mark"
    case .deletion: "del"
    }
  }
}

/// Writes a text with marks in it, which may lie inside each other and cross.
///
/// HTML knows only nesting, so a mark that crosses another is closed and opened again. Marks
/// deeper than `deepest` are left out: the cost is linear whatever the marks are.
struct MarkedText {
  private static let deepest = 12

  private let text: ReportText
  private let marks: [TextMark]
  /// Indices of the marks that stand open, the innermost last.
  private var open: [Int] = []

  private init(text: ReportText, marks: [TextMark]) {
    self.text = text
    self.marks = marks
  }

  /// - Parameter marks: in any order; empty ones are not shown.
  static func write(_ text: ReportText, marks: [TextMark], to output: inout OutputBuffer) {
    let whole = Span(0, text.scalars.count)
    let shown = marks.filter { $0.span.count > 0 && whole.contains($0.span) }
      .enumerated().sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
    var marked = MarkedText(text: text, marks: shown.map(\.element))
    marked.write(to: &output)
  }

  private mutating func write(to output: inout OutputBuffer) {
    var position = 0
    var next = 0
    while position < text.scalars.count || !open.isEmpty {
      closeMarks(endingAt: position, to: &output)
      while next < marks.count, marks[next].span.start == position {
        if open.count < Self.deepest { openMark(next, isContinued: false, to: &output) }
        next += 1
      }
      let boundary = nextBoundary(next)
      for offset in position..<boundary { output.appendHTML(text.scalars[offset]) }
      position = boundary
    }
  }

  private func nextBoundary(_ next: Int) -> Int {
    let start = next < marks.count ? marks[next].span.start : text.scalars.count
    return open.reduce(start) { min($0, marks[$1].span.end) }
  }

  private mutating func closeMarks(endingAt position: Int, to output: inout OutputBuffer) {
    guard let lowest = open.firstIndex(where: { marks[$0].span.end <= position }) else { return }
    let closed = open[lowest...]
    for mark in closed.reversed() { write(closing: mark, to: &output) }
    open.removeSubrange(lowest...)
    for mark in closed where marks[mark].span.end > position {
      openMark(mark, isContinued: true, to: &output)
    }
  }

  private func write(closing mark: Int, to output: inout OutputBuffer) {
    output.append("</" as StaticString)
    output.append(marks[mark].tag)
    output.append(">" as StaticString)
  }

  private mutating func openMark(
    _ index: Int, isContinued: Bool, to output: inout OutputBuffer
  ) {
    let mark = marks[index]
    output.append("<" as StaticString)
    output.append(mark.tag)
    output.appendAttribute("class", mark.className)
    if let anchor = mark.anchor, !isContinued { output.appendAttribute("id", anchor) }
    output.appendAttribute("title", mark.title)
    output.append(">" as StaticString)
    open.append(index)
  }
}

extension TextMark {
  /// What a repair took out or replaced.
  init(_ repair: Repair) {
    let reading = repair.replacement.isEmpty ? "left out" : "read as “\(repair.replacement)”"
    self.init(
      span: repair.span, element: .deletion, className: "repair",
      title: "\(repair.kind.rawValue): \(reading)" + (repair.isUncertain ? " (a guess)" : ""))
  }
}
