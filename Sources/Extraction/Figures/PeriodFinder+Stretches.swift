import TongbaoText

// Periods that a text puts together: from a beginning to an end, from a day on, in a parenthesis.

extension PeriodFinder {
  /// 禁渔期内（3月1日至6月30日）: the parenthesis dates an occasion that no date names.
  mutating func observeGloss(_ index: Int, in clause: FigureClause) {
    guard current == nil, index > clause.tokens.lowerBound else { return }
    let occasion = text.tokens[index - 1]
    guard
      occasion.function == .locative
        || occasion.isText && Self.occasions.ends(occasion.range, of: text.units),
      let anchor = text.anchor(filling: text.tokens[index].range), anchor.isPeriod,
      let period = reading(of: anchor)
    else { return }
    current = stretch(period)
  }

  private static let occasions: PhraseSet = ["期", "期间", "假期", "行动", "会战", "活动", "整治", "战役"]

  /// 5月8日起: the period is open at its end.
  mutating func open(
    _ period: PeriodReading, _ date: FigureAnchor, _ index: Int, _ clause: FigureClause
  ) -> PeriodReading? {
    guard date.type == .date, let next = behind(index, in: clause), text.tokens[next].isText,
      text.units[text.tokens[next].range.lowerBound] == Self.onwards
    else { return nil }
    let value = value(of: period)
    guard value.beginsWithDigit, !value.contains("/") else { return nil }
    return compose("\(value)/..", by: period.mention)
  }

  /// 起
  private static let onwards: UInt16 = 0x8D77

  mutating func noteBeginning(
    _ period: PeriodReading, _ index: Int, before: FigureWord.Function?, _ clause: FigureClause
  ) {
    let isBeginning = before == .from || follows(index, Self.beginnings, in: clause)
    let isDay = value(of: period).beginsWithDigit && stretch(period) == nil
    beginning = isBeginning && isDay ? (period, index) : nil
  }

  /// 2月1日启动、3月10日结束: the date of the end makes a period with that of the beginning, if no
  /// amount stands between them.
  mutating func completed(
    by date: FigureAnchor, at index: Int, _ clause: FigureClause
  ) -> PeriodReading? {
    guard let (start, token) = beginning else { return nil }
    let isEnd =
      follows(index, Self.ends, in: clause)
      || index > clause.tokens.lowerBound
        && Self.untils.contains(text.tokens[index - 1].range, of: text.units)
    guard isEnd, !(token..<index).contains(where: { text.tokens[$0].isAmount }),
      let end = reading(of: date)
    else { return nil }
    let (from, to) = (value(of: start).side(.first), value(of: end).side(.last))
    guard from.beginsWithDigit, to.beginsWithDigit, from < to else { return nil }
    return compose("\(from)/\(to)", by: start.mention)
  }

  private static let untils: PhraseSet = ["至", "到", "延续至", "延续到", "持续至", "持续到"]
  private static let beginnings: PhraseSet = [
    "打响", "启动", "开始", "拉开", "开启", "开展", "展开", "开打", "部署", "起", "发起", "开局", "开场", "开幕",
  ]
  private static let ends: PhraseSet = [
    "结束", "收兵", "收官", "收网", "收尾", "收队", "落幕", "闭幕", "鸣金", "告捷", "终止", "截止", "止", "为止",
    "圆满", "画上句号", "落下帷幕", "告一段落",
  ]

  /// Whether such a word stands behind a date and its gloss.
  func follows(_ index: Int, _ words: PhraseSet, in clause: FigureClause) -> Bool {
    guard let next = behind(index, in: clause) else { return false }
    let start = text.tokens[next].range.lowerBound
    return words.begins(start..<min(start + 4, text.units.count), of: text.units)
  }

  /// The token behind a date and its gloss.
  private func behind(_ index: Int, in clause: FigureClause) -> Int? {
    var next = index + 1
    while next < clause.tokens.upperBound, text.tokens[next].isGloss { next += 1 }
    return next < clause.tokens.upperBound ? next : nil
  }
}
