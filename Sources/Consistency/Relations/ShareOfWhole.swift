import Numerals
import TongbaoText

/// A percentage that the text calls the share of a part in its whole: 接报警情86起,其中夜间33起,
/// 占38.4%.
struct ShareOfWhole {
  var whole: Quantity
  var part: Quantity
  var share: Quantity

  /// The shares that follow from whole and part, in percent; `nil` where a side is open.
  var actual: ValueRange? { Self.share(of: part.values, in: whole.values) }

  private static func share(of part: ValueRange, in whole: ValueRange) -> ValueRange? {
    guard let low = part.low, let high = part.high, let least = whole.low, let most = whole.high,
      least > .zero, let from = percent(low, of: most), let to = percent(high, of: least)
    else { return nil }
    return ValueRange(low: from, high: to)
  }

  private static func percent(_ part: ExactDecimal, of whole: ExactDecimal) -> ExactDecimal? {
    (part * ExactDecimal(100)).flatMap { $0.divided(by: whole, scale: 6) }
  }

  static let share = Cue("占", "占比")
  /// The whole itself; a name of its own (占入境外国人的) would be another one.
  private static let links =
    share
    + Cue("总数", "总量", "全部", "其", "的", "总", "比", "约", "近", "达", "为", "比例", "比重", "比率", "百分比", "总数的")

  /// The shares of a report that whole and part do not give, in text order.
  ///
  /// A share may be that of all parts named so far (酒驾30起、醉驾10起,占33.3%), or look back to a
  /// larger whole of the sentence; what one of these gives is right.
  ///
  /// - Complexity: linear: each percentage looks at a list and a few amounts before it.
  static func contradictions(in view: ReportView) -> [ShareOfWhole] {
    guard view.cues.contains(.share), !view.relations.partLists.isEmpty else { return [] }
    var lists: [Int: PartList] = [:]
    for list in view.relations.partLists where list.tie == .among {
      for part in list.parts where lists[part.index] == nil { lists[part.index] = list }
    }
    return view.quantities.compactMap { share in
      guard share.unit.kind == .percent, share.index > 0,
        let list = lists[share.index - 1], case let part = view.quantities[share.index - 1],
        part.sentence == share.sentence, let gap = view.gap(part, share, limit: 10),
        gap.contains(Self.share), gap.consists(of: links)
      else { return nil }
      let claim = ShareOfWhole(whole: list.whole, part: part, share: share)
      // That a part exceeds its whole is a finding of its own.
      guard !list.whole.values.isBelow(part.values), let actual = claim.actual,
        actual.excludes(share.values),
        !claim.holdsOtherwise(list, in: view)
      else { return nil }
      return claim
    }
  }

  private static let longestReach = 8

  private func holdsOtherwise(_ list: PartList, in view: ReportView) -> Bool {
    let parts = list.parts.prefix { $0.index <= part.index }
    let sum = parts.reduce(ValueRange.zero) { $0 + $1.values }
    if gives(Self.share(of: sum, in: list.whole.values)) { return true }
    let before = view.quantities[max(0, list.whole.index - Self.longestReach)..<list.whole.index]
    return before.contains {
      $0.isComparable(with: part) && gives(Self.share(of: part.values, in: $0.values))
    }
  }

  private func gives(_ actual: ValueRange?) -> Bool {
    actual.map { !$0.excludes(share.values) } ?? false
  }
}
