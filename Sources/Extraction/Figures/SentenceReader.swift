import TongbaoText

/// Reads the figures of one sentence after the other, each from left to right.
struct SentenceReader {
  let text: FigureText
  let actions: ActionFinder
  let objects: ObjectFinder
  let plain: PlainFigures
  let ellipsis: Ellipsis

  var periods: PeriodFinder
  var scopes: ScopeFinder
  var changes: ChangeFigures
  var topics: TopicFinder
  var former: FormerFigures
  /// The list that 分别 opened last.
  var list: DistributiveList?
  /// Where the last parenthesis with amounts ended.
  var remarkEnd = 0

  init(text: FigureText, lexicon: FigureLexicon) {
    self.text = text
    actions = ActionFinder(lexicon: lexicon, text: text)
    objects = ObjectFinder(lexicon: lexicon, text: text)
    plain = PlainFigures(lexicon: lexicon, text: text, actions: actions, objects: objects)
    ellipsis = Ellipsis(text: text)
    periods = PeriodFinder(text: text)
    scopes = ScopeFinder(text: text)
    changes = ChangeFigures(text: text)
    topics = TopicFinder(lexicon: lexicon, text: text, objects: objects)
    former = FormerFigures(unitCount: text.unitNameCount)
  }

  /// Reads a sentence, whose figures are then in `former`, in text order. Linear in its tokens.
  mutating func read(_ sentence: FigureSentence) {
    periods.begin(sentence, afterFigures: !former.all.isEmpty)
    scopes.begin()
    former.begin(sentence)
    if sentence.hasAmounts {
      changes.begin()
      topics.begin()
      if list != nil { list = nil }
      remarkEnd = 0
    }
    for number in sentence.clauses { read(clause: number, of: sentence) }
    // 立案98起，较2018年同期少7起: the comparison dates what stands before it as well.
    if let period = periods.counterpart { former.complete(period: period, scope: nil) }
    if sentence.isHeadline { former.complete(period: periods.current, scope: scopes.current) }
  }

  private mutating func read(clause number: Int, of sentence: FigureSentence) {
    let clause = text.clauses[number]
    periods.begin(clause)
    if clause.opening == .semicolon { changes.forgetAmount() }
    var hasVerb = false
    var previousEnd: Int?
    for index in clause.tokens {
      let token = text.tokens[index]
      switch token.kind {
      case .mention:
        guard let anchor = text.anchor(at: index) else { continue }
        periods.observe(index, anchor, clause: number, of: sentence)
        scopes.observe(index, anchor, of: sentence, clause: clause, hasVerb: hasVerb)
      case .word:
        if token.word.isScope, !token.word.isPerson, !hasVerb {
          scopes.observeWord(at: index, of: clause)
        }
        if token.word.isAction { hasVerb = true }
      case .amount:
        guard let anchor = text.anchor(at: index) else { continue }
        let amount = context(index, anchor, clause: number, previousEnd: previousEnd, sentence)
        previousEnd = read(amount, clause: number)
      case .gloss: periods.observeGloss(index, in: clause)
      case .quotation, .pause, .text: break
      }
    }
    // Without amounts a sentence hands on no more than its dates and organizations.
    if sentence.hasAmounts { endClause(clause) }
    periods.endClause(number)
  }

  private mutating func endClause(_ clause: FigureClause) {
    if !clause.hasAmounts { changes.observe(clause, periods: periods) }
    topics.endClause(clause)
    if clause.opening == .parenthesis { remarkEnd = text.range(of: clause.tokens).upperBound }
  }

  // MARK: Surroundings

  private func context(
    _ index: Int, _ anchor: FigureAnchor, clause number: Int, previousEnd: Int?,
    _ sentence: FigureSentence
  ) -> AmountContext {
    let clause = text.clauses[number]
    let start = previousEnd ?? leftBound(number, index, sentence)
    let rest = index + 1..<clause.tokens.upperBound
    let end = rest.first { text.tokens[$0].isAmount } ?? rest.upperBound
    return AmountContext(
      anchor, at: index, in: clause, of: sentence, text, left: min(start, index)..<index,
      right: index + 1..<end, followsAmount: previousEnd != nil)
  }

