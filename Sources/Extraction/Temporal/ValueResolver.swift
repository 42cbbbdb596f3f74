import ChineseCalendar
import TongbaoText

/// Turns one expression into its value, and tells which days it covers.
struct ValueResolver {
  var days: DayResolver
  /// 每晚 before a clock time decides its half of the day.
  var inheritedPart: DayPart?

  /// The value, and the days that later dates may lean on.
  func value(
    of expression: TemporalExpression
  ) -> ResolvedValue? {
    guard expression.isApproximate else { return resolved(expression) }
    var result = resolved(expression)
    if let value = result?.value.value { result?.value.value = "~" + value }
    return result
  }

  private func resolved(
    _ expression: TemporalExpression
  ) -> ResolvedValue? {
    switch expression.content {
    case .point(let point): return pointValue(point, bound: expression.bound)
    case .range(let start, let end): return rangeValue(from: start, to: end)
    case .holiday(let point, let second):
      return days.holidayStretch(point, with: second).map {
        bounded($0, by: expression.bound, edge: nil)
      }
    case .samePeriod(let point): return samePeriod(point).map { ResolvedValue($0) }
    case .duration(let duration): return ResolvedValue(lengthValue(duration))
    case .recurrence(let recurrence): return ResolvedValue(TemporalValue(value: recurrence.value))
    case .offset(let offset): return DistanceResolver(days: days).point(offset)
    case .window(let offset, let wholeUnits):
      return DistanceResolver(days: days).window(offset, wholeUnits: wholeUnits)
    case .moment(let name): return ResolvedValue(moment(name))
    case .years(let span): return years(span)
    }
  }

  private func lengthValue(_ duration: DurationValue) -> TemporalValue {
    let iso = duration.iso
    // Most lengths carry no mark and need no second text.
    var value = TemporalValue(value: duration.isPlain ? iso : duration.value)
    value.duration = iso
    return value
  }

  // MARK: Points

  private func pointValue(
    _ point: TemporalPoint, bound: TemporalBound?
  ) -> ResolvedValue? {
    let stretch = point.hasDate ? days.stretch(of: point) : nil
    guard let clock = point.clock else {
      return stretch.map { bounded($0, by: bound, edge: point.edge) }
    }
    guard let time = ClockResolver.time(of: clock, inherited: inheritedPart) else { return nil }
    // A day that nothing decides leaves the clock time alone.
    guard let stretch else { return ResolvedValue(clockValue(time, bound: bound)) }
    var value = TemporalValue {
      $0.append(stretch)
      $0.append(time)
    }
    value.lunar = stretch.lunar?.description
    if let day = stretch.day, let seconds = time.seconds {
      value.interval = LocalInterval(
        start: LocalMoment.text(day, seconds: seconds.lowerBound),
        end: LocalMoment.text(day, seconds: seconds.upperBound))
    }
    apply(bound, to: &value)
    return ResolvedValue(value, stretch)
  }

  private func clockValue(_ time: ClockTime, bound: TemporalBound?) -> TemporalValue {
    var value = TemporalValue { $0.append(time) }
    if let seconds = time.seconds {
      value.clock = LocalInterval(
        start: LocalMoment.clock(seconds.lowerBound),
        end: time.isPart ? LocalMoment.clock(seconds.upperBound) : nil)
    }
    apply(bound, to: &value)
    return value
  }

  private func apply(_ bound: TemporalBound?, to value: inout TemporalValue) {
    switch bound {
    case nil: return
    case .since?:
      let reference = days.anchor?.description ?? ".."
      value.value += "/" + reference
      value.interval?.end = nil
    case .after?, .from?:
      value.value += "/.."
      value.interval?.end = nil
      value.clock?.end = nil
    case .before?, .through?:
      value.value = "../" + value.value
      value.interval = value.interval.map { LocalInterval(start: nil, end: $0.start) }
      value.clock = value.clock.map { LocalInterval(start: nil, end: $0.start) }
    }
  }

  /// A date with what the word behind makes of it.
  private func bounded(
    _ stretch: CalendarStretch, by bound: TemporalBound?, edge: TemporalPoint.Edge?
  ) -> ResolvedValue {
    guard let bound else { return ResolvedValue(stretch) }
    // The value names the limit; whether the limit itself is covered, the interval says. 6月底前
    // reaches to the end of June.
    switch bound == .before && edge == .end ? .through : bound {
    case .since: return since(stretch, edge: edge)
    case .before:
      let start = stretch.days.flatMap { LocalMoment.text($0.lowerBound) }
      return ResolvedValue(upTo(stretch, end: start))
    case .through:
      let end = stretch.days.flatMap { LocalMoment.end(of: $0) }
      return ResolvedValue(upTo(stretch, end: end))
    case .after:
      let end = stretch.days.flatMap { LocalMoment.end(of: $0) }
      return ResolvedValue(onward(stretch, start: end))
    case .from:
      let start = stretch.days.flatMap { LocalMoment.text($0.lowerBound) }
      return ResolvedValue(onward(stretch, start: start))
    }
  }

