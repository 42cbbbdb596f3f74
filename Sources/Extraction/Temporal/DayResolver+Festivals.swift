import ChineseCalendar

extension DayResolver {
  /// The day nearest to the reference date, or to the date that it glosses, or in the year named.
  func nearest(
    of point: TemporalPoint, day: (Int) -> GregorianDay?
  ) -> CalendarStretch? {
    if let year = year(of: point) { return day(year).map { .day($0) } }
    if context.isQuery, surroundings.glossedDay == nil, let anchor {
      return day(anchor.year).map { .day($0) }
    }
    guard let near = nearbyDay else { return nil }
    return Self.nearest(to: near, inYears: [near.year - 1, near.year, near.year + 1], day)
      .map { .day($0) }
  }

  /// The nearest of the days that some years have, the first of two as near.
  private static func nearest(
    to near: GregorianDay, inYears years: [Int], _ day: (Int) -> GregorianDay?
  ) -> GregorianDay? {
    var nearest: GregorianDay?
    for year in years {
      guard let candidate = day(year) else { continue }
      if nearest.map({ candidate.distance(to: near) < $0.distance(to: near) }) ?? true {
        nearest = candidate
      }
    }
    return nearest
  }

  /// What undated festivals and lunar days are near to: the glossed day, the focus of the
  /// sentence, the reference date.
  private var nearbyDay: GregorianDay? {
    surroundings.glossedDay
      ?? context.focusDay.flatMap { surroundings.continuesList ? $0 : nil } ?? anchor
      ?? context.focusDay
      ?? (context.focusYear ?? context.topicYear).flatMap {
        GregorianDay(year: $0, month: 7, day: 1)
      }
  }

  func festivalStretch(_ name: String, of point: TemporalPoint) -> CalendarStretch? {
    guard let festival = FestivalDays(of: name, in: calendar.festivals),
      var stretch = nearest(of: point, day: festival.day(inYear:)), let day = stretch.day
    else { return nil }
    stretch.lunar = festival.lunarName(of: day).map { .day($0) }
    return stretch
  }

  // MARK: Lunar days

  func lunarStretch(_ lunar: TemporalPoint.Lunar, of point: TemporalPoint) -> CalendarStretch? {
    guard let month = lunar.month else { return lunar.day.flatMap(bareLunarDay) }
    let make: (Int) -> CalendarStretch? = { year in
      Self.lunarStretch(year: year, month: month, isLeap: lunar.isLeap, day: lunar.day)
    }
    if let year = year(of: point) { return make(year) }
    if context.isQuery, surroundings.glossedDay == nil, let anchor {
      if lunar.isLeap { return nearestLunar(to: anchor, make) }
      return make(anchor.year)
    }
    guard let near = nearbyDay else { return nil }
    return nearestLunar(to: near, make)
  }

  /// A bare 初五: in a list or range the first such day from the one just named, elsewhere the last
  /// one up to the reference date.
  private func bareLunarDay(_ number: Int) -> CalendarStretch? {
    let leansOnList = surroundings.continuesList || surroundings.glossedDay != nil
    let listed = leansOnList ? surroundings.glossedDay ?? context.focusDay : nil
    guard let start = listed ?? anchor ?? context.focusDay else { return nil }
    let direction = listed != nil || surroundings.pointsAhead ? 1 : -1
    for shift in 0...31 {
      guard let day = start.adding(days: direction * shift),
        let name = try? LunarCalendar.lunarDay(of: day)
      else { return nil }
      if name.day == number {
        var stretch = CalendarStretch.day(day)
        stretch.lunar = .day(name)
        return stretch
      }
    }
    return nil
  }

  private func nearestLunar(
    to near: GregorianDay, _ make: (Int) -> CalendarStretch?
  ) -> CalendarStretch? {
    var nearest: CalendarStretch?
    for year in near.year - 1...near.year + 1 {
      guard let candidate = make(year), let first = candidate.days?.lowerBound else { continue }
      let distance = first.distance(to: near)
      if nearest?.days.map({ distance < $0.lowerBound.distance(to: near) }) ?? true {
        nearest = candidate
      }
    }
    return nearest
  }

  private static func lunarStretch(
    year: Int, month: Int, isLeap: Bool, day: Int?
  ) -> CalendarStretch? {
    let name = LunarDay(year: year, month: month, isLeapMonth: isLeap, day: day ?? 1)
    guard let first = try? LunarCalendar.gregorianDay(of: name) else { return nil }
    guard day == nil else {
      var stretch = CalendarStretch.day(first)
      stretch.lunar = .day(name)
      return stretch
    }
    guard let length = try? LunarCalendar.lastDay(ofMonth: month, leap: isLeap, year: year),
      let last = first.adding(days: length - 1)
    else { return nil }
    var stretch = CalendarStretch.days(first...last)
    stretch.lunar = .month(name)
    return stretch
  }

  // MARK: Holidays

  /// The statutory holiday of a festival, or of two that share one or follow each other.
  func holidayStretch(_ point: TemporalPoint, with second: TemporalPoint?) -> CalendarStretch? {
    guard let name = point.festival else { return nil }
    guard let festival = FestivalDays(of: name, in: calendar.festivals),
      let day = nearest(of: point, day: festival.day(inYear:))?.day
    else { return nil }
    let first = holiday(named: name, festival: day)
    guard let otherName = second?.festival,
      let otherFestival = FestivalDays(of: otherName, in: calendar.festivals),
      let other = Self.nearest(
        to: day, inYears: [day.year, day.year + 1, day.year - 1], otherFestival.day(inYear:)),
      let days = first.days, let otherDays = holiday(named: otherName, festival: other).days
    else { return first }
    var both = CalendarStretch.days(
      min(days.lowerBound, otherDays.lowerBound)...max(days.upperBound, otherDays.upperBound))
    both.holiday = first.holiday
    return both
  }

  private func holiday(named name: String, festival day: GregorianDay) -> CalendarStretch {
    let isSpringFestival = name == "除夕" || name == "春节"
    let official = isSpringFestival ? "春节" : name
    let year = isSpringFestival ? (day.adding(days: 7) ?? day).year : day.year
    if let days = calendar.holidays.interval(of: official, year: year) {
      return days.lowerBound == days.upperBound ? .day(days.lowerBound) : .days(days)
    }
    guard let (before, after) = Self.customaryDays(of: official),
      let first = day.adding(days: -before), let last = day.adding(days: after)
    else { return .day(day) }
    // Not in the table: the days that the holiday law gives, and the bare day as another reading.
    var stretch = CalendarStretch.days(first...last)
    stretch.holiday = CalendarStretch.HolidayReadings(customary: first...last, day: day)
    return stretch
  }

  /// Days off before and after the festival day where no arrangement is known.
  private static func customaryDays(of holiday: String) -> (before: Int, after: Int)? {
    switch holiday {
    case "元旦", "清明节", "端午节", "中秋节": (0, 2)
    case "春节": (1, 6)
    case "劳动节": (0, 4)
    case "国庆节": (0, 6)
    default: nil
    }
  }
}
