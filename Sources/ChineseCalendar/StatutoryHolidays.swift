/// One statutory holiday of one year as the State Council arranged it.
public struct StatutoryHoliday: Hashable, Sendable {
  /// The year that the arrangement is for: 元旦 2024 begins on 2023-12-30.
  public let year: Int
  /// 元旦, 春节, 清明节, 劳动节, 端午节, 中秋节, 国庆节.
  public let name: String
  /// The days off in one piece, adjoining weekends included (与周末连休).
  public let days: ClosedRange<GregorianDay>
  /// Weekend days worked in exchange (调休上班).
  public let workdays: [GregorianDay]
  /// The number of the notice, 国办发明电〔2023〕7号; nil where it was not established.
  public let source: String?
}

/// The yearly holiday arrangements of `Dictionaries/calendar/holidays.tsv`.
///
/// They are decisions, not arithmetic: years that the table does not list have no answer.
public struct StatutoryHolidays: Sendable {
  /// In the order of the file.
  public let all: [StatutoryHoliday]

  /// Reads the table: year, holiday, first, last, workdays joined by `|`, source. Two holidays
  /// with one common break (国庆节 and 中秋节 of 2025) are two rows with the same days.
  ///
  /// - Throws: `CalendarTableError` with the line for a malformed row.
  public init(parsing text: String) throws(CalendarTableError) {
    let columns = ["year", "holiday", "first", "last", "workdays", "source"]
    var all: [StatutoryHoliday] = []
    var seen: Set<YearAndName> = []
    for row in try tableRows(of: text, file: "holidays.tsv", columns: columns) {
      let first = try Self.day(row.fields[2], in: row)
      let last = try Self.day(row.fields[3], in: row)
      guard first <= last else {
        throw row.failure("the last day comes before the first", remedy: "Exchange them.")
      }
      let name = YearAndName(
        year: try row.integer(0, named: "year"), name: String(row.fields[1]))
      guard seen.insert(name).inserted else {
        throw row.failure("the holiday is listed twice", remedy: "Keep one row a year.")
      }
      var workdays: [GregorianDay] = []
      for text in row.list(4) { workdays.append(try Self.day(text[...], in: row)) }
      all.append(
        StatutoryHoliday(
          year: name.year, name: name.name, days: first...last, workdays: workdays,
          source: row.fields[5].isEmpty ? nil : String(row.fields[5])))
    }
    self.all = all
  }

  /// The days off of a holiday, both ends included; nil when the table does not list it.
  public func interval(of name: String, year: Int) -> ClosedRange<GregorianDay>? {
    all.first { $0.year == year && $0.name == name }?.days
  }

  /// The holidays of a year in order; empty when the table does not list the year.
  public func holidays(in year: Int) -> [StatutoryHoliday] { all.filter { $0.year == year } }

  /// The holidays whose days off include the day.
  public func holidays(on day: GregorianDay) -> [StatutoryHoliday] {
    all.filter { $0.days.contains(day) }
  }

  /// The holidays for which the day is worked in exchange.
  public func holidays(workedOn day: GregorianDay) -> [StatutoryHoliday] {
    all.filter { $0.workdays.contains(day) }
  }

  private struct YearAndName: Hashable {
    let year: Int
    let name: String
  }

  private static func day(
    _ text: Substring, in row: TableRow
  ) throws(CalendarTableError) -> GregorianDay {
    guard let day = GregorianDay(iso: text) else {
      throw row.failure("'\(text)' is no day", remedy: "Write an existing day as YYYY-MM-DD.")
    }
    return day
  }
}
