import TongbaoText

/// Finds the shortest noun phrase that names what an amount counts.
struct ObjectFinder {
  let lexicon: FigureLexicon
  let units: UnsafeBufferPointer<UInt16>
  let anchors: [FigureAnchor]

  /// The noun phrase within some tokens before an amount: cue words at the edges, what stands
  /// before the last 的 and the examples before 等 are no part of it.
  ///
  /// - Returns: a range of the working text.
  func noun(in range: Range<Int>, of tokens: [FigureToken], hasVerb: Bool) -> Range<Int>? {
    let all = range
    var range = range
    if !hasVerb { range = behindSetting(range, of: tokens) }
    while let last = range.last, isTrimmedBehind(tokens[last]) {
      // 在辖区内12名…: what ends in a place word is where, not what.
      if tokens[last].endsSetting { return nil }
      range.removeLast()
    }
    while let first = range.first, isTrimmedBefore(tokens, first, in: range, hasVerb: hasVerb) {
      range.removeFirst()
    }
    if range.isEmpty { return person(in: all, of: tokens) }
    if let last = range.last, tokens[last].function == .etc { return nil }
    range = behindLast(.of, in: range, of: tokens)
    range = behindExamples(range, of: tokens)
    guard let first = range.first, let last = range.last else { return nil }
    // 涉及全国12个省市: the whole is not what is counted.
    if first == last, tokens[first].word?.isScope == true,
      units[tokens[first].range.lowerBound] == Self.whole
    {
      return nil
    }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }

  /// The examples before 等 where no noun stands behind the amount: 手机、背包等12件.
  func examples(in range: Range<Int>, of tokens: [FigureToken], hasVerb: Bool) -> Range<Int>? {
    guard let last = range.last, tokens[last].function == .etc,
      !tokens[range].contains(where: { $0.isGloss || $0.anchor != nil })
    else { return nil }
    return noun(in: range.dropLast(), of: tokens, hasVerb: hasVerb)
  }

  /// 其中民警20名: a word for who acts is the noun where there is no other.
  private func person(in range: Range<Int>, of tokens: [FigureToken]) -> Range<Int>? {
    guard let last = range.last(where: { !isTrimmedBehind(tokens[$0]) }),
      tokens[last].word?.isPerson == true, last + 1 == range.upperBound
    else { return nil }
    return tokens[last].range
  }

  /// The noun behind an amount's classifier, and the first token behind it.
  func nounBehind(_ amount: AmountContext) -> (noun: Range<Int>, end: Int)? {
    let tokens = amount.sentence.tokens
    var range = amount.rightRange
    while let first = range.first,
      isSkippedBehindAmount(tokens[first])
        || tokens[first].function == .and && first > amount.index + 1
    {
      range.removeFirst()
    }
    // 一辆载有设备的面包车: the noun has a clause of its own before it.
    if let first = range.first, tokens[first].opensClause {
      let rest = behindLast(.of, in: range, of: tokens)
      if rest != range { range = rest }
    }
    var end = range.lowerBound
    while end < range.upperBound, continuesNoun(tokens, end, from: range, in: amount) { end += 1 }
    while end > range.lowerBound, isTrimmedBehind(tokens[end - 1]) { end -= 1 }
    let noun = behindExamples(behindLast(.of, in: range.lowerBound..<end, of: tokens), of: tokens)
    guard let first = noun.first, let last = noun.last else { return nil }
    return (tokens[first].range.lowerBound..<tokens[last].range.upperBound, end)
  }

  /// 全
  private static let whole: UInt16 = 0x5168

  // MARK: Edges

  private func isTrimmedBehind(_ token: FigureToken) -> Bool {
    switch token.content {
    case .pause, .gloss: return true
    case .word(let word):
      if word.isVerb || word.isScope { return false }
      switch word.function {
      case .adverb, .of, .distributive, .particle, .from, .base, .and, .until, .toward,
        .preposition, .breakdown, .passive, .locative:
        return true
      default:
        return word.copula != nil || word.aggregation != nil || word.comparison != nil
          || word.direction != nil || word.turn != nil || word.isShare || word.isPredicate
      }
    default: return false
    }
  }

