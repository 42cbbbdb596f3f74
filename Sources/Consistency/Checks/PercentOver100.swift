import Numerals
import TongbaoText

/// `percent.over-100`: a share that exceeds its whole: 破案率达120%, 占总数的130%, 下降120%.
///
/// Growth may exceed 100 %, and so may rates that compare with a plan or a capacity.
struct PercentOver100: Check {
  static let code = "percent.over-100"

  func findings(in view: ReportView) -> [Finding] {
    var findings: [Finding] = []
    for index in view.quantities.indices where view.quantities[index].isPercent {
      let quantity = view.quantities[index]
      guard let low = quantity.amount.min ?? quantity.amount.max, low > limit(of: quantity),
        let reason = reason(for: quantity, in: view)
      else { continue }
      let text = view.text(of: quantity)
      findings.append(
        finding(
          at: [quantity.span], "\(reason) cannot be \(text)", expected: "at most 100%",
          found: text))
    }
    return findings
  }

  private func limit(of quantity: Quantity) -> ExactDecimal {
    ExactDecimal(quantity.unit.kind == .permille ? 1000 : 100)
  }

  private static let rise = Cue(
    "增", "上升", "攀升", "回升", "飙升", "跃升", "升幅", "升了", "涨", "成长", "提高", "提升", "超", "多", "高出", "加快", "倍",
    "目标", "任务", "计划", "预期", "年初", "同期")
  private static let bareRise = Cue("升")
  /// Offences whose names begin as rises do.
  private static let excesses = Cue("超员", "超载", "超限", "超速", "超标", "超市", "超生")
  private static let fall = Cue("下降", "减少", "降低", "降幅", "减幅", "下滑", "回落", "压降")
  /// Rates that have another whole than all there is.
  private static let openRates = Cue(
    "增长率", "增率", "完成率", "达成率", "利率", "汇率", "收益率", "回报率", "利润率", "周转率", "负债率", "负荷率", "超载率",
    "超员率", "杠杆率", "利用率", "上座率", "入住率", "客座率", "满载率", "上涨率", "变化率", "变动率", "产销率", "使用率",
    "拥堵率", "饱和率", "投入产出率", "税率", "费率", "折算率", "抵押率", "担保率", "覆盖倍率", "效率")

  private static let rates = Cue("率", "满意度", "安全感", "占比", "比重", "比例")
  private static let shares = Cue("占")

  private func reason(for quantity: Quantity, in view: ReportView) -> String? {
    let clause = view.lead(of: quantity, limit: 30).lastClause
    let rises =
      clause.contains(Self.rise, besides: Self.excesses) || clause.trimmed.hasSuffix(Self.bareRise)
    if clause.contains(Self.fall), !rises { return "a fall" }
    if rises { return nil }
    if let rate = clause.last(Self.rates) {
      let name = clause[clause.range.lowerBound..<rate.upperBound]
      return name.contains(Self.openRates) ? nil : "a rate"
    }
    return clause.contains(Self.shares) ? "a share" : nil
  }
}
