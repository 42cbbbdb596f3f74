import TongbaoText

/// Remembers what a clause without amounts speaks of, for the amounts behind it.
struct TopicFinder {
  let lexicon: FigureLexicon
  let text: FigureText
  let objects: ObjectFinder

  private(set) var topic: Range<Int>?
  /// Whether it is what all the amounts of the sentence are of: 亡人事故中，甲区3起、乙区2起.
  private(set) var isShared = false
  /// Whether it is what a ranking speaks of: 盗窃居首，12起.
  private var isRanked = false

  /// Whether an amount without a noun is of the topic even without a copula.
  var isForAll: Bool { isShared || isRanked }

  init(lexicon: FigureLexicon, text: FigureText, objects: ObjectFinder) {
    self.lexicon = lexicon
    self.text = text
    self.objects = objects
  }

  mutating func begin() {
    topic = nil
    isShared = false
    isRanked = false
  }

  mutating func endClause(_ clause: FigureClause) {
    if clause.hasAmounts {
      if !isShared { topic = nil }
      return
    }
    let ranked = rankedTopic(in: clause)
    isRanked = ranked != nil
    let statistic = ranked ?? statistic(in: clause)
    topic = statistic ?? sharedTopic(in: clause)
    isShared = statistic == nil && topic != nil
  }

  /// 盗窃居首, 抢夺最少: what stands before its place in a ranking.
  private func rankedTopic(in clause: FigureClause) -> Range<Int>? {
    let words = text.range(of: clause.tokens)
    guard Self.ranks.ends(words, of: text.units) else { return nil }
    let last = text.tokens[clause.tokens.upperBound - 1].range
    let isWhole = last.count <= Self.rankLength
    let tokens = isWhole ? clause.tokens.dropLast() : clause.tokens
    guard let noun = objects.noun(in: tokens, hasVerb: false) else { return nil }
    if isWhole { return noun }
    let end = noun.upperBound - Self.rankLength
    return noun.upperBound == last.upperBound && end > noun.lowerBound ? noun.lowerBound..<end : nil
  }

  private static let rankLength = 2
  private static let ranks: PhraseSet = [
    "居首", "次之", "最多", "最少", "居多", "居前", "居次", "居末", "领先", "垫底",
  ]

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
