import TongbaoText

// Words that name what an amount or its change is compared with.

extension AmountTie {
  /// 较平日增长, 高出全省均值3个百分点.
  mutating func takeBaseWords(_ index: Int, of amount: AmountContext) -> Int? {
    if amount.isPercent, direction == nil, index + 1 == amount.index, index > core.lowerBound,
      amount.text.tokens[index - 1].word.direction != nil
    {
      base = .words(amount.text.tokens[index].range)
      return index
    }
    guard direction != nil, index > core.lowerBound else { return nil }
    if let anchor = occasionDate(before: index, of: amount) {
      base = .date(anchor: anchor)
      return index - 2
    }
    guard amount.text.tokens[index - 1].function == .base else { return nil }
    base = .words(amount.text.tokens[index].range)
    return index - 1
  }

  /// 较去年春运: the date of an occasion that something is compared with.
  private func occasionDate(before index: Int, of amount: AmountContext) -> Int? {
    guard amount.text.tokens[index].range.count <= Self.longestOccasion,
      let stretch = stretch(namedBy: index, of: amount), stretch.link == .base
    else { return nil }
    return stretch.anchor
  }

  /// The period before a noun that names a part of it, and the word before the period.
  private func stretch(
    namedBy noun: Int, of amount: AmountContext
  ) -> (anchor: Int, link: FigureWord.Function?)? {
    let tokens = amount.text.tokens
    guard noun >= core.lowerBound + 2, let anchor = tokens[noun - 1].anchor,
      amount.text.anchors[anchor].isPeriod
    else { return nil }
    return (anchor, tokens[noun - 2].function)
  }

  private static let longestOccasion = 6

  /// 高出全省平均3个百分点: the mean of a whole is what the amount differs from.
  mutating func takeMean(_ index: Int, of amount: AmountContext) -> Int? {
    let tokens = amount.text.tokens
    guard amount.isPercent, index + 1 == amount.index, index >= core.lowerBound + 2,
      tokens[index - 1].word.isScope || tokens[index - 1].kind == .mention
        || tokens[index - 1].isText,
      tokens[index - 2].word.direction != nil
    else { return nil }
    base = .words(amount.text.range(of: index - 1..<index + 1))
    return index - 1
  }

  /// 较去年春运的40起, 由2018年秋季学期的40起降至…
  mutating func takeNamedStretch(_ noun: Int, of amount: AmountContext) -> Int? {
    guard let stretch = stretch(namedBy: noun, of: amount),
      stretch.link == .from || stretch.link == .base
    else { return nil }
    isOrigin = isOrigin || stretch.link == .from
    attachedDate = stretch.anchor
    base = .date(anchor: stretch.anchor)
    return noun - 2
  }

  /// 与去年同期相比增加, 与平日相比减少.
  mutating func takeCompared(before index: Int, of amount: AmountContext) -> Int? {
    let (first, named) = (index - 2, index - 1)
    guard direction != nil, first >= core.lowerBound else { return nil }
    let tokens = amount.text.tokens
    guard tokens[first].function == .base || tokens[first].function == .and else { return nil }
    if let anchor = tokens[named].anchor, amount.text.anchors[anchor].isPeriod {
      base = .date(anchor: anchor)
    } else if tokens[named].isText {
      base = .words(tokens[named].range)
    } else {
      return nil
    }
    return first
  }

  /// Words for a time without a date, with 的 behind: 由整治前的40起降至…, 较平日的40起.
  mutating func takeFormerTime(endingAt last: Int, of amount: AmountContext) -> Int? {
    let tokens = amount.text.tokens
    if let start = formerTime(endingAt: last, of: amount) {
      base = .words(amount.text.range(of: start + 1..<last + 1))
      isOrigin = true
      return start
    }
    guard tokens[last].isText, last > core.lowerBound else { return nil }
    let function = tokens[last - 1].function
    guard function == .from || function == .base else { return nil }
    isOrigin = isOrigin || function == .from
    base = .words(tokens[last].range)
    return last - 1
  }

  /// Where 由 stands before words for a time without a date.
  private func formerTime(endingAt last: Int, of amount: AmountContext) -> Int? {
    let tokens = amount.text.tokens
    guard tokens[last].isText,
      Self.formerTimes.ends(tokens[last].range, of: amount.text.units)
    else { return nil }
    let first = max(core.lowerBound, last - Self.longestFormerTime)
    return (first..<last).last { tokens[$0].function == .from }
  }

  private static let longestFormerTime = 3
  private static let formerTimes: PhraseSet = ["前", "初", "之初", "此前", "以前"]
}
