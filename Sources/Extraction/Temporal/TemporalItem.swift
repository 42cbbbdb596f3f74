import ChineseCalendar

/// A temporal reading as the resolution sees it. A class, for expressions are large and each is
/// looked at from several sides.
final class TemporalItem {
  /// Place of the reading among all of its document.
  let index: Int
  /// Half-open range of UTF-16 units of the working text.
  let range: Range<Int>
  let expression: TemporalExpression
  /// The point that begins it.
  let start: TemporalPoint?
  /// What it explains: 正月初九 stands behind 2月18日. Always an item before it.
  var host: TemporalItem?
  /// The first day that it covers, once it is resolved.
  var firstDay: GregorianDay?

  init(index: Int, range: Range<Int>, expression: TemporalExpression) {
    self.index = index
    self.range = range
    self.expression = expression
    start = expression.firstPoint
  }
}

extension TemporalItem {
  /// Whether it begins with an hour after noon: 28日17时.
  var namesEvening: Bool {
    guard let clock = start?.clock, clock.hour != nil,
      let seconds = ClockResolver.time(of: clock)?.seconds
    else { return false }
    return seconds.lowerBound >= 12 * 3600
  }
}

extension TemporalExpression {
  /// The point that begins it.
  var firstPoint: TemporalPoint? {
    switch content {
    case .point(let point), .range(let point, _), .holiday(let point, _), .samePeriod(let point):
      point
    case .duration, .recurrence, .offset, .window, .moment, .years: nil
    }
  }

  /// The festival of a single holiday.
  var holidayFestival: TemporalPoint? {
    if case .holiday(let point, nil) = content { point } else { nil }
  }

  /// Whether a year is written with two digits, so that the calendar in use decides it.
  var namesShortYear: Bool {
    switch content {
    case .point(let point), .samePeriod(let point): point.namesShortYear
    case .range(let start, let end): start.namesShortYear || end.namesShortYear
    case .holiday(let first, let second): first.namesShortYear || second?.namesShortYear == true
    case .duration, .recurrence, .offset, .window, .moment, .years: false
    }
  }

  /// 去年同期: what others are compared with.
  var isSamePeriod: Bool { if case .samePeriod = content { true } else { false } }

  var isRange: Bool { if case .range = content { true } else { false } }

  /// Whether its last clock time is one of the hours before the working day: 至29日2时.
  var endsInSmallHours: Bool {
    let clock: ClockReading? =
      switch content {
      case .point(let point): point.clock
      case .range(_, let end): end.clock
      case .holiday, .samePeriod, .duration, .recurrence, .offset, .window, .moment, .years: nil
      }
    guard let end = clock.flatMap({ ClockResolver.time(of: $0) })?.seconds?.lowerBound else {
      return false
    }
    return end <= Self.smallHours
  }

  /// Eight in the morning, in seconds after midnight.
  private static let smallHours = 8 * 3600

  var isPoint: Bool { if case .point = content { true } else { false } }

  /// Whether later dates of the story may lean on it: no holiday name and no comparison.
  var isCalendarDate: Bool {
    switch content {
    case .point, .range: true
    case .holiday, .samePeriod, .duration, .recurrence, .offset, .window, .moment, .years: false
    }
  }
}

extension TemporalPoint {
  /// Whether its part of the day is the evening or the night: 当晚, 当夜.
  var namesEvening: Bool {
    switch clock?.part {
    case .evening?, .night?: true
    default: false
    }
  }

  fileprivate var namesShortYear: Bool { if case .twoDigits? = year { true } else { false } }
}
