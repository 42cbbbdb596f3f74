import ChineseCalendar

extension ResolutionContext {
  /// A weekly report that comes out after the week calls it 本周 still, and the one before 上周.
  mutating func settleWeek(_ week: TemporalPoint.Week) {
    guard !hasNamedWeek, case .relative(let shift) = week else { return }
    hasNamedWeek = true
    if shift == 0 { reportedWeek = coveredWeek }
  }

  /// Likewise for 本月 in a monthly report of the month before.
  mutating func settleMonth(_ month: TemporalPoint.Month) {
    guard !hasNamedMonth, case .relative(let shift) = month else { return }
    hasNamedMonth = true
    if shift == 0 { reportedMonth = coveredMonth }
  }

  /// Takes a resolved date into the story, so that later dates can lean on it.
  mutating func remember(
    _ stretch: CalendarStretch, of item: TemporalItem, _ surroundings: ReadingSurroundings
  ) {
    guard let days = stretch.days, !surroundings.isBackground else { return }
    let namesYearOnly = item.start?.namesYearOnly == true
    let bound = item.expression.bound
    rememberWeek(days)
    rememberMonth(stretch, days, surroundings)
    let isComparisonBase =
      surroundings.isComparisonBase || item.expression.isSamePeriod
      || isFormerValue(days, surroundings)
    if bound == nil, !isComparisonBase {
      // 2019年,全市… and the title say what year the document is about.
      if namesYearOnly, stretch.isYear,
        surroundings.headsLine || (topicYear == nil && surroundings.isInTitle)
      {
        topicYear = days.lowerBound.year
      }
      if let first = focusDay, surroundings.endsGlossedRange, first < days.upperBound {
        period = .days(first...days.upperBound)
        periodFestival = nil
      } else if stretch.day == nil || period == nil {
        period = stretch
        periodFestival = item.expression.holidayFestival
      }
      rememberCampaign(days, surroundings)
    } else if bound == .since {
      period = stretch
      periodFestival = nil
      return
    }
    guard !isComparisonBase, item.expression.isCalendarDate else { return }
    rememberWatch(days, of: item, surroundings)
    focusYear = days.upperBound.year
    // A half or quarter of a year leaves the month open.
    let namesMonth =
      stretch.namesDayOrBounds || days.lowerBound.month == days.upperBound.month
    if !namesYearOnly, namesMonth, !stretch.namesQuarter {
      focusMonth = (days.upperBound.year, days.upperBound.month)
      focusDay = stretch.namesDayOrBounds ? days.upperBound : nil
    }
  }

  /// 28日17时至29日1时, 从28日17时忙到29日1时30分: a stretch of one night, in one mention or in two of a
  /// sentence.
  private mutating func rememberWatch(
    _ days: ClosedRange<GregorianDay>, of item: TemporalItem, _ surroundings: ReadingSurroundings
  ) {
    let last = days.upperBound
    // 当晚 itself leaves the watch what it is.
    if watchBegan != nil, case .anaphoric(0)? = item.start?.day { return }
    let evening = eveningNamed
    eveningNamed = item.expression.isPoint && item.namesEvening ? last : nil
    watchBegan = nil
    guard let before = last.adding(days: -1), item.expression.endsInSmallHours else { return }
    let isRange = item.expression.isRange && days.lowerBound == before
    if isRange || (evening == before && surroundings.continuesSentence) { watchBegan = before }
  }

  private mutating func rememberWeek(_ days: ClosedRange<GregorianDay>) {
    let (monday, sunday) = (days.lowerBound, days.upperBound)
    guard monday != sunday, monday.days(until: sunday) == 6, monday.weekday == 1 else { return }
    focusWeek = monday
    guard coveredWeek == nil, let reference else { return }
    if (1...7).contains(sunday.days(until: reference)) { coveredWeek = monday }
  }

  private mutating func rememberMonth(
    _ stretch: CalendarStretch, _ days: ClosedRange<GregorianDay>,
    _ surroundings: ReadingSurroundings
  ) {
    guard coveredMonth == nil, stretch.isMonthOrHalf, surroundings.isInTitle, let reference,
      let before = reference.adding(months: -1), before.year == days.lowerBound.year,
      before.month == days.lowerBound.month
    else { return }
    coveredMonth = (before.year, before.month)
  }

  /// 本周86起,上周为71起: the sentence goes on about the later stretch.
  private func isFormerValue(
    _ days: ClosedRange<GregorianDay>, _ surroundings: ReadingSurroundings
  ) -> Bool {
    guard let first = period?.days?.lowerBound, days.upperBound < first else { return false }
    return surroundings.continuesSentence && surroundings.givesValue
  }

  /// 自6月25日起…,截至9月30日… says in two places what period the figures are of.
  private mutating func rememberCampaign(
    _ days: ClosedRange<GregorianDay>, _ surroundings: ReadingSurroundings
  ) {
    let day = days.upperBound
    if surroundings.isBeginning || surroundings.opensCampaign, !surroundings.pointsAhead {
      beginning = days.lowerBound
    } else if let first = beginning, first <= day, first.days(until: day) <= 366,
      surroundings.isClosing || surroundings.closesCampaign
    {
      period = .days(first...day)
      periodFestival = nil
    }
  }
}
