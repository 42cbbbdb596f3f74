import ChineseCalendar

/// The calendar data that resolution needs and no rule of arithmetic gives.
public struct CalendarTables: Sendable {
  public let holidays: StatutoryHolidays
  public let festivals: FestivalTable

  /// The last year whose statutory holidays are known: a text is hardly from a later one.
  let lastKnownYear: Int

  public init(holidays: StatutoryHolidays, festivals: FestivalTable) {
    self.holidays = holidays
    self.festivals = festivals
    lastKnownYear = holidays.all.map(\.year).max() ?? 2026
  }
}
