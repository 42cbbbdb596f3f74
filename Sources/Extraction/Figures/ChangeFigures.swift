import TongbaoText

/// Tells changes from plain amounts and with what they compare.
struct ChangeFigures {
  let text: FigureText
  /// What the sentence last compared with; a change without a cue of its own counts from it.
  private(set) var active: ComparisonBase?
  /// A comparison whose amounts follow in a later clause: 发案同比降幅居前，分别为….
  private(set) var announced: (direction: Figure.Comparison.Direction, subject: Range<Int>)?

  /// The amount that a change counts from: 由15人, 较5月的293起.
  private var comparedAmount: Int?

  init(text: FigureText) { self.text = text }

  mutating func begin() {
    active = nil
    announced = nil
    comparedAmount = nil
  }

  /// Behind a semicolon another thing is compared.
  mutating func forgetAmount() { comparedAmount = nil }

  /// The direction in which an amount changed; `nil` where it is no change.
  func direction(
    of amount: AmountContext, tie: AmountTie
  ) -> Figure.Comparison.Direction? {
    guard let index = tie.direction else {
      return amount.isPercent && tie.isDistributive ? announced?.direction : nil
    }
    let isCompared =
      amount.isPercent || !tie.comparisons.isEmpty || tie.base != nil || active != nil
    let direction = text.tokens[index].word.direction
    return isCompared || direction != .up ? direction : nil
  }

  /// What a change counts from, `position` of several kinds before 分别.
  mutating func comparison(
    of tie: AmountTie, periods: PeriodFinder, period: PeriodReading?, position: Int = 0
  ) -> ComparisonBase? {
    if !tie.comparisons.isEmpty {
      let kind = tie.comparisons[min(position, tie.comparisons.count - 1)]
      active = ComparisonBase(kind: kind)
    } else {
      note(tie.base, periods: periods, period: period)
    }
    var comparison = active
    comparison?.amount = comparedAmount
    return comparison
  }

  /// Remembers an amount that another is compared with: 由去年的22起, 较5月的293起.
  mutating func note(_ tie: AmountTie, amount: FigureAnchor, periods: PeriodFinder) {
    note(tie.base, periods: periods, period: periods.current)
    if tie.base != nil || tie.isOrigin || tie.attachedDate != nil {
      comparedAmount = amount.mention
    }
  }

  private mutating func note(
    _ base: AmountTie.Base?, periods: PeriodFinder, period: PeriodReading?
  ) {
    switch base {
    case .date(let anchor): note(date: anchor, periods: periods, period: period)
    case .words(let range): active = ComparisonBase(kind: .base, words: range)
    case nil: break
    }
  }

  private mutating func note(date anchor: Int, periods: PeriodFinder, period: PeriodReading?) {
    let date = text.anchors[anchor]
    guard let base = periods.reading(of: date) else { return }
    let kind = ComparedPeriods.kind(
      of: periods.value(of: base), as: date.range, of: text.units,
      against: period.map(periods.value))
    active = ComparisonBase(kind: kind, period: base)
  }

  /// Reads a clause without amounts: 与去年同期相比; 发案同比降幅居前.
  mutating func observe(_ clause: FigureClause, periods: PeriodFinder) {
    for index in clause.tokens {
      let word = text.tokens[index].word
      if let kind = word.comparison { active = ComparisonBase(kind: kind) }
      // 与去年同期, and 和2018年春节…比.
      let isBase =
        word.function == .base
        || word.function == .and && index + 2 < clause.tokens.upperBound
          && text.tokens[index + 2].function == .base
      if isBase, index + 1 < clause.tokens.upperBound,
        let anchor = text.tokens[index + 1].anchor, text.anchors[anchor].isPeriod
      {
        note(date: anchor, periods: periods, period: periods.current)
      }
      if let direction = word.direction, active != nil, announced == nil {
        announced = (direction, clause.tokens.lowerBound..<index)
      }
    }
  }
}
