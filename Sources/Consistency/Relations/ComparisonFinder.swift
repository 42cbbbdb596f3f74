import Numerals
import TongbaoText

/// Finds the comparisons of a report.
struct ComparisonFinder {
  /// Which two amounts count as numbers of one kind.
  enum Pairing {
    /// Both in one unit, 起 and 件 taken together.
    case sameUnit
    /// One in persons, the other in cases: a comparison that cannot be meant so.
    case personsWithCases
  }

  let view: ReportView
  let relations: Relations
  var pairing = Pairing.sameUnit

  /// All comparisons in text order. Linear in the amounts: each looks at a few neighbours.
  func comparisons() -> [Comparison] {
    var found: [Comparison] = []
    for index in view.quantities.indices where mayCompare(index) {
      // Most amounts are turned away here, before anything is copied.
      let mayHaveBase = mayHaveBase(index)
      let isFollowed = isFollowedBySize(index)
      guard mayHaveBase || isFollowed else { continue }
      let second = view.quantities[index]
      if mayHaveBase, let comparison = comparisonWithBase(endingIn: second) {
        found.append(withSizes(comparison, after: second))
      } else if isFollowed, let comparison = differenceOnly(second) {
        found.append(comparison)
      }
    }
    return found
  }

  /// Whether the next amount of the sentence is of the same kind and says how large a change is.
  private func isFollowedBySize(_ index: Int) -> Bool {
    let next = index + 1
    return next < view.quantities.count && relations.roles.isChangeSize[next]
      && view.quantities[next].sentence == view.quantities[index].sentence
      && isPair(view.quantities[next], view.quantities[index])
  }

  /// Whether words of comparison or a date stand near enough that an amount can be a second number,
  /// or the next amount says how large a change is.
  private func mayCompare(_ index: Int) -> Bool {
    if relations.roles.isChangeSize[index] { return false }
    if pairing == .personsWithCases, view.quantities[index].unitGroup == nil { return false }
    let cues = view.cues(around: view.quantities[index])
    return !cues.isDisjoint(with: [.changes, .past, .compared])
      || view.hasDate(before: view.quantities[index], limit: Self.longestLead)
  }

  private static let longestLead = 24

  /// Whether the amount can be a second number in any of the ways that are looked for.
  private func mayHaveBase(_ index: Int) -> Bool {
    hasPartner(index) && (mayEndTurn(index) || hasOtherNumber(index) || mayLookBack(index))
  }

  private func comparisonWithBase(endingIn second: Quantity) -> Comparison? {
    if mayEndTurn(second.index), let found = fromTo(second) { return found }
    if let other = otherNumber(before: second),
      let found = againstBase(second, current: other) ?? afterBase(other, current: second)
    {
      return found
    }
    return mayLookBack(second.index) ? againstFigure(second) : nil
  }

  /// Whether an amount within reach can be the other number; most have none.
  private func hasPartner(_ second: Int) -> Bool {
    var index = second - 1
    while index >= max(0, second - Self.longestReach) {
      if isPair(view.quantities[index], view.quantities[second]) { return true }
      index -= 1
    }
    return false
  }

  @inline(__always)
  private func isPair(_ left: Quantity, _ right: Quantity) -> Bool {
    switch pairing {
    case .sameUnit: left.isComparable(with: right)
    case .personsWithCases: left.countsOthers(than: right)
    }
  }

  private func isChangeSize(_ quantity: Quantity) -> Bool {
    relations.roles.isChangeSize[quantity.index]
  }

  private func isBase(_ quantity: Quantity) -> Bool { relations.roles.isBase[quantity.index] }

  // MARK: 由 … 至

  static let turns =
    Cue("变", "调整", "改", "转") + climbs
  /// Verbs that say where a number went, but never by how much: 由41.2%提至46.9%.
  private static let climbs = Cue(
    "提至", "提到", "攀至", "攀到", "抬至", "抬到", "跃至", "蹿至", "冲到", "压至", "压到", "缩至", "缩到", "滑至", "滑到", "落至",
    "落到")
  private static let arrival = Cue("至", "到", "为", "成")
  private static let transition =
    ChangeWords.direction
    + climbs
    + Cue(
      "变", "调整", "压", "压缩", "控制", "改", "转", "大幅", "进一步", "持续", "稳步", "迅速", "逐步", "今年的", "的", "同期",
      "今年", "现在", "目前", "至", "到", "为", "成", "一路", "明显", "显著", "下")

  private static let longestTurn = 20

  /// Whether the amount just before is of the same kind and near, in a sentence that speaks of
  /// changes.
  private func mayEndTurn(_ second: Int) -> Bool {
    guard second > 0, view.cues(around: view.quantities[second]).contains(.changes),
      view.quantities[second - 1].sentence == view.quantities[second].sentence,
      isPair(view.quantities[second - 1], view.quantities[second])
    else { return false }
    let end = view.quantities[second - 1].range.upperBound
    return 0...Self.longestTurn ~= view.quantities[second].range.lowerBound - end
  }

