import TongbaoText

// Lines of a text whose paragraphs are indented: one without an indent goes on with that before.

extension SentenceSplitter {
  /// Where the line behind the position begins, if it goes on with the paragraph. The number of a
  /// page in between is passed over, and nothing goes on with it.
  ///
  /// - Parameter isWrapped: whether the paragraph has gone on so before; only then does a line
  ///   that ends a sentence go on as well.
  func continuation(isWrapped: Bool) -> Int? {
    guard !isHeadline, paragraphStart < position, units[paragraphStart].isBlank,
      pageNumber(at: lineStart) == nil,
      let last = units[paragraphStart..<position].last(where: { !$0.isBlank })
    else { return nil }
    switch FigurePunctuation(last) {
    case .fullStop, .point, .exclamation: if !isWrapped { return nil }
    case .clause(.colon): return nil
    default: break
    }
    let next = pageNumber(at: position + 1).map { $0 + 1 } ?? position + 1
    guard next < units.count, !units[next].isBlank, !units[next].isLineEnd, !opensItem(at: next)
    else { return nil }
    return next
  }

  private var lineStart: Int {
    var start = position
    while start > 0, !units[start - 1].isLineEnd { start -= 1 }
    return start
  }

  /// Whether the line is the number and the few words of a section: 一、基本情况.
  private var isHeading: Bool {
    guard let start = (lineStart..<position).first(where: { !units[$0].isBlank }),
      opensItem(at: start)
    else { return false }
    // The mark of the number itself is the only one.
    return units[start..<position].count { Self.marks.contains($0) } <= 1
  }

  private static let marks: UnitSet = "、.),。;:"

  /// The end of a line that only numbers the page: 第2页/共3页.
  private func pageNumber(at start: Int) -> Int? {
    var at = start
    var namesPage = false
    while at < units.count, !units[at].isLineEnd {
      guard units[at].isBlank || units[at].isDigit || Self.pageWords.contains(units[at]) else {
        return nil
      }
      if units[at] == Self.page { namesPage = true }
      at += 1
    }
    return namesPage && at < units.count ? at : nil
  }

  private static let pageWords: UnitSet = "第页共/-,"
  /// 页
  private static let page: UInt16 = 0x9875

  /// 三、, 2. and (四) open an item of a list; 2.5 is an amount.
  private func opensItem(at start: Int) -> Bool {
    let isInParenthesis = units[start] == Self.parenthesis
    let first = isInParenthesis ? start + 1 : start
    var at = first
    while at < units.count, units[at].isDigit || Self.numerals.contains(units[at]) { at += 1 }
    guard at > first, at < units.count else { return false }
    if isInParenthesis { return units[at] == Self.parenthesisEnd }
    let isFollowedByDigit = at + 1 < units.count && units[at + 1].isDigit
    return Self.itemMarks.contains(units[at]) && !isFollowedByDigit
  }

  private static let numerals: UnitSet = "一二三四五六七八九十"
  private static let itemMarks: UnitSet = "、."
  private static let parenthesis = UInt16(UInt8(ascii: "("))
  private static let parenthesisEnd = UInt16(UInt8(ascii: ")"))
}

extension UInt16 {
  fileprivate var isDigit: Bool { 0x30...0x39 ~= self }
}
