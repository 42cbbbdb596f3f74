import Numerals
import TongbaoText

/// `sum.mismatch`: parts, a share or an average that do not agree with their whole: 共抓获50人,其中男性
/// 30人、女性25人; 接报86起,其中夜间33起,占48.4%; 7天出动4024人次,日均530人次.
///
/// Parts are the whole where the text says so (分别为, 合计, 及其他, 男性 and 女性, 从道路看). A plain
/// 其中 may leave a rest, so there only a sum that misses the whole by little, or exceeds it, under
/// labels of one kind is reported, as a warning.
struct SumMismatch: Check {
  static let code = "sum.mismatch"

  func findings(in view: ReportView) -> [Finding] {
    view.relations.partLists.compactMap { finding(for: $0, in: view) }
      + ShareOfWhole.contradictions(in: view).compactMap { finding(for: $0, in: view) }
      + DailyAverage.all(in: view).compactMap { finding(for: $0, in: view) }
      + CompleteShares.contradictions(in: view).map { finding(for: $0, in: view) }
  }

  private func finding(for list: PartList, in view: ReportView) -> Finding? {
    let whole = list.whole.values
    guard list.parts.count > 1, list.sum.excludes(whole),
      !list.parts.contains(where: { whole.isBelow($0.values) })
    else { return nil }
    let isSure = list.isExhaustive
    guard isSure || isSuspicious(list) else { return nil }
    return finding(
      isSure ? .error : .warning, at: [list.whole.span] + list.parts.map(\.span),
      "\(list.sumText), the text says \(view.text(of: list.whole))", expected: list.sumText,
      found: view.text(of: list.whole))
  }

  private func isSuspicious(_ list: PartList) -> Bool {
    guard list.hasLikeLabels, list.tie == .among else { return false }
    return list.whole.values.isBelow(list.sum)
      || list.parts.count > 2 && PartList.isWithin(20, of: list.whole, sum: list.sum)
  }

  private func finding(for claim: ShareOfWhole, in view: ReportView) -> Finding? {
    guard let actual = claim.actual else { return nil }
    let percent = Arithmetic.oneDigit(actual) + "%"
    let (part, whole) = (view.text(of: claim.part), view.text(of: claim.whole))
    let share = view.text(of: claim.share)
    return finding(
      at: [claim.whole.span, claim.part.span, claim.share.span],
      "\(part) of \(whole) are \(percent), the text says \(share)", expected: percent, found: share)
  }

  private func finding(for classes: CompleteShares, in view: ReportView) -> Finding {
    let said = classes.shares.map { view.text(of: $0) }.joined(separator: " + ")
    return finding(
      at: classes.shares.map(\.span), "\(said) are all classes, but not 100%", expected: "100%",
      found: said)
  }

  private func finding(for claim: DailyAverage, in view: ReportView) -> Finding? {
    guard let actual = claim.actual, actual.excludes(claim.average.values) else { return nil }
    let average = Arithmetic.oneDigit(actual) + view.unit(of: claim.average)
    let said = view.text(of: claim.average)
    return finding(
      at: [claim.total.span, claim.average.span],
      "\(view.text(of: claim.total)) in \(claim.days) days are \(average) a day, "
        + "the text says \(said)",
      expected: average, found: said)
  }
}
