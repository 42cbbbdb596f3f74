import Numerals
import Testing

@testable import Extraction

@Suite("Lengths of time")
struct TemporalDurationTests {
  private func term(_ count: String, _ unit: DurationValue.Unit) throws -> DurationValue.Term {
    DurationValue.Term(count: try #require(ExactDecimal(count)), unit: unit)
  }

  @Test("Terms come in the order of ISO 8601")
  func order() throws {
    let value = DurationValue(terms: [
      try term("5", .minutes), try term("2", .hours), try term("1", .days),
    ])
    #expect(value.value == "P1DT2H5M")
  }

  @Test("Fractions and marks")
  func marks() throws {
    #expect(DurationValue(terms: [try term("1.5", .years)]).value == "P1.5Y")
    let bound = DurationValue(terms: [try term("10", .years)], approximation: .atLeast)
    #expect(bound.value == ">=P10Y")
    #expect(bound.iso == "P10Y")
  }

  @Test("A range names both ends")
  func range() throws {
    let value = DurationValue(
      terms: [try term("3", .days)], upperTerms: [try term("5", .days)])
    #expect(value.value == "P3D..P5D")
  }

  @Test("Quarters, centuries and 刻钟 become months, years and minutes")
  func derivedUnits() throws {
    let one = ExactDecimal(1)
    #expect(
      DurationValue.Term(one, designator: "Q").map { DurationValue(terms: [$0]).value } == "P3M")
    #expect(
      DurationValue.Term(one, designator: "TQ").map { DurationValue(terms: [$0]).value } == "PT15M")
    #expect(DurationValue.Term(one, designator: "?") == nil)
  }
}
