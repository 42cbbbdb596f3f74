import TongbaoText

/// A document as the figure linker reads it: the working text in sentences, clauses and tokens.
/// A class, for it is never changed once it is cut, and every step of the linking asks it.
final class FigureText: Sendable {
  let source: SourceText
  /// The working text.
  let units: [UInt16]
  let mentions: [Mention]
  /// Mentions that stand in no other, in text order.
  let anchors: [FigureAnchor]
  let tokens: [FigureToken]
  let clauses: [FigureClause]
  let sentences: [FigureSentence]
  /// How many different units its amounts are in.
  let unitNameCount: Int

  init(_ list: AnchorList, of mentions: [Mention], in source: SourceText, lexicon: FigureLexicon) {
    var splitter = SentenceSplitter(
      units: source.units, anchors: list.anchors, lexicon: lexicon)
    splitter.split()
    self.source = source
    units = source.units
    self.mentions = mentions
    anchors = list.anchors
    unitNameCount = list.unitNames.count
    tokens = splitter.tokens
    clauses = splitter.clauses
    sentences = splitter.sentences
  }

  /// The anchor of a token that is a mention.
  func anchor(at token: Int) -> FigureAnchor? { tokens[token].anchor.map { anchors[$0] } }

  /// Where 某 stands for what a person's name leaves out: 赵某.
  func unnamedMark(in range: Range<Int>) -> Int? { range.first { units[$0] == Self.unnamed } }

  private static let unnamed: UInt16 = 0x67D0  // 某

  /// The anchor that fills a parenthesis. O(log *n*) in the anchors.
  func anchor(filling parenthesis: Range<Int>) -> FigureAnchor? {
    var (low, high) = (0, anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].range.lowerBound <= parenthesis.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < anchors.count,
      anchors[low].range == parenthesis.lowerBound + 1..<parenthesis.upperBound - 1
    else { return nil }
    return anchors[low]
  }

  /// The stretch of the working text that some neighbouring tokens take.
  ///
  /// - Precondition: there is at least one.
  func range(of range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }

  /// Whether a token is just that character.
  func stands(_ unit: UInt16, at token: Int) -> Bool {
    let range = tokens[token].range
    return range.count == 1 && units[range.lowerBound] == unit
  }

  /// The original behind a stretch of the working text.
  func original(_ range: Range<Int>) -> String { source.slice(source.span(of: range)) }
}
