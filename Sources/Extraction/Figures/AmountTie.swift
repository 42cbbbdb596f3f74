import TongbaoText

/// What binds an amount to the words before it, read backwards from the amount: copula,
/// direction, comparison, aggregation, a date with 的. What is left of them is the *core*, in
/// which action and object are looked for.
struct AmountTie {
  /// Token indices.
  @PackedIndex var direction: Int? = nil
  @PackedIndex var turn: Int? = nil
  @PackedIndex var copula: Int? = nil
  @PackedIndex var share: Int? = nil
  /// Kinds of comparison, in text order: 环比、同比.
  var comparisons = ComparisonKinds()
  var aggregation: Figure.Aggregation?
  /// The word of an increment (新增) that stands right before the amount.
  @PackedIndex var increment: Int? = nil
  /// The date that belongs to this amount alone (上年的120起).
  @PackedIndex var attachedDate: Int? = nil
  /// What the amount or its change is compared with: a date's anchor, or words.
  var base: Base?
  /// Whether 分别 stands before it.
  var isDistributive = false
  /// Whether the amount is where a change begins (由15人…).
  var isOrigin = false
  /// What is left of the tokens before the amount.
  @PackedRange var core: Range<Int>

  enum Base {
    case date(anchor: Int)
    case words(Range<Int>)
  }

  init(_ amount: borrowing AmountContext) {
    core = amount.leftRange
    var at = amount.index
    while at > core.lowerBound, let taken = take(at - 1, of: amount) { at = taken }
    core = core.lowerBound..<at
    cutAtShare(amount)
    noteCuesBeforeVerb(amount.text)
  }

  /// Takes the token at the index, with those that belong to it.
  /// - Returns: the first index taken, or `nil` where the core ends.
  private mutating func take(_ index: Int, of amount: AmountContext) -> Int? {
    let token = amount.text.tokens[index]
    switch token.kind {
    case .gloss: return index
    case .mention: return token.anchor.flatMap { takeBase(index, anchor: $0, of: amount) }
    case .text:
      if isMean(index, amount.text) {
        aggregation = aggregation ?? .average
        return index
      }
      return takeBaseWords(index, of: amount)
    case .pause where !comparisons.isEmpty && index > core.lowerBound:
      return amount.text.tokens[index - 1].word.comparison == nil ? nil : index
    case .word: return take(token.word, at: index, of: amount)
    default: return nil
    }
  }

  private mutating func take(_ word: FigureWord, at index: Int, of amount: AmountContext) -> Int? {
    if let kind = word.comparison { comparisons.prepend(kind) }
    if word.direction != nil, direction == nil { direction = index }
    if word.turn != nil, turn == nil { turn = index }
    if word.copula != nil, copula == nil { copula = index }
    if word.isShare { share = share ?? index }
    if let sum = word.aggregation {
      if sum == .average, let start = takeMean(index, of: amount) { return start }
      aggregation = aggregation ?? sum
      if sum == .increment { increment = index }
    }
    switch word.function {
    case .distributive: isDistributive = true
    case .from where turn == nil && direction == nil: isOrigin = true
    case .of: return takeAttachedDate(before: index, of: amount)
    case .base: return takeCompared(before: index, of: amount)
    case .adverb, .particle: break
    default:
      let isTie =
        word.comparison != nil || word.direction != nil || word.turn != nil || word.copula != nil
        || word.isShare || word.aggregation != nil
      if !isTie { return nil }
    }
    return index
  }

  /// 上年的, 较5月的, 由2020年的.
  private mutating func takeAttachedDate(before index: Int, of amount: AmountContext) -> Int? {
    guard index > core.lowerBound else { return nil }
    let tokens = amount.text.tokens
    let before = index - 1
    guard let anchor = tokens[before].anchor, amount.text.anchors[anchor].isPeriod else {
      if tokens[before].isText, let start = takeNamedStretch(before, of: amount) { return start }
      if let start = takeFormerTime(endingAt: before, of: amount) { return start }
      return isNoun(tokens[before]) ? nil : index
    }
    // 为去年国庆假期的八成: the date belongs to what the amount is a share of.
    if amount.isPercent, before > core.lowerBound,
      tokens[before - 1].word.copula != nil || tokens[before - 1].word.isShare
        || tokens[before - 1].function == .distributive
    {
      // 分别是上年的1.4倍和1.9倍
      if tokens[before - 1].function == .distributive { isDistributive = true }
      share = before - 1
      return before - 1
    }
    attachedDate = anchor
    guard before > core.lowerBound else { return before }
    switch tokens[before - 1].function {
    case .from:
      isOrigin = true
      base = .date(anchor: anchor)
      return before - 1
    case .base:
      base = .date(anchor: anchor)
      return before - 1
    case .toward: return before - 1
    default: return before
    }
  }
  private func isNoun(_ token: FigureToken) -> Bool {
    switch token.kind {
    case .text, .quotation, .mention: true
    case .word: token.word.isScope || token.word.isActivity
    default: false
    }
  }

