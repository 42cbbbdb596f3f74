/// Finds which dates explain which: 2月18日(正月初九), 6月4日、5日(周六、周日).
struct GlossFinder {
  let cues: TextCues

  /// A temporal reading as the finder sees it.
  struct Item {
    var index: Int
    var range: Range<Int>
    var start: TemporalPoint?
  }

  /// The reading that each gloss explains, by index of the gloss.
  func hosts(of items: [Item]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var hosts: [Item] = []
    var position = 0
    while position < items.count {
      let item = items[position]
      let gap = position > 0 ? self.gap(from: items[position - 1], to: item) : nil
      if let last = hosts.last, opens(gap, item, after: last) {
        let glosses = self.glosses(from: position, in: items)
        assign(glosses, to: hosts, in: &result)
        position += glosses.count
        continue
      }
      let isListed = gap.map { ["、", "和", "及", "与", ","].contains($0) } == true
      hosts = isListed && !hosts.isEmpty ? hosts + [item] : [item]
      position += 1
    }
    return result
  }

  private func gap(from first: Item, to second: Item) -> String? {
    guard first.range.upperBound <= second.range.lowerBound else { return nil }
    return cues.gap(first.range.upperBound..<second.range.lowerBound)
  }

  /// Whether the reading stands in parentheses right behind the host, or is a lunar day or
  /// weekday right behind a day that names neither.
  private func opens(_ gap: String?, _ item: Item, after host: Item) -> Bool {
    guard let gap, item.start != nil, host.start != nil else { return false }
    if ["(", "(即", "(农历", "(当日"].contains(gap) { return true }
    guard [",", "、", ""].contains(gap), let gloss = item.start, let date = host.start,
      case .number? = date.day, date.month != nil
    else { return false }
    let isWeekday = gloss.weekday != nil && gloss.week == nil && gloss.section == nil
    return gloss.lunar?.month != nil || (isWeekday && gap != "、")
  }

  /// The readings up to the closing parenthesis.
  private func glosses(from position: Int, in items: [Item]) -> [Item] {
    var glosses = [items[position]]
    var next = position + 1
    while next < items.count, let gap = gap(from: items[next - 1], to: items[next]),
      [",", "、", ";", "", "·", "/"].contains(gap), items[next].start != nil
    {
      glosses.append(items[next])
      next += 1
    }
    return glosses
  }

  /// As many glosses of a kind as dates: one each. Otherwise they explain the last date.
  private func assign(_ glosses: [Item], to hosts: [Item], in result: inout [Int: Int]) {
    for kind in [GlossKind.weekday, .lunar, .other] {
      let sameKind = glosses.filter { GlossKind(of: $0.start) == kind }
      for (order, gloss) in sameKind.enumerated() {
        let host = sameKind.count == hosts.count ? hosts[order] : hosts[hosts.count - 1]
        result[gloss.index] = host.index
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
