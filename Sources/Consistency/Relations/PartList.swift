import Numerals
import TongbaoText

/// A whole and amounts that the text names as its parts.
struct PartList {
  /// How the text ties the parts to the whole.
  enum Tie: Sendable {
    /// 其中, 包括: parts of it, perhaps not all.
    case among
    /// 分别为: one part for each thing named before.
    case respectively
    /// 从道路看: a classification of what was counted before.
    case classified
    /// 合计: the whole follows its parts.
    case total
  }

  var whole: Quantity
  var parts: [Quantity]
  var tie: Tie
  /// Whether the wording says that nothing is left over.
  var isExhaustive: Bool
  /// Whether the labels of the parts end alike (刑事类, 治安类), as those of a classification do.
  var hasLikeLabels: Bool

  var sum: ValueRange { parts.reduce(.zero) { $0 + $1.values } }

  /// `15 + 86 + 702 = 803`.
  var sumText: String {
    let terms = parts.map { Arithmetic.text($0.value) }.joined(separator: " + ")
    let sum = parts.reduce(ExactDecimal?.some(.zero)) { sum, part in
      sum.flatMap { sum in part.value.flatMap { sum + $0 } }
    }
    return sum.map { "\(terms) = \($0)" } ?? terms
  }
}

extension PartList {
  /// All lists of a report in text order. A list starts at one amount only, so the work is linear.
  static func all(in view: ReportView) -> [PartList] {
    var finder = PartListFinder(view)
    var lists: [PartList] = []
    for index in view.quantities.indices where finder.mayBegin(at: index) {
      guard let list = finder.list(startingAt: view.quantities[index]) else { continue }
      finder.note(list)
      lists.append(list)
    }
    return lists
  }
}

extension PartList {
  /// Whether the sum and the whole differ by no more than a part of the whole: 20 asks for a
  /// twentieth.
  static func isWithin(_ fraction: Int, of whole: Quantity, sum: ValueRange) -> Bool {
    guard let value = whole.value, let low = sum.low, let high = sum.high,
      let tolerance = value.divided(by: ExactDecimal(fraction), scale: 6),
      let least = value - tolerance, let most = value + tolerance
    else { return false }
    return low <= most && high >= least
  }
}
