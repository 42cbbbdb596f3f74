import Numerals

/// How findings write numbers.
enum Arithmetic {
  /// `120起 → 100起`, or one number and the difference where the other is not said.
  static func changeText(_ comparison: Comparison, in view: ReportView) -> String {
    let (base, current) = (comparison.base.map(view.text), comparison.current.map(view.text))
    if let base, let current { return "\(base) → \(current)" }
    let change = "a change by \(comparison.difference.map(view.text) ?? "")"
    return base.map { "\(change) from \($0)" } ?? current.map { "\(change) to \($0)" } ?? change
  }

  /// The change in percent to one digit after the point, with its sign: −16.7%.
  static func percentText(from base: ValueRange, to current: ValueRange) -> String {
    guard let first = middle(base), let second = middle(current), !first.isZero,
      let percent = ValueRange.percent(from: first, to: second)?.rounded(scale: 1)
    else { return "another change" }
    return (percent < .zero ? "−" : "+") + percent.magnitude.description + "%"
  }

  /// The middle of a range to one digit after the point.
  static func oneDigit(_ range: ValueRange) -> String {
    text(middle(range)?.rounded(scale: 1))
  }

  static func text(_ value: ExactDecimal?) -> String { value?.description ?? "another amount" }

  /// The value in the middle, which for an exact amount is the amount.
  private static func middle(_ range: ValueRange) -> ExactDecimal? {
    guard let low = range.low, let high = range.high, low != high else {
      return range.low ?? range.high
    }
    return (low + high)?.divided(by: ExactDecimal(2), scale: 6)
  }
}
