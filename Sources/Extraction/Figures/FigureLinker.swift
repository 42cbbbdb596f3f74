import TongbaoText

/// Links the amounts of a document to what they measure: who did how many of what, when, where.
///
/// A sentence is read once from left to right. Each amount takes its action and object from the
/// words around it, and what an elliptical clause leaves out from the figure before; period and
/// scope from the sentence. Linear in the text.
public struct FigureLinker: Sendable {
  private let lexicon: FigureLexicon

  public init(lexicon: FigureLexicon) { self.lexicon = lexicon }

  /// The figures of a document in text order, at most one for each amount.
  ///
  /// - Parameters:
  ///   - document: its mentions, with spans in code points of the original text.
  ///   - text: the same text as it was read.
  public func figures(in document: Document, text: SourceText) -> [Figure] {
    let anchors = Self.anchors(of: document, in: text)
    guard anchors.contains(where: { FigureCandidates.canReport($0.mention) }) else { return [] }
    var figures: [Figure] = []
    text.units.withUnsafeBufferPointer { units in
      var splitter = SentenceSplitter(units: units, anchors: anchors, lexicon: lexicon) {
        FigureCandidates.canReport($0.mention)
      }
      var reader = SentenceReader(text: text, units: units, anchors: anchors, lexicon: lexicon)
      splitter.forEachSentence { sentence in
        let drafts = reader.read(sentence)
        figures += drafts.map { Figure($0, in: text) }
      }
    }
    let scopes = ScopeResolution(document)
    return figures.map { figure in
      var figure = figure
      if let scope = figure.scope {
        figure.scope?.code = scopes.code(of: scope, at: figure.span.start)
      }
      return figure
    }
  }

  /// Mentions that stand in no other, in text order. O(*n* log *n*) for *n* mentions.
  private static func anchors(of document: Document, in text: SourceText) -> [FigureAnchor] {
    var end = 0
    var anchors: [FigureAnchor] = []
    for mention in document.mentions.sorted(by: { $0.span < $1.span })
    where mention.span.start >= end {
      let range = text.alignment.range(of: mention.span)
      guard !range.isEmpty, range.lowerBound >= anchors.last?.range.upperBound ?? 0 else {
        continue
      }
      anchors.append(FigureAnchor(mention: mention, range: range))
      end = mention.span.end
    }
    return anchors
  }
}

extension Figure {
  init(_ draft: FigureDraft, in text: SourceText) {
    func slice(_ range: Range<Int>?) -> String {
      range.map { text.slice(text.span(of: $0)) } ?? ""
    }
    // A word taken over from another clause is no part of the figure's own span.
    let starts = [draft.action, draft.object].compactMap { $0?.lowerBound }
      .filter { $0 < draft.amount.lowerBound && $0 >= draft.clauseStart }
    let start = starts.min() ?? draft.amount.lowerBound
    self.init(
      action: slice(draft.action), object: slice(draft.object), mention: draft.mention.id,
      aggregation: draft.aggregation, period: draft.period, scope: draft.scope,
      comparison: draft.comparisonRecord,
      span: Span(
        text.span(of: start..<draft.amount.upperBound).start, draft.mention.span.end))
  }
}

extension FigureDraft {
  fileprivate var comparisonRecord: Figure.Comparison? {
    guard aggregation == .change, let direction, let comparison else { return nil }
    let isRate = mention.type == .percent
    return Figure.Comparison(
      kind: comparison.kind, direction: direction,
      percent: isRate ? mention.number?.value.map { "\($0)" } : nil, base: comparison.base,
      mention: comparison.amount)
  }
}
