import Numerals
import TongbaoText

/// `sum.mismatch`: parts that the wording makes the whole do not add up to it: 共抓获50人,其中男性
/// 30人、女性25人.
///
/// Parts are the whole where the text says so (分别为, 合计, 及其他, 男性 and 女性, 从道路看). A plain
/// 其中 may leave a rest, so there only a sum that misses the whole by little, or exceeds it, under
/// labels of one kind is reported, as a warning.
struct SumMismatch: Check {
  static let code = "sum.mismatch"

  func findings(in view: ReportView) -> [Finding] {
    view.relations.partLists.compactMap { finding(for: $0) }
  }

  private func finding(for list: PartList) -> Finding? {
    guard list.parts.count > 1, list.sum.excludes(list.whole.values),
      !list.parts.contains(where: { list.whole.values.isBelow($0.values) })
    else { return nil }
    let isSure = list.isExhaustive
    guard isSure || isSuspicious(list) else { return nil }
    return finding(
      isSure ? .error : .warning, at: [list.whole.span] + list.parts.map(\.span),
      "\(list.sumText), the text says \(list.whole.text)", expected: list.sumText,
      found: list.whole.text)
  }

  private func isSuspicious(_ list: PartList) -> Bool {
    guard list.hasLikeLabels, list.tie == .among else { return false }
    return list.whole.values.isBelow(list.sum)
      || list.parts.count > 2 && PartList.isWithin(20, of: list.whole, sum: list.sum)
  }
}
