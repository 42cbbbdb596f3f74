import Numerals
import TongbaoText

/// A percentage that the text calls the share of a part in its whole: 接报警情86起,其中夜间33起,
/// 占38.4%.
struct ShareOfWhole {
  var whole: Quantity
  var part: Quantity
  var share: Quantity

  /// The shares that follow from whole and part, in percent; `nil` where a side is open.
  var actual: ValueRange? {
    guard let low = part.values.low, let high = part.values.high, let least = whole.values.low,
      let most = whole.values.high, least > .zero, let from = Self.percent(low, of: most),
      let to = Self.percent(high, of: least)
    else { return nil }
    return ValueRange(low: from, high: to)
  }

  private static func percent(_ part: ExactDecimal, of whole: ExactDecimal) -> ExactDecimal? {
    (part * ExactDecimal(100)).flatMap { $0.divided(by: whole, scale: 6) }
  }

  private static let share = Cue("占", "占比")
  /// The whole itself; a name of its own (占入境外国人的) would be another one.
  private static let links =
    share
    + Cue("总数", "总量", "全部", "其", "的", "总", "比", "约", "近", "达", "为", "比例", "比重", "比率", "百分比", "总数的")

  /// All shares of a report in text order. Linear: each percentage looks at the amount before it.
  static func all(in view: ReportView, lists: [PartList]) -> [ShareOfWhole] {
    var wholes: [Int: Quantity] = [:]
    for list in lists where list.tie == .among {
      for part in list.parts where wholes[part.index] == nil { wholes[part.index] = list.whole }
    }
    return view.quantities.compactMap { share in
      guard share.isPercent, share.unit == "%", share.index > 0,
        let whole = wholes[share.index - 1], case let part = view.quantities[share.index - 1],
        part.sentence == share.sentence, let gap = view.gap(part, share, limit: 10),
        gap.contains(Self.share), gap.consists(of: links)
      else { return nil }
      return ShareOfWhole(whole: whole, part: part, share: share)
    }
  }
}