  private func isTrimmedBefore(
    _ tokens: [FigureToken], _ index: Int, in range: Range<Int>, hasVerb: Bool
  ) -> Bool {
    switch tokens[index].content {
    case .pause, .gloss: return true
    case .mention(let anchor), .amount(let anchor):
      return !isPersonOfPlace(anchor, next: index + 1 < range.upperBound ? tokens[index + 1] : nil)
    case .word(let word):
      return isTrimmedBefore(word, hasVerb: hasVerb)
    default: return false
    }
  }

  /// Behind its verb a noun may begin with an adverb's characters (查获现场物证).
  private func isTrimmedBefore(_ word: FigureWord, hasVerb: Bool) -> Bool {
    if word.isScope { return !hasVerb }
    if word.isVerb, word.direction == nil { return false }
    switch word.function {
    case .adverb, .locative: return !hasVerb
    default: return !hasVerb || !word.isPredicate
    }
  }

  /// 香港居民, 外省市游客: there the place is part of the noun.
  private func isPersonOfPlace(_ anchor: Int, next: FigureToken?) -> Bool {
    guard anchors[anchor].mention.type == .place, let next, case .text = next.content else {
      return false
    }
    let noun = String(decoding: units[next.range], as: UTF16.self)
    return ["居民", "游客", "旅客", "市民", "籍", "同胞"].contains { noun.hasPrefix($0) }
  }

  /// Without a verb a noun begins behind the setting: 在辖区内, 因, 截至6月.
  private func behindSetting(_ range: Range<Int>, of tokens: [FigureToken]) -> Range<Int> {
    let last = range.last { index in
      switch tokens[index].content {
      case .mention(let anchor):
        return anchors[anchor].mention.type != .place
      case .word(let word):
        switch word.function {
        case .preposition, .breakdown, .reporting, .until, .passive: return true
        default: return word.isScope && index + 1 < range.upperBound
        }
      default: return false
      }
    }
    guard let last, last + 1 < range.upperBound else { return range }
    return last + 1..<range.upperBound
  }

  // MARK: Inside

  private func behindLast(
    _ function: FigureWord.Function, in range: Range<Int>, of tokens: [FigureToken]
  ) -> Range<Int> {
    guard let last = range.last(where: { tokens[$0].function == function }),
      last + 1 < range.upperBound
    else { return range }
    return last + 1..<range.upperBound
  }

  /// 手机、钱包等失物 is 失物; 民兵、志愿者等力量 stays whole, 力量 alone says too little.
  private func behindExamples(_ range: Range<Int>, of tokens: [FigureToken]) -> Range<Int> {
    let rest = behindLast(.etc, in: range, of: tokens)
    guard rest != range, let first = rest.first, let last = rest.last else { return range }
    let noun = units[tokens[first].range.lowerBound..<tokens[last].range.upperBound]
    return lexicon.isGeneral(noun) ? range : rest
  }

  // MARK: Behind the amount

  private func isSkippedBehindAmount(_ token: FigureToken) -> Bool {
    switch token.content {
    case .mention(let anchor):
      let mention = anchors[anchor].mention
      return mention.type == .count || mention.type == .duration
    case .word(let word):
      return word.function == .of || word.function == .distributive
        || word.function == .quantifier
    default: return false
    }
  }

  private func continuesNoun(
    _ tokens: [FigureToken], _ index: Int, from range: Range<Int>, in amount: AmountContext
  ) -> Bool {
    let isFirst = index == range.lowerBound
    switch tokens[index].content {
    case .text, .quotation: return true
    case .gloss: return !isFirst
    case .amount: return false
    case .mention(let anchor):
      let type = anchors[anchor].mention.type
      return type == .place || type == .count || type == .ordinal
    case .pause:
      return !isFirst && index + 1 < range.upperBound
    case .word(let word):
      return continuesNoun(
        word, isFirst: isFirst, hasMore: index + 1 < range.upperBound,
        isPeople: amount.countsPeople)
    }
  }

  /// A verb that may be a noun goes on with one, unless it tells what the people counted do.
  private func continuesNoun(
    _ word: FigureWord, isFirst: Bool, hasMore: Bool, isPeople: Bool
  ) -> Bool {
    if word.isAction || word.isPredicate { return false }
    if word.isActivity { return isFirst || (!hasMore && !isPeople) }
    switch word.function {
    case .of, .etc, .quantifier: return !isFirst
    case .and: return !isFirst && hasMore
    case .base: return !isFirst && hasMore && !isPeople
    case .locative: return !isFirst
    case nil: return word.isScope
    default: return false
    }
  }
}