  private func fromTo(_ second: Quantity) -> Comparison? {
    let first = view.quantities[second.index - 1]
    guard let gap = view.gap(first, second, limit: Self.longestTurn), gap.contains(Self.arrival),
      view.words(in: gap).consists(of: Self.transition)
    else { return nil }
    let before = view.leadWords(of: first, limit: 20).lastClause
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
  private func againstBase(_ second: Quantity, current: Quantity) -> Comparison? {
    let lead = view.lead(of: second, limit: 24)
    let words = relation(in: lead, with: current)
    let date = view.lastDate(in: lead)
    guard words.consists(of: ChangeWords.towardsBase) || date != nil && isAttribute(words) else {
      return nil
    }
    guard
      words.contains(ChangeWords.past) || words.contains(ChangeWords.compared)
        || saysPast(date) || isPast(date, comparedWith: current)
    else { return nil }
    return Comparison(base: second, current: current, basis: basis(of: second, against: current))
  }

  private static let attributeEnds = Cue("的", "之")
  private static let longestAttribute = 12

  /// 比2018年春季学期的20宗: whatever stands between 比 and 的 only tells the time.
  private func isAttribute(_ words: TextSlice) -> Bool {
    let clause = words.trimmed
    return clause.count <= Self.longestAttribute && clause.hasPrefix(ChangeWords.compared)
      && clause.hasSuffix(Self.attributeEnds)
  }

  /// 去年100起,今年120起: the base comes first.
  private func afterBase(_ first: Quantity, current second: Quantity) -> Comparison? {
    guard first.index == second.index - 1 else { return nil }
    let lead = view.lead(of: second, limit: 24)
    guard let date = view.lastDate(in: lead), !saysPast(date),
      relation(in: lead, with: first).consists(of: ChangeWords.towardsBase),
      let firstDate = view.lastDate(in: view.lead(of: first, limit: 24)),
      saysPast(firstDate) || isPast(firstDate, comparedWith: second)
    else { return nil }
    return Comparison(base: first, current: second, basis: basis(of: first, against: second))
  }

  private static let longestReach = 16

  /// Whether an amount is a figure's and the words say that it may be a base.
  private func mayLookBack(_ base: Int) -> Bool {
    relations.hasIndicator(base)
      && (relations.roles.isBase[base]
        || view.cues(around: view.quantities[base]).contains(.past))
  }

  /// 接报警情3127起,其中亡人事故8起。与10月的2934起相比: the current number stands further off, and
  /// the figures tell that both count the same.
  private func againstFigure(_ base: Quantity) -> Comparison? {
    guard let figure = relations.indicator(of: base.index), figure.isNamed else { return nil }
    let lead = view.lead(of: base, limit: 24)
    guard isBase(base) || saysPast(view.lastDate(in: lead)),
      !view.words(in: lead).lastClause.contains(ChangeWords.origin)
    else { return nil }
    for index in (max(0, base.index - Self.longestReach)..<base.index).reversed() {
      let current = view.quantities[index]
      if base.sentence - current.sentence > 2 { return nil }
      guard isPair(current, base), let other = relations.indicator(of: current.index),
        other.hasObject(of: figure), other.mayShareAction(with: figure),
        view.mayShareScope(other, figure), !isBase(current),
        !isAverageBesideTotal(current, against: base)
      else { continue }
      return Comparison(base: base, current: current, basis: basis(of: base, against: current))
    }
    return nil
  }

  /// The words before the second number without dates and without the label that both numbers
  /// share (去年发案100起,今年发案120起).
  private func relation(in lead: TextSlice, with other: Quantity) -> TextSlice {
    let words = view.words(in: lead)
    let label = view.leadWords(of: other, limit: 24).lastClause.units
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
  private func otherNumber(before base: Quantity) -> Quantity? {
    otherNumber(before: base.index).map { view.quantities[$0] }
  }

  private func hasOtherNumber(_ base: Int) -> Bool { otherNumber(before: base) != nil }

  private func otherNumber(before base: Int) -> Int? {
    var steps = 0
    var index = base - 1
    while index >= 0, steps < 6,
      view.quantities[index].sentence == view.quantities[base].sentence
    {
      let isSize = relations.roles.isChangeSize[index]
      if isPair(view.quantities[index], view.quantities[base]) {
        if !isSize, !relations.roles.isBase[index],
          !isAverageBesideTotal(view.quantities[index], against: view.quantities[base])
        {
          return index
        }
      } else if !isSize {
        // Between the two only sizes of changes and other bases may stand.
        return nil
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// Which earlier time the base belongs to, by its words or by the dates of both numbers.
  private func basis(of base: Quantity, against current: Quantity) -> ComparisonBasis? {
    let lead = view.lead(of: base, limit: 24)
    if let said = ChangeWords.basis(in: lead) { return said }
    guard let past = view.lastDate(in: lead)?.days?.first,
      let now = view.lastDate(in: view.lead(of: current))?.days?.first
    else { return nil }
    if past.year == now.year { return .periodBefore }
    return past.year + 1 == now.year && past.month == now.month ? .yearBefore : nil
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

  /// A number followed by a difference and a share: 8420万元,同比减少1580万元,降幅15.8%, or
  /// 较去年同期的203件减少35件,下降17.2%.
  private func differenceOnly(_ number: Quantity) -> Comparison? {
    if let whole = wholeOfBracket(endingWith: number) {
      let found = withSizes(Comparison(current: whole), after: number)
      return found.difference != nil && found.share != nil ? found : nil
    }
    if isOpenPart(number) { return nil }
    let comparison =
      isBase(number)
      ? Comparison(base: number, basis: ChangeWords.basis(in: view.lead(of: number, limit: 24)))
      : Comparison(current: number)
    let found = withSizes(comparison, after: number)
    return found.difference != nil && found.share != nil ? found : nil
  }

  private static let open = Cue("(")
  private static let close = Cue(")")
  private static let among = Cue("其中", "当中", "包括", "包含")

  /// 立案74起(甲类39起、乙类35起),较上年多9起: the change is of the amount before the parenthesis.
  private func wholeOfBracket(endingWith last: Quantity) -> Quantity? {
    guard let next = following(last), let gap = view.gap(last, next, limit: 24),
      gap.hasPrefix(Self.close)
    else { return nil }
    var index = last.index - 1
    while index >= 0, last.index - index <= Self.longestReach {
      let candidate = view.quantities[index]
      guard candidate.sentence == last.sentence else { return nil }
      if view.after(candidate, limit: 2).hasPrefix(Self.open) {
        return isPair(candidate, last) ? candidate : nil
      }
      index -= 1
    }
    return nil
  }

  /// 酒驾30起,其中醉驾8起,减少10起: whether the change is of the part or of the whole is not said.
  private func isOpenPart(_ number: Quantity) -> Bool {
    let start = view.sentences.range(number.sentence).lowerBound
    let end = number.range.lowerBound
    return view.slice(max(start, end - Self.longestBreakdown)..<max(start, end))
      .contains(Self.among)
  }

  private static let longestBreakdown = 60

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
      // 环比减少62起,同比下降21.3% are two changes.
      let said = ChangeWords.basis(in: gap)
      if let said, let known = result.basis, said != known { break }
      guard take(next, into: &result) else { break }
      result.basis = said ?? result.basis
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
    guard let base = comparison.base, let current = comparison.current,
      base.index == current.index + 2,
      case let share = view.quantities[base.index - 1], share.isPercent,
      let gap = view.gap(current, share, limit: 16),
      view.words(in: gap).consists(of: ChangeWords.link), gap.contains(ChangeWords.yearly),
      let direction = ChangeWords.direction(in: gap)
    else { return nil }
    return (share, direction.way)
  }

  /// The next number is no base of a further comparison (上升20.0%,比去年7月的90起下降).
  private func isUnclaimed(_ next: Quantity, in comparison: Comparison) -> Bool {
    next.isPercent || next.isTimes || isChangeSize(next)
  }

  private func take(_ next: Quantity, into comparison: inout Comparison) -> Bool {
    guard let number = comparison.current ?? comparison.base else { return false }
    let isOfShares = number.isPercent
    if next.isPoints {
      guard isOfShares, comparison.difference == nil else { return false }
      comparison.difference = next
    } else if next.isPercent || next.isTimes {
      guard comparison.share == nil else { return false }
      comparison.share = next
    } else {
      guard isPair(next, number), comparison.difference == nil,
        comparison.share == nil
      else { return false }
      comparison.difference = next
    }
    return true
  }

  private static let bareLink = Cue(
    "同比", "环比", "较上年", "较去年", "比上年", "比去年", "同期", "略有", "有所", "明显", "大幅", "呈", "相比")
  private static let bareClaims = bareLink + ChangeWords.direction + Cue("趋势", "态势", "了")

  /// 同比上升 without a size, up to the end of the clause.
  private func bareClaim(after quantity: Quantity) -> Direction? {
    let after = view.after(quantity, limit: 16)
    let clause = TextSlice(after.units.drop { !TextSlice.isHan($0) }).firstClause.trimmed
    guard clause.contains(Self.bareLink), clause.consists(of: Self.bareClaims),
      after.range.upperBound > clause.range.upperBound
        || following(quantity) == nil
    else { return nil }
    return ChangeWords.direction(in: clause)?.way
  }
}
