import ChineseCalendar

/// What the text has said so far that a partial date can lean on.
struct ResolutionContext {
  /// Relative and partial dates count from this day.
  var reference: GregorianDay?
  /// Seconds after midnight, where the caller gave a time of day.
  var referenceSeconds: Int?
  /// The document counts years from 1912: 95年 is 2006.
  var countsRepublicYears = false
  /// Year that the document or paragraph is about: 2019年,全市…
  var topicYear: Int?
  /// The last day that the text placed in its own story, for 次日 and 当晚.
  var focusDay: GregorianDay?
  /// The first day of a watch that went on past midnight, while it is what was named last: 当晚 is
  /// its evening, for what ends in the small hours has none.
  var watchBegan: GregorianDay?
  /// The day of an hour after noon, while it is what was named last.
  var eveningNamed: GregorianDay?
  /// The last month and year named, for a bare 日 or 月.
  var focusMonth: (year: Int, month: Int)?
  var focusYear: Int?
  /// The stretch that a report speaks of, for 同期.
  var period: CalendarStretch?
  /// The day from which the text says that something goes on: 自6月25日起.
  var beginning: GregorianDay?
  /// The festival whose holiday the period is.
  var periodFestival: TemporalPoint?
  /// Monday of the week that the text spoke of last.
  var focusWeek: GregorianDay?
  /// Monday of the week before that of the reference date, where the head of a report names it day
  /// by day: 4月3日至9日.
  var coveredWeek: GregorianDay?
  /// The covered week, once the report has called it 本周.
  var reportedWeek: GregorianDay?
  /// Whether 本周, 上周 or the like has occurred.
  var hasNamedWeek = false
  /// The month before that of the reference date, where the title names it.
  var coveredMonth: (year: Int, month: Int)?
  /// The covered month, once the report has called it 本月.
  var reportedMonth: (year: Int, month: Int)?
  /// Whether 本月, 上月 or the like has occurred.
  var hasNamedMonth = false
  /// The whole text is this one expression: there is no report whose past it could mean.
  var isQuery = false
}
