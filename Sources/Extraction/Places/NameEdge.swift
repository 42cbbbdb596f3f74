import TongbaoText

/// Where a name can begin although the dictionary of words, which knows few names, joins its first
/// character to the one before: 每周五|五里岗, 在|原州区.
extension ConstructionContext {
  /// Whether a name can begin at an index: a word begins there or a weekday ends.
  func beginsName(at index: Int) -> Bool {
    followsWeekday(index) || isWordBoundary(index)
  }

  /// Whether a preposition of place stands right before; what follows it is a name if it ends in
  /// a division's suffix.
  func followsPreposition(_ index: Int) -> Bool {
    index > 0 && Self.prepositions.contains(text[index - 1])
  }

  private func followsWeekday(_ index: Int) -> Bool {
    index > 1 && Self.weekdays.contains(text[index - 1]) && Self.weeks.contains(text[index - 2])
  }

  private static let prepositions: UnitSet = "在到于从至往向赴"
  private static let weekdays: UnitSet = "一二三四五六日天"
  /// The last characters of 周, 星期, 礼拜.
  private static let weeks: UnitSet = "周期拜"
}

extension PlaceChain.Link {
  /// Whether a name can begin where this one does: a long one shows it (内蒙古, though 在内 looks like
  /// a word), an official one of three characters (南山区 stands in 云南山区 as well) where a word
  /// begins or a preposition ends.
  func begins(in context: ConstructionContext) -> Bool {
    switch form {
    case .full where range.count > 3, .short where range.count > 2: true
    case .full where range.count == 3 && context.followsPreposition(range.lowerBound): true
    default: context.beginsName(at: range.lowerBound)
    }
  }
}
