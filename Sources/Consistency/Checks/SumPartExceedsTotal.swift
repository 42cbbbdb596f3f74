import TongbaoText

/// `sum.part-exceeds-total`: a part is larger than its whole: 查处违法行为30起,其中酒驾45起.
struct SumPartExceedsTotal: Check {
  static let code = "sum.part-exceeds-total"

  func findings(in view: ReportView) -> [Finding] {
    view.relations.partLists.flatMap { list in
      guard list.tie == .among || list.isExhaustive && list.tie == .respectively else {
        return [Finding]()
      }
      let whole = list.whole.values
      return leadingParts(of: list, in: view).filter { whole.isBelow($0.values) }
        .map { part in
          let (text, limit) = (view.text(of: part), view.text(of: list.whole))
          return finding(
            at: [list.whole.span, part.span], "a part of \(limit) cannot be \(text)",
            expected: "at most \(limit)", found: text)
        }
    }
  }

  private static let commas = Cue(",", "，")

  /// A comma may end what 其中 governs, so only parts joined by 、 or 和 follow the first.
  private func leadingParts(of list: PartList, in view: ReportView) -> [Quantity] {
    var parts: [Quantity] = []
    for part in list.parts {
      if let last = parts.last, let gap = view.gap(last, part), gap.hasPrefix(Self.commas),
        !list.isExhaustive
      {
        break
      }
      parts.append(part)
    }
    return parts
  }
}
