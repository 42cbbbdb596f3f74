import ChineseCalendar
import TongbaoText

/// Resolves distances from the reference date: 三天前, 近两个月, 未来48小时.
struct DistanceResolver {
  let days: DayResolver

  /// The point so far away; years and months keep their grain.
  func point(_ offset: TemporalOffset) -> ResolvedValue? {
    if let seconds = offset.seconds {
      return moment(shiftedBy: seconds * offset.direction, offset: offset)
    }
    guard let anchor = days.anchor, let day = base(of: offset, anchor).adding(offset) else {
      return nil
    }
    let stretch: CalendarStretch?
    switch offset.unit {
    case .year: stretch = offset.addsHalf ? .month(day.month, year: day.year) : .year(day.year)
    case .month where offset.addsHalf: stretch = .day(day)
    case .month, .quarter: stretch = .month(day.month, year: day.year)
    default: stretch = .day(day)
    }
    return stretch.map { ResolvedValue(TemporalValue($0)) }
  }

  /// In a story 两天后 counts from the day it has reached, as long as that is past.
  private func base(of offset: TemporalOffset, _ anchor: GregorianDay) -> GregorianDay {
    guard offset.direction > 0, let focus = days.context.focusDay, !days.surroundings.pointsAhead,
      let day = focus.adding(offset), day <= anchor
    else { return anchor }
    return focus
  }

  /// The stretch between the reference date and the point so far away.
  func window(_ offset: TemporalOffset, wholeUnits: Bool) -> ResolvedValue? {
    if let seconds = offset.seconds { return clockWindow(seconds * offset.direction) }
    guard let anchor = days.anchor else { return nil }
    // 过去一年 said in January is the year that has just ended.
    let isYearEnded =
      offset.unit == .year && !offset.addsHalf && offset.direction < 0 && anchor.month == 1
      && !days.context.isQuery && days.surroundings.namesPast
    if wholeUnits || isYearEnded { return self.wholeUnits(offset, from: anchor) }
    guard var far = anchor.adding(offset) else { return nil }
    // 最近三天 counts the reference day.
    if offset.unit == .day, !offset.addsHalf, let day = far.adding(days: -offset.direction) {
      far = day
    }
    let stretch = CalendarStretch.days(min(far, anchor)...max(far, anchor))
    return ResolvedValue(TemporalValue(stretch))
  }

  /// 前两天, 上两周, 前两年: whole units that end before the present one or begin after it.
  private func wholeUnits(_ offset: TemporalOffset, from anchor: GregorianDay) -> ResolvedValue? {
    let count = max(offset.count, 1)
    let isPast = offset.direction < 0
    var stretch: CalendarStretch?
    switch offset.unit {
    case .day:
      stretch = anchor.adding(days: offset.direction).flatMap { near in
        near.adding(days: offset.direction * (count - 1)).map {
          .days(min(near, $0)...max(near, $0))
        }
      }
    case .week:
      stretch = anchor.monday?.adding(days: isPast ? -7 * count : 7).flatMap { first in
        first.adding(days: 7 * count - 1).map { .days(first...$0) }
      }
    case .month, .quarter:
      let months = offset.unit == .quarter ? count * 3 : count
      guard let first = anchor.adding(months: isPast ? -months : 1),
        let last = anchor.adding(months: isPast ? -1 : months),
        let begin = GregorianDay(year: first.year, month: first.month, day: 1)
      else { return nil }
      // 前九个月 is a period whose 上年同期 may be asked for.
      return ResolvedValue(
        CalendarStretch(.month(of: begin), to: .month(of: last), days: begin...last.lastOfMonth))
    case .year:
      let years =
        isPast
        ? (anchor.year - count)...(anchor.year - 1) : (anchor.year + 1)...(anchor.year + count)
      stretch = years.lowerBound > 0 ? .years(years) : nil
    case .hour, .quarterHour, .minute, .second: return nil
    }
    return stretch.map { ResolvedValue(TemporalValue($0)) }
  }

  // MARK: Hours, minutes, seconds

  private func moment(shiftedBy seconds: Int, offset: TemporalOffset) -> ResolvedValue {
    guard let anchor = days.anchor, let now = days.context.referenceSeconds,
      let start = LocalMoment.text(anchor, seconds: now + seconds)
    else {
      return ResolvedValue(length(of: offset))
    }
    var value = TemporalValue(value: start)
    value.type = .time
    value.interval = LocalInterval(
      start: start, end: LocalMoment.text(anchor, seconds: now + seconds + 1))
    return ResolvedValue(value)
  }

  /// Without a time of day to count from, the length alone is left: 半小时后.
  private func length(of offset: TemporalOffset) -> TemporalValue {
    let half = offset.addsHalf ? ".5" : ""
    let designator = offset.unit == .quarterHour ? "M" : String(offset.unit.rawValue.suffix(1))
    let count = offset.unit == .quarterHour ? offset.count * 15 : offset.count
    var value = TemporalValue(value: "PT\(count)\(half)\(designator)")
    value.type = .duration
    value.duration = value.value
    return value
  }

  private func clockWindow(_ seconds: Int) -> ResolvedValue? {
    guard let anchor = days.anchor else { return nil }
    let now = days.context.referenceSeconds ?? 0
    guard let start = LocalMoment.text(anchor, seconds: now + min(seconds, 0)),
      let end = LocalMoment.text(anchor, seconds: now + max(seconds, 0))
    else { return nil }
    var value = TemporalValue(value: "\(start)/\(end)")
    value.type = .time
    value.interval = LocalInterval(start: start, end: end)
    return ResolvedValue(value)
  }
}

extension TemporalOffset {
  /// Its length in seconds, for units of the clock.
  var seconds: Int? {
    let unitLength: Int
    switch unit {
    case .hour: unitLength = 3600
    case .quarterHour: unitLength = 900
    case .minute: unitLength = 60
    case .second: unitLength = 1
    case .year, .quarter, .month, .week, .day: return nil
    }
    return count * unitLength + (addsHalf ? unitLength / 2 : 0)
  }
}

extension GregorianDay {
  /// The day at a distance in days, weeks, months, quarters or years.
  func adding(_ offset: TemporalOffset) -> GregorianDay? {
    let (count, sign) = (offset.count, offset.direction)
    switch offset.unit {
    case .day: return adding(days: sign * count)
    case .week: return adding(days: sign * (count * 7 + (offset.addsHalf ? 3 : 0)))
    case .month:
      let shifted = adding(months: sign * count)
      return offset.addsHalf ? shifted?.adding(days: sign * 15) : shifted
    case .quarter: return adding(months: sign * count * 3)
    case .year: return adding(months: sign * (count * 12 + (offset.addsHalf ? 6 : 0)))
    case .hour, .quarterHour, .minute, .second: return self
    }
  }
}
