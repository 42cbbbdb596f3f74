import Numerals

/// Whether two numbers look like one number and its misprint.
enum Misprint {
  /// Equal length of at least two digits, and one digit differs or the same digits stand in
  /// another order: 530 and 503, 1763 and 1753.
  static func isLikely(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    guard let (first, second) = digits(left, right) else { return false }
    let differences = zip(first, second).count { $0 != $1 }
    return differences == 1 && first.count > 2 || first.sorted() == second.sorted()
  }

  /// Whether nothing but a misprint explains both: three or more digits stand in another order, or
  /// one digit differs of four or more that are not zeros of rounding.
  static func isPlain(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    guard let (first, second) = digits(left, right), first.count > 2 else { return false }
    if first.sorted() == second.sorted() { return true }
    let zero = UInt8(ascii: "0")
    let places = max(
      (first.lastIndex { $0 != zero } ?? 0) + 1, (second.lastIndex { $0 != zero } ?? 0) + 1)
    return places > 3 && zip(first, second).count { $0 != $1 } == 1
  }

  /// The digits of two different numbers of equal length.
  private static func digits(
    _ left: ExactDecimal, _ right: ExactDecimal
  ) -> ([UInt8], [UInt8])? {
    let (first, second) = (Array(left.description.utf8), Array(right.description.utf8))
    guard first.count == second.count, first.count >= 2, first != second else { return nil }
    return (first, second)
  }
}
