import TongbaoText

/// How an amount continues a list of named things: not at all, in the unit of the item before, in
/// another, or in another that counts people.
enum ListItem { case none, inSameUnit, inOtherUnit, ofPeople }

/// Finds the verb that an amount depends on.
struct ActionFinder {
  let lexicon: FigureLexicon
  let text: FigureText

  private var tokens: [FigureToken] { text.tokens }

  /// The verb among the words before an amount, as token indices.
  ///
  /// The last verb that only reports work wins, since those before it tell how it came about
  /// (排查企业发现隐患12处); a verb that may be part of a noun counts only where there is no other.
  ///
  /// - Parameters:
  ///   - item: whether the amount goes on with a list, whose items are mostly nouns.
  ///   - isPercent: whether the amount is a share, which mostly measures a noun.
  func verb(
    of tie: AmountTie, item: ListItem = .none, isPercent: Bool = false
  ) -> Range<Int>? {
    let core = tie.core
    if measuresNoun(core, tie, isPercent: isPercent) { return nil }
    guard let verb = plainVerb(in: core, item: item) else { return nil }
    // 尚未整改12处: without its negation a verb says the contrary.
    let isNegated = verb.lowerBound > core.lowerBound && tokens[verb.lowerBound - 1].word.negates
    return isNegated ? verb.lowerBound - 1..<verb.upperBound : verb
  }

  private func plainVerb(in core: Range<Int>, item: ListItem) -> Range<Int>? {
    if let strong = mainVerb(in: core, item: item) { return joined(strong, in: core) }
    guard let first = core.first(where: { isPossibleVerb($0, in: core) }) else { return nil }
    if item != .none, !isVerbOfItem(first, item, in: core) { return nil }
    if tokens[first].word.isActivity, endsInStatistic(core) { return nil }
    var end = first + 1
    while end < core.upperBound, tokens[end].word.isActivity { end += 1 }
    guard end == core.upperBound else { return first..<end }
    // 电信网络诈骗立案12起: behind its noun only the last verb is one, if the noun is known.
    let last = end - 1
    guard last > core.lowerBound, isNoun(last - 1) || last > first else { return first..<end }
    let noun = tokens[core.lowerBound].range.lowerBound..<tokens[last].range.lowerBound
    // 赵某获利3万元: a person does what the verb says.
    if lexicon.isHead(noun, in: text.units) || text.unnamedMark(in: noun) != nil {
      return last..<end
    }
    return isNoun(max(core.lowerBound, first - 1)) ? nil : first..<end
  }

  /// A list item is a noun (警示牌5块), except behind an adverb (正在整治3处) or where a verb alone
  /// or with a noun of its own is an item in another unit (亡2人, 登记流动人口20人).
  private func isVerbOfItem(_ verb: Int, _ item: ListItem, in core: Range<Int>) -> Bool {
    if verb > core.lowerBound, tokens[verb - 1].function == .adverb { return true }
    guard item != .inSameUnit else { return false }
    // 事故301起、亡92人
    if verb + 1 == core.upperBound {
      guard item == .ofPeople else { return false }
      return core.allSatisfy { $0 == verb || tokens[$0].separatesItems }
    }
    return tokens[verb + 1].isText && tokens[verb + 1].range.count > 1
  }

  /// Verbs that share an object are one action: 立案侦办, 查处、取缔, 发现并整改.
  private func joined(_ verb: Int, in core: Range<Int>) -> Range<Int> {
    var start = verb
    while start > core.lowerBound {
      if tokens[start - 1].word.isAction, !tellsWhich(start - 1, in: core, item: .none) {
        start -= 1
      } else if start - 1 > core.lowerBound, joinsVerbs(start - 1), tokens[start - 2].word.isVerb {
        start -= 2
      } else {
        break
      }
    }
    var end = verb + 1
    while end + 1 < core.upperBound, joinsVerbs(end), tokens[end + 1].word.isVerb { end += 2 }
    return start..<end
  }

