import Testing
import TongbaoText

@testable import Evaluation

@Suite("The four schemes of SemEval-2013 task 9.1")
struct SchemeTests {
  typealias Mention = AnnotatedDocument.Mention

  private func counts(
    _ gold: [AnnotatedDocument], _ predicted: [AnnotatedDocument]
  ) -> [MatchingScheme: [Int]] {
    let overall = Evaluator.evaluate(gold: gold, predicted: predicted).tally.overall
    return Dictionary(
      uniqueKeysWithValues: MatchingScheme.allCases.map { scheme in
        (scheme, Outcome.allCases.map { overall[scheme][$0] })
      })
  }

  /// The example of `EVALUATION.md`, which `Benchmarks/Agreement` gives to nervaluate too.
  @Test("count the worked example as their documentation says")
  func workedExample() throws {
    let gold = try document(
      """
      ⟦2月18日|date|2024-02-18⟧，⟦延安市|place|610600⟧投入⟦560人次|count|560 人次⟧，\
      ⟦上半年|date|2024-H1⟧与⟦正月初九|date|2024-02-18⟧再查三项。
      """)
    let predicted = try document(
      """
      ⟦2月18日|date|2024-02-18⟧，⟦延安市|organization|-⟧投入⟦560人|count|560 人⟧次，\
      上⟦半年|duration|P0.5Y⟧与正月初九再查⟦三项|count|3 项⟧。
      """)
    #expect(gold.text == predicted.text)
    let counts = counts([gold], [predicted])
    #expect(counts[.strict] == [1, 3, 0, 1, 1])
    #expect(counts[.exact] == [2, 2, 0, 1, 1])
    #expect(counts[.partial] == [2, 0, 2, 1, 1])
    #expect(counts[.type] == [2, 2, 0, 1, 1])
    let overall = Evaluator.evaluate(gold: [gold], predicted: [predicted]).tally.overall
    #expect(overall[.strict].ratios.precision == 0.2)
    #expect(overall[.exact].ratios.f1 == 0.4)
    #expect(overall[.partial].ratios.precision == 0.6)
    #expect(overall[.type].ratios.recall == 0.4)
  }

  private func document(_ marked: String) throws -> AnnotatedDocument {
    let (document, faults) = InlineFormat.read(
      "# id: example\n# published: 2024-02-19\n# genre: example\n\(marked)\n", file: "example")
    if let fault = faults.first { throw fault }
    return AnnotatedDocument(document)
  }

  /// The expected counts are those of nervaluate 1.2.1 on the same 20 documents;
  /// `Benchmarks/Agreement` prints them.
  @Test("count flat annotations as nervaluate does")
  func agreesWithNervaluate() {
    var generator = SeededGenerator(seed: 42)
    let documents = (0..<20).map { Self.flatDocument("\($0)", &generator) }
    let counts = counts(documents.map(\.gold), documents.map(\.predicted))
    #expect(counts[.strict] == [641, 275, 0, 163, 70])
    #expect(counts[.exact] == [709, 207, 0, 163, 70])
    #expect(counts[.partial] == [709, 0, 207, 163, 70])
    #expect(counts[.type] == [761, 155, 0, 163, 70])
  }

  /// As above: these are nervaluate's counts.
  @Test("count predictions that overlap several mentions as nervaluate does")
  func agreesOnManyToMany() {
    var generator = SeededGenerator(seed: 43)
    let documents = (0..<20).map { Self.independentDocument("\($0)", &generator) }
    let counts = counts(documents.map(\.gold), documents.map(\.predicted))
    #expect(counts[.strict] == [2, 759, 0, 306, 318])
    #expect(counts[.exact] == [41, 720, 0, 306, 318])
    #expect(counts[.partial] == [41, 0, 720, 306, 318])
    #expect(counts[.type] == [187, 568, 0, 312, 324])
  }

  private static let types = ["date", "count", "place", "percent"]

