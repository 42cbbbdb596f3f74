import TongbaoText

/// A document with one known error planted in it.
public struct Injection: Sendable, Hashable {
  /// The code of the guideline that the error answers to.
  public var code: String
  /// Whether a sentence was added to carry the error; else an annotated mention was changed.
  public var isAppended: Bool
  /// What was written instead of what, for a person to read.
  public var change: String
  /// The text with the error in it. Its only finding is the planted one: its spans are the places
  /// that tell of the error.
  public var document: AnnotatedDocument
}

/// An error as an injector proposes it.
struct Fault {
  /// A stretch of the text and what is to be written there.
  struct Edit {
    var span: Span
    var text: String
  }

  /// In text order, apart from each other.
  var edits: [Edit] = []
  /// Places beside the edits that a finding may name instead.
  var concerns: [Span] = []
  /// A sentence to put behind the text, with ⟦ and ⟧ around what tells of the error.
  var appendix = ""

  /// An error made by writing one mention anew.
  static func rewriting(_ item: Passages.Item, as text: String, concerns: [Span] = []) -> Fault {
    Fault(edits: [Edit(span: item.span, text: text)], concerns: concerns)
  }

  /// An error that a sentence of its own brings along.
  static func appending(_ sentence: String) -> Fault { Fault(appendix: sentence) }
}

/// Makes errors of one code.
protocol FaultInjector: Sendable {
  static var code: String { get }

  /// Errors made by changing an annotated mention.
  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault]

  /// Errors in a sentence of the genre, written with the document's own dates and figures.
  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault]
}

extension Injection {
  init(_ fault: Fault, code: String, in passages: Passages, number: Int) {
    let planted = PlantedText(fault, in: passages.text)
    let words = ScalarText(planted.text)
    let source = passages.document
    self.code = code
    isAppended = !fault.appendix.isEmpty
    change =
      isAppended
      ? planted.appendix
      : fault.edits.map { "\(passages.text[$0.span]) → \($0.text)" }.joined(separator: ", ")
    document = AnnotatedDocument(
      id: "\(source.id)/\(code)/\(number)", published: source.published, genre: source.genre,
      text: planted.text,
      findings: [
        AnnotatedDocument.Finding(
          code: code, quotes: planted.places.map { words[$0] }, spans: planted.places, note: change)
      ])
  }
}

/// The text with the edits made, and where the telling places now stand.
private struct PlantedText {
  private(set) var text: String
  private(set) var places: [Span] = []
  private(set) var appendix = ""

  init(_ fault: Fault, in source: ScalarText) {
    var scalars: [Unicode.Scalar] = []
    var position = 0
    var shifts: [(from: Int, by: Int)] = []
    for edit in fault.edits {
      scalars += source.scalars[position..<edit.span.start]
      let start = scalars.count
      scalars += edit.text.unicodeScalars
      places.append(Span(start, scalars.count))
      position = edit.span.end
      shifts.append((position, scalars.count - position))
    }
    scalars += source.scalars[position...]
    for span in fault.concerns {
      let shift = shifts.last { $0.from <= span.start }?.by ?? 0
      places.append(Span(span.start + shift, span.end + shift))
    }
    text = String(String.UnicodeScalarView(scalars))
    append(fault.appendix, behind: scalars.count)
  }

  private mutating func append(_ sentence: String, behind end: Int) {
    guard !sentence.isEmpty else { return }
    text += "\n"
    var position = end + 1
    var opened = position
    for scalar in sentence.unicodeScalars {
      switch scalar {
      case "⟦": opened = position
      case "⟧": places.append(Span(opened, position))
      default:
        appendix.unicodeScalars.append(scalar)
        position += 1
      }
    }
    text += appendix
  }
}
