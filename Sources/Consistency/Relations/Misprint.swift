import Numerals

/// Whether two numbers look like one number and its misprint.
enum Misprint {
  /// Equal length of at least two digits, and one digit differs or the same digits stand in
  /// another order: 530 and 503, 1763 and 1753.
  static func isLikely(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    let (first, second) = (Array(left.description.utf8), Array(right.description.utf8))
    guard first.count == second.count, first.count >= 2, first != second else { return false }
    let differences = zip(first, second).count { $0 != $1 }
    return differences == 1 && first.count > 2 || first.sorted() == second.sorted()
  }
}
