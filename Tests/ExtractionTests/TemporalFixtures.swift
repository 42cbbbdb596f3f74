import ChineseCalendar
import RuleEngine
import Testing
import TongbaoText

@testable import Extraction

/// A document whose readings are put together by hand, so that resolution is tested without rules.
struct TemporalScene {
  let text: String
  private(set) var readings: [Reading] = []
  private var position = 0

  init(_ text: String) { self.text = text }

  /// Adds the next occurrence of some words with what they mean.
  mutating func read(_ words: String, _ content: TemporalExpression.Content) {
    read(words, TemporalExpression(content))
  }

  mutating func read(_ words: String, _ expression: TemporalExpression) {
    let units = Array(text.utf16)
    let wanted = Array(words.utf16)
    let start = (position...units.count - wanted.count)
      .first { units[$0..<$0 + wanted.count].elementsEqual(wanted) }
    guard let start else { return }
    position = start + wanted.count
    readings.append(
      Reading(
        rule: Rule(id: "test", type: "date", constructor: "date"), type: .date,
        range: start..<position, expression: .temporal(expression)))
  }

  func outcome(published: String? = nil, isTaiwanese: Bool = false) throws -> TemporalOutcome {
    DocumentResolver(
      readings, units: Array(text.utf16), calendar: try calendarTables(), isTaiwanese: isTaiwanese
    ).resolve(published: published)
  }

  func values(published: String? = nil) throws -> [String] {
    let outcome = try outcome(published: published)
    return readings.indices.map { outcome.values[$0]?.value ?? "-" }
  }
}

func calendarTables() throws -> CalendarTables {
  CalendarTables(
    holidays: try StatutoryHolidays(
      parsing: """
        year\tholiday\tfirst\tlast\tworkdays\tsource
        2023\t春节\t2023-01-21\t2023-01-27\t\t
        2024\t元旦\t2023-12-30\t2024-01-01\t\t
        2024\t春节\t2024-02-10\t2024-02-17\t\t
        2025\t国庆节\t2025-10-01\t2025-10-08\t\t
        2025\t中秋节\t2025-10-01\t2025-10-08\t\t

        """),
    festivals: try FestivalTable(
      parsing: """
        name\taliases\tkind\tmonth\tday
        元旦\t\tgregorian\t1\t1
        国庆节\t\tgregorian\t10\t1
        春节\t\tlunar\t1\t1
        元宵节\t\tlunar\t1\t15
        中秋节\t\tlunar\t8\t15
        除夕\t\tlunar-eve\t\t

        """))
}

extension TemporalPoint {
  static func date(_ year: Int? = nil, _ month: Int? = nil, _ day: Int? = nil) -> TemporalPoint {
    var point = TemporalPoint()
    point.year = year.map { .number($0) }
    point.month = month.map { .number($0) }
    point.day = day.map { .number($0) }
    return point
  }

  static func lunar(_ month: Int?, _ day: Int?, isLeap: Bool = false) -> TemporalPoint {
    var point = TemporalPoint()
    point.lunar = TemporalPoint.Lunar(month: month, day: day, isLeap: isLeap)
    return point
  }

  static func week(_ week: Week) -> TemporalPoint {
    var point = TemporalPoint()
    point.week = week
    return point
  }

  static func weekday(_ number: Int) -> TemporalPoint {
    var point = TemporalPoint()
    point.weekday = number
    return point
  }

  static func festival(_ name: String, year: TemporalPoint.Year? = nil) -> TemporalPoint {
    var point = TemporalPoint()
    point.festival = name
    point.year = year
    return point
  }

  func at(_ hour: Int?, _ minute: Int? = nil, part: DayPart? = nil) -> TemporalPoint {
    var point = self
    point.clock = ClockReading(hour: hour, minute: minute, part: part)
    return point
  }
}
