import ChineseCalendar
import Consistency
import Numerals
import TongbaoText

/// A report written with its mentions inline, so that the checks can be tested without an
/// extractor.
///
/// `⟦120起⟧` is a mention whose type and value follow from its text (see `ShortForm`);
/// `⟦正月初九|date|2024-02-18;lunar=2024-01-09⟧` names them. Mentions may nest.
struct AnnotatedReport {
  var document: Document
  let text: SourceText

  /// - Parameters:
  ///   - published: the given reference date.
  ///   - figures: what the amounts count; the n-th figure of an amount's text belongs to the n-th
  ///     mention with that text.
  init(_ annotated: String, published: String? = nil, figures: [FigureRow] = []) {
    var parser = AnnotationParser(annotated, year: published.flatMap { Int($0.prefix(4)) } ?? 2024)
    parser.parse()
    var document = Document(id: "test", text: parser.text)
    document.mentions = parser.mentions.sorted { $0.span < $1.span }
    for index in document.mentions.indices { document.mentions[index].id = index }
    if let published { document.reference = ReferenceDate(date: published, basis: .given) }
    document.figures = figures.compactMap { $0.figure(in: document, before: figures) }
    self.document = document
    text = SourceText(parser.text, folding: TestTables.folding)
  }

  var findings: [Finding] { TestTables.checker.findings(in: document, text: text) }

  var codes: [String] { findings.map(\.code) }

  /// The slices of the text that a finding names.
  func texts(of finding: Finding) -> [String] { finding.spans.map(text.slice) }
}

/// One figure, by the text of its amount.
struct FigureRow {
  var action = ""
  var object = ""
  var amount: String
  var aggregation = Figure.Aggregation.plain
  var period = ""
  var scope = ""
  /// Which of the mentions with that text, from 0.
  var occurrence = 0

  func figure(in document: Document, before rows: [FigureRow]) -> Figure? {
    let mentions = document.mentions.filter { $0.text == amount }
    guard occurrence < mentions.count else { return nil }
    let mention = mentions[occurrence]
    return Figure(
      action: action, object: object, mention: mention.id, aggregation: aggregation,
      period: period.isEmpty ? nil : .init(value: period),
      scope: scope.isEmpty ? nil : .init(text: scope), span: mention.span)
  }
}

private struct AnnotationParser {
  private let source: [Unicode.Scalar]
  private let year: Int
  private var open: [Int] = []
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var mentions: [Mention] = []

  init(_ annotated: String, year: Int) {
    source = Array(annotated.unicodeScalars)
    self.year = year
  }

  var text: String { Self.string(scalars) }

  mutating func parse() {
    var position = 0
    while position < source.count {
      switch source[position] {
      case "⟦": open.append(scalars.count)
      case "⟧": close(label: [])
      case "|" where !open.isEmpty:
        let end = source[position...].firstIndex(of: "⟧") ?? source.count
        close(
          label: Self.string(source[(position + 1)..<end]).split(separator: "|").map(String.init))
        position = end
      default: scalars.append(source[position])
      }
      position += 1
    }
  }

  private mutating func close(label: [String]) {
    guard let start = open.popLast() else { return }
    let text = Self.string(scalars[start...])
    let span = Span(start, scalars.count)
    if label.count == 2, let type = MentionType(rawValue: label[0]) {
      mentions.append(ShortForm.mention(type, span: span, text: text, value: label[1]))
    } else {
      mentions.append(ShortForm.mention(span: span, text: text, year: year))
    }
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
