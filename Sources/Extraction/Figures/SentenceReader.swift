import TongbaoText

/// Reads the figures of one sentence after the other, each from left to right.
struct SentenceReader {
  let anchors: [FigureAnchor]
  let actions: ActionFinder
  let objects: ObjectFinder
  let plain: PlainFigures
  let ellipsis: Ellipsis

  var periods = PeriodFinder()
  var scopes: ScopeFinder
  var changes: ChangeFigures
  var topics: TopicFinder
  var former = FormerFigures()
  /// The list that 分别 opened last.
  var list: DistributiveList?
  /// Where the last parenthesis with amounts ended.
  var remarkEnd = 0

  init(
    text: SourceText, units: UnsafeBufferPointer<UInt16>, anchors: [FigureAnchor],
    lexicon: FigureLexicon
  ) {
    self.anchors = anchors
    actions = ActionFinder(lexicon: lexicon, units: units)
    objects = ObjectFinder(lexicon: lexicon, units: units, anchors: anchors)
    plain = PlainFigures(lexicon: lexicon, units: units, actions: actions, objects: objects)
    ellipsis = Ellipsis(units: units)
    scopes = ScopeFinder(text: text)
    changes = ChangeFigures(text: text, anchors: anchors)
    topics = TopicFinder(lexicon: lexicon, units: units, objects: objects)
  }

  /// The figures of a sentence in text order. Linear in its tokens.
  mutating func read(_ sentence: FigureSentence) -> [FigureDraft] {
    periods.begin(sentence)
    scopes.begin()
    changes.begin()
    topics.begin()
    former.begin(sentence)
    list = nil
    remarkEnd = 0
    for number in sentence.clauses.indices { read(clause: number, of: sentence) }
    if sentence.isHeadline { former.complete(period: periods.current, scope: scopes.current) }
    return former.all
  }

  private mutating func read(clause number: Int, of sentence: FigureSentence) {
    let clause = sentence.clauses[number]
    if clause.opening == .semicolon { changes.forgetAmount() }
    var hasVerb = false
    var previousEnd: Int?
    for index in clause.tokens {
      let token = sentence.tokens[index]
      periods.observe(index, clause: number, of: sentence, anchors: anchors)
      scopes.observe(index, of: sentence, clause: clause, hasVerb: hasVerb, anchors: anchors)
      if token.word?.isAction == true { hasVerb = true }
      guard token.isAmount else { continue }
      let amount = context(index, clause: number, previousEnd: previousEnd, sentence)
      previousEnd = read(amount, clause: number)
    }
    if !clause.hasAmounts { changes.observe(clause, of: sentence, period: periods.current) }
    topics.endClause(clause, of: sentence)
    periods.endClause(number, of: sentence)
    if clause.opening == .parenthesis {
      remarkEnd = sentence.tokens[clause.tokens.upperBound - 1].range.upperBound
    }
  }

  // MARK: Surroundings

  private func context(
    _ index: Int, clause number: Int, previousEnd: Int?, _ sentence: FigureSentence
  ) -> AmountContext {
    let clause = sentence.clauses[number]
    let start = previousEnd ?? leftBound(number, index, sentence)
    let rest = index + 1..<clause.tokens.upperBound
    let end = rest.first { sentence.tokens[$0].isAmount } ?? rest.upperBound
    return AmountContext(
      sentence: sentence, anchors: anchors, index: index, clause: clause,
      leftRange: min(start, index)..<index, rightRange: index + 1..<end,
      followsAmount: previousEnd != nil)
  }

  /// 刑事警情：12起 has its words before the colon.
  private func leftBound(_ number: Int, _ index: Int, _ sentence: FigureSentence) -> Int {
    let clause = sentence.clauses[number]
    guard index == clause.tokens.lowerBound, clause.opening == .colon, number > 0 else {
      return clause.tokens.lowerBound
    }
    if index + 1 < clause.tokens.upperBound, sentence.tokens[index + 1].isText {
      return clause.tokens.lowerBound
    }
    let heading = sentence.clauses[number - 1]
    let isShort = heading.tokens.count <= 6 && !heading.hasAmounts
    return isShort ? heading.tokens.lowerBound : clause.tokens.lowerBound
  }
}

