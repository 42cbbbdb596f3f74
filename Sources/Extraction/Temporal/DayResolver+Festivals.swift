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
    return (near.year - 1...near.year + 1).compactMap(day)
      .min { $0.distance(to: near) < $1.distance(to: near) }.map { .day($0) }
  }

  /// What undated festivals and lunar days are near to: the glossed day, the focus of the
  /// sentence, the reference date.
  private var nearbyDay: GregorianDay? {
    surroundings.glossedDay
      ?? (surroundings.continuesList ? context.focusDay : nil) ?? anchor
      ?? context.focusDay
      ?? (context.focusYear ?? context.topicYear).flatMap {
        GregorianDay(year: $0, month: 7, day: 1)
      }
  }

  func festivalStretch(_ name: String, of point: TemporalPoint) -> CalendarStretch? {
    let festivals = FestivalDays(festivals: calendar.festivals)
    guard var stretch = nearest(of: point, day: { festivals.day(of: name, year: $0)?.day }),
      let day = stretch.day
    else { return nil }
    stretch.lunar = festivals.day(of: name, year: day.year)?.lunar?.description
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
        stretch.lunar = name.description
        return stretch
      }
    }
    return nil
  }

  private func nearestLunar(
    to near: GregorianDay, _ make: (Int) -> CalendarStretch?
  ) -> CalendarStretch? {
    (near.year - 1...near.year + 1).compactMap(make)
      .min { left, right in
        (left.days?.lowerBound.distance(to: near) ?? .max)
          < (right.days?.lowerBound.distance(to: near) ?? .max)
      }
  }

  private static func lunarStretch(
    year: Int, month: Int, isLeap: Bool, day: Int?
  ) -> CalendarStretch? {
    let name = LunarDay(year: year, month: month, isLeapMonth: isLeap, day: day ?? 1)
    guard let first = try? LunarCalendar.gregorianDay(of: name) else { return nil }
    guard day == nil else {
      var stretch = CalendarStretch.day(first)
      stretch.lunar = name.description
      return stretch
    }
    guard let length = try? LunarCalendar.lastDay(ofMonth: month, leap: isLeap, year: year),
      let last = first.adding(days: length - 1)
    else { return nil }
    var stretch = CalendarStretch.days(first...last)
    stretch.lunar = String(name.description.dropLast(3))
    return stretch
  }

  // MARK: Holidays

  /// The statutory holiday of a festival, or of two that share one or follow each other.
  func holidayStretch(_ point: TemporalPoint, with second: TemporalPoint?) -> CalendarStretch? {
    guard let name = point.festival else { return nil }
    let festivals = FestivalDays(festivals: calendar.festivals)
    guard let day = nearest(of: point, day: { festivals.day(of: name, year: $0)?.day })?.day else {
      return nil
    }
    var stretch = holiday(named: name, festival: day)
    if let otherName = second?.festival {
      let years = [day.year, day.year + 1, day.year - 1]
      let other = years.compactMap { festivals.day(of: otherName, year: $0)?.day }
        .min { $0.distance(to: day) < $1.distance(to: day) }
      if let other, let first = stretch.days,
        let next = holiday(named: otherName, festival: other).days
      {
        let candidates = stretch.candidates
        stretch = .days(
          min(first.lowerBound, next.lowerBound)...max(first.upperBound, next.upperBound))
        stretch.candidates = candidates
      }
    }
    return stretch
  }

  private func holiday(named name: String, festival day: GregorianDay) -> CalendarStretch {
    let official = name == "除夕" ? "春节" : name
    let year = name == "除夕" || official == "春节" ? (day.adding(days: 7) ?? day).year : day.year
    if let days = calendar.holidays.interval(of: official, year: year) {
      return days.lowerBound == days.upperBound ? .day(days.lowerBound) : .days(days)
    }
    guard let (before, after) = Self.customaryDays[official],
      let first = day.adding(days: -before), let last = day.adding(days: after)
    else { return .day(day) }
    // Not in the table: the days that the holiday law gives, and the bare day as another reading.
    var stretch = CalendarStretch.days(first...last)
    stretch.candidates = [stretch.value, day.description]
    return stretch
  }

  /// Days off before and after the festival day where no arrangement is known.
  private static let customaryDays: [String: (before: Int, after: Int)] = [
    "元旦": (0, 2), "春节": (1, 6), "清明节": (0, 2), "劳动节": (0, 4), "端午节": (0, 2),
    "中秋节": (0, 2), "国庆节": (0, 6),
  ]
}
