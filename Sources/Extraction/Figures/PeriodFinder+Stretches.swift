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

  /// 5月8日起, 自5月8日夏季行动开展以来: the period is open at its end.
  mutating func open(
    _ period: PeriodReading, _ date: FigureAnchor, _ index: Int, before: FigureWord.Function?,
    _ clause: FigureClause
  ) -> PeriodReading? {
    let isFrom = before == .from
    guard date.type == .date || isFrom else { return nil }
    let words = text.range(of: clause.tokens)
    guard
      beginsOnwards(index, in: clause) || Self.since.ends(words, of: text.units)
        || isFrom && Self.onwards.ends(words, of: text.units)
    else { return nil }
    let value = value(of: period)
    guard value.beginsWithDigit, !value.contains("/") else { return nil }
    return compose("\(value)/..", by: period.mention)
  }

  private func beginsOnwards(_ index: Int, in clause: FigureClause) -> Bool {
    guard let next = behind(index, in: clause), text.tokens[next].isText else { return false }
    return text.units[text.tokens[next].range.lowerBound] == Self.onward
  }

  /// 起
  private static let onward: UInt16 = 0x8D77
  private static let onwards: PhraseSet = ["起"]
  private static let since: PhraseSet = ["以来"]

  /// 到月底已销号12处, 2月底前，已办结30件: done until then.
  func isDeadline(
    _ index: Int, before: FigureWord.Function?, _ clause: FigureClause
  ) -> Bool {
    let next = index + 1
    guard next < clause.tokens.upperBound else { return false }
    if before == .toward, Self.links.contains(text.tokens[index - 1].range, of: text.units) {
      return isDone(next)
    }
    guard Self.before.contains(text.tokens[next].range, of: text.units) else { return false }
    let rest = next + 1..<min(next + Self.longestLead, text.tokens.count)
    return rest.first { text.tokens[$0].isAmount || isDone($0) }.map(isDone) ?? false
  }

  private static let before: PhraseSet = ["前"]
  private static let longestLead = 8

  /// 已
  private static let already: UInt16 = 0x5DF2

  private func isDone(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.function == .adverb && text.units[token.range.lowerBound] == Self.already
  }

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
  func behind(_ index: Int, in clause: FigureClause) -> Int? {
    var next = index + 1
    while next < clause.tokens.upperBound, text.tokens[next].isGloss { next += 1 }
    return next < clause.tokens.upperBound ? next : nil
  }
}
