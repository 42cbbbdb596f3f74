import TongbaoText

/// Links the amounts of a document to what they measure: who did how many of what, when, where.
///
/// A sentence is read once from left to right. Each amount takes its action and object from the
/// words around it, and what an elliptical clause leaves out from the figure before; period and
/// scope from the sentence. All of that is read as places in the working text; strings are made
/// when a figure is written. Linear in the text.
public struct FigureLinker: Sendable {
  private let lexicon: FigureLexicon

  public init(lexicon: FigureLexicon) { self.lexicon = lexicon }

  /// The figures of a document in text order, at most one for each amount.
  ///
  /// - Parameters:
  ///   - document: its mentions, with spans in code points of the original text.
  ///   - text: the same text as it was read.
  public func figures(in document: Document, text: SourceText) -> [Figure] {
    let anchors = AnchorList(document.mentions, in: text)
    guard anchors.amountCount > 0 else { return [] }
    let text = FigureText(anchors, of: document.mentions, in: text, lexicon: lexicon)
    var reader = SentenceReader(text: text, lexicon: lexicon)
    var writer = FigureWriter(text: text, scopes: ScopeResolution(document))
    var figures: [Figure] = []
    figures.reserveCapacity(anchors.amountCount)
    for sentence in text.sentences {
      reader.read(sentence)
      writer.write(reader.former.all, periods: reader.periods, to: &figures)
    }
    return figures
  }
}
