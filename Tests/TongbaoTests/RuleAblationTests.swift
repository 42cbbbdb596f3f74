import Testing
import TongbaoText

@testable import Tongbao

@Suite("An analyzer without some rules")
struct RuleAblationTests {
  private let text = "截至2024年2月18日(正月初九),全局累计投入安保警力560人次,第一时间出动3名民警。"

  @Test("gives no mention of them, and lets others take their place")
  func others() throws {
    let analyzer = try Repository.analyzer.get()
    let rule = try #require(
      analyzer.analyze(text, id: "full").mentions.first { $0.text == "正月初九" }?.rule)
    let mentions = analyzer.without(rules: [rule]).mentions(in: text, id: "less").mentions
    #expect(mentions.allSatisfy { $0.rule != rule })
    #expect(mentions.contains { $0.text == "560人次" })
  }

  @Test("finds what guards held back")
  func guards() throws {
    let analyzer = try Repository.analyzer.get()
    let guards = analyzer.resources.program.rules.filter { $0.type == "none" }.map(\.id)
    let unguarded = analyzer.without(rules: Set(guards))
    let texts = try Repository.annotated(in: "Corpus").prefix(5).map(\.text)
    let count = { (analyzer: Analyzer) in
      texts.reduce(0) { $0 + analyzer.mentions(in: $1, id: "guarded").mentions.count }
    }
    #expect(count(unguarded) > count(analyzer))
  }

  @Test("reads all the same when the rules never won in the text")
  func idleRules() throws {
    let analyzer = try Repository.analyzer.get()
    let texts = try Repository.annotated(in: "Corpus").prefix(3).map(\.text)
    let idle = analyzer.activity(in: texts).filter { $0.won == 0 }.map(\.id)
    let less = analyzer.without(rules: Set(idle))
    #expect(idle.count > 20)
    for text in texts {
      let (one, two) = (less.analyze(text, id: "x"), analyzer.analyze(text, id: "x"))
      #expect(one.mentions == two.mentions)
      #expect(one.figures == two.figures)
    }
  }

  @Test("shares of the matching work add up to one, and winners have texts")
  func activity() throws {
    let rows = try Repository.analyzer.get().activity(in: [text, "没有数字"])
    #expect(abs(rows.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    #expect(rows.allSatisfy { ($0.won > 0) == ($0.texts == [0]) })
    #expect(rows.contains { $0.won > 0 })
  }
}
