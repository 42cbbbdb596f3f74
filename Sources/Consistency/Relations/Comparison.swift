import Numerals
import TongbaoText

/// Two numbers that the text sets against each other, and what it says about the change.
///
/// | text | base | current | share | difference |
/// | --- | --- | --- | --- | --- |
/// | 由25起降至20起,下降20% | 25 | 20 | 20 % | |
/// | 今年120起,去年100起,同比上升20% | 100 | 120 | 20 % | |
/// | 8420万元,同比减少1580万元,降幅15.8% | | 8420万 | 15.8 % | 1580万 |
struct Comparison {
  var base: Quantity?
  var current: Quantity
  /// The change in percent (or times), as said.
  var share: Quantity?
  /// The change in the unit of the numbers, or in percentage points.
  var difference: Quantity?
  /// Every direction that is claimed, in text order.
  var claims: [Direction] = []

  /// The numbers and the sizes of the change, for a finding.
  var spans: [Span] {
    [base, current, share, difference].compactMap { $0?.span }
  }

  /// Base and current number as ranges; of a base that is not said, what the difference leaves.
  var ends: (base: ValueRange, current: ValueRange)? {
    if let base { return (base.values, current.values) }
    guard let difference, let claim = claims.last else { return nil }
    let base =
      claim == .up ? current.values - difference.values : current.values + difference.values
    return (base, current.values)
  }
}

extension Comparison {
  /// All comparisons of a report in text order. Linear in the amounts: each looks at a few
  /// neighbours.
  ///
  /// - Parameter isPair: whether two amounts count as numbers of one kind.
  static func all(
    in view: ReportView,
    where isPair: @escaping (Quantity, Quantity) -> Bool = { $0.isComparable(with: $1) }
  ) -> [Comparison] {
    let finder = ComparisonFinder(view: view, isPair: isPair)
    return view.quantities.compactMap { finder.comparison(endingIn: $0) }
  }
}

private struct ComparisonFinder {
  let view: ReportView
  let isPair: (Quantity, Quantity) -> Bool

  /// The comparison whose second number is this one.
  func comparison(endingIn second: Quantity) -> Comparison? {
    guard !isChangeSize(second) else { return nil }
    let found = fromTo(second) ?? againstBase(second) ?? afterBase(second)
    return found.map { withSizes($0, after: second) } ?? differenceOnly(current: second)
  }

  private static let pointUnits: Set<String> = ["百分点", "个百分点"]

  private static let sizeLinks = Cue("了", "约", "达", "近", "幅度", "为")

  /// Whether an amount says how large a change is.
  private func isChangeSize(_ quantity: Quantity) -> Bool {
    if Self.pointUnits.contains(quantity.unit) { return true }
    let lead = view.words(in: view.lead(of: quantity, limit: 12)).lastClause
    guard let found = ChangeWords.direction(in: lead) else { return false }
    let rest = lead[found.range.upperBound..<lead.range.upperBound]
    return rest.consists(of: Self.sizeLinks)
  }

  // MARK: 由 … 至

  private static let turns = Cue("变", "调整", "改", "转")
  private static let arrival = Cue("至", "到", "为", "成")
  private static let transition =
    ChangeWords.direction
    + Cue(
      "变", "调整", "压", "压缩", "控制", "改", "转", "大幅", "进一步", "持续", "稳步", "迅速", "逐步", "今年的", "的", "同期",
      "今年", "现在", "目前", "至", "到", "为", "成", "一路", "明显", "显著", "下")

  private func fromTo(_ second: Quantity) -> Comparison? {
    guard second.index > 0 else { return nil }
    let first = view.quantities[second.index - 1]
    guard first.sentence == second.sentence, isPair(first, second),
      let gap = view.gap(first, second, limit: 20), gap.contains(Self.arrival),
      view.words(in: gap).consists(of: Self.transition)
    else { return nil }
    let before = view.words(in: view.lead(of: first, limit: 20)).lastClause
    let direction = ChangeWords.direction(in: gap)
    guard before.contains(ChangeWords.origin) || direction != nil, !gap.isEmpty else { return nil }
    // 3至5名 says nothing about a change.
    guard direction != nil || gap.contains(Self.turns) else { return nil }
    var comparison = Comparison(base: first, current: second)
    if let direction { comparison.claims.append(direction.way) }
    return comparison
  }

  // MARK: … 去年 …

  /// 今年120起,去年100起: the text before the second number makes it the base, and the number
  /// before it is current.
  private func againstBase(_ second: Quantity) -> Comparison? {
    guard let current = currentNumber(before: second) else { return nil }
    let lead = view.lead(of: second, limit: 24)
    let words = relation(in: lead, with: current)
    guard words.consists(of: ChangeWords.towardsBase) else { return nil }
    let date = view.lastDate(in: lead)
    guard
      words.contains(ChangeWords.past) || words.contains(ChangeWords.compared)
        || saysPast(date) || isPast(date, comparedWith: current)
    else { return nil }
    return Comparison(base: second, current: current)
  }

  /// 去年100起,今年120起: the base comes first.
  private func afterBase(_ second: Quantity) -> Comparison? {
    guard let first = currentNumber(before: second), first.index == second.index - 1 else {
      return nil
    }
    let lead = view.lead(of: second, limit: 24)
    guard relation(in: lead, with: first).consists(of: ChangeWords.towardsBase),
      let date = view.lastDate(in: lead), !saysPast(date),
      let firstDate = view.lastDate(in: view.lead(of: first, limit: 24)),
      saysPast(firstDate) || isPast(firstDate, comparedWith: second)
    else { return nil }
    return Comparison(base: first, current: second)
  }

