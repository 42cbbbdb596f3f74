import ChineseCalendar
import TongbaoText

extension ValueResolver {
  /// A range of dates, of clock times, or of both.
  func rangeValue(
    from start: TemporalPoint, to end: TemporalPoint
  ) -> ResolvedValue? {
    let (first, last) = RangeResolver(resolver: days).stretches(from: start, to: end)
    guard start.clock != nil || end.clock != nil else {
      guard let first, let last else { return first.map { ResolvedValue($0) } }
      return dateRange(from: first, to: last)
    }
    let from = start.clock.flatMap { ClockResolver.time(of: $0, inherited: inheritedPart) }
    let part = start.clock.flatMap { first in
      // A second side with a day of its own starts afresh.
      end.hasDate ? nil : end.clock.flatMap { ClockResolver.inheritedPart(from: first, to: $0) }
    }
    let to = end.clock.flatMap { ClockResolver.time(of: $0, inherited: part ?? latePart(from, $0)) }
    guard let first else { return clockRange(from, to).map { ResolvedValue($0) } }
    return datedRange(from: (first, from), to: (last, to))
  }

  /// 每晚8时至11时: what is inherited from 每晚 holds for the second hour while it goes on.
  private func latePart(_ first: ClockTime?, _ second: ClockReading) -> DayPart? {
    guard let inheritedPart, second.part == nil, let hour = second.hour,
      let start = first?.seconds?.lowerBound
    else { return nil }
    return inheritedPart.hour24(hour) * 3600 > start ? inheritedPart : nil
  }

  private func dateRange(
    from first: CalendarStretch, to last: CalendarStretch
  ) -> ResolvedValue {
    var stretch = CalendarStretch(first.first, to: last.last, days: nil)
    if let start = first.days?.lowerBound, let end = last.days?.upperBound, start <= end {
      stretch.days = start...end
    }
    return ResolvedValue(stretch)
  }

  private func clockRange(_ from: ClockTime?, _ to: ClockTime?) -> TemporalValue? {
    guard let from, let to else { return nil }
    var value = TemporalValue {
      $0.append(from)
      $0.append("/")
      $0.append(to)
    }
    if let start = from.seconds?.lowerBound, let end = to.endOfRange {
      value.clock = LocalInterval(start: LocalMoment.clock(start), end: LocalMoment.clock(end))
    }
    return value
  }

  private func datedRange(
    from: (stretch: CalendarStretch, clock: ClockTime?),
    to: (stretch: CalendarStretch?, clock: ClockTime?)
  ) -> ResolvedValue {
    var last = to.stretch ?? from.stretch
    if to.stretch == nil, let start = from.clock?.seconds?.lowerBound,
      let end = to.clock?.seconds?.lowerBound, end < start,
      let next = from.stretch.day?.adding(days: 1)
    {
      last = .day(next)
    }
    var value = TemporalValue {
      $0.append(from.stretch.first)
      if let clock = from.clock { $0.append(clock) }
      $0.append("/")
      $0.append(last.last)
      if let clock = to.clock { $0.append(clock) }
    }
    var stretch: CalendarStretch?
    if let first = from.stretch.days?.lowerBound, let end = last.days?.upperBound {
      value.interval = LocalInterval(
        start: LocalMoment.text(first, seconds: from.clock?.seconds?.lowerBound ?? 0),
        end: LocalMoment.text(end, seconds: to.clock?.endOfRange ?? 86_400))
      if first <= end { stretch = .days(first...end) }
    }
    return ResolvedValue(value, stretch)
  }
}

extension ClockTime {
  /// Where a range that ends with it ends: at the moment named, or with the part of the day.
  var endOfRange: Int? { isPart ? seconds?.upperBound : seconds?.lowerBound }
}
