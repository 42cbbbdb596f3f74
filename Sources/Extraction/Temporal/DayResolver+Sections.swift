import ChineseCalendar

extension DayResolver {
  // MARK: Weeks

  func weekdayStretch(_ weekday: Int, of point: TemporalPoint) -> CalendarStretch? {
    switch point.week {
    case .relative(let shift)?:
      return currentMonday?.adding(days: shift * 7 + weekday - 1).map { .day($0) }
    case .anaphoric(let shift)?:
      return (context.focusWeek ?? currentMonday)?.adding(days: shift * 7 + weekday - 1)
        .map { .day($0) }
    default: break
    }
    if let host = surroundings.glossedDay {
      // The nearest such day: a slip of the gloss keeps the day that it names itself.
      let later = (weekday - host.weekday + 7) % 7
      let isLater = later <= 3 || surroundings.isRangeEnd
      return host.adding(days: isLater ? later : later - 7).map { .day($0) }
    }
    guard let anchor else { return nil }
    let back = (anchor.weekday - weekday + 7) % 7
    let shift = surroundings.pointsAhead || context.isQuery ? (7 - back) % 7 : -back
    return anchor.adding(days: shift).map { .day($0) }
  }

  func weekStretch(_ week: TemporalPoint.Week, of point: TemporalPoint) -> CalendarStretch? {
    switch week {
    case .relative(let shift):
      return currentMonday?.adding(days: shift * 7).flatMap { .week(monday: $0) }
    case .anaphoric(let shift):
      return (context.focusWeek ?? currentMonday)?.adding(days: shift * 7)
        .flatMap { .week(monday: $0) }
    case .weekend(let shift): return days(ofWeek: shift, from: 6, to: 7)
    case .firstHalf(let shift): return days(ofWeek: shift, from: 1, to: 3)
    case .secondHalf(let shift): return days(ofWeek: shift, from: 4, to: 7)
    case .numbered(let number):
      guard point.month != nil else {
        return year(of: point)
          .flatMap { GregorianDay.monday(ofISOWeek: number, year: $0) }
          .flatMap { .week(monday: $0) }
      }
      guard let (year, month) = yearAndMonth(of: point),
        let monday = GregorianDay.weekday(1, ordinal: min(number, 5), month: month, year: year)
      else { return nil }
      return .week(monday: monday)
    }
  }

  /// Days of a week named by its distance; Monday is 1.
  private func days(ofWeek shift: Int, from first: Int, to last: Int) -> CalendarStretch? {
    guard let monday = currentMonday?.adding(days: shift * 7),
      let begin = monday.adding(days: first - 1), let end = monday.adding(days: last - 1)
    else { return nil }
    return .days(begin...end)
  }

  // MARK: Parts of years and months

  func sectionStretch(of point: TemporalPoint) -> CalendarStretch? {
    switch point.section {
    case .quarter(let number)?:
      return quarter(number, of: point).flatMap { edged($0, point.edge) }
    case .relativeQuarter(let shift)?:
      // A report on the third quarter comes out in the fourth; its 较上季 means the second.
      guard let base = comparedQuarter ?? anchor else { return nil }
      let index = base.year * 4 + (base.month - 1) / 3 + shift
      return CalendarStretch.quarters((index % 4 + 1)...(index % 4 + 1), year: index / 4)
        .flatMap { edged($0, point.edge) }
    case .half(let half)?:
      return sectionYear(of: point, firstMonth: half * 6 - 5).flatMap { .half(half, year: $0) }
    case .relativeHalf(let shift)?:
      guard let anchor else { return nil }
      let index = anchor.year * 2 + (anchor.month - 1) / 6 + shift
      return .half(index % 2 + 1, year: index / 2)
    case .firstQuarters(let count)?:
      return sectionYear(of: point, firstMonth: count * 3 - 2)
        .flatMap { .quarters(1...count, year: $0) }
    case .firstMonths(let count)?: return firstMonths(count, of: point)
    case .third(let third)?:
      // 上, 中, 下, 上中, 中下
      let parts = [1...10, 11...20, 21...31, 1...20, 11...31]
      guard parts.indices.contains(third - 1) else { return nil }
      return days(of: point, first: parts[third - 1].lowerBound, last: parts[third - 1].upperBound)
    case .halfMonth(let half)?:
      return days(of: point, first: half == 1 ? 1 : 16, last: half == 1 ? 15 : 31)
    case .dayOfYear(let number)?:
      return year(of: point).flatMap { GregorianDay(year: $0, month: 1, day: 1) }
        .flatMap { $0.adding(days: number - 1) }.map { .day($0) }
    case .nthWeekday(let ordinal)?:
      guard let weekday = point.weekday, let (year, month) = yearAndMonth(of: point) else {
        return nil
      }
      return GregorianDay.weekday(weekday, ordinal: ordinal, month: month, year: year)
        .map { .day($0) }
    case .counted(let count, let unit, let fromEnd)?:
      return counted(count, unit, fromEnd: fromEnd, of: point)
    case .season(let month)?: return season(firstMonth: month, of: point)
    case nil: return edge(of: point)
    }
  }

  /// The first day of the quarter that a figure compared with 上季 is of.
  private var comparedQuarter: GregorianDay? {
    guard let days = context.period?.days, surroundings.isComparisonBase else { return nil }
    let (first, last) = (days.lowerBound, days.upperBound)
    let isQuarter =
      first.day == 1 && first.month % 3 == 1 && last.year == first.year
      && last.month == first.month + 2 && last == last.lastOfMonth
    return isQuarter ? first : nil
  }