  /// 刑事警情：12起 has its words before the colon.
  private func leftBound(_ number: Int, _ index: Int, _ sentence: FigureSentence) -> Int {
    let clause = text.clauses[number]
    let start = clause.tokens.lowerBound
    guard index == start, clause.opening == .colon, number > sentence.clauses.lowerBound else {
      return start
    }
    if index + 1 < clause.tokens.upperBound, text.tokens[index + 1].isText { return start }
    let heading = text.clauses[number - 1]
    let isShort = heading.tokens.count <= 6 && !heading.hasAmounts
    return isShort ? heading.tokens.lowerBound : start
  }
}

// MARK: One amount

extension SentenceReader {
  /// - Returns: the first token behind the amount and the noun that it took.
  private mutating func read(_ amount: AmountContext, clause number: Int) -> Int {
    guard FigureCandidates.isReport(amount) else { return amount.index + 1 }
    var tie = AmountTie(amount)
    if !amount.isPercent, tie.base == nil,
      let date = periods.earlierDate(before: amount.index, of: amount.clause)
    {
      (tie.attachedDate, tie.base) = (date, .date(anchor: date))
    }
    var draft = begin(amount, tie, clause: number)
    openList(amount, tie)
    var end = amount.index + 1
    if let share = list?.share(of: amount.index) {
      fillShared(&draft, amount, tie, share)
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
      anchor: amount.anchor,
      clauseStart: text.tokens[amount.clause.tokens.lowerBound].range.lowerBound)
    draft.scope = scopes.current
    draft.period = ownPeriod(of: tie) ?? period
    if recurs { draft.aggregation = .average }
    let continuesList = amount.continuesList
    draft.isListed = continuesList || amount.startsList
    draft.isInParenthesis = amount.clause.opening == .parenthesis
    draft.isRemark =
      draft.isInParenthesis || amount.isBreakdown
      || continuesList && former.last?.isRemark == true
    return draft
  }

  /// 上年的120起, 由120起降至…: the period of this amount alone.
  private func ownPeriod(of tie: AmountTie) -> PeriodReading? {
    if let attached = tie.attachedDate { return periods.reading(of: text.anchors[attached]) }
    return tie.isOrigin ? changes.active?.period : nil
  }

  private mutating func fillPlain(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie
  ) -> Int {
    let end = plain.fill(&draft, amount, tie, item: item(amount))
    if draft.object == nil, !draft.isWork, tie.copula != nil || topics.isForAll {
      draft.object = topics.topic
    }
    ellipsis.complete(&draft, amount, tie, from: former)
    // 由10起升到14起: what the turn ends in is named before it.
    if draft.action == nil, draft.object != nil, let turn = tie.turn {
      draft.action = text.tokens[turn].range
    }
    if let place = ellipsis.ownPlace(tie, amount, after: former.last) {
      draft.scope = ScopeReading(place: place, of: text)
    }
    // An amount said twice in two units takes its noun from behind the second: 两包共2公斤茶叶.
    if amount.followsAmount, tie.core.isEmpty, let noun = draft.object,
      noun.lowerBound >= amount.anchor.range.upperBound
    {
      former.nameLast(noun)
    }
    if amount.continuesList, draft.isWork, let verb = draft.action,
      verb.lowerBound >= amount.anchor.range.upperBound
    {
      former.share(verb: verb, ofItemsFrom: draft.clauseStart)
    }
    changes.note(tie, amount: amount.anchor, periods: periods)
    return end
  }

  private func item(_ amount: AmountContext) -> ListItem {
    guard let last = former.last, last.object != nil else { return .none }
    let isBreakdown = amount.isBreakdown
    guard isBreakdown || amount.continuesList else { return .none }
    if isBreakdown || last.anchor.unit == amount.anchor.unit { return .inSameUnit }
    return amount.anchor.countsPeople ? .ofPeople : .inOtherUnit
  }

  /// Behind the noun of an amount the next one's words begin at the separator of their list.
  private func listBoundary(_ amount: AmountContext, from end: Int) -> Int {
    let rest = end..<amount.rightRange.upperBound
    guard amount.precedesAmount, !rest.contains(where: { text.tokens[$0].word.isVerb }) else {
      return end
    }
    return rest.last { text.tokens[$0].separatesItems } ?? end
  }
}