  /// 较去年同期下降, 比2020年增长.
  private mutating func takeBase(_ index: Int, anchor: Int, of amount: AmountContext) -> Int? {
    guard amount.text.anchors[anchor].isPeriod else { return nil }
    let before = index > core.lowerBound ? amount.text.tokens[index - 1].function : nil
    if before == .base || before == .from && turn != nil
      || before == .and && amount.following?.function == .base
    {
      base = .date(anchor: anchor)
      // 较5月10起: the amount of that time.
      if before != .from, index + 1 == amount.index, !amount.isPercent { attachedDate = anchor }
      return index - 1
    }
    // 高出2015年5.7个百分点
    if index > core.lowerBound, index + 1 == amount.index,
      amount.text.tokens[index - 1].word.direction != nil
    {
      base = .date(anchor: anchor)
      return index
    }
    // 由2014年5人降为…
    if before == .from, index + 1 == amount.index {
      attachedDate = anchor
      isOrigin = true
      base = .date(anchor: anchor)
      return index - 1
    }
    // 2018年为9120宗: the date is the subject of the copula.
    let isSubject = copula == index + 1 && index + 2 == amount.index && before != .until
    if isSubject, !amount.isPercent { attachedDate = anchor }
    // 去年同期是40起, 上年同期40起: what the next change counts from.
    if isSubject || index + 1 == amount.index, !amount.isPercent, before != .until,
      Self.namesSameTime(amount.text.tokens[index], of: amount.text)
    {
      attachedDate = anchor
      base = .date(anchor: anchor)
    }
    return nil
  }

  /// Whether a date is named as the same stretch of another year: 去年同期.
  static func namesSameTime(_ token: FigureToken, of text: FigureText) -> Bool {
    sameTime.ends(token.range, of: text.units)
  }

  private static let sameTime: PhraseSet = ["同期"]

  /// 笔均3万元, 案均2人: 均 behind a counting word.
  private func isMean(_ index: Int, _ text: FigureText) -> Bool {
    index == core.lowerBound && text.tokens[index].range.count == 1
      && text.stands(Self.each, at: index + 1)
  }

  /// 均
  private static let each: UInt16 = 0x5747

  private static let handsOut: PhraseSet = ["分别是", "分别为", "依次为"]
  private static let equals: PhraseSet = ["为", "约为", "仅为", "共为", "相当于"]

  /// 占总数的, 是平日的 and 为平日的 tie the amount to what stands before them.
  private mutating func cutAtShare(_ amount: AmountContext) {
    guard amount.isPercent else { return }
    let endsInOf = core.last.map { amount.text.tokens[$0].function == .of } ?? false
    for index in core.reversed() {
      let word = amount.text.tokens[index].word
      let isOfOther =
        endsInOf && word.copula == .silent
        && Self.equals.contains(amount.text.tokens[index].range, of: amount.text.units)
      // 立案数、破案数分别是上一轮的1.3倍和两倍
      let handsOut =
        word.function == .distributive && index + 1 < core.upperBound
        && Self.handsOut.contains(amount.text.tokens[index].range, of: amount.text.units)
      guard word.isShare || word.copula == .named || isOfOther || handsOut else { continue }
      if handsOut { isDistributive = true }
      if word.isShare || isOfOther || handsOut { share = index } else { copula = index }
      core = core.lowerBound..<index
      return
    }
  }

  /// 共投入…, 日均接待…, 同比…: cues before the verb hold for the amount as well.
  private mutating func noteCuesBeforeVerb(_ text: FigureText) {
    var firstAggregation: Figure.Aggregation?
    for index in core.reversed() {
      let word = text.tokens[index].word
      if let sum = word.aggregation { firstAggregation = sum }
      if let kind = word.comparison { comparisons.prepend(kind) }
      if word.function == .distributive { isDistributive = true }
    }
    aggregation = aggregation ?? firstAggregation
  }
}
