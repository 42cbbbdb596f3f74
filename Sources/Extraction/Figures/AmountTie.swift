import TongbaoText

/// What binds an amount to the words before it, read backwards from the amount: copula,
/// direction, comparison, aggregation, a date with 的. What is left of them is the *core*, in
/// which action and object are looked for.
struct AmountTie {
  /// Token indices.
  var direction: Int?
  var turn: Int?
  var copula: Int?
  var share: Int?
  /// Kinds of comparison, in text order: 环比、同比.
  var comparisons: [Figure.Comparison.Kind] = []
  var aggregation: Figure.Aggregation?
  /// The word of an increment (新增) that stands right before the amount.
  var increment: Int?
  /// The date that belongs to this amount alone (上年的120起).
  var attachedDate: Int?
  /// What the amount or its change is compared with: a date's anchor, or words.
  var base: Base?
  /// Whether 分别 stands before it.
  var isDistributive = false
  /// Whether the amount is where a change begins (由15人…).
  var isOrigin = false
  /// What is left of the tokens before the amount.
  var core: Range<Int>

  enum Base {
    case date(anchor: Int, isAttached: Bool)
    case words(Range<Int>)
  }

  init(_ amount: AmountContext) {
    core = amount.leftRange
    var at = amount.index
    while at > core.lowerBound, let taken = take(at - 1, of: amount) { at = taken }
    core = core.lowerBound..<at
    cutAtShare(amount)
    let adjacent = comparisons.reversed()
    comparisons = []
    for token in amount.sentence.tokens[core] { noteBeforeVerb(token) }
    comparisons += adjacent
  }

  /// Takes the token at the index, with those that belong to it.
  /// - Returns: the first index taken, or `nil` where the core ends.
  private mutating func take(_ index: Int, of amount: AmountContext) -> Int? {
    let tokens = amount.sentence.tokens
    switch tokens[index].content {
    case .gloss: return index
    case .mention(let anchor): return takeBase(index, anchor: anchor, of: amount)
    case .text: return takeBaseWords(index, of: amount)
    case .pause where !comparisons.isEmpty && index > core.lowerBound:
      return tokens[index - 1].word?.comparison == nil ? nil : index
    case .word(let word): return take(word, at: index, of: amount)
    default: return nil
    }
  }

  private mutating func take(_ word: FigureWord, at index: Int, of amount: AmountContext) -> Int? {
    if let kind = word.comparison { comparisons.append(kind) }
    if word.direction != nil, direction == nil { direction = index }
    if word.turn != nil, turn == nil { turn = index }
    if word.copula != nil, copula == nil { copula = index }
    if word.isShare { share = share ?? index }
    if let sum = word.aggregation {
      aggregation = aggregation ?? sum
      if sum == .increment { increment = index }
    }
    switch word.function {
    case .distributive: isDistributive = true
    case .from where turn == nil && direction == nil: isOrigin = true
    case .of: return takeAttachedDate(before: index, of: amount)
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
    let tokens = amount.sentence.tokens
    guard index > core.lowerBound, let anchor = tokens[index - 1].anchor,
      amount.anchors[anchor].mention.isPeriod
    else { return index > core.lowerBound && !isNoun(tokens[index - 1]) ? index : nil }
    let before = index - 1
    // 为去年国庆假期的八成: the date belongs to what the amount is a share of.
    if amount.mention.type == .percent, before > core.lowerBound,
      let word = tokens[before - 1].word, word.copula != nil || word.isShare
    {
      share = before - 1
      return before - 1
    }
    attachedDate = anchor
    guard before > core.lowerBound else { return before }
    switch tokens[before - 1].function {
    case .from:
      isOrigin = true
      base = .date(anchor: anchor, isAttached: true)
      return before - 1
    case .base:
      base = .date(anchor: anchor, isAttached: true)
      return before - 1
    case .toward: return before - 1
    default: return before
    }
  }

  private func isNoun(_ token: FigureToken) -> Bool {
    switch token.content {
    case .text, .quotation, .mention: true
    case .word(let word): word.isScope || word.isActivity
    default: false
    }
  }

  /// 较去年同期下降, 比2020年增长.
  private mutating func takeBase(_ index: Int, anchor: Int, of amount: AmountContext) -> Int? {
    guard amount.anchors[anchor].mention.isPeriod else { return nil }
    let before = index > core.lowerBound ? amount.sentence.tokens[index - 1].function : nil
    if before == .base || before == .from && turn != nil {
      base = .date(anchor: anchor, isAttached: false)
      return index - 1
    }
    // 由2014年5人降为…
    if before == .from, index + 1 == amount.index {
      attachedDate = anchor
      isOrigin = true
      base = .date(anchor: anchor, isAttached: true)
      return index - 1
    }
    // 2018年为9120宗: the date is the subject of the copula.
    let isSubject = copula == index + 1 && index + 2 == amount.index && before != .until
    if isSubject, amount.mention.type != .percent { attachedDate = anchor }
    return nil
  }

  /// 较平日增长.
  private mutating func takeBaseWords(_ index: Int, of amount: AmountContext) -> Int? {
    guard direction != nil, index > core.lowerBound,
      amount.sentence.tokens[index - 1].function == .base
    else { return nil }
    base = .words(amount.sentence.tokens[index].range)
    return index - 1
  }

  /// 占总数的 and 是平日的 tie the amount to what stands before them.
  private mutating func cutAtShare(_ amount: AmountContext) {
    guard amount.mention.type == .percent else { return }
    for index in core.reversed() {
      guard let word = amount.sentence.tokens[index].word else { continue }
      guard word.isShare || word.copula == .named else { continue }
      if word.isShare { share = index } else { copula = index }
      core = core.lowerBound..<index
      return
    }
  }

  /// 共投入…, 日均接待…, 同比…: cues before the verb hold for the amount as well.
  private mutating func noteBeforeVerb(_ token: FigureToken) {
    guard let word = token.word else { return }
    if let sum = word.aggregation, aggregation == nil { aggregation = sum }
    if let kind = word.comparison { comparisons.append(kind) }
    if word.function == .distributive { isDistributive = true }
  }
}

extension Mention {
  /// Whether it can say when something was.
  var isPeriod: Bool { type == .date || type == .time }
}
