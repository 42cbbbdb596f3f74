import TongbaoText

/// Finds the shortest noun phrase that names what an amount counts.
struct ObjectFinder {
  let lexicon: FigureLexicon
  let text: FigureText

  private var tokens: [FigureToken] { text.tokens }

  /// The noun phrase within some tokens before an amount: cue words at the edges, what stands
  /// before the last 的 and the examples before 等 are no part of it.
  ///
  /// - Returns: a range of the working text.
  func noun(in range: Range<Int>, hasVerb: Bool) -> Range<Int>? {
    if let each = range.first(where: { tokens[$0].word.exclusion == .rate }) {
      return nounBeside(each, in: range, hasVerb: hasVerb)
    }
    let all = range
    var range = range
    if !hasVerb { range = behindSetting(range) }
    while let last = range.last, isTrimmedBehind(tokens[last]) {
      // 在辖区内12名…: what ends in a place word is where, not what.
      if tokens[last].endsSetting { return nil }
      range.removeLast()
    }
    while let first = range.first, isTrimmedBefore(first, in: range, hasVerb: hasVerb) {
      range.removeFirst()
    }
    guard let last = range.last else { return person(in: all) }
    if tokens[last].function == .etc { return nil }
    range = behindExamples(behindLast(.of, in: range))
    guard let first = range.first else { return nil }
    // 涉及全国12个省市: the whole is not what is counted.
    if range.count == 1, tokens[first].word.isScope,
      text.units[tokens[first].range.lowerBound] == Self.whole
    {
      return nil
    }
    return text.range(of: range)
  }

  /// 每袋含粉末12克, 每瓶成本40元: the noun behind the last 每 and its classifier, else what stands
  /// before the first; 每只60元 has none.
  private func nounBeside(
    _ first: Int, in range: Range<Int>, hasVerb: Bool
  ) -> Range<Int>? {
    let last = range.last { tokens[$0].word.exclusion == .rate } ?? first
    let rest = min(last + 2, range.upperBound)..<range.upperBound
    if let behind = noun(in: rest, hasVerb: hasVerb) { return behind }
    if last + 1 < range.upperBound, let noun = nounBehindClassifier(tokens[last + 1]) {
      return noun
    }
    guard let before = noun(in: range.lowerBound..<first, hasVerb: hasVerb), before.count > 1,
      !Self.rates.ends(before, of: text.units)
    else { return nil }
    return before
  }

  /// 瓶成本 behind 每, but not 立方米.
  private func nounBehindClassifier(_ token: FigureToken) -> Range<Int>? {
    guard token.isText, token.range.count > 2, !Self.longUnits.begins(token.range, of: text.units)
    else { return nil }
    return token.range.lowerBound + 1..<token.range.upperBound
  }

  private static let longUnits: PhraseSet = [
    "立方", "平方", "千克", "公斤", "公顷", "公里", "毫升", "小时",
  ]
  private static let rates: PhraseSet = ["以", "按"]

  /// The examples before 等 where no noun stands behind the amount: 手机、背包等12件.
  func examples(in range: Range<Int>, hasVerb: Bool) -> Range<Int>? {
    guard let last = range.last, tokens[last].function == .etc,
      !range.contains(where: { tokens[$0].isGloss || tokens[$0].anchor != nil })
    else { return nil }
    return noun(in: range.dropLast(), hasVerb: hasVerb).flatMap(beforeName)
  }

  /// 嫌疑人赵某等3人: a person's name is no noun, but the word before it is.
  private func beforeName(_ noun: Range<Int>) -> Range<Int>? {
    guard let mark = text.unnamedMark(in: noun) else { return noun }
    let end = mark - 1
    return end > noun.lowerBound + 1 ? noun.lowerBound..<end : nil
  }

  /// Names at the end of a noun are none: 滕某、高某某四人, 民警马某带3人. A gang may be named after one.
  func withoutName(_ noun: Range<Int>) -> Range<Int>? {
    let tail = max(noun.lowerBound, noun.upperBound - 2)..<noun.upperBound
    return text.unnamedMark(in: tail) == nil ? noun : beforeName(noun)
  }

  /// 其中3人为外地人, 四成是青年: what the amount is said to be, up to the clause's end.
  func predicate(of amount: AmountContext) -> Range<Int>? {
    let right = amount.rightRange
    guard !amount.precedesAmount,
      let copula = right.first(where: { tokens[$0].function != .adverb }),
      Self.being.contains(tokens[copula].range, of: text.units),
      copula + 1 < right.upperBound, tokens[right.upperBound - 1].isText
    else { return nil }
    return noun(in: copula + 1..<right.upperBound, hasVerb: false)
  }

  /// 是 behind an amount: 四成是青年.
  func copula(of amount: AmountContext) -> Range<Int>? {
    amount.rightRange.first { tokens[$0].word.copula == .named }.map { tokens[$0].range }
  }

  private static let being: PhraseSet = ["为", "是", "均为", "均是"]

