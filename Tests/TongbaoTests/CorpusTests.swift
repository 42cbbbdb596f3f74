import Evaluation
import Testing
import TongbaoText

@testable import Tongbao

@Suite("The corpus")
struct CorpusTests {
  /// Below these the rules lost something that they once found. They are floors, not goals.
  private static let floors: [MentionType: Double] = [
    .date: 0.85, .time: 0.9, .duration: 0.8, .count: 0.95, .measure: 0.95, .percent: 0.95,
    .place: 0.7, .organization: 0.8,
  ]

  @Test("is read as well as it was before, type by type")
  func spanAndValue() throws {
    let analyzer = try Repository.analyzer.get()
    var right: [MentionType: Int] = [:]
    var gold: [MentionType: Int] = [:]
    var found: [MentionType: Int] = [:]
    for bulletin in try Repository.annotated(in: "Corpus") {
      let document = analyzer.analyze(
        bulletin.text, id: bulletin.id, published: bulletin.published)
      let wanted = Set(bulletin.mentions.map { key($0.type, $0.span, $0.value) })
      for mention in bulletin.mentions { gold[mention.type, default: 0] += 1 }
      for mention in document.mentions {
        found[mention.type, default: 0] += 1
        let lunar = mention.lunar.map { ";lunar=\($0)" } ?? ""
        if wanted.contains(key(mention.type, mention.span, mention.value + lunar)) {
          right[mention.type, default: 0] += 1
        }
      }
    }
    for (type, floor) in Self.floors {
      let total = (gold[type] ?? 0) + (found[type] ?? 0)
      let f1 = total == 0 ? 1 : 2 * Double(right[type] ?? 0) / Double(total)
      #expect(f1 >= floor, "\(type.rawValue): F1 \(f1)")
    }
  }

  private func key(_ type: MentionType, _ span: Span, _ value: String) -> String {
    "\(type.rawValue) \(span.start) \(span.end) \(value)"
  }
}
