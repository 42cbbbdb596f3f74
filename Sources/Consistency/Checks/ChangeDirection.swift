import Numerals
import TongbaoText

/// `change.direction`: the text says that a number rises where it falls, or the reverse:
/// 由120起降至100起,同比上升; 15000宗变为14000宗,同比上升6.7%.
struct ChangeDirection: Check {
  static let code = "change.direction"

  func findings(in view: ReportView) -> [Finding] {
    view.relations.comparisons.compactMap { finding(for: $0, in: view) }
  }

  private func finding(for comparison: Comparison, in view: ReportView) -> Finding? {
    guard let base = comparison.base, let current = comparison.current,
      let actual = Self.direction(from: base, to: current),
      let wrong = comparison.claims.first(where: { $0 != actual })
    else { return nil }
    let change = Arithmetic.percentText(from: base.values, to: current.values)
    let size = comparison.share.map(view.text) ?? ""
    return finding(
      at: comparison.spans,
      "\(Arithmetic.changeText(comparison, in: view)) is \(change), the text says \(wrong.word)\(size)",
      expected: actual.word, found: wrong.word)
  }

  /// Whether a claimed direction is against the numbers.
  static func isContradicted(_ comparison: Comparison) -> Bool {
    guard let base = comparison.base, let current = comparison.current,
      let actual = direction(from: base, to: current)
    else { return false }
    return comparison.claims.contains { $0 != actual }
  }

  private static func direction(from base: Quantity, to current: Quantity) -> Direction? {
    if current.values.isBelow(base.values) { return .down }
    return base.values.isBelow(current.values) ? .up : nil
  }
}
