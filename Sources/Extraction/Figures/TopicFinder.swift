import TongbaoText

/// Remembers what a clause without amounts speaks of, for the amounts behind it.
struct TopicFinder {
  let lexicon: FigureLexicon
  let units: UnsafeBufferPointer<UInt16>
  let objects: ObjectFinder

  private(set) var topic: Range<Int>?
  /// Whether it is what all the amounts of the sentence are of: 亡人事故中，甲区3起、乙区2起.
  private(set) var isShared = false

  init(lexicon: FigureLexicon, units: UnsafeBufferPointer<UInt16>, objects: ObjectFinder) {
    self.lexicon = lexicon
    self.units = units
    self.objects = objects
  }

  mutating func begin() {
    topic = nil
    isShared = false
  }

  mutating func endClause(_ clause: FigureClause, of sentence: FigureSentence) {
    if clause.hasAmounts {
      if !isShared { topic = nil }
      return
    }
    let statistic = statistic(in: clause, of: sentence)
    topic = statistic ?? sharedTopic(in: clause, of: sentence)
    isShared = statistic == nil && topic != nil
  }

  /// 单日峰值出现在…，达…
  private func statistic(in clause: FigureClause, of sentence: FigureSentence) -> Range<Int>? {
    let index = clause.tokens.first { index in
      guard case .text = sentence.tokens[index].content else { return false }
      return lexicon.statistic(endingOf: units[sentence.tokens[index].range]).is
    }
    return index.map { sentence.tokens[$0].range }
  }

  private func sharedTopic(in clause: FigureClause, of sentence: FigureSentence) -> Range<Int>? {
    let last = clause.tokens.upperBound - 1
    guard sentence.tokens[last].function == .locative,
      units[sentence.tokens[last].range].elementsEqual([Self.among])
    else { return nil }
    return objects.noun(
      in: clause.tokens.lowerBound..<last, of: sentence.tokens, hasVerb: false)
  }

  /// 中
  private static let among: UInt16 = 0x4E2D
}
