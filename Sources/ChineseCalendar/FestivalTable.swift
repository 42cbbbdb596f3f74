/// The festivals of `Dictionaries/calendar/festivals.tsv`, found by name or by day.
public struct FestivalTable: Sendable {
  /// In the order of the file.
  public let festivals: [Festival]
  private let indexByName: [String: Int]

  /// Reads the table: name, aliases joined by `|`, kind, month, day.
  ///
  /// | kind | month | day |
  /// | --- | --- | --- |
  /// | `gregorian`, `lunar` | month | day of the month |
  /// | `lunar-eve` | empty | empty |
  /// | `term` | empty | index of the solar term, 1 (小寒) to 24 (冬至) |
  /// | `nth-weekday` | month | ordinal/weekday: `2/7` second Sunday, `-1/1` last Monday |
  ///
  /// - Throws: `CalendarTableError` with the line for a malformed row, a day that no year has, and
  ///   a name that stands for two festivals.
  public init(parsing text: String) throws(CalendarTableError) {
    var festivals: [Festival] = []
    var indexByName: [String: Int] = [:]
    let columns = ["name", "aliases", "kind", "month", "day"]
    for row in try tableRows(of: text, file: "festivals.tsv", columns: columns) {
      let festival = Festival(
        name: String(row.fields[0]), aliases: row.list(1), rule: try Self.rule(of: row))
      for name in [festival.name] + festival.aliases {
        guard !name.isEmpty, indexByName.updateValue(festivals.count, forKey: name) == nil else {
          throw row.failure(
            "the name '\(name)' is empty or taken", remedy: "Give every festival names of its own.")
        }
      }
      festivals.append(festival)
    }
    self.festivals = festivals
    self.indexByName = indexByName
  }

  /// The festival with the given name or alias, in simplified script.
  public func festival(named name: String) -> Festival? {
    indexByName[name].map { festivals[$0] }
  }

  /// The festivals that fall on a day, in the order of the file. Linear in the table.
  public func festivals(on day: GregorianDay) -> [Festival] {
    festivals.filter { $0.days(inYear: day.year).contains(day) }
  }

  private static func rule(of row: TableRow) throws(CalendarTableError) -> Festival.Rule {
    switch row.fields[2] {
    case "gregorian":
      let (month, day) = try monthAndDay(of: row) { GregorianDay.daysInMonth($0, year: 2000) }
      return .gregorian(month: month, day: day)
    case "lunar":
      let (month, day) = try monthAndDay(of: row) { _ in 30 }
      return .lunar(month: month, day: day)
    case "lunar-eve":
      return .lunarEve
    case "term":
      guard let term = SolarTerm(rawValue: try row.integer(4, named: "day")) else {
        throw row.failure("no such solar term", remedy: "Give its index, 1 (小寒) to 24 (冬至).")
      }
      return .term(term)
    case "nth-weekday":
      return try weekdayRule(of: row)
    default:
      throw row.failure(
        "unknown kind '\(row.fields[2])'",
        remedy: "Use gregorian, lunar, lunar-eve, term or nth-weekday.")
    }
  }

  private static func monthAndDay(
    of row: TableRow, lastDay: (Int) -> Int
  ) throws(CalendarTableError) -> (month: Int, day: Int) {
    let month = try row.integer(3, named: "month")
    let day = try row.integer(4, named: "day")
    guard (1...12).contains(month), day >= 1, day <= lastDay(month) else {
      throw row.failure("no year has the day \(month)-\(day)", remedy: "Correct month or day.")
    }
    return (month, day)
  }

  private static func weekdayRule(of row: TableRow) throws(CalendarTableError) -> Festival.Rule {
    let month = try row.integer(3, named: "month")
    let parts = row.fields[4].split(separator: "/").compactMap { Int($0) }
    guard (1...12).contains(month), parts.count == 2, (1...7).contains(parts[1]),
      parts[0] == -1 || (1...4).contains(parts[0])
    else {
      throw row.failure(
        "'\(row.fields[4])' names no weekday of a month",
        remedy: "Write ordinal (1 to 4 or -1) and weekday (1 = Monday), as in 2/7.")
    }
    return .weekday(parts[1], ordinal: parts[0], month: month)
  }
}
