import Numerals
import TongbaoText

/// `change.mismatch`: the size of a change does not follow from the two numbers: 今年120起,
/// 去年100起,同比上升10%.
///
/// A percentage holds if any value that the numbers may stand for, rounded or cut off to the
/// digits shown, gives it. Where the direction is wrong that is the finding, `change.direction`.
struct ChangeMismatch: Check {
  static let code = "change.mismatch"

  func findings(in view: ReportView) -> [Finding] {
    view.relations.comparisons.compactMap {
      shareFinding($0, in: view) ?? differenceFinding($0, in: view)
    }
  }

  private func shareFinding(_ comparison: Comparison, in view: ReportView) -> Finding? {
    guard let share = comparison.share, comparison.current?.isPercent != true,
      !ChangeDirection.isContradicted(comparison),
      let ends = comparison.ends, let stated = percent(share),
      let change = ends.base.percentChange(to: ends.current)
    else { return nil }
    // Either sign: the direction has a check of its own.
    guard stated.excludes(change), stated.excludes(change.negated) else { return nil }
    let actual = Arithmetic.percentText(from: ends.base, to: ends.current)
    let claim = (comparison.claims.last?.word ?? "") + view.text(of: share)
    return finding(
      at: comparison.spans,
      "\(Arithmetic.changeText(comparison, in: view)) is \(actual), the text says \(claim)",
      expected: actual, found: claim)
  }

  /// The percentages that a written share may stand for.
  private func percent(_ share: Quantity) -> ValueRange? {
    guard share.isTimes else { return share.unit.kind == .percent ? share.values : nil }
    let hundred = ExactDecimal(100)
    return ValueRange(
      low: share.values.low.flatMap { $0 * hundred },
      high: share.values.high.flatMap { $0 * hundred })
  }

  private func differenceFinding(_ comparison: Comparison, in view: ReportView) -> Finding? {
    guard let base = comparison.base, let current = comparison.current,
      let difference = comparison.difference
    else { return nil }
    let actual = current.values - base.values
    guard difference.values.excludes(actual), difference.values.excludes(actual.negated) else {
      return nil
    }
    // What the written numbers themselves differ by, without the margin of their rounding.
    let written = current.value.flatMap { now in base.value.flatMap { now - $0 } }
    let text = Arithmetic.text((written ?? actual.low).map(\.magnitude))
    let said = view.text(of: difference)
    return finding(
      at: comparison.spans,
      "\(view.text(of: base)) → \(view.text(of: current)) differ by \(text), the text says \(said)",
      expected: text, found: said)
  }
}
