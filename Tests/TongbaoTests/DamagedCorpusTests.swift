import Evaluation
import Testing

@testable import Tongbao

/// Annotated bulletins and their damaged twins must give the same mentions, save for those that the
/// damage makes truly unreadable.
@Suite("Damaged bulletins of the corpus")
struct DamagedCorpusTests {
  /// Every fifth bulletin: all regions, scripts and conditions are among them.
  private static let bulletins = Result {
    try Repository.annotated(in: "Corpus").enumerated()
      .filter { $0.offset.isMultiple(of: 5) }
      .map { AnnotatedDocument($0.element) }
  }

  private static let cleanF1 = Result { try valueF1(of: bulletins.get()) }

  private static func valueF1(of gold: [AnnotatedDocument]) throws -> Double {
    let analyzer = try Repository.analyzer.get()
    let predicted = gold.map { document in
      AnnotatedDocument(
        analyzer.mentions(in: document.text, id: document.id, published: document.published))
    }
    let tally = Evaluator.evaluate(gold: gold, predicted: predicted).tally
    return try #require(tally.overall.valueRatios.f1)
  }

  @Test(
    "are read nearly as well as clean ones, whatever the damage",
    arguments: Damage.Kind.allCases.map { [$0] } + [Damage.Kind.allCases])
  func nearlyAsWell(kinds: [Damage.Kind]) throws {
    let damage = Damage(kinds: Set(kinds), rate: 0.3, seed: 18)
    let clean = try Self.bulletins.get()
    let damaged = clean.map { damage.applied(to: $0) }
    #expect(zip(clean, damaged).contains { $0.text != $1.text })
    let f1 = try Self.valueF1(of: damaged)
    #expect(try f1 > Self.cleanF1.get() - 0.02, "F1 \(f1)")
  }
}