  /// 、 and 并
  private func joinsVerbs(_ index: Int) -> Bool {
    tokens[index].separatesItems || text.stands(Self.along, at: index)
  }

  /// 并
  private static let along: UInt16 = 0x5E76

  /// A verb behind the noun of an amount, or in the passive: 4起案件被督办, 12处隐患全部销号.
  ///
  /// - Returns: a range of the working text.
  func verbBehind(_ amount: AmountContext) -> Range<Int>? {
    let right = amount.rightRange
    if let passive = right.first(where: { tokens[$0].function == .passive }) {
      return passiveVerb(in: passive + 1..<right.upperBound)
    }
    guard !amount.precedesAmount else { return fate(behind: amount) }
    var end = right.upperBound
    while end > right.lowerBound, tokens[end - 1].function == .particle { end -= 1 }
    var start = end
    while start > right.lowerBound, tokens[start - 1].word.isVerb { start -= 1 }
    guard start < end else { return predicate(behind: amount) }
    // 等5处执行搜索: right behind the amount a verb needs the examples before it.
    let followsExamples = amount.lastLeft?.function == .etc
    // 企业19家签订承诺书: there the noun stands before the amount.
    let followsNoun = amount.lastLeft?.isText == true && tokens[start].word.isAction
    guard start > amount.index + 1 || followsExamples || followsNoun else {
      return fate(behind: amount)
    }
    return text.range(of: start..<end)
  }

  /// 2人死亡、5人受伤: what became of people who have no noun, up to the end of their item.
  private func fate(behind amount: AmountContext) -> Range<Int>? {
    let right = amount.rightRange
    guard amount.anchor.countsPeople, !amount.continuesList, let verb = right.first,
      tokens[verb].word.isActivity
    else { return nil }
    let isItem = right.dropFirst().allSatisfy { tokens[$0].separatesItems }
    return isItem ? tokens[verb].range : nil
  }

  /// 游客5000名涌入古镇, 19家签订承诺书: the verb right behind the noun of an amount, with its place
  /// or object behind it.
  private func predicate(behind amount: AmountContext) -> Range<Int>? {
    let right = amount.rightRange
    guard let first = right.first(where: { tokens[$0].word.isVerb }), first > right.lowerBound,
      tokens[first].word.isAction || tokens[first].word.isPredicate,
      (right.lowerBound..<first).allSatisfy(isSubject), !amount.continuesList,
      !right.contains(where: { tokens[$0].function == .of }),
      !amount.leftRange.contains(where: { Self.settings.contains(tokens[$0].range, of: text.units) }
      )
    else { return nil }
    return text.range(of: first..<first + 1)
  }

  /// 在5个片区设置岗亭: there the amount says where or with whom, not who acts.
  private static let settings: PhraseSet = ["在", "于", "沿", "会同", "联手", "携手", "偕同", "依托", "利用"]

  /// 为12名学生补办证件, 将3名伤者送医, 9人涉嫌醉驾: the first verb behind the noun of an amount that
  /// a preposition leads in, or what people are suspected of.
  func verbWithPreposition(_ amount: AmountContext) -> Range<Int>? {
    let right = amount.rightRange
    if let first = right.first, amount.anchor.countsPeople,
      Self.suspected.contains(tokens[first].range, of: text.units)
    {
      return right.contains { tokens[$0].function == .passive } ? nil : tokens[first].range
    }
    guard let before = amount.lastLeft, Self.leading.contains(before.range, of: text.units),
      let verb = right.first(where: { tokens[$0].word.isAction || tokens[$0].word.isActivity }),
      verb > right.lowerBound, tokens[verb].word.isAction || verb + 1 == right.upperBound,
      right.lowerBound..<verb ~= (right.first(where: isNoun) ?? verb),
      // 进行检查: what is done stands behind such a verb.
      !Self.light.contains(tokens[verb].range, of: text.units)
    else { return nil }
    var end = verb + 1
    while end < right.upperBound, tokens[end].word.isAction { end += 1 }
    return text.range(of: verb..<end)
  }

