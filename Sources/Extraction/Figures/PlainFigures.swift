import TongbaoText

/// Reads action, object and aggregation of an amount that is no change.
struct PlainFigures {
  let lexicon: FigureLexicon
  let text: FigureText
  let actions: ActionFinder
  let objects: ObjectFinder

  private var tokens: [FigureToken] { text.tokens }

  /// - Parameter item: whether the amount goes on with a list of named things.
  /// - Returns: the first token behind the amount and the noun that it took.
  func fill(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie, item: ListItem
  ) -> Int {
    let verb = actions.verb(of: tie, item: item, isPercent: amount.isPercent)
    readBefore(&draft, tie, verb: verb)
    var end = amount.index + 1
    if verb == nil, draft.object == nil, let noun = objects.predicate(of: amount) {
      draft.object = noun
      draft.isComplete = true
      if amount.isPercent { draft.action = objects.copula(of: amount) }
      return end
    }
    let nameless = draft.object.flatMap(objects.withoutName)
    // 民警马某带3名队员: a person named there is who acts.
    let isName = verb == nil && nameless != draft.object
    draft.object = nameless
    if isName || draft.object == nil || prefersNounBehind(draft, amount, tie, verb: verb),
      let (noun, next) = objects.nounBehind(amount)
    {
      draft.object = noun
      end = next
    }
    if draft.object == nil { draft.object = lastResort(tie, verb: verb) }
    setAction(&draft, amount, tie)
    setAggregation(&draft, tie)
    return end
  }

  // MARK: Object

  private func readBefore(_ draft: inout FigureDraft, _ tie: AmountTie, verb: Range<Int>?) {
    if let verb {
      draft.action = text.range(of: verb)
      draft.isWork = true
      draft.object = objects.noun(in: verb.upperBound..<tie.core.upperBound, hasVerb: true)
      if let object = draft.object, actions.isHolding(object) { draft.object = nil }
    } else if let passive = tie.core.last(where: { tokens[$0].function == .passive }) {
      draft.action = actions.passiveVerb(in: passive + 1..<tie.core.upperBound)
      draft.isWork = draft.action != nil
    } else {
      draft.object = objects.noun(in: tie.core, hasVerb: false)
    }
  }

  /// Whether what stands before the amount is no more than its setting or attribute.
  private func prefersNounBehind(
    _ draft: FigureDraft, _ amount: AmountContext, _ tie: AmountTie, verb: Range<Int>?
  ) -> Bool {
    guard verb == nil else { return false }
    if let last = tie.core.last, tokens[last].function == .of { return true }
    // 甲路、乙路等路段12处隐患 names the place by examples; 从12个国家遣返 has its subject first.
    return tie.isOrigin || amount.namesExamples
      || draft.object?.count == 1 || isActor(draft.object, amount, tie)
  }

  /// 民警为12名游客…: who acts is not what is counted.
  private func isActor(_ object: Range<Int>?, _ amount: AmountContext, _ tie: AmountTie) -> Bool {
    guard let object, tie.copula != nil else { return false }
    return amount.leftContains { $0.word.isPerson && $0.range == object }
  }

  /// 手机、背包等12件, 刑事案件破获12起: without a noun in its place, the examples or the noun
  /// before the verb.
  private func lastResort(_ tie: AmountTie, verb: Range<Int>?) -> Range<Int>? {
    let start = verb?.upperBound ?? tie.core.lowerBound
    if let examples = objects.examples(in: start..<tie.core.upperBound, hasVerb: verb != nil) {
      return examples
    }
    guard let verb, verb.lowerBound > tie.core.lowerBound,
      let noun = objects.noun(in: tie.core.lowerBound..<verb.lowerBound, hasVerb: false),
      lexicon.isHead(noun, in: text.units)
    else { return nil }
    return noun
  }

  // MARK: Action and aggregation

  /// Without a verb before it, an amount has one behind it, or a copula.
  private func setAction(_ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie) {
    // 涉案的5人落网: what became of them says more than which they are.
    if tie.core.last.map({ tokens[$0].function == .of }) == true,
      let behind = actions.verbBehind(amount)
    {
      draft.action = behind
    }
    guard draft.action == nil else { return }
    if let verb = actions.verbWithPreposition(amount) {
      draft.action = verb
      draft.isWork = true
      return
    }
    let isContinued = amount.followsAmount && tie.core.isEmpty
    if let increment = tie.increment {
      draft.action = tokens[increment].range
      draft.isWork = true
    } else if !isContinued, let behind = actions.verbBehind(amount) {
      draft.action = behind
      draft.isWork = true
      // 2人死亡: what became of them is no noun.
      if draft.object == behind { draft.object = nil }
    } else if let turn = tie.turn, draft.object != nil {
      draft.action = tokens[turn].range
    } else if let copula = tie.copula, tokens[copula].word.copula == .named, !amount.isPercent,
      tie.base == nil
    {
      draft.action = tokens[copula].range
    } else if let direction = tie.direction {
      draft.action = tokens[direction].range
    }
  }

  /// 占到, 约占 and 占 are one; 分别是 is 是.
  func share(at token: Int) -> Range<Int> {
    let range = tokens[token].range
    if tokens[token].function == .distributive { return range.upperBound - 1..<range.upperBound }
    guard range.count == 2, let at = range.first(where: { text.units[$0] == Self.makesUp }) else {
      return range
    }
    return at..<at + 1
  }

  /// 占
  private static let makesUp: UInt16 = 0x5360

  private func setAggregation(_ draft: inout FigureDraft, _ tie: AmountTie) {
    if let sum = tie.aggregation {
      draft.aggregation = sum
    } else if let direction = tie.direction, draft.action == tokens[direction].range {
      draft.aggregation = .increment
    } else if let object = draft.object,
      lexicon.statistic(endingOf: object, in: text.units).total
    {
      draft.aggregation = .total
    }
  }
}
