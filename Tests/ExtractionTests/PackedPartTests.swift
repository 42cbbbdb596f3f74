import Testing

@testable import Extraction

@Suite("Parts of a point in one word")
struct PackedPartTests {
  private func comesBack<Part: Packable & Equatable & Sendable>(_ part: Part) -> Bool {
    PackedPart(wrappedValue: part).wrappedValue == part
  }

  @Test("What is left out stays left out")
  func none() {
    #expect(TemporalPoint().isEmpty)
    #expect(TemporalPoint().year == nil)
    #expect(ClockReading().hour == nil)
  }

  @Test("Every kind keeps its number, a negative shift and a zero too", arguments: [-3, 0, 9999])
  func kinds(number: Int) {
    let years: [TemporalPoint.Year] = [
      .number(number), .twoDigits(number), .relative(number), .anaphoric(number), .topic(number),
    ]
    #expect(years.allSatisfy(comesBack))
    let months: [TemporalPoint.Month] = [.number(number), .relative(number), .anaphoric(number)]
    #expect(months.allSatisfy(comesBack))
    let days: [TemporalPoint.Day] = [.number(number), .relative(number), .anaphoric(number)]
    #expect(days.allSatisfy(comesBack))
    let weeks: [TemporalPoint.Week] = [
      .relative(number), .weekend(number), .anaphoric(number), .numbered(number),
      .firstHalf(number), .secondHalf(number),
    ]
    #expect(weeks.allSatisfy(comesBack))
    #expect(comesBack(number))
  }

  @Test("A section keeps all that it says", arguments: TemporalPoint.CountedUnit.allCases)
  func sections(unit: TemporalPoint.CountedUnit) {
    let sections: [TemporalPoint.Section] = [
      .quarter(4), .relativeQuarter(-1), .half(2), .firstQuarters(3), .firstMonths(11), .third(5),
      .relativeHalf(-1), .halfMonth(2), .dayOfYear(366), .nthWeekday(-1), .season(firstMonth: 11),
      .counted(99, unit, fromEnd: false), .counted(1, unit, fromEnd: true),
    ]
    #expect(sections.allSatisfy(comesBack))
  }

  @Test("A lunar day may leave out its month, and a lunar month its day")
  func lunar() {
    let days = [
      TemporalPoint.Lunar(month: 12, day: 30, isLeap: true),
      TemporalPoint.Lunar(month: nil, day: 4), TemporalPoint.Lunar(month: 1, day: nil),
      TemporalPoint.Lunar(),
    ]
    #expect(days.allSatisfy(comesBack))
  }
}