  private func quarter(_ number: Int, of point: TemporalPoint) -> CalendarStretch? {
    sectionYear(of: point, firstMonth: number * 3 - 2)
      .flatMap { .quarters(number...number, year: $0) }
  }

  /// The year of a section: named, else the latest in which the section has begun.
  private func sectionYear(of point: TemporalPoint, firstMonth: Int) -> Int? {
    if let year = year(of: point) { return year }
    if let topic = context.topicYear { return topic }
    guard let anchor else { return context.focusYear }
    if surroundings.pointsAhead || context.isQuery { return anchor.year }
    return firstMonth <= anchor.month ? anchor.year : anchor.year - 1
  }

  private func firstMonths(_ count: Int, of point: TemporalPoint) -> CalendarStretch? {
    if let year = year(of: point) ?? context.topicYear {
      return .monthRange(1...count, year: year)
    }
    guard let anchor else { return nil }
    if count < anchor.month { return .monthRange(1...count, year: anchor.year) }
    if count == 12 { return .year(anchor.year - 1) }
    // 前两个月 in January or February: the months before this one.
    guard let first = anchor.adding(months: -count), let last = anchor.adding(months: -1),
      let from = GregorianDay(year: first.year, month: first.month, day: 1)
    else { return nil }
    return CalendarStretch(
      .month(of: from), to: .month(of: last), days: from...last.lastOfMonth)
  }

  private func days(of point: TemporalPoint, first: Int, last: Int) -> CalendarStretch? {
    let month =
      point.month == nil
      ? context.focusMonth ?? anchor.map { ($0.year, $0.month) } : yearAndMonth(of: point)
    guard let month, let begin = GregorianDay(year: month.year, month: month.month, day: first)
    else { return nil }
    let end = GregorianDay(year: month.year, month: month.month, day: last) ?? begin.lastOfMonth
    return .days(begin...end)
  }

  /// The beginning or end of a month or year keeps it whole (2月底 = 2024-02, 去年底 = 2023), for no
  /// rule says how many days it has; that of a quarter is a month.
  private func edge(of point: TemporalPoint) -> CalendarStretch? {
    guard point.edge != nil else { return nil }
    if point.month != nil {
      return yearAndMonth(of: point).flatMap { .month($0.month, year: $0.year) }
    }
    guard let year = year(of: point) else { return nil }
    return .year(year)
  }

  private func edged(
    _ stretch: CalendarStretch, _ edge: TemporalPoint.Edge?
  ) -> CalendarStretch? {
    guard let edge, let days = stretch.days else { return stretch }
    let day = edge == .start ? days.lowerBound : days.upperBound
    return .month(day.month, year: day.year)
  }

  // MARK: Counted off

  private func counted(
    _ count: Int, _ unit: TemporalPoint.CountedUnit, fromEnd: Bool, of point: TemporalPoint
  ) -> CalendarStretch? {
    var container = point
    container.section = nil
    guard let whole = stretch(of: container)?.days else { return nil }
    let (first, last) = (whole.lowerBound, whole.upperBound)
    switch unit {
    case .day:
      let begin = fromEnd ? last.adding(days: 1 - count) : first
      let end = fromEnd ? last : first.adding(days: count - 1)
      return begin.flatMap { begin in end.map { .days(begin...$0) } }
    case .week:
      let monday =
        fromEnd ? last.adding(days: -6 - (count - 1) * 7 - last.weekday % 7) : firstMonday(first)
      return monday.flatMap { begin in
        begin.adding(days: count * 7 - 1).map { .days(begin...$0) }
      }
    case .month, .quarter:
      let months = unit == .quarter ? count * 3 : count
      let begin = fromEnd ? last.adding(months: 1 - months) : first
      let end = fromEnd ? last : first.adding(months: months - 1)
      guard let begin, let end else { return nil }
      guard begin.year == end.year else { return nil }
      return .monthRange(begin.month...end.month, year: begin.year)
    }
  }

  /// The first Monday on or after the day; for a year the Monday of ISO week 1.
  private func firstMonday(_ day: GregorianDay) -> GregorianDay? {
    if day.month == 1, let monday = GregorianDay.monday(ofISOWeek: 1, year: day.year) {
      return monday
    }
    return day.adding(days: (8 - day.weekday) % 7)
  }

  /// Seasons begin with 立春, 立夏, 立秋 and 立冬 and last until the next begins.
  private func season(firstMonth: Int, of point: TemporalPoint) -> CalendarStretch? {
    guard let year = seasonYear(firstMonth: firstMonth, of: point) else { return nil }
    guard let (opening, closing) = Self.terms(ofSeasonFrom: firstMonth),
      let first = try? SolarTerms.day(of: opening, year: year),
      let next = try? SolarTerms.day(of: closing, year: firstMonth == 11 ? year + 1 : year),
      let last = next.adding(days: -1)
    else { return nil }
    return .days(first...last)
  }

  /// The year in which a season begins. A winter spoken of in January began in the year before,
  /// and one that names no year is the latest that has begun.
  private func seasonYear(firstMonth: Int, of point: TemporalPoint) -> Int? {
    guard let anchor else { return year(of: point) }
    if point.year == .relative(0), firstMonth == 11, anchor.month == 1 { return anchor.year - 1 }
    if let year = year(of: point) { return year }
    return firstMonth <= anchor.month ? anchor.year : anchor.year - 1
  }

  private static func terms(
    ofSeasonFrom month: Int
  ) -> (opening: SolarTerm, closing: SolarTerm)? {
    switch month {
    case 2: (.lichun, .lixia)
    case 5: (.lixia, .liqiu)
    case 8: (.liqiu, .lidong)
    case 11: (.lidong, .lichun)
    default: nil
    }
  }
}
