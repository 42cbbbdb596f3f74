import Numerals
import TongbaoText

/// Shares of classes that leave nobody out, by age or by sex: 0至17岁、18至59岁、60岁以上的比重依次为
/// 23.6%、61.2%、16.2%.
struct CompleteShares {
  var shares: [Quantity]

  /// Those whose sum cannot be the whole, in text order. Linear in the amounts.
  static func contradictions(in view: ReportView) -> [CompleteShares] {
    var found: [CompleteShares] = []
    var index = 0
    while index < view.quantities.count {
      guard let classes = CompleteShares(from: index, in: view), let last = classes.shares.last
      else {
        index += 1
        continue
      }
      if classes.isContradiction { found.append(classes) }
      index = last.index + 1
    }
    return found
  }

  private init?(from index: Int, in view: ReportView) {
    let first = view.quantities[index]
    let ages = Self.isAge(first, in: view)
    guard ages || first.isPercent,
      let shares = ages ? Self.byAge(index, view) : Self.bySex(index, view)
    else { return nil }
    self.shares = shares
  }

  private var isContradiction: Bool {
    let sum = shares.reduce(ValueRange.zero) { $0 + $1.values }
    return sum.excludes(ValueRange(low: ExactDecimal(100), high: ExactDecimal(100)))
  }

  // MARK: Ages

  private static let longestList = 12
  private static let years = Cue("岁", "周岁")
  /// What may stand between the ages and their shares.
  private static let links = Cue(
    "、", ",", ";", "和", "及", "以及", "的", "占", "占比", "比重", "比例", "人口", "人群", "依次", "分别", "各", "为",
    "达", "是",
    "约", "其中", "则", "者", "老人", "总人口", "约占")

  private static func isAge(_ quantity: Quantity, in view: ReportView) -> Bool {
    quantity.type == .count && view.slice(quantity.range).contains(years)
  }

  /// As many ages as shares, in turn or one list behind the other, that together reach from birth
  /// to any age.
  private static func byAge(_ start: Int, _ view: ReportView) -> [Quantity]? {
    var (ages, shares): ([Quantity], [Quantity]) = ([], [])
    var at = start
    while at < view.quantities.count, at - start < 2 * longestList {
      let next = view.quantities[at]
      guard next.sentence == view.quantities[start].sentence else { break }
      if at > start {
        guard let gap = view.gap(view.quantities[at - 1], next, limit: 16), gap.consists(of: links)
        else { break }
      }
      if next.isPercent {
        shares.append(next)
      } else if isAge(next, in: view) {
        ages.append(next)
      } else {
        break
      }
      at += 1
    }
    guard ages.count > 1, ages.count == shares.count, isComplete(ages) else { return nil }
    return shares
  }

  private static func isComplete(_ ages: [Quantity]) -> Bool {
    let ordered = ages.sorted { ($0.amount.min ?? .zero) < ($1.amount.min ?? .zero) }
    guard let first = ordered.first, let last = ordered.last, (first.amount.min ?? .zero).isZero,
      last.amount.max == nil
    else { return false }
    return zip(ordered, ordered.dropFirst()).allSatisfy { younger, older in
      guard let end = younger.amount.max, let start = older.amount.min else { return false }
      return end == start || end + ExactDecimal(1) == start
    }
  }

  // MARK: Sexes

  private static let sexes = Cue("男性", "女性", "男", "女", "男生", "女生") + links
  private static let (male, female) = (Cue("男"), Cue("女"))
  private static let share = Cue("占", "比重", "比例")

  /// 男性、女性的比重分别为51.1%、48.9%, 男性占51.1%,女性占48.9%.
  private static func bySex(_ index: Int, _ view: ReportView) -> [Quantity]? {
    guard index + 1 < view.quantities.count else { return nil }
    let (one, other) = (view.quantities[index], view.quantities[index + 1])
    guard other.isPercent, other.sentence == one.sentence,
      let gap = view.gap(one, other, limit: 12), gap.consists(of: sexes),
      index + 2 == view.quantities.count || !view.quantities[index + 2].isPercent
        || view.quantities[index + 2].sentence != one.sentence
    else { return nil }
    let lead = view.lead(of: one, limit: 16).lastClause
    guard lead.consists(of: sexes), lead.contains(share) else { return nil }
    let (before, between) = (lead.contains(male), lead.contains(female))
    let isBothBefore = before && between && !gap.contains(male) && !gap.contains(female)
    let isInTurn =
      before && !between && gap.contains(female) && !gap.contains(male)
      || !before && between && gap.contains(male) && !gap.contains(female)
    return isBothBefore || isInTurn ? [one, other] : nil
  }
}
