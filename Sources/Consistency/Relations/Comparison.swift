import TongbaoText

/// Two numbers that the text sets against each other, and what it says about the change.
///
/// | text | base | current | share | difference |
/// | --- | --- | --- | --- | --- |
/// | 由25起降至20起,下降20% | 25 | 20 | 20 % | |
/// | 今年120起,去年100起,同比上升20% | 100 | 120 | 20 % | |
/// | 8420万元,同比减少1580万元,降幅15.8% | | 8420万 | 15.8 % | 1580万 |
/// | 较去年同期的203件减少35件,下降17.2% | 203 | | 17.2 % | 35 |
struct Comparison {
  var base: Quantity?
  var current: Quantity?
  /// The change in percent (or times), as said.
  var share: Quantity?
  /// The change in the unit of the numbers, or in percentage points.
  var difference: Quantity?
  /// Every direction that is claimed, in text order.
  var claims: [Direction] = []
  /// What the numbers are compared with, where the text says so.
  var basis: ComparisonBasis?

  /// The numbers and the sizes of the change, for a finding.
  var spans: [Span] {
    [base, current, share, difference].compactMap { $0?.span }
  }

  /// Base and current number as ranges; of the one that is not said, what the difference leaves.
  var ends: (base: ValueRange, current: ValueRange)? {
    if let base, let current { return (base.values, current.values) }
    guard let difference, let claim = claims.last else { return nil }
    let (change, rises) = (difference.values, claim == .up)
    if let current {
      return (rises ? current.values - change : current.values + change, current.values)
    }
    return base.map { ($0.values, rises ? $0.values + change : $0.values - change) }
  }
}