  private static let light: PhraseSet = ["进行", "开展", "实施", "给予", "予以", "作出"]
  private static let suspected: PhraseSet = ["涉嫌"]
  private static let leading: PhraseSet = ["为", "将", "把", "给", "替", "向", "对"]

  /// A noun, or an adverb behind it.
  private func isSubject(_ index: Int) -> Bool {
    isNoun(index) || tokens[index].isGloss || tokens[index].function == .adverb
  }

  /// The last words behind 被, without the agent: 被公安部挂牌督办.
  func passiveVerb(in range: Range<Int>) -> Range<Int>? {
    guard let last = range.last(where: { tokens[$0].isText || tokens[$0].word.isVerb }) else {
      return nil
    }
    var start = last
    while start > range.lowerBound, tokens[start - 1].word.isVerb { start -= 1 }
    return text.range(of: start..<last + 1)
  }

  // MARK: Which words are verbs here

  /// The last verb of work done that has a noun behind it, else the last: 捣毁传销组织3个.
  private func mainVerb(in core: Range<Int>, item: ListItem) -> Int? {
    guard let last = core.last(where: { isMainVerb($0, in: core, item: item) }) else { return nil }
    let hasNoun = last + 1 < core.upperBound
    let isNounItself = !hasNoun && last > core.lowerBound && isNoun(last - 1)
    guard isNounItself else { return last }
    let earlier = (core.lowerBound..<last).last { isMainVerb($0, in: core, item: item) }
    // 酒驾3起、非法改装8起: an item that ends in a verb is a noun, unless the noun is known.
    if earlier == nil, item == .inSameUnit, tells(tokens[last].range),
      !lexicon.isHead(tokens[last - 1].range, in: text.units)
    {
      return nil
    }
    return earlier ?? last
  }

  private func isMainVerb(_ index: Int, in core: Range<Int>, item: ListItem) -> Bool {
    guard tokens[index].word.isAction else { return false }
    let before = index > core.lowerBound ? tokens[index - 1].function : nil
    let behind = index + 1 < core.upperBound ? tokens[index + 1].function : nil
    if before == .of || behind == .of && index + 2 < core.upperBound { return false }
    return !isPartOfNoun(index, in: core) && !tellsWhich(index, in: core, item: item)
  }

  private func isPossibleVerb(_ index: Int, in core: Range<Int>) -> Bool {
    let word = tokens[index].word
    if word.isActivity { return !isPartOfNoun(index, in: core) && !isAttribute(index, in: core) }
    return word.direction != nil || word.aggregation == .increment
  }

  /// 检查站, 见面劝阻率: one character more makes a noun of a verb.
  private func isPartOfNoun(_ index: Int, in core: Range<Int>) -> Bool {
    let next = index + 1
    guard tokens[index].range.count > 1, next < core.upperBound, tokens[next].isText else {
      return false
    }
    if lexicon.isEnding(tokens[next].range, in: text.units) { return true }
    // 受害人, 回收场: but 查扣车 has its object behind it.
    return tokens[next].range.count == 1
      && Self.makers.contains(text.units[tokens[next].range.lowerBound])
      && (!tokens[index].word.isAction
        || core.contains { $0 != index && tokens[$0].word.isAction })
  }

  private static let makers: UnitSet = "人者场厂案"

  /// 涉案木材, 受灾群众: before a noun such a verb only tells which.
  private func isAttribute(_ index: Int, in core: Range<Int>) -> Bool {
    let next = index + 1
    return next < core.upperBound && tokens[next].isText
      && Self.attributes.contains(tokens[index].range, of: text.units)
  }

  private static let attributes: PhraseSet = ["涉案", "受灾", "受困", "失联"]

  private func isNoun(_ index: Int) -> Bool {
    let kind = tokens[index].kind
    return kind == .text || kind == .quotation
  }

  private func endsInStatistic(_ core: Range<Int>) -> Bool {
    guard !core.isEmpty else { return false }
    let end = text.range(of: max(core.lowerBound, core.upperBound - 3)..<core.upperBound)
    return lexicon.statistic(endingOf: end, in: text.units).is
  }
}
