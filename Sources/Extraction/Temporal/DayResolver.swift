import ChineseCalendar

/// Finds the days that a point means in its context.
struct DayResolver {
  let calendar: CalendarTables
  var context: ResolutionContext
  var surroundings: ReadingSurroundings

  /// The stretch of the calendar; `nil` where neither text nor reference date decides it.
  func stretch(of point: TemporalPoint) -> CalendarStretch? {
    if case .relative(let shift)? = point.day {
      return anchor?.adding(days: shift).map { .day($0) }
    }
    if case .anaphoric(0)? = point.day, let evening = context.watchBegan, point.namesEvening {
      return .day(evening)
    }
    if case .anaphoric(let shift)? = point.day {
      return (context.focusDay ?? anchor)?.adding(days: shift).map { .day($0) }
    }
    if let lunar = point.lunar { return lunarStretch(lunar, of: point) }
    if let name = point.festival { return festivalStretch(name, of: point) }
    if let term = point.term.flatMap(SolarTerm.init(rawValue:)) {
      return nearest(of: point) { try? SolarTerms.day(of: term, year: $0) }
    }
    if case .nthWeekday? = point.section {
      return sectionStretch(of: point)
    }
    if let weekday = point.weekday { return weekdayStretch(weekday, of: point) }
    if let week = point.week { return weekStretch(week, of: point) }
    if point.section != nil || point.edge != nil { return sectionStretch(of: point) }
    if case .number(let day)? = point.day {
      return dayStretch(day, of: point)
    }
    if point.month != nil { return monthStretch(of: point) }
    return year(of: point).flatMap { .year($0) }
  }

  /// Where relative dates count from.
  var anchor: GregorianDay? { context.reference }

  /// Monday of the week that 本周 means.
  var currentMonday: GregorianDay? { context.reportedWeek ?? anchor?.monday }

  // MARK: Days and months

  private func dayStretch(_ day: Int, of point: TemporalPoint) -> CalendarStretch? {
    guard case .number(let month)? = point.month else {
      guard let (year, month) = monthIndex(of: point) ?? bareDayMonth(day) else { return nil }
      return Self.day(year: year, month: month, day: day)
    }
    guard let year = year(of: point) ?? inferredYear(month: month, day: day) else {
      return .unknownYear(month: month, day: day)
    }
    return Self.day(year: year, month: month, day: day)
  }

  private static func day(year: Int, month: Int, day: Int) -> CalendarStretch {
    GregorianDay(year: year, month: month, day: day).map { .day($0) }
      ?? .impossible(year: year, month: month, day: day)
  }

  private func monthStretch(of point: TemporalPoint) -> CalendarStretch? {
    guard let (year, month) = yearAndMonth(of: point) else {
      guard case .number(let month)? = point.month else { return nil }
      return .unknownYear(month: month, day: nil)
    }
    return .month(month, year: year) ?? .impossible(year: year, month: month, day: nil)
  }

  /// The month that a point names or, with `fallsBack`, the one spoken of.
  func yearAndMonth(of point: TemporalPoint) -> (year: Int, month: Int)? {
    if case .number(let month)? = point.month {
      return (year(of: point) ?? inferredYear(month: month, day: nil)).map { ($0, month) }
    }
    return monthIndex(of: point)
  }

  /// A month named by its distance.
  private func monthIndex(of point: TemporalPoint) -> (year: Int, month: Int)? {
    let base: (year: Int, month: Int)?
    let shift: Int
    switch point.month {
    case .relative(let distance)?:
      base = context.reportedMonth ?? comparedMonth ?? anchor.map { ($0.year, $0.month) }
      shift = distance
    case .anaphoric(let distance)?:
      base = context.focusMonth ?? anchor.map { ($0.year, $0.month) }
      shift = distance
    case .number, nil: return nil
    }
    guard let base else { return nil }
    let index = base.year * 12 + base.month - 1 + shift
    return index > 11 ? (index / 12, index % 12 + 1) : nil
  }

  /// The month that a figure compared with 上月 is of: a report on February comes out in March.
  private var comparedMonth: (year: Int, month: Int)? {
    guard let period = context.period, let first = period.days?.lowerBound,
      period.isMonthOrHalf, surroundings.isComparisonBase
    else { return nil }
    return (first.year, first.month)
  }

  /// The month of a bare 日: that of the date before it, else the latest that keeps the day from
  /// lying after the reference date.
  private func bareDayMonth(_ day: Int) -> (year: Int, month: Int)? {
    let continuesList = surroundings.continuesList
    if let focus = context.focusMonth, continuesList || surroundings.continuesParagraph {
      let continues = context.focusDay.map { day >= $0.day } ?? true
      if continues || continuesList { return focus }
      if let next = GregorianDay(year: focus.year, month: focus.month, day: 1)?
        .adding(months: 1), let anchor,
        let candidate = GregorianDay(
          year: next.year, month: next.month, day: day), candidate <= anchor
      {
        return (next.year, next.month)
      }
      return focus
    }
    guard let anchor else { return context.focusMonth }
    // A notice of what is to come speaks of its days to the end.
    if let focus = context.focusMonth, let day = context.focusDay, day > anchor { return focus }
    let pointsAhead = surroundings.pointsAhead
    if context.isQuery || pointsAhead && day >= anchor.day {
      return (anchor.year, anchor.month)
    }
    if pointsAhead { return anchor.adding(months: 1).map { ($0.year, $0.month) } }
    // A few days ahead are rather a plan or a slip than the month before.
    if day <= anchor.day + 3 { return (anchor.year, anchor.month) }
    return anchor.adding(months: -1).map { ($0.year, $0.month) }
  }