  /// 其中民警20名: a word for who acts is the noun where there is no other.
  private func person(in range: Range<Int>) -> Range<Int>? {
    guard let last = range.last, !isTrimmedBehind(tokens[last]), tokens[last].word.isPerson else {
      return nil
    }
    return tokens[last].range
  }

  /// The noun behind an amount's classifier, and the first token behind it.
  func nounBehind(_ amount: AmountContext) -> (noun: Range<Int>, end: Int)? {
    var range = amount.rightRange
    while let first = range.first,
      isSkippedBehindAmount(tokens[first])
        || tokens[first].function == .and && first > amount.index + 1
    {
      range.removeFirst()
    }
    // 一辆载有设备的面包车: the noun has a clause of its own before it.
    if let first = range.first, tokens[first].opensClause { range = behindLast(.of, in: range) }
    var end = range.lowerBound
    while end < range.upperBound, continuesNoun(end, from: range, in: amount) { end += 1 }
    while end > range.lowerBound, isTrimmedBehind(tokens[end - 1]), !isPartOfKind(end - 1) {
      end -= 1
    }
    let noun = behindExamples(behindLast(.of, in: range.lowerBound..<end))
    guard let last = noun.last else { return nil }
    return (text.range(of: noun), tokens[last].isGloss ? end - 1 : end)
  }

  /// 5个县(市、区), 9个乡镇(街道): the parenthesis goes on with the kind of division.
  private func isPartOfKind(_ index: Int) -> Bool {
    tokens[index].isGloss && tokens[index].range.allSatisfy { Self.kinds.contains(text.units[$0]) }
  }

  private static let kinds: UnitSet = "()、省市县区旗州乡镇街道场"

  /// 全
  private static let whole: UInt16 = 0x5168

  // MARK: Edges

  private func isTrimmedBehind(_ token: FigureToken) -> Bool {
    switch token.kind {
    case .pause, .gloss: return true
    case .word:
      let word = token.word
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

  private func isTrimmedBefore(_ index: Int, in range: Range<Int>, hasVerb: Bool) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .pause, .gloss: return true
    case .mention, .amount:
      return !isPersonOfPlace(index, next: index + 1 < range.upperBound ? index + 1 : nil)
    case .word:
      // 未戴头盔: without its negation a noun says the contrary.
      if token.word.negates, index + 1 < range.upperBound { return false }
      return isTrimmedBefore(token.word, hasVerb: hasVerb)
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
  private func isPersonOfPlace(_ index: Int, next: Int?) -> Bool {
    guard text.anchor(at: index)?.type == .place, let next, tokens[next].isText else {
      return false
    }
    return Self.people.begins(tokens[next].range, of: text.units)
  }

  private static let people: PhraseSet = ["居民", "游客", "旅客", "市民", "籍", "同胞"]

  /// Without a verb a noun begins behind the setting: 在辖区内, 因, 截至6月.
  private func behindSetting(_ range: Range<Int>) -> Range<Int> {
    let last = range.last { index in
      switch tokens[index].kind {
      case .mention: return text.anchor(at: index)?.type != .place
      case .word:
        let word = tokens[index].word
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
    _ function: FigureWord.Function, in range: Range<Int>
  ) -> Range<Int> {
    guard let last = range.last(where: { tokens[$0].function == function }),
      last + 1 < range.upperBound
    else { return range }
    return last + 1..<range.upperBound
  }

  /// 手机、钱包等失物 is 失物; 民兵、志愿者等力量 stays whole, 力量 alone says too little.
  private func behindExamples(_ range: Range<Int>) -> Range<Int> {
    let rest = behindLast(.etc, in: range)
    guard rest != range else { return range }
    return lexicon.isGeneral(text.range(of: rest), in: text.units) ? range : rest
  }

  // MARK: Behind the amount

  private func isSkippedBehindAmount(_ token: FigureToken) -> Bool {
    switch token.kind {
    case .mention:
      let type = token.anchor.map { text.anchors[$0].type }
      return type == .count || type == .duration
    case .word:
      return token.function == .of || token.function == .distributive
        || token.function == .quantifier
    default: return false
    }
  }

  private func continuesNoun(_ index: Int, from range: Range<Int>, in amount: AmountContext) -> Bool
  {
    let isFirst = index == range.lowerBound
    let hasMore = index + 1 < range.upperBound
    switch tokens[index].kind {
    case .text, .quotation: return true
    case .gloss: return !isFirst
    case .amount: return false
    case .mention:
      let type = text.anchor(at: index)?.type
      return type == .place || type == .count || type == .ordinal
    case .pause: return !isFirst && hasMore
    case .word:
      // 6支马帮巡护队
      if hasMore, tokens[index].word.isActivity, tokens[index + 1].isText,
        lexicon.isEnding(tokens[index + 1].range, in: text.units)
      {
        return true
      }
      return continuesNoun(
        tokens[index].word, isFirst: isFirst, hasMore: hasMore,
        isPeople: amount.anchor.countsPeople)
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