  private static func sideBySide(_ generator: inout SeededGenerator) -> [Mention] {
    var mentions: [Mention] = []
    var end = 0
    while true {
      let start = end + generator.below(6)
      end = start + 1 + generator.below(5)
      if end > 300 { return mentions }
      mentions.append(Mention(generator.pick(types), start, end))
    }
  }

  /// Annotation and prediction that know nothing of each other.
  private static func independentDocument(
    _ id: String, _ generator: inout SeededGenerator
  ) -> (gold: AnnotatedDocument, predicted: AnnotatedDocument) {
    let gold = sideBySide(&generator)
    let predicted = sideBySide(&generator)
    return (.marked(gold, id: id, length: 310), .marked(predicted, id: id, length: 310))
  }

  /// Mentions side by side, and a prediction that drops, retypes, cuts, joins and adds some.
  private static func flatDocument(
    _ id: String, _ generator: inout SeededGenerator
  ) -> (gold: AnnotatedDocument, predicted: AnnotatedDocument) {
    let gold = sideBySide(&generator)
    var predicted: [Mention] = []
    var index = 0
    while index < gold.count {
      let mention = gold[index]
      let (start, end) = (mention.span.start, mention.span.end)
      let next = index + 1 < gold.count ? gold[index + 1].span : nil
      switch generator.below(12) {
      case 0: break
      case 1: predicted.append(Mention(generator.pick(types), start, end))
      case 2 where end - start > 1: predicted.append(Mention(mention.type, start, end - 1))
      case 3 where end - start > 1:
        predicted.append(Mention(generator.pick(types), start + 1, end))
      case 4 where next != nil:
        predicted.append(Mention(generator.pick(types), start, next?.end ?? end))
        index += 1
      case 5 where (next?.start ?? end) - end >= 2:
        predicted.append(mention)
        predicted.append(Mention(generator.pick(types), end, end + 1))
      default: predicted.append(mention)
      }
      index += 1
    }
    return (.marked(gold, id: id, length: 310), .marked(predicted, id: id, length: 310))
  }

  @Test("leave ratios out that have no denominator")
  func undefinedRatios() {
    let counts = OutcomeCounts()
    #expect(counts.ratios.precision == nil)
    #expect(counts.ratios.recall == nil)
    #expect(counts.ratios.f1 == nil)
    var missed = OutcomeCounts()
    missed.missed = 1
    #expect(missed.ratios.precision == nil)
    #expect(missed.ratios.recall == 0)
    #expect(missed.ratios.f1 == 0)
  }

  @Test("charge a wrong type to the precision of the predicted type")
  func wrongType() throws {
    let gold = AnnotatedDocument.marked([Mention("count", 0, 3), Mention("number", 5, 8)])
    let predicted = AnnotatedDocument.marked([Mention("number", 0, 3), Mention("number", 5, 8)])
    let tally = Evaluator.evaluate(gold: [gold], predicted: [predicted]).tally
    let number = try #require(tally.types["number"])
    #expect(number.ratios(.strict).precision == 0.5)
    #expect(number.ratios(.strict).recall == 1)
    #expect(tally.types["count"]?[.strict].incorrect == 1)
    #expect(tally.types["count"]?.ratios(.strict).precision == nil)
    #expect(tally.overall.ratios(.strict) == tally.overall[.strict].ratios)
  }

  @Test("have counts that add up over types, and to the numbers of mentions")
  func countsAddUp() {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<50 {
      let gold = AnnotatedDocument.random("\(round)", &generator)
      var predicted = AnnotatedDocument.random("\(round)", &generator)
      predicted.mentions += gold.mentions.filter { _ in generator.below(2) == 0 }
      let tally = Evaluator.evaluate(gold: [gold], predicted: [predicted]).tally
      for scheme in MatchingScheme.allCases {
        #expect(tally.overall[scheme].possible == gold.mentions.count)
        #expect(tally.overall[scheme].actual == predicted.mentions.count)
        for type in tally.types.values { #expect(type[scheme].possible == type.gold) }
      }
      #expect(tally.overall.gold == gold.mentions.count)
      #expect(tally.overall.predicted == predicted.mentions.count)
    }
  }
}