  private func upTo(_ stretch: CalendarStretch, end: String?) -> TemporalValue {
    var value = TemporalValue {
      $0.append(contentsOf: "../")
      $0.append(stretch.last)
    }
    if stretch.days != nil { value.interval = LocalInterval(start: nil, end: end) }
    if let holiday = stretch.holiday { value.candidates = holiday.values }
    return value
  }

  private func onward(_ stretch: CalendarStretch, start: String?) -> TemporalValue {
    var value = TemporalValue {
      $0.append(stretch.first)
      $0.append(contentsOf: "/..")
    }
    if stretch.days != nil { value.interval = LocalInterval(start: start, end: nil) }
    if let holiday = stretch.holiday { value.candidates = holiday.values }
    return value
  }

  /// Everything up to the reference date.
  private func since(
    _ stretch: CalendarStretch, edge: TemporalPoint.Edge?
  ) -> ResolvedValue {
    // 去年底以来 begins in December, though 去年底 alone keeps the year.
    let isYearEnd = edge == .end && stretch.isYear
    let start =
      isYearEnd
      ? stretch.days.flatMap { GregorianDay(year: $0.upperBound.year, month: 12, day: 1) }
      : stretch.days?.lowerBound
    var value = TemporalValue {
      if let start { $0.append(start) } else { $0.append(stretch.first) }
      $0.append("/")
      if let anchor = days.anchor { $0.append(anchor) } else { $0.append(contentsOf: "..") }
    }
    if let first = stretch.days?.lowerBound {
      value.interval = LocalInterval(start: LocalMoment.text(first), end: nil)
    }
    if let holiday = stretch.holiday { value.candidates = holiday.values }
    guard let start, let anchor = days.anchor, start <= anchor else { return ResolvedValue(value) }
    value.lunar = stretch.lunar?.description
    return ResolvedValue(value, .days(start...anchor))
  }

  // MARK: Periods and moments

  /// The governing period moved into another year or month.
  private func samePeriod(_ point: TemporalPoint) -> CalendarStretch? {
    if var festival = point.festival == nil ? days.context.periodFestival : point {
      // Last year's holiday lay on other days.
      festival.year = point.year
      if case .relative(let shift)? = point.year, shift < 0, point.festival == nil,
        let first = days.context.period?.days?.lowerBound
      {
        festival.year = .number(first.year + shift)
      }
      if let stretch = days.holidayStretch(festival, with: nil) { return stretch }
    }
    let period = days.context.period ?? yearToDate
    guard let period, let first = period.days?.lowerBound else { return nil }
    // 去年同期 lies a year before the period, whenever the report came out.
    if case .relative(let shift)? = point.year, shift < 0 { return period.shifted(years: shift) }
    if let year = days.year(of: point) { return period.shifted(years: year - first.year) }
    guard let (year, month) = days.yearAndMonth(of: point) else {
      return days.stretch(of: point)
    }
    let months = (year - first.year) * 12 + month - first.month
    return period.shifted(months: months)
  }

  private var yearToDate: CalendarStretch? {
    guard let anchor = days.anchor,
      let first = GregorianDay(year: anchor.year, month: 1, day: 1)
    else { return nil }
    return .days(first...anchor)
  }

  private func moment(_ name: String) -> TemporalValue {
    var value = TemporalValue(value: name)
    if name == "PRESENT_REF", let anchor = days.anchor,
      let seconds = days.context.referenceSeconds
    {
      value.type = .time
      value.interval = LocalInterval(
        start: LocalMoment.text(anchor, seconds: seconds),
        end: LocalMoment.text(anchor, seconds: seconds + 1))
    }
    return value
  }

  private func years(_ span: YearSpan) -> ResolvedValue? {
    switch span {
    case .absolute(let years):
      return CalendarStretch.years(years).map { ResolvedValue($0) }
    case .since(let year):
      return CalendarStretch.year(year).map { bounded($0, by: .since, edge: nil) }
    case .century(let shift, let years):
      guard let anchor = days.anchor else { return nil }
      let first = (anchor.year / 100 + shift) * 100
      guard first > 0 else { return nil }
      return CalendarStretch.years((first + years.lowerBound)...(first + years.upperBound))
        .map { ResolvedValue($0) }
    }
  }
}
