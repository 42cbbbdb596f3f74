import ChineseCalendar

/// The calendar data that resolution needs and no rule of arithmetic gives.
public struct CalendarTables: Sendable {
  public var holidays: StatutoryHolidays
  public var festivals: FestivalTable

  public init(holidays: StatutoryHolidays, festivals: FestivalTable) {
    self.holidays = holidays
    self.festivals = festivals
  }

  /// The last year whose statutory holidays are known: a text is hardly from a later one.
  var lastKnownYear: Int { holidays.all.map(\.year).max() ?? 2026 }
}
