import Testing
import TongbaoText

@testable import Evaluation

@Suite("Comparing canonical values")
struct ValueTests {
  @Test(
    "takes different spellings of the same value as equal",
    arguments: [
      ("2024-Q1", "2024-01/2024-03", "date"), ("2024", "2024-01-01/2024-12-31", "date"),
      ("2024-02", "2024-02-01/2024-02-29", "date"), ("2024-W07", "2024-02-12/2024-02-18", "date"),
      ("2020-W53", "2020-12-28/2021-01-03", "date"),
      ("2024-02-18;lunar=2024-01-09", "2024-02-18", "date"), ("1.50 公里", "1.5 公里", "measure"),
      ("~120  名", "~120 名", "count"), ("20.0%", "20%", "percent"), ("007 起", "7 起", "count"),
    ])
  func equal(_ left: String, _ right: String, _ type: String) {
    #expect(CanonicalValue.areEqual(left, right, type: type))
  }

  @Test(
    "tells different values apart",
    arguments: [
      ("2024-02-18", "2024-02-19", "date"), ("120 名", "~120 名", "count"),
      ("610600", "610602", "place"), ("20%", "20 百分点", "percent"), ("P8D", "P8M", "duration"),
      ("2024-Q1", "2024-01/2024-03", "time"), ("560 人次", "560 人", "count"),
    ])
  func different(_ left: String, _ right: String, _ type: String) {
    #expect(!CanonicalValue.areEqual(left, right, type: type))
  }

  @Test("sets errors by the reference date apart from other wrong values")
  func referenceErrors() {
    func kind(_ gold: String, _ predicted: String, _ day: String? = nil) -> MentionError.Kind? {
      var wanted = AnnotatedDocument.marked([.init("date", 0, 3, gold)])
      var found = AnnotatedDocument.marked([.init("date", 0, 3, predicted)])
      (wanted.published, found.published) = ("2024-03-10", day)
      let result = Evaluator.evaluate(gold: [wanted], predicted: [found])
      return result.documents[0].errors.first?.kind
    }
    #expect(kind("2024-02-18", "2023-02-18") == .reference)
    #expect(kind("2024-02-09/2024-02-17", "2023-02-09/2023-02-17") == .reference)
    #expect(kind("2024-02-18", "2023-02-19") == .value)
    #expect(kind("2024-03-09", "2024-03-11", "2024-03-12") == .reference)
    #expect(kind("2024-01-01/2024-03-10", "2024-01-01/2024-03-12", "2024-03-12") == .reference)
    #expect(kind("2024-03-09", "2024-03-11") == .value)
    #expect(kind("2024-Q1", "2024-01/2024-03") == nil)
  }

  @Test("gives value accuracy among right spans, and F1 of span and value together")
  func accuracy() {
    let gold = AnnotatedDocument.marked([
      .init("count", 0, 3, "5 起"), .init("count", 5, 8, "6 起"), .init("count", 10, 13, "7 起"),
    ])
    let predicted = AnnotatedDocument.marked([
      .init("count", 0, 3, "5 起"), .init("count", 5, 8, "60 起"),
    ])
    let tally = Evaluator.evaluate(gold: [gold], predicted: [predicted]).tally.overall
    #expect(tally.valueAccuracy == 0.5)
    #expect(tally.valueRatios.f1 == 0.4)
  }

  @Test("knows which values the guideline allows for a type")
  func grammar() {
    let right: [(MentionType, [String])] = [
      (
        .date,
        [
          "2024-02-29", "2024", "2024-H1", "2024-01-01/..", "../2024-02-18", "PAST_REF",
          "2024-02-18;lunar=2024-01-09", "2023-03-21;lunar=2023-02*-30", "~2024-02-18",
        ]
      ),
      (.time, ["2024-02-18T19", "T21:30", "2024-02-09TNI", "T20/T02", "~T08"]),
      (.duration, ["P8D", "PT24H", "P1.5Y", "~P3D", "PT2H..PT3H"]),
      (.recurrence, ["R/P1D", "R/P1W-5"]), (.count, [">500 名", "10..99 起", "3200 辆(架、艘、列)次"]),
      (.measure, ["2.3 公斤"]), (.percent, ["20.9%", "1.2 百分点", "1/3", "~90%"]),
      (.ordinal, ["#41 届", "#7"]), (.number, ["560"]),
      (.place, ["610602", "610602102", "-", "VN"]),
      (.organization, ["-"]),
    ]
    for (type, values) in right {
      for value in values { #expect(ValueGrammar.fault(in: value, type: type) == nil, "\(value)") }
    }
    let wrong: [(MentionType, [String])] = [
      (.date, ["2024-02-30", "2024-13", "2月18日", "2024-02-18/2024-02-09", ""]),
      (.time, ["T25", "2024-02-18", "T21:70"]), (.duration, ["8D", "P", "PT"]),
      (.recurrence, ["P1D"]), (.count, ["560", "560人次", "约5 名"]), (.percent, ["20.9"]),
      (.place, ["6106", "延安"]), (.organization, ["610600"]), (.ordinal, ["41 届"]),
    ]
    for (type, values) in wrong {
      for value in values { #expect(ValueGrammar.fault(in: value, type: type) != nil, "\(value)") }
    }
  }
}
