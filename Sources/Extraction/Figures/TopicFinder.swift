import TongbaoText

/// Remembers what a clause without amounts speaks of, for the amounts behind it.
struct TopicFinder {
  let lexicon: FigureLexicon
  let text: FigureText
  let objects: ObjectFinder

  private(set) var topic: Range<Int>?
  /// Whether it is what all the amounts of the sentence are of: 亡人事故中，甲区3起、乙区2起.
  private(set) var isShared = false

  init(lexicon: FigureLexicon, text: FigureText, objects: ObjectFinder) {
    self.lexicon = lexicon
    self.text = text
    self.objects = objects
  }

  mutating func begin() {
    topic = nil
    isShared = false
  }

  mutating func endClause(_ clause: FigureClause) {
    if clause.hasAmounts {
      if !isShared { topic = nil }
      return
    }
    let statistic = statistic(in: clause)
    topic = statistic ?? sharedTopic(in: clause)
    isShared = statistic == nil && topic != nil
  }

  /// 单日峰值出现在…，达…
  private func statistic(in clause: FigureClause) -> Range<Int>? {
    for index in clause.tokens where text.tokens[index].isText {
      let range = text.tokens[index].range
      if lexicon.statistic(endingOf: range, in: text.units).is { return range }
    }
    return nil
  }

  private func sharedTopic(in clause: FigureClause) -> Range<Int>? {
    let last = clause.tokens.upperBound - 1
    guard text.tokens[last].function == .locative, text.stands(Self.among, at: last) else {
      return nil
    }
    return objects.noun(in: clause.tokens.lowerBound..<last, hasVerb: false)
  }

  /// 中
  private static let among: UInt16 = 0x4E2D
}