// MARK: One amount

extension SentenceReader {
  /// - Returns: the first token behind the amount and the noun that it took.
  private mutating func read(_ amount: AmountContext, clause number: Int) -> Int {
    guard FigureCandidates.isReport(amount) else { return amount.index + 1 }
    let tie = AmountTie(amount)
    var draft = begin(amount, tie, clause: number)
    openList(amount, tie)
    var end = amount.index + 1
    if list?.share(of: amount.index) != nil {
      fillShared(&draft, amount, tie)
    } else if let direction = changes.direction(of: amount, tie: tie) {
      fillChange(&draft, amount, tie, direction)
    } else if let copula = tie.share ?? complementCopula(tie, amount) {
      fillPart(&draft, amount, tie, at: copula)
    } else {
      end = fillPlain(&draft, amount, tie)
    }
    former.add(draft)
    return end > amount.index + 1 ? listBoundary(amount, from: end) : end
  }

  private func begin(
    _ amount: AmountContext, _ tie: AmountTie, clause number: Int
  ) -> FigureDraft {
    let (period, recurs) = periods.period(inClause: number)
    var draft = FigureDraft(
      mention: amount.mention, amount: amount.anchor.range,
      clauseStart: amount.sentence.tokens[amount.clause.tokens.lowerBound].range.lowerBound)
    draft.scope = scopes.current
    draft.period = ownPeriod(of: tie) ?? period
    if recurs { draft.aggregation = .average }
    draft.isListed = amount.continuesList || amount.startsList
    draft.isInParenthesis = amount.clause.opening == .parenthesis
    draft.isRemark =
      draft.isInParenthesis || amount.isBreakdown
      || amount.continuesList && former.last?.isRemark == true
    return draft
  }

  /// 上年的120起, 由120起降至…: the period of this amount alone.
  private func ownPeriod(of tie: AmountTie) -> Figure.Period? {
    if let attached = tie.attachedDate {
      let mention = anchors[attached].mention
      return PeriodFinder.dateValue(of: mention).map {
        Figure.Period(value: $0, mention: mention.id)
      }
    }
    return tie.isOrigin ? changes.active?.period : nil
  }

  private mutating func fillPlain(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie
  ) -> Int {
    let end = plain.fill(&draft, amount, tie, item: item(amount))
    if draft.object == nil, draft.isWork == false, tie.copula != nil || topics.isShared {
      draft.object = topics.topic
    }
    ellipsis.complete(&draft, amount, tie, from: former)
    // An amount said twice in two units takes its noun from behind the second: 两包共2公斤茶叶.
    if amount.followsAmount, tie.core.isEmpty, let noun = draft.object,
      noun.lowerBound >= draft.amount.upperBound
    {
      former.nameLast(noun)
    }
    changes.note(tie, amount: amount.mention, period: periods.current)
    return end
  }

  private func item(_ amount: AmountContext) -> ListItem {
    guard amount.continuesList || amount.isBreakdown, let last = former.last, last.object != nil
    else { return .none }
    let isSameUnit = last.mention.unit == amount.mention.unit
    return isSameUnit || amount.isBreakdown ? .inSameUnit : .inOtherUnit
  }

  /// Behind the noun of an amount the next one's words begin at the separator of their list.
  private func listBoundary(_ amount: AmountContext, from end: Int) -> Int {
    let tokens = amount.sentence.tokens
    let rest = end..<amount.rightRange.upperBound
    guard amount.precedesAmount, !rest.contains(where: { tokens[$0].word?.isVerb == true }) else {
      return end
    }
    return rest.last { tokens[$0].separatesItems } ?? end
  }
}
