import TongbaoText

// Changes, parts of a whole, and the lists that 分别 hands out.

extension SentenceReader {
  // MARK: Changes

  mutating func fillChange(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie,
    _ direction: Figure.Comparison.Direction
  ) {
    draft.aggregation = .change
    draft.direction = direction
    draft.action = tie.direction.map { text.tokens[$0].range }
    draft.comparison = changes.comparison(of: tie, periods: periods, period: periods.current)
    var start = tie.core.lowerBound
    let verb = actions.verb(of: tie, isPercent: amount.isPercent)
    let isWork = verb.map { text.tokens[$0.upperBound - 1].word.isAction } ?? false
    if isWork, let verb { start = verb.upperBound }
    draft.object =
      objects.noun(in: start..<tie.core.upperBound, hasVerb: isWork) ?? subject(of: amount)
  }

  /// What a clause without a subject goes on about; a remark in parentheses is over behind them.
  private func subject(of amount: AmountContext) -> Range<Int>? {
    if let topic = topics.topic { return topic }
    let last = former.last
    let isOver =
      amount.clause.opening != .parenthesis && last?.isRemark == true
      && last.map { $0.clauseStart < remarkEnd } == true
    let subject = isOver ? former.main.last : last
    let figure = subject ?? former.last(inUnitOf: amount.anchor)
    return figure?.object ?? figure?.action.flatMap { ellipsis.namesItsObject($0) ? $0 : nil }
  }

  // MARK: Parts of a whole

  /// 占总数的三成: the amount says how much its subject makes of the whole.
  mutating func fillPart(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie, at copula: Int
  ) {
    draft.action = plain.share(at: copula)
    draft.object =
      objects.noun(in: tie.core, hasVerb: false) ?? former.last?.object
      ?? objects.noun(in: copula + 1..<amount.index, hasVerb: false)
  }

  /// 是平日的两倍: the copula's complement is no object.
  func complementCopula(_ tie: AmountTie, _ amount: AmountContext) -> Int? {
    guard amount.isPercent, let copula = tie.copula, copula == tie.core.upperBound,
      copula + 1 < amount.index
    else { return nil }
    let isNamed = text.tokens[copula].word.copula == .named
    return isNamed && text.tokens[copula + 1].isText ? copula : nil
  }

  // MARK: Lists with 分别

  mutating func openList(_ amount: AmountContext, _ tie: AmountTie) {
    guard tie.isDistributive, list?.share(of: amount.index) == nil else { return }
    let isRemark =
      amount.clause.opening == .parenthesis
      || former.last.map { $0.isRemark && !$0.isInParenthesis } == true
    list = DistributiveList(
      amount, tie, actions: actions, objects: objects, places: scopes.places,
      days: periods.enumerated, former: isRemark ? former.all : former.main, last: former.last)
  }

  mutating func fillShared(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ own: AmountTie,
    _ share: DistributiveList.Share
  ) {
    guard let list else { return }
    var tie = list.tie
    tie.direction = own.direction ?? tie.direction
    draft.object = share.object ?? share.former?.object
    draft.scope = share.scope ?? draft.scope
    draft.period = share.period ?? draft.period
    if let direction = changes.direction(of: amount, tie: tie) {
      draft.direction = direction
      draft.aggregation = .change
      draft.action = tie.direction.map { text.tokens[$0].range }
      draft.comparison = changes.comparison(
        of: tie, periods: periods, period: draft.period, position: share.position)
      if draft.object == nil, let subject = changes.announced?.subject {
        draft.object = objects.noun(in: subject, hasVerb: false)
      }
      return
    }
    draft.aggregation = tie.aggregation ?? draft.aggregation
    // 其中东街、西街两队分别查获19人、24人: of what the total counts.
    if draft.object == nil, list.divides {
      draft.object = former.last(inUnitOf: amount.anchor)?.object
    }
    if let share = list.shareCopula {
      draft.action = plain.share(at: share)
    } else if let verb = list.verb {
      draft.action = text.range(of: verb)
      draft.isWork = true
    } else if let figure = share.former {
      draft.inherit(from: figure, object: false)
    } else if let last = former.last,
      share.scope != nil || last.isWork && list.isContinuing(share)
    {
      draft.inherit(from: last, object: share.scope != nil)
    }
  }
}
