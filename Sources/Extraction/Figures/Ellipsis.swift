import TongbaoText

/// Fills in what an elliptical amount leaves out from the figures before it.
struct Ellipsis {
  let text: FigureText

  func complete(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie,
    from former: FormerFigures
  ) {
    guard !draft.isComplete else { return }
    let sameUnit = former.last(inUnitOf: amount.anchor)
    guard let last = former.lastPlain ?? sameUnit else { return }
    nameNextStep(&draft, amount, after: former.last)
    let isBare = draft.object == nil && draft.action == nil
    if amount.continuesList, !former.all.isEmpty {
      completeItem(&draft, amount, tie, after: last)
    } else if amount.isBreakdown {
      draft.object = draft.object ?? sameUnit?.object ?? last.object
      if let work = former.lastWork ?? sameUnit, work.isWork {
        draft.inherit(from: work, object: false)
      }
    } else if amount.followsAmount, isBare || (draft.action == nil && tie.core.isEmpty) {
      draft.inherit(from: last, object: true)
      if isBare, tie.aggregation == nil { draft.aggregation = last.aggregation }
    } else if isBare, sumsUp(tie), let before = former.last, !before.isRemark,
      before.anchor.unit == amount.anchor.unit
    {
      draft.inherit(from: before, object: true)
    } else if isBare, isAnaphoric(tie) || countsForPlace(tie, amount, after: former.last) {
      let isSameUnit = last.anchor.unit == amount.anchor.unit
      draft.inherit(from: isSameUnit ? last : sameUnit ?? last, object: true)
    } else if draft.action == nil {
      completeAction(&draft, amount, tie, last: last, former: former)
    } else if draft.object == nil {
      completeObject(&draft, amount, tie, last: last, sameUnit: sameUnit)
    }
  }

  // MARK: Cases

  /// 排查隐患12处，整改10处: the next step is taken with the same things.
  private func nameNextStep(
    _ draft: inout FigureDraft, _ amount: AmountContext, after former: FigureDraft?
  ) {
    guard draft.object == nil, draft.isWork, let action = draft.action, !namesItsObject(action),
      !amount.continuesList, let former, former.isWork, !former.isListed,
      former.anchor.unit == amount.anchor.unit
    else { return }
    draft.object = former.object
  }

  /// 银行卡20张、手机卡5张: items share verb and aggregation.
  private func completeItem(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie, after last: FigureDraft
  ) {
    // 毒资2万元、300美元: an item of an amount alone is more of the same.
    let isBare = draft.object == nil && draft.action == nil
    // 隐患30处、整改20处: the next step is taken with the same things.
    let isNextStep =
      draft.object == nil && draft.isWork && draft.action.map(namesItsObject) == false
      && amount.anchor.unit == last.anchor.unit && amount.rightRange.isEmpty
    let isSameThing =
      isBare && amount.anchor.isMoney == last.anchor.isMoney || isNextStep
      || goesOn(draft, amount, tie, after: last)
    draft.inherit(from: last, object: isSameThing)
    if tie.aggregation == nil, draft.aggregation == .plain, last.aggregation != .change {
      draft.aggregation = last.aggregation
    }
  }

  private func completeAction(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie, last: FigureDraft,
    former: FormerFigures
  ) {
    if amount.clause.opening == .parenthesis, last.isWork {
      draft.inherit(from: last, object: false)
    } else if let work = former.last, work.isRemark, work.isWork, draft.object != nil,
      work.anchor.unit == amount.anchor.unit, !isAnaphoric(tie),
      amount.clause.opening == .comma, !work.isInParenthesis
    {
      // 其中甲类4起，乙类5起: the breakdown goes on.
      draft.inherit(from: work, object: false)
      draft.isRemark = true
    } else if !isAnaphoric(tie), let work = former.lastWork(inUnitOf: amount.anchor),
      isParallel(draft, work)
    {
      draft.inherit(from: work, object: false)
    } else if draft.object == nil, tie.copula != nil {
      draft.object = last.object
    }
  }

  private func completeObject(
    _ draft: inout FigureDraft, _ amount: AmountContext, _ tie: AmountTie, last: FigureDraft,
    sameUnit: FigureDraft?
  ) {
    if let sameUnit {
      if goesOn(draft, amount, tie, after: sameUnit) { draft.object = sameUnit.object }
    } else if tie.copula != nil {
      draft.object = last.object
    }
  }

  // MARK: Conditions

  /// 甲类13个、乙类22个，合计35个: a total alone sums up the list before it.
  private func sumsUp(_ tie: AmountTie) -> Bool {
    tie.aggregation == .total && tie.copula == nil
  }

  /// 立案, 接处警: the verb names its object itself.
  func namesItsObject(_ action: Range<Int>) -> Bool {
    action.count > 1 && Self.caseNouns.contains(text.units[action.upperBound - 1])
  }

  private static let caseNouns: UnitSet = "案警"

  /// 由…, 较…的, 降至, 日均: an amount that means the same thing as the one before.
  private func isAnaphoric(_ tie: AmountTie) -> Bool {
    tie.base != nil || tie.attachedDate != nil || tie.turn != nil || tie.isOrigin
      || tie.aggregation == .average
  }

  /// 窝点30个，甲市12个、乙市18个: an amount beside a place alone counts the same thing there.
  private func countsForPlace(
    _ tie: AmountTie, _ amount: AmountContext, after former: FigureDraft?
  ) -> Bool {
    amount.clause.opening != .sentence && ownPlace(tie, amount, after: former) != nil
  }

  /// The place of one item of such a list, as the mention that names it.
  func ownPlace(_ tie: AmountTie, _ amount: AmountContext, after former: FigureDraft?) -> Int? {
    guard let former, former.anchor.unit == amount.anchor.unit, let last = tie.core.last,
      let place = text.anchor(at: last), place.type == .place
    else { return nil }
    let isAlone = tie.core.dropLast().allSatisfy { index in
      let token = text.tokens[index]
      return token.isPause || token.function == .preposition || token.word.isPredicate
        || token.function == .breakdown
    }
    return isAlone ? place.mention : nil
  }

  /// 盗窃警情12起；…殴打他人警情5起: the same kind of noun in the same unit.
  private func isParallel(_ draft: FigureDraft, _ former: FigureDraft) -> Bool {
    guard let object = draft.object, let before = former.object else { return false }
    return text.units[object.upperBound - 1] == text.units[before.upperBound - 1]
  }

  /// 已治理5处, 新增3人, or the same verb again.
  private func goesOn(
    _ draft: FigureDraft, _ amount: AmountContext, _ tie: AmountTie, after former: FigureDraft
  ) -> Bool {
    if tie.increment != nil { return true }
    if amount.leftContains(where: isContinuing) { return true }
    guard let action = draft.action, let before = former.action else { return false }
    return text.units[action] == text.units[before]
  }

  private func isContinuing(_ token: FigureToken) -> Bool {
    token.function == .adverb && Self.continuing.contains(text.units[token.range.lowerBound])
  }

  /// 已 正(在) 尚
  private static let continuing: UnitSet = "已正尚"
}
