import Evaluation
import Foundation
import Testing
import TongbaoText

@testable import Tongbao

@Suite("The seed bulletin")
struct SeedTests {
  private func seed() throws -> (gold: GoldDocument, document: Document) {
    let gold = try #require(try Repository.annotated(in: "seeds").first)
    let analyzer = try Repository.analyzer.get()
    return (gold, analyzer.analyze(gold.text, id: gold.id, published: gold.published))
  }

  @Test("is annotated as it stands, damage included")
  func annotationFitsTheText() throws {
    let file = Repository.root.appending(path: "seeds/000_8d1da6ea9f9ed0b8.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let (gold, _) = try seed()
    #expect(text.trimmingCharacters(in: .newlines) == gold.text)
  }

  @Test("gives every annotated mention with span and value, and nothing else")
  func mentions() throws {
    let (gold, document) = try seed()
    let wanted = Set(gold.mentions.map { "\($0.span) \($0.type) \($0.text) \($0.value)" })
    let found = Set(
      document.mentions.map { mention in
        let lunar = mention.lunar.map { ";lunar=\($0)" } ?? ""
        return "\(mention.span) \(mention.type) \(mention.text) \(mention.value)\(lunar)"
      })
    #expect(wanted.subtracting(found).sorted() == [])
    #expect(found.subtracting(wanted).sorted() == [])
  }

  @Test("fixes its year by its lunar days, and says so")
  func inferredYear() throws {
    let (_, document) = try seed()
    #expect(document.reference.basis == .inferred)
    #expect(document.reference.date?.hasPrefix("2024-02") == true)
    let evidence = document.reference.evidence.map { document.mentions[$0].text }
    #expect(!evidence.isEmpty)
  }

  @Test("gets its garbled tail back, marked as repaired")
  func tail() throws {
    let (_, document) = try seed()
    let repair = try #require(document.repairs.first { $0.replacement.contains("供稿") })
    #expect(repair.kind == .misalignedGBK)
    #expect(repair.replacement.contains("延安市公安局宝塔分局"))
  }
}
