import TongbaoText

/// Reads action, object and aggregation of an amount that is no change.
struct PlainFigures {
  let lexicon: FigureLexicon
  let units: UnsafeBufferPointer<UInt16>
  let actions: ActionFinder
  let objects: ObjectFinder

  /// - Parameter item: whether the amount goes on with a list of named things.
  /// - Returns: the first token behind the amount and the noun that it took.
  func fill(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie, item: ListItem
  ) -> Int {
    let tokens = amount.sentence.tokens
    let verb = actions.verb(in: tie.core, of: tokens, item: item)
    readBefore(&draft, tie, verb: verb, tokens)
    var end = amount.index + 1
    if draft.object == nil || prefersNounBehind(draft, amount, tie, verb: verb),
      let (noun, next) = objects.nounBehind(amount)
    {
      draft.object = noun
      end = next
    }
    if draft.object == nil { draft.object = lastResort(amount, tie, verb: verb) }
    setAction(&draft, amount, tie)
    setAggregation(&draft, amount, tie)
    return end
  }

  // MARK: Object

  private func readBefore(
    _ draft: inout FigureDraft, _ tie: AmountTie, verb: Range<Int>?, _ tokens: [FigureToken]
  ) {
    if let verb {
      draft.action = tokens.range(of: verb)
      draft.isWork = true
      draft.object = objects.noun(
        in: verb.upperBound..<tie.core.upperBound, of: tokens, hasVerb: true)
    } else if let passive = tie.core.last(where: { tokens[$0].function == .passive }) {
      draft.action = actions.passiveVerb(in: passive + 1..<tie.core.upperBound, of: tokens)
      draft.isWork = draft.action != nil
    } else {
      draft.object = objects.noun(in: tie.core, of: tokens, hasVerb: false)
    }
  }

  /// Whether what stands before the amount is no more than its setting or attribute.
  private func prefersNounBehind(
    _ draft: FigureDraft, _ amount: AmountContext, _ tie: AmountTie, verb: Range<Int>?
  ) -> Bool {
    let tokens = amount.sentence.tokens
    let endsInAttribute = tie.core.last.map { tokens[$0].function == .of } == true
    guard verb == nil else { return false }
    // 甲路、乙路等路段12处隐患 names the place by examples; 从12个国家遣返 has its subject first.
    let isSetting = tie.isOrigin || amount.left.contains { $0.function == .etc }
    return endsInAttribute || isSetting || draft.object?.count == 1
      || isActor(draft.object, amount, tie)
  }

  /// 民警为12名游客…: who acts is not what is counted.
  private func isActor(
    _ object: Range<Int>?, _ amount: AmountContext, _ tie: AmountTie
  ) -> Bool {
    guard let object, tie.copula != nil else { return false }
    return amount.left.contains { $0.word?.isPerson == true && $0.range == object }
  }

  /// 手机、背包等12件, 刑事案件破获12起: without a noun in its place, the examples or the noun
  /// before the verb.
  private func lastResort(
    _ amount: AmountContext, _ tie: AmountTie, verb: Range<Int>?
  ) -> Range<Int>? {
    let tokens = amount.sentence.tokens
    let start = verb?.upperBound ?? tie.core.lowerBound
    if let examples = objects.examples(
      in: start..<tie.core.upperBound, of: tokens, hasVerb: verb != nil)
    {
      return examples
    }
    guard let verb, verb.lowerBound > tie.core.lowerBound,
      let noun = objects.noun(
        in: tie.core.lowerBound..<verb.lowerBound, of: tokens, hasVerb: false),
      lexicon.isHead(units[noun])
    else { return nil }
    return noun
  }

  // MARK: Action and aggregation

  /// Without a verb before it, an amount has one behind it, or a copula.
  private func setAction(_ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie) {
    guard draft.action == nil else { return }
    let tokens = amount.sentence.tokens
    let isContinued = amount.followsAmount && tie.core.isEmpty
    if let increment = tie.increment {
      draft.action = tokens[increment].range
      draft.isWork = true
    } else if !isContinued, let behind = actions.verbBehind(amount) {
      draft.action = behind
      draft.isWork = true
    } else if let turn = tie.turn, draft.object != nil {
      draft.action = tokens[turn].range
    } else if let copula = tie.copula, tokens[copula].word?.copula == .named,
      amount.mention.type != .percent
    {
      draft.action = tokens[copula].range
    } else if let direction = tie.direction {
      draft.action = tokens[direction].range
    }
  }

  private func setAggregation(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie
  ) {
    let direction = tie.direction.map { amount.sentence.tokens[$0].range }
    if let sum = tie.aggregation {
      draft.aggregation = sum
    } else if direction != nil, draft.action == direction {
      draft.aggregation = .increment
    } else if let object = draft.object, lexicon.statistic(endingOf: units[object]).total {
      draft.aggregation = .total
    }
  }
}

extension [FigureToken] {
  /// The stretch of the working text that some neighbouring tokens take.
  func range(of tokens: Range<Int>) -> Range<Int> {
    self[tokens.lowerBound].range.lowerBound..<self[tokens.upperBound - 1].range.upperBound
  }
}
