import TongbaoText

/// What the words before each amount make of it where numbers are compared, read once for all.
struct AmountRoles {
  /// By the index of the amount: whether it says how large a change is.
  private(set) var isChangeSize: [Bool] = []
  /// By the index of the amount: whether another number is compared with it.
  private(set) var isBase: [Bool] = []

  init() {}

  /// Linear in the amounts.
  init(in view: ReportView) {
    isChangeSize.reserveCapacity(view.quantities.count)
    isBase.reserveCapacity(view.quantities.count)
    for index in view.quantities.indices {
      let cues = view.sentences.cues(of: view.quantities[index].sentence)
      guard cues.isDisjoint(with: [.changes, .compared]) else {
        let quantity = view.quantities[index]
        let clause = view.leadWords(of: quantity, limit: Self.reach).lastClause
        isChangeSize.append(
          quantity.isPoints
            || cues.contains(.changes) && Self.isChangeSize(after: clause))
        isBase.append(
          cues.contains(.compared) && Self.isBase(quantity, after: clause, in: view))
        continue
      }
      isChangeSize.append(view.quantities[index].isPoints)
      isBase.append(false)
    }
  }

  private static let reach = 16

  // MARK: Sizes of changes

  private static let sizeLinks = Cue("了", "约", "近", "逾", "超")
  /// 增幅为5%, but 降为1起 names where the fall ends.
  private static let extents = Cue("幅", "幅度", "率")
  private static let extentLinks = Cue("为", "达", "达到") + extents + sizeLinks

  private static func isChangeSize(after clause: TextSlice) -> Bool {
    guard let found = ChangeWords.direction(in: clause) else { return false }
    let rest = clause[found.range.upperBound..<clause.range.upperBound]
    if rest.consists(of: sizeLinks) { return true }
    let isExtent = rest.hasPrefix(extents) || clause[found.range].hasSuffix(extents)
    return isExtent && rest.consists(of: extentLinks)
  }

  // MARK: Bases

  private static func isBase(
    _ quantity: Quantity, after clause: TextSlice, in view: ReportView
  ) -> Bool {
    if clause.contains(ChangeWords.compared) { return true }
    return clause.contains(ChangeWords.with)
      && view.after(quantity, limit: 3).trimmed.hasPrefix(ChangeWords.comparedBehind)
  }
}
