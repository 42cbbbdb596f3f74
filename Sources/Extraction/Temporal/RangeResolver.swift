import ChineseCalendar

/// Resolves the two sides of a range, each taking from the other what it leaves out.
struct RangeResolver {
  let resolver: DayResolver

  /// The days of both sides; a side without a date is `nil`.
  func stretches(
    from start: TemporalPoint, to end: TemporalPoint
  ) -> (start: CalendarStretch?, end: CalendarStretch?) {
    let start = Self.month(atEdge: start)
    var end = Self.month(atEdge: end)
    guard start.hasDate else {
      return (nil, end.hasDate ? resolver.stretch(of: end) : nil)
    }
    let first = resolver.stretch(of: completed(start, by: end))
    guard end.hasDate else { return (first, nil) }
    guard let first, let days = first.days else { return (first, resolver.stretch(of: end)) }

    var second = resolver
    second.context.focusDay = days.upperBound
    second.context.focusMonth = (days.lowerBound.year, days.lowerBound.month)
    second.context.focusYear = days.lowerBound.year
    second.surroundings.glossedDay = days.lowerBound
    second.surroundings.isRangeEnd = true

    let namesYear = end.year != nil
    if !namesYear, takesYear(end) { end.year = .number(days.lowerBound.year) }
    var last = second.stretch(of: end)
    if !namesYear, takesYear(end), crossesNewYear(from: start, to: end),
      let lastDays = last?.days, lastDays.upperBound < days.lowerBound
    {
      end.year = .number(days.lowerBound.year + 1)
      if let next = second.stretch(of: end), let nextDays = next.days,
        days.lowerBound.days(until: nextDays.lowerBound) <= Self.longestUnsaidCrossing
      {
        last = next
      }
    }
    return (first, last)
  }

  /// 年初 and 年底 bound a range by a month, though alone they keep the year.
  private static func month(atEdge point: TemporalPoint) -> TemporalPoint {
    guard let edge = point.edge, point.month == nil, point.section == nil else { return point }
    var point = point
    point.month = .number(edge == .start ? 1 : 12)
    point.edge = nil
    return point
  }

  /// A range that crosses the new year without saying so is at most that long, in days; a longer
  /// one is rather written the wrong way round.
  private static let longestUnsaidCrossing = 220

  /// Only a later month first (12月至2月) can mean the next year; 2月18日至2月9日 is a slip.
  private func crossesNewYear(from start: TemporalPoint, to end: TemporalPoint) -> Bool {
    guard case .number(let first)? = start.month, case .number(let second)? = end.month else {
      return false
    }
    return first > second
  }

  private func takesYear(_ point: TemporalPoint) -> Bool {
    if case .number? = point.month { return point.lunar == nil }
    return point.section != nil && point.month == nil
  }

  /// 11月至2024年3月: the year stands on the second side only.
  private func completed(_ start: TemporalPoint, by end: TemporalPoint) -> TemporalPoint {
    guard start.year == nil, takesYear(start), let year = resolver.year(of: end) else {
      // 9至17日: the month stands behind, if at all.
      return start
    }
    var start = start
    start.year = .number(crossesNewYear(from: start, to: end) ? year - 1 : year)
    return start
  }
}
