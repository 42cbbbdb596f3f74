import Numerals
import TongbaoText

/// `unit.mismatch`: one indicator counted once in cases and once in persons: 由15人减至12起; 破获
/// 刑事案件125起 here, 125人 there.
struct UnitMismatch: Check {
  static let code = "unit.mismatch"

  func findings(in view: ReportView) -> [Finding] {
    let found = comparisons(in: view) + figures(in: view)
    let echoes = echoes(in: view)
    guard !echoes.isEmpty else { return found }
    let known = Set(found.flatMap(\.spans))
    return found + echoes.filter { known.isDisjoint(with: $0.spans) }
  }

  private func comparisons(in view: ReportView) -> [Finding] {
    guard view.hasPersonsAndCases else { return [] }
    let finder = ComparisonFinder(
      view: view, relations: view.relations, pairing: .personsWithCases)
    return finder.comparisons().compactMap { comparison in
      guard let base = comparison.base, let current = comparison.current,
        base.countsOthers(than: current), !hasOtherCounterpart(base, current, in: view)
      else { return nil }
      return mismatch(base, current, in: view)
    }
  }

  /// 事故26件,死亡27人,与去年同期32件相比: what is compared with the base stands further back.
  private func hasOtherCounterpart(
    _ base: Quantity, _ current: Quantity, in view: ReportView
  ) -> Bool {
    guard current.index < base.index else { return false }
    return view.quantities[max(0, base.index - 6)..<base.index].contains {
      $0.sentence == base.sentence && $0.isComparable(with: base)
    }
  }

  // MARK: The same words and number again

  private static let sharedWords = 4

  /// 行政拘留15人 here, 行政拘留15起 there: one number under one name, in units that cannot agree.
  private func echoes(in view: ReportView) -> [Finding] {
    guard view.hasPersonsAndCases else { return [] }
    var groups = DigestGroups(capacity: view.quantities.count)
    for index in view.quantities.indices where view.quantities[index].unitGroup != nil {
      guard let value = view.quantities[index].value?.asInt, value > 9,
        let words = words(before: view.quantities[index], in: view)
      else { continue }
      let form = view.quantities[index].amount.approximation.number
      groups.add(Digest.mixed(Digest.mixed(words, UInt64(value)), form), at: index)
    }
    var found: [(index: Int, finding: Finding)] = []
    groups.forEachRepeated { members in
      let first = view.quantities[members[0]]
      for index in members.dropFirst() {
        let other = view.quantities[index]
        guard first.countsOthers(than: other), first.amount == other.amount else { continue }
        found.append((index, mismatch(first, other, in: view)))
      }
    }
    return found.sorted { $0.index < $1.index }.map(\.finding)
  }

  /// The Chinese characters just before an amount, as many as an integer holds.
  private func words(before quantity: Quantity, in view: ReportView) -> UInt64? {
    let end = quantity.range.lowerBound
    var start = view.sentences.range(quantity.sentence).lowerBound
    if quantity.index > 0 {
      start = max(start, view.quantities[quantity.index - 1].range.upperBound)
    }
    guard end - start >= Self.sharedWords else { return nil }
    var words: UInt64 = 0
    for position in end - Self.sharedWords..<end {
      let unit = view.text.units[position]
      guard TextSlice.isHan(unit) else { return nil }
      words = words << 16 | UInt64(unit)
    }
    return words
  }

  private func figures(in view: ReportView) -> [Finding] {
    let indicators = view.relations.indicators
    var groups = DigestGroups(capacity: indicators.count)
    for position in indicators.indices
    where indicators[position].isNamed
      && view.quantities[indicators[position].quantity].type == .count
    {
      groups.add(indicators[position].object.digest, at: position)
    }
    var found: [(position: Int, finding: Finding)] = []
    groups.forEachRepeated { members in
      var known: [Int] = []
      for position in members {
        let indicator = indicators[position]
        if let other = known.first(where: { areOneCount(indicators[$0], indicator, in: view) }) {
          let (first, second) = (indicators[other].quantity, indicator.quantity)
          found.append(
            (position, mismatch(view.quantities[first], view.quantities[second], in: view)))
        } else if known.count < Self.longestMemory {
          known.append(position)
        }
      }
    }
    return found.sorted { $0.position < $1.position }.map(\.finding)
  }

  private static let longestMemory = 8

  /// Persons and cases of one object may both be counted (涉诈案件); that they agree to the digit,
  /// or that both are the total of one period, shows that one count is meant.
  private func areOneCount(
    _ left: Indicator, _ right: Indicator, in view: ReportView
  ) -> Bool {
    let (one, other) = (view.quantities[left.quantity], view.quantities[right.quantity])
    guard !one.isComparable(with: other), left.hasObject(of: right),
      left.mayShareAction(with: right), view.mayShareScope(left, right),
      view.mayShareSpelledPeriod(left, right)
    else { return false }
    if one.amount == other.amount, (one.value?.asInt ?? 0) > 9 { return true }
    let period = view.period(of: left)
    return one.countsOthers(than: other) && left.hasAction(of: right)
      && left.aggregation == .total && right.aggregation == .total && !period.isEmpty
      && period == view.period(of: right)
  }

  private func mismatch(_ first: Quantity, _ second: Quantity, in view: ReportView) -> Finding {
    let (unit, other) = (view.unit(of: first), view.unit(of: second))
    return finding(
      first.countsOthers(than: second) ? .error : .warning, at: [first.span, second.span],
      "one indicator in \(unit) and in \(other): "
        + "\(view.text(of: first)), \(view.text(of: second))",
      expected: "one unit", found: "\(unit) / \(other)")
  }
}

extension Approximation {
  /// A number that no other one has.
  fileprivate var number: UInt64 {
    switch self {
    case .exact: 0
    case .about: 1
    case .over: 2
    case .under: 3
    case .atLeast: 4
    case .atMost: 5
    }
  }
}
