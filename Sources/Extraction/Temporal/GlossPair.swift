import ChineseCalendar

/// A month and day with what has to hold on it: 2月18日(正月初九).
struct GlossPair {
  private let month: Int
  private let day: Int
  private let claim: Claim
  /// Places of date and gloss among the temporal readings.
  let evidence: [Int]
  /// Lunar days single out one year in nineteen or so, weekdays one in seven.
  let weight: Int

  /// What a gloss says about the day.
  private enum Claim {
    case lunar(month: Int, day: Int, isLeap: Bool)
    /// `nil` for a name that no calendar knows.
    case festival(FestivalDays?)
    case term(SolarTerm)
    case weekday(Int?)
  }

  /// - Returns: `nil` where the date names its year or no month and day, or the gloss nothing that
  ///   holds in some years only.
  init?(
    date: TemporalPoint, gloss: TemporalPoint, evidence: [Int], festivals: FestivalTable
  ) {
    guard date.year == nil, date.lunar == nil, case .number(let day)? = date.day,
      case .number(let month)? = date.month
    else { return nil }
    if let lunar = gloss.lunar, let month = lunar.month, let day = lunar.day {
      claim = .lunar(month: month, day: day, isLeap: lunar.isLeap)
      weight = 3
    } else if let festival = gloss.festival {
      claim = .festival(FestivalDays(of: festival, in: festivals))
      weight = 2
    } else if let term = gloss.term {
      claim = SolarTerm(rawValue: term).map { .term($0) } ?? .weekday(gloss.weekday)
      weight = 2
    } else if let weekday = gloss.weekday, gloss.week == nil {
      claim = .weekday(weekday)
      weight = 1
    } else {
      return nil
    }
    self.month = month
    self.day = day
    self.evidence = evidence
  }

  /// The day in the year if what is said of it holds there.
  func day(holdingIn year: Int) -> GregorianDay? {
    guard let day = GregorianDay(year: year, month: month, day: day), holds(on: day) else {
      return nil
    }
    return day
  }

  private func holds(on day: GregorianDay) -> Bool {
    switch claim {
    case .lunar(let month, let number, let isLeap):
      guard let name = try? LunarCalendar.lunarDay(of: day) else { return false }
      return name.month == month && name.day == number && name.isLeapMonth == isLeap
    case .festival(let festival): return festival?.day(inYear: day.year) == day
    case .term(let term): return (try? SolarTerms.day(of: term, year: day.year)) == day
    case .weekday(let weekday): return weekday == day.weekday
    }
  }
}
