import ChineseCalendar
import TongbaoText

/// The value of an expression with the days that later dates may lean on.
struct ResolvedValue {
  var value: TemporalValue
  var stretch: CalendarStretch?

  init(_ value: TemporalValue, _ stretch: CalendarStretch? = nil) {
    self.value = value
    self.stretch = stretch
  }

  /// A stretch of the calendar as it is.
  init(_ stretch: CalendarStretch) { self.init(TemporalValue(stretch), stretch) }
}

extension TemporalValue {
  init(_ stretch: CalendarStretch) {
    self.init { $0.append(stretch) }
    lunar = stretch.lunar?.description
    interval = stretch.days.map(LocalMoment.interval)
    if let holiday = stretch.holiday { candidates = holiday.values }
  }
}