  // MARK: Years

  /// The year that the point itself names.
  func year(of point: TemporalPoint) -> Int? {
    switch point.year {
    case .number(let year)?: return year
    case .twoDigits(let digits)?:
      if context.countsRepublicYears, let year = ROCYear.gregorian(digits),
        year <= (anchor?.year ?? calendar.lastKnownYear) + 1
      {
        return year
      }
      let latest = (anchor?.year ?? calendar.lastKnownYear) + 10
      return 2000 + digits <= latest ? 2000 + digits : 1900 + digits
    case .relative(let shift)?: return anchor.map { $0.year + shift }
    case .anaphoric(let shift)?:
      return (context.focusYear ?? context.topicYear ?? anchor?.year).map { $0 + shift }
    case .topic(let shift)?: return topicYear.map { $0 + shift }
    case nil: return nil
    }
  }

  /// The year that a report is about: the one its headings name, else that of the reference date
  /// or, in the first weeks of a year, the one before.
  private var topicYear: Int? {
    // 2021年将…,力争年内…: what the sentence has just named is nearest.
    if let year = context.focusYear, surroundings.continuesSentence { return year }
    if let anchor, surroundings.pointsAhead { return anchor.year }
    if let year = context.topicYear { return year }
    guard let anchor else { return context.focusYear }
    return anchor.month == 1 && !context.isQuery ? anchor.year - 1 : anchor.year
  }

  /// The year of a month or day that names none.
  func inferredYear(month: Int, day: Int?) -> Int? {
    if let glossed = surroundings.glossedDay {
      return glossed.nearest(month: month, day: day ?? 1)?.year ?? glossed.year
    }
    guard let anchor else { return context.focusYear ?? context.topicYear }
    if context.isQuery { return lastYear(with: month, day: day, upTo: anchor.year) }
    let inYear = GregorianDay(year: anchor.year, month: month, day: day ?? 1)
    if surroundings.pointsAhead {
      let last = day == nil ? inYear?.lastOfMonth : inYear
      return last.map { $0 >= anchor } ?? true ? anchor.year : anchor.year + 1
    }
    if let year = storyYear(month: month, day: day, anchor: anchor) { return year }
    if let year = yearAhead(month: month, day: day, anchor: anchor) { return year }
    if let topic = context.topicYear, topic < anchor.year, anchor.year - topic <= 1,
      GregorianDay(year: topic, month: month, day: day ?? 1) != nil,
      inYear.map({ $0 != anchor && $0.distance(to: anchor) > 2 }) ?? true
    {
      return topic
    }
    // 29 February exists in leap years only.
    guard let inYear else { return lastYear(with: month, day: day, upTo: anchor.year) }
    // Soon after the reference date: rather a plan, or a slip, than something a year old.
    if inYear <= anchor || anchor.days(until: inYear) <= 31 { return anchor.year }
    return lastYear(with: month, day: day, upTo: anchor.year - 1)
  }

  /// 7月10日前上报,11月评估: what follows a date ahead in its sentence lies ahead too; in its paragraph
  /// a day near by does: 下周。1月2日至7日恢复常态,夜查到8日止;1月6日有雪.
  private func yearAhead(month: Int, day: Int?, anchor: GregorianDay) -> Int? {
    guard let focus = context.focusDay, focus > anchor else { return nil }
    if surroundings.continuesSentence, month >= focus.month { return focus.year }
    guard surroundings.continuesParagraph, let day,
      let candidate = GregorianDay(year: focus.year, month: month, day: day),
      candidate >= anchor, candidate.distance(to: focus) <= Self.nearAhead
    else { return nil }
    return focus.year
  }

  /// Days to either side of a date ahead in which others of its paragraph are taken to lie.
  private static let nearAhead = 15

  /// A story that names a year goes on in it: 2022年8月13日报案。8月15日…
  private func storyYear(month: Int, day: Int?, anchor: GregorianDay) -> Int? {
    guard let focus = context.focusMonth, focus.year < anchor.year else { return nil }
    let isLater = month >= focus.month
    if isLater, context.focusYear == focus.year, surroundings.continuesSentence {
      return focus.year
    }
    guard let focusDay = context.focusDay,
      let candidate = GregorianDay(
        year: isLater ? focus.year : focus.year + 1, month: month, day: day ?? 1),
      (0...100).contains(focusDay.days(until: candidate)), candidate <= anchor,
      surroundings.continuesParagraph
    else { return nil }
    return candidate.year
  }

  private func lastYear(with month: Int, day: Int?, upTo year: Int) -> Int? {
    guard month <= 12 else { return year }
    return (0...8).lazy.map { year - $0 }
      .first { GregorianDay(year: $0, month: month, day: day ?? 1) != nil } ?? year
  }
}

extension CalendarStretch {
  /// A month or day of a year that nothing tells.
  static func unknownYear(month: Int, day: Int?) -> Self {
    .impossible(year: nil, month: month, day: day)
  }
}
