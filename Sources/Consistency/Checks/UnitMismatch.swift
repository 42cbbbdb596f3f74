import TongbaoText

/// `unit.mismatch`: one indicator counted once in cases and once in persons: 由15人减至12起; 破获
/// 刑事案件125起 here, 125人 there.
struct UnitMismatch: Check {
  static let code = "unit.mismatch"

  func findings(in view: ReportView) -> [Finding] { comparisons(in: view) + figures(in: view) }

  /// Whether one counts persons and the other cases; 人 and 人次 only differ in what is a person.
  private static func differ(_ left: Quantity, _ right: Quantity) -> Bool {
    guard let one = left.unitGroup, let other = right.unitGroup else { return false }
    return one != other
  }

  private func comparisons(in view: ReportView) -> [Finding] {
    Comparison.all(in: view, where: Self.differ).compactMap { comparison in
      guard let base = comparison.base, Self.differ(base, comparison.current) else { return nil }
      return mismatch(base, comparison.current)
    }
  }

  private func figures(in view: ReportView) -> [Finding] {
    var first: [String: [Indicator]] = [:]
    var findings: [Finding] = []
    for indicator in view.relations.indicators where indicator.object.count >= 2 {
      let known = first[indicator.object, default: []]
      if let other = known.first(where: { areOneCount($0, indicator) }) {
        findings.append(mismatch(other.quantity, indicator.quantity))
      } else if known.count < 8 {
        first[indicator.object, default: []].append(indicator)
      }
    }
    return findings
  }

  /// Persons and cases of one object may both be counted (涉诈案件); that they agree to the digit,
  /// or that both are the total of one period, shows that one count is meant.
  private func areOneCount(_ left: Indicator, _ right: Indicator) -> Bool {
    guard left.quantity.type == .count, right.quantity.type == .count,
      !left.quantity.isComparable(with: right.quantity), left.mayShareScope(with: right),
      left.action == right.action || left.action.isEmpty || right.action.isEmpty,
      left.period == right.period || left.period.isEmpty || right.period.isEmpty
    else { return false }
    if left.quantity.amount == right.quantity.amount, (left.quantity.value?.asInt ?? 0) > 9 {
      return true
    }
    return Self.differ(left.quantity, right.quantity) && left.action == right.action
      && left.figure.aggregation == .total
      && right.figure.aggregation == .total && left.period == right.period && left.period != ""
  }

  private func mismatch(_ first: Quantity, _ second: Quantity) -> Finding {
    finding(
      Self.differ(first, second) ? .error : .warning, at: [first.span, second.span],
      "one indicator in \(first.unit) and in \(second.unit): \(first.text), \(second.text)",
      expected: "one unit", found: "\(first.unit) / \(second.unit)")
  }
}
