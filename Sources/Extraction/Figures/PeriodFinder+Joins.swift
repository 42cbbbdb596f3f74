import TongbaoText

// Periods that two dates of a sentence make together: 截至7月31日，今年以来; 6月4日、5日.

extension PeriodFinder {
  mutating func until(_ period: PeriodReading) -> PeriodReading {
    let value = value(of: period)
    guard value.beginsWithDigit else { return period }
    if let formerBeginning, let joined = join(formerBeginning, endingOn: value) { return joined }
    return compose("../\(value.side(.last))", by: period.mention)
  }

  /// 截至7月31日，今年以来: from the start of the one to the end of the other.
  mutating func join(
    _ since: PeriodReading, _ until: PeriodReading
  ) -> PeriodReading? {
    let end = value(of: until)
    guard end.beginsWithUTF8("../") else { return nil }
    let sides = value(of: since).split(separator: "/")
    guard sides.count == 2, isSince(since) else { return nil }
    return compose("\(sides[0])/\(end.dropFirst(3))", by: since.mention)
  }

  /// 截至9月30日，年内: the day says more than the year.
  func isYear(_ period: PeriodReading, of until: PeriodReading) -> Bool {
    let year = value(of: period)
    return year.utf8.count == 4 && value(of: until).dropFirst(3).hasPrefix(year)
  }

  func isSince(_ period: PeriodReading) -> Bool {
    Self.sinces.contains(where: text.mentions[period.mention].text.endsInUTF8)
  }

  private static let sinces: [StaticString] = ["以来", "以來", "至今"]

  /// 6月4日、5日: days in a row are one period.
  mutating func joinedList(
    _ first: PeriodReading, _ last: PeriodReading, _ index: Int, _ sentence: FigureSentence
  ) -> PeriodReading? {
    let start = sentence.tokens.lowerBound
    var at = index - 1
    guard at > start, text.tokens[at].separatesItems else { return nil }
    at -= 1
    if text.tokens[at].isGloss, at > start { at -= 1 }
    guard let anchor = text.tokens[at].anchor, text.anchors[anchor].isPeriod else { return nil }
    let (from, to) = (value(of: first).side(.first), value(of: last).side(.last))
    guard from.beginsWithDigit, !to.isEmpty else { return nil }
    return compose("\(from)/\(to)", by: first.mention)
  }
}
