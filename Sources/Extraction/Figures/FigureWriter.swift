import TongbaoText

/// Makes figures of drafts: the only step of the linking that makes strings.
struct FigureWriter {
  private let text: FigureText
  private let scopes: ScopeResolution
  /// Where the last figure begins.
  private var place = Alignment.Place()
  /// The period of the figure before, which often holds for the next one too.
  private var lastPeriod: (reading: PeriodReading, period: Figure.Period)?
  /// Its scope likewise, without a code that depends on the place of the figure.
  private var lastScope: (reading: ScopeReading, scope: Figure.Scope)?

  init(text: FigureText, scopes: ScopeResolution) {
    self.text = text
    self.scopes = scopes
  }

  /// - Parameter periods: where the values of the drafts' periods are kept.
  mutating func write(
    _ drafts: [FigureDraft], periods: PeriodFinder, to figures: inout [Figure]
  ) {
    for draft in drafts { figures.append(figure(draft, periods: periods)) }
  }

  private mutating func figure(_ draft: FigureDraft, periods: PeriodFinder) -> Figure {
    let amount = draft.anchor
    let span = Span(
      text.source.alignment
        .span(of: start(of: draft)..<amount.range.upperBound, near: &place).start,
      text.mentions[amount.mention].span.end)
    return Figure(
      action: words(draft.action), object: words(draft.object),
      mention: text.mentions[amount.mention].id, aggregation: draft.aggregation,
      period: period(draft.period, in: periods), scope: scope(draft.scope, at: span.start),
      comparison: comparison(of: draft, periods: periods), span: span)
  }

  /// The original of some words, which mostly stand near the figure's beginning.
  private func words(_ range: Range<Int>?) -> String {
    guard let range else { return "" }
    var place = place
    return text.source.slice(text.source.alignment.span(of: range, near: &place))
  }

  /// A word taken over from another clause is no part of the figure's own span.
  private func start(of draft: FigureDraft) -> Int {
    var start = draft.anchor.range.lowerBound
    if let action = draft.action?.lowerBound, action >= draft.clauseStart {
      start = min(start, action)
    }
    if let object = draft.object?.lowerBound, object >= draft.clauseStart {
      start = min(start, object)
    }
    return start
  }

  private mutating func period(
    _ reading: PeriodReading?, in periods: PeriodFinder
  ) -> Figure.Period? {
    guard let reading else { return nil }
    if lastPeriod?.reading == reading, let period = lastPeriod?.period { return period }
    let period = Figure.Period(
      value: periods.value(of: reading), mention: text.mentions[reading.mention].id)
    lastPeriod = (reading, period)
    return period
  }

  private mutating func scope(_ reading: ScopeReading?, at position: Int) -> Figure.Scope? {
    guard let reading else { return nil }
    var scope = scope(reading)
    if scope.code == nil, scope.mention == nil {
      scope.code = scopes.code(of: scope.text, at: position)
    }
    return scope
  }

  private mutating func scope(_ reading: ScopeReading) -> Figure.Scope {
    if lastScope?.reading == reading, let scope = lastScope?.scope { return scope }
    var scope = Figure.Scope(text: "", mention: reading.mention.map { text.mentions[$0].id })
    if let words = reading.words {
      scope.text = text.original(words)
    } else if let mention = reading.mention {
      scope.text = text.mentions[mention].text
      if reading.hasCode { scope.code = text.mentions[mention].value }
    }
    if scope.code == nil, let mention = scope.mention {
      scope.code = scopes.code(ofOrganization: mention)
    }
    lastScope = (reading, scope)
    return scope
  }

  private func comparison(
    of draft: FigureDraft, periods: PeriodFinder
  ) -> Figure.Comparison? {
    guard draft.aggregation == .change, let direction = draft.direction,
      let comparison = draft.comparison
    else { return nil }
    let date = comparison.kind == .base ? comparison.period.map(periods.value) : nil
    let isRate = draft.anchor.type == .percent
    return Figure.Comparison(
      kind: comparison.kind, direction: direction,
      percent: isRate ? text.mentions[draft.anchor.mention].number?.value?.description : nil,
      base: comparison.words.map(text.original) ?? date,
      mention: comparison.amount.map { text.mentions[$0].id })
  }
}
