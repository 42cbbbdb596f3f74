import Evaluation
import Testing

@testable import Tongbao

@Suite("The consistency checks")
struct InjectionTests {
  /// Every fourth bulletin: enough of each code, and quick in a debug build.
  private static let stride = 4

  @Test("find the errors planted in the corpus, and say little of its sound passages")
  func plantedErrors() throws {
    let analyzer = try Repository.analyzer.get()
    let injector = ErrorInjector(seed: 2024, perDocument: 1)
    var score = InjectionScore()
    for (index, bulletin) in try Repository.annotated(in: "Corpus").enumerated()
    where index % Self.stride == 0 {
      let document = AnnotatedDocument(bulletin)
      func findings(in document: AnnotatedDocument) -> [AnnotatedDocument.Finding] {
        AnnotatedDocument(
          analyzer.analyze(document.text, id: document.id, published: document.published)
        ).findings
      }
      score.count(untouched: document, findings: findings(in: document))
      for injection in injector.injections(into: document) {
        score.count(injection, findings: findings(in: injection.document))
      }
    }
    for code in ErrorInjector.codes {
      let row = try #require(score.rows[code], "nothing was planted for \(code)")
      // One miss is allowed where a code has few.
      #expect(row.found >= row.planted - max(1, row.planted / 20), "\(code): \(score.table)")
    }
    #expect(score.alarms.isEmpty, "\(score.alarms.map { "\($0.document) \($0.finding.note)" })")
  }
}
