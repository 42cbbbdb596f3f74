import Numerals
import TongbaoText

/// `unit.mismatch`: one indicator counted once in cases and once in persons: 由15人减至12起; 破获
/// 刑事案件125起 here, 125人 there.
struct UnitMismatch: Check {
  static let code = "unit.mismatch"

  func findings(in view: ReportView) -> [Finding] {
    let found = comparisons(in: view) + figures(in: view)
    let known = Set(found.flatMap(\.spans))
    return found + echoes(in: view).filter { known.isDisjoint(with: $0.spans) }
  }

  private func comparisons(in view: ReportView) -> [Finding] {
    let relations = view.relations
    let finder = ComparisonFinder(
      view: view, roles: relations.roles, figures: relations.figures, pairing: .personsWithCases)
    return finder.comparisons().compactMap { comparison in
      guard let base = comparison.base, let current = comparison.current,
        base.countsOthers(than: current), !hasOtherCounterpart(base, current, in: view)
      else { return nil }
      return mismatch(base, current)
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

  /// What stands before an amount, as many units as an integer holds, and its number.
  private struct Count: Hashable {
    var words: UInt64
    var amount: Amount
  }

  private static let sharedWords = 4

  /// 行政拘留15人 here, 行政拘留15起 there: one number under one name, in units that cannot agree.
  private func echoes(in view: ReportView) -> [Finding] {
    var known: [Count: Quantity] = [:]
    return view.quantities.compactMap { quantity in
      guard quantity.unitGroup != nil, (quantity.value?.asInt ?? 0) > 9 else { return nil }
      let lead = view.lead(of: quantity, limit: Self.sharedWords).units
      guard lead.count == Self.sharedWords, lead.allSatisfy(TextSlice.isHan) else { return nil }
      let words = lead.reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
      let count = Count(words: words, amount: quantity.amount)
      guard let other = known[count] else {
        known[count] = quantity
        return nil
      }
      return other.countsOthers(than: quantity) ? mismatch(other, quantity) : nil
    }
  }

  private func figures(in view: ReportView) -> [Finding] {
    var first: [UInt64: [Indicator]] = [:]
    var findings: [Finding] = []
    for indicator in view.relations.indicators
    where indicator.isNamed && indicator.quantity.type == .count {
      let known = first[indicator.objectDigest, default: []]
      if let other = known.first(where: { areOneCount($0, indicator) }) {
        findings.append(mismatch(other.quantity, indicator.quantity))
      } else if known.count < 8 {
        first[indicator.objectDigest, default: []].append(indicator)
      }
    }
    return findings
  }

  /// Persons and cases of one object may both be counted (涉诈案件); that they agree to the digit,
  /// or that both are the total of one period, shows that one count is meant.
  private func areOneCount(_ left: Indicator, _ right: Indicator) -> Bool {
    guard !left.quantity.isComparable(with: right.quantity), left.hasObject(of: right),
      left.mayShareScope(with: right),
      left.mayShareAction(with: right),
      left.period == right.period || left.period.isEmpty || right.period.isEmpty
    else { return false }
    if left.quantity.amount == right.quantity.amount, (left.quantity.value?.asInt ?? 0) > 9 {
      return true
    }
    return left.quantity.countsOthers(than: right.quantity) && left.action == right.action
      && left.figure.aggregation == .total
      && right.figure.aggregation == .total && left.period == right.period && left.period != ""
  }

  private func mismatch(_ first: Quantity, _ second: Quantity) -> Finding {
    finding(
      first.countsOthers(than: second) ? .error : .warning, at: [first.span, second.span],
      "one indicator in \(first.unit) and in \(second.unit): \(first.text), \(second.text)",
      expected: "one unit", found: "\(first.unit) / \(second.unit)")
  }
}
