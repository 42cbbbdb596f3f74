import TongbaoText

/// Tells changes from plain amounts and with what they compare.
struct ChangeFigures {
  let text: SourceText
  let anchors: [FigureAnchor]
  /// What the sentence last compared with; a change without a cue of its own counts from it.
  private(set) var active: ComparisonBase?
  /// A comparison whose amounts follow in a later clause: 发案同比降幅居前，分别为….
  private(set) var announced: (direction: Figure.Comparison.Direction, subject: Range<Int>)?

  /// The amount that a change counts from: 由15人, 较5月的293起.
  private var comparedAmount: Int?

  init(text: SourceText, anchors: [FigureAnchor]) {
    self.text = text
    self.anchors = anchors
  }

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
      let isAnnounced = amount.mention.type == .percent && tie.isDistributive
      return isAnnounced ? announced?.direction : nil
    }
    let isCompared =
      amount.mention.type == .percent || !tie.comparisons.isEmpty || tie.base != nil
      || active != nil
    let direction = amount.sentence.tokens[index].word?.direction
    return isCompared || direction != .up ? direction : nil
  }

  /// What a change counts from, `position` of several kinds before 分别.
  mutating func comparison(
    of tie: AmountTie, period: Figure.Period?, position: Int = 0
  ) -> ComparisonBase? {
    if !tie.comparisons.isEmpty {
      let kind = tie.comparisons[min(position, tie.comparisons.count - 1)]
      active = ComparisonBase(kind: kind)
    } else {
      note(tie.base, period: period)
    }
    var comparison = active
    comparison?.amount = comparedAmount
    return comparison
  }

  /// Remembers an amount that another is compared with: 由去年的22起, 较5月的293起.
  mutating func note(_ tie: AmountTie, amount: Mention, period: Figure.Period?) {
    note(tie.base, period: period)
    if tie.base != nil || tie.isOrigin || tie.attachedDate != nil { comparedAmount = amount.id }
  }

  private mutating func note(_ base: AmountTie.Base?, period: Figure.Period?) {
    switch base {
    case .date(let anchor, _): note(date: anchor, period: period)
    case .words(let range):
      active = ComparisonBase(kind: .base, base: text.slice(text.span(of: range)))
    case nil: break
    }
  }

  private mutating func note(date anchor: Int, period: Figure.Period?) {
    let mention = anchors[anchor].mention
    guard let value = PeriodFinder.dateValue(of: mention) else { return }
    let base = Figure.Period(value: value, mention: mention.id)
    let kind = ComparedPeriods.kind(
      of: value, as: text.working(anchors[anchor].range), against: period?.value)
    active = ComparisonBase(kind: kind, base: kind == .base ? value : nil, period: base)
  }

  /// Reads a clause without amounts: 与去年同期相比; 发案同比降幅居前.
  mutating func observe(
    _ clause: FigureClause, of sentence: FigureSentence, period: Figure.Period?
  ) {
    let tokens = sentence.tokens
    for index in clause.tokens {
      if let kind = tokens[index].word?.comparison { active = ComparisonBase(kind: kind) }
      if tokens[index].function == .base, index + 1 < clause.tokens.upperBound,
        let anchor = tokens[index + 1].anchor, anchors[anchor].mention.isPeriod
      {
        note(date: anchor, period: period)
      }
      if let direction = tokens[index].word?.direction, active != nil, announced == nil {
        announced = (direction, clause.tokens.lowerBound..<index)
      }
    }
  }
}

/// Compares date values.
enum ComparedPeriods {
  /// Year on year where the base is the same stretch of the year before, month on month where it
  /// is the month before.
  static func kind(
    of base: String, as words: String, against period: String?
  ) -> Figure.Comparison.Kind {
    let isYearEnd = words.hasSuffix("底") || words.hasSuffix("末")
    if !isYearEnd, ["去年", "上年", "上一年", "同期"].contains(where: words.contains) { return .yoy }
    if ["上月", "上个月", "上周"].contains(where: words.contains) { return .mom }
    guard let period else { return .base }
    let (before, after) = (parts(base), parts(period))
    guard before.count == after.count, let first = before.first, let last = after.first else {
      return .base
    }
    if before.count > 1, first + 1 == last, before.dropFirst() == after.dropFirst() { return .yoy }
    if before.count == 2, before[0] * 12 + before[1] + 1 == after[0] * 12 + after[1] { return .mom }
    return .base
  }

  /// Year, month and day; empty for anything but one date.
  private static func parts(_ value: String) -> [Int] {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    return parts.contains(nil) ? [] : parts.compactMap { $0 }
  }
}