  /// The words before the second number without dates and without the label that both numbers
  /// share (去年发案100起,今年发案120起).
  private func relation(in lead: TextSlice, with other: Quantity) -> TextSlice {
    let words = view.words(in: lead)
    let label = view.words(in: view.lead(of: other, limit: 24)).lastClause.units
    var shared = 0
    while shared < min(words.count, label.count),
      words.units[words.units.endIndex - 1 - shared] == label[label.endIndex - 1 - shared]
    {
      shared += 1
    }
    return shared >= 2 ? TextSlice(words.units.dropLast(shared)) : words
  }

  /// The nearest number of the same kind before a base, in its sentence, that is neither a base
  /// nor the size of a change itself.
  private func currentNumber(before base: Quantity) -> Quantity? {
    var steps = 0
    var index = base.index - 1
    while index >= 0, steps < 6, view.quantities[index].sentence == base.sentence {
      let candidate = view.quantities[index]
      if isPair(candidate, base), !isChangeSize(candidate), !isBase(candidate) {
        return candidate
      }
      // Between the two only sizes of changes and other bases may stand.
      if !isPair(candidate, base), !isChangeSize(candidate) { return nil }
      index -= 1
      steps += 1
    }
    return nil
  }

  private func isBase(_ quantity: Quantity) -> Bool {
    view.words(in: view.lead(of: quantity, limit: 16)).lastClause.contains(ChangeWords.compared)
  }

  private func saysPast(_ date: PlacedMention?) -> Bool {
    guard let date else { return false }
    return view.slice(date.range).contains(ChangeWords.past)
  }

  /// Whether the date before the second number is earlier than that before the first.
  private func isPast(_ date: PlacedMention?, comparedWith current: Quantity) -> Bool {
    guard let first = date?.days?.first else { return false }
    if let other = view.lastDate(in: view.lead(of: current))?.days?.first { return first < other }
    return view.published.map { first.year < $0.year } ?? false
  }

  // MARK: Sizes of the change

  /// A number followed by a difference and a share (8420万元,同比减少1580万元,降幅15.8%).
  private func differenceOnly(current: Quantity) -> Comparison? {
    guard let next = following(current), isPair(next, current), isChangeSize(next) else {
      return nil
    }
    let found = withSizes(Comparison(base: nil, current: current), after: current)
    return found.difference != nil && found.share != nil ? found : nil
  }

  private func following(_ quantity: Quantity) -> Quantity? {
    let next = quantity.index + 1
    guard next < view.quantities.count, view.quantities[next].sentence == quantity.sentence else {
      return nil
    }
    return view.quantities[next]
  }

  private func withSizes(_ comparison: Comparison, after second: Quantity) -> Comparison {
    var result = comparison
    var last = second
    while let next = following(last), let gap = view.gap(last, next, limit: 24),
      view.words(in: gap).consists(of: ChangeWords.link), isUnclaimed(next, in: result),
      let direction = ChangeWords.direction(in: gap)
    {
      guard take(next, into: &result) else { break }
      result.claims.append(direction.way)
      last = next
    }
    if result.share == nil, result.difference == nil, let (share, way) = shareBefore(result) {
      result.share = share
      result.claims.append(way)
    }
    if result.share == nil, result.difference == nil, let claim = bareClaim(after: last) {
      result.claims.append(claim)
    }
    return result
  }

  /// The share of 接报120起,同比上升20%(去年100起), which stands between the two numbers.
  private func shareBefore(_ comparison: Comparison) -> (Quantity, Direction)? {
    guard let base = comparison.base, base.index == comparison.current.index + 2,
      case let share = view.quantities[base.index - 1], share.isPercent,
      let gap = view.gap(comparison.current, share, limit: 16),
      view.words(in: gap).consists(of: ChangeWords.link), gap.contains(ChangeWords.yearly),
      let direction = ChangeWords.direction(in: gap)
    else { return nil }
    return (share, direction.way)
  }

  /// The next number is no base of a further comparison (上升20.0%,比去年7月的90起下降).
  private func isUnclaimed(_ next: Quantity, in comparison: Comparison) -> Bool {
    next.isPercent || next.unit == "倍" || isChangeSize(next)
  }

  private func take(_ next: Quantity, into comparison: inout Comparison) -> Bool {
    let isOfShares = comparison.current.isPercent
    if Self.pointUnits.contains(next.unit) {
      guard isOfShares, comparison.difference == nil else { return false }
      comparison.difference = next
    } else if next.isPercent || next.unit == "倍" {
      guard comparison.share == nil else { return false }
      comparison.share = next
    } else {
      guard isPair(next, comparison.current), comparison.difference == nil,
        comparison.share == nil
      else { return false }
      comparison.difference = next
    }
    return true
  }

  private static let bareLink = Cue(
    "同比", "环比", "较上年", "较去年", "比上年", "比去年", "同期", "略有", "有所", "明显", "大幅", "呈", "相比")
  private static let bareEnd = Cue("趋势", "态势", "了")

  /// 同比上升 without a size, up to the end of the clause.
  private func bareClaim(after quantity: Quantity) -> Direction? {
    let clause = TextSlice(view.after(quantity, limit: 16).units.drop { !TextSlice.isHan($0) })
      .firstClause.trimmed
    guard clause.contains(Self.bareLink),
      clause.consists(of: Self.bareLink + Self.bareEnd + ChangeWords.direction),
      view.after(quantity, limit: 16).range.upperBound > clause.range.upperBound
        || following(quantity) == nil
    else { return nil }
    return ChangeWords.direction(in: clause)?.way
  }
}
