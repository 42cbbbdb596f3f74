import TongbaoText

/// A few kinds of comparison in the order of the text; of more than 32 only the first are kept.
struct ComparisonKinds: BitwiseCopyable {
  /// Two bits for each kind, the first kind lowest.
  private var bits: UInt64 = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  subscript(position: Int) -> Figure.Comparison.Kind {
    switch bits >> UInt64(2 * position) & 3 {
    case 0: .yoy
    case 1: .mom
    default: .base
    }
  }

  mutating func prepend(_ kind: Figure.Comparison.Kind) {
    let code: UInt64 =
      switch kind {
      case .yoy: 0
      case .mom: 1
      case .base: 2
      }
    bits = bits << 2 | code
    count = min(count + 1, 32)
  }
}
