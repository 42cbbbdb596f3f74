import TongbaoText

/// Finds which dates explain which: 2月18日(正月初九), 6月4日、5日(周六、周日).
struct GlossFinder {
  let cues: TextCues
  let items: [TemporalItem]

  /// Tells each gloss what it explains.
  func findHosts() {
    // What has been listed last: the items that a gloss can explain.
    var listed: [TemporalItem] = []
    var position = 0
    while position < items.count {
      let gap = gap(before: position)
      if let last = listed.last, opens(gap, items[position], after: last) {
        let glosses = position..<endOfGlosses(from: position)
        assign(glosses, to: listed)
        position = glosses.upperBound
        continue
      }
      if gap?.is(Self.listMarks) != true { listed.removeAll(keepingCapacity: true) }
      listed.append(items[position])
      position += 1
    }
  }

  private static let listMarks: UnitSet = "、和及与,"
  private static let openings: [Gap] = ["(", "(即", "(农历", "(当日"]
  private static let appositionMarks: UnitSet = ",、"
  private static let glossMarks: UnitSet = ",、;·/"
  private static let enumerationComma: Gap = "、"

  private func gap(before position: Int) -> Gap? {
    position > 0 ? cues.gap(from: items[position - 1].range, to: items[position].range) : nil
  }

  /// Whether the reading stands in parentheses right behind the host, or is a lunar day or
  /// weekday right behind a day that names neither.
  private func opens(_ gap: Gap?, _ item: TemporalItem, after host: TemporalItem) -> Bool {
    guard let gap else { return false }
    if Self.openings.contains(gap) { return item.start != nil && host.start != nil }
    guard gap.isEmpty || gap.is(Self.appositionMarks), let gloss = item.start,
      let date = host.start, case .number? = date.day, date.month != nil
    else { return false }
    let isWeekday = gloss.weekday != nil && gloss.week == nil && gloss.section == nil
    return gloss.lunar?.month != nil || (isWeekday && gap != Self.enumerationComma)
  }

  /// Where the readings up to the closing parenthesis end.
  private func endOfGlosses(from position: Int) -> Int {
    var next = position + 1
    while next < items.count, items[next].start != nil, let gap = gap(before: next),
      gap.isEmpty || gap.is(Self.glossMarks)
    {
      next += 1
    }
    return next
  }

  /// As many glosses of a kind as dates: one each. Otherwise they explain the last date.
  private func assign(_ glosses: Range<Int>, to hosts: [TemporalItem]) {
    for kind in [GlossKind.weekday, .lunar, .other] {
      let count = glosses.count { GlossKind(of: items[$0].start) == kind }
      var order = 0
      for gloss in glosses where GlossKind(of: items[gloss].start) == kind {
        items[gloss].host = count == hosts.count ? hosts[order] : hosts[hosts.count - 1]
        order += 1
      }
    }
  }

  private enum GlossKind {
    case weekday, lunar, other

    init(of point: TemporalPoint?) {
      if point?.weekday != nil {
        self = .weekday
      } else if point?.lunar != nil {
        self = .lunar
      } else {
        self = .other
      }
    }
  }
}
