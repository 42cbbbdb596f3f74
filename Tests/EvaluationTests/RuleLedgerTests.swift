import Testing
import TongbaoText

@testable import Evaluation

/// Rules of a made-up extractor: each marks fixed mentions, and those in a lower place step in
/// where the ones above them are taken away.
private struct FakeRules {
  /// Rule, document and mention, by rank.
  let marks: [(rule: String, document: Int, mention: AnnotatedDocument.Mention)]
  let gold: [AnnotatedDocument]

  func reading(without rule: String? = nil, _ places: [Int]? = nil) -> [AnnotatedDocument] {
    (places ?? Array(gold.indices)).map { place in
      var document = AnnotatedDocument(id: gold[place].id, text: gold[place].text)
      for mark in marks where mark.document == place && mark.rule != rule {
        var mention = mark.mention
        mention.rule = mark.rule
        let isFree = document.mentions.allSatisfy { !$0.span.overlaps(mention.span) }
        // A guard takes the place and leaves no mention.
        if isFree { document.mentions.append(mention) }
      }
      document.mentions.removeAll { $0.type == "none" }
      return document
    }
  }

  var uses: [RuleUse] {
    let names = marks.map(\.rule).reduce(into: [String]()) { list, name in
      if !list.contains(name) { list.append(name) }
    }
    return names.map { name in
      let own = marks.filter { $0.rule == name }
      return RuleUse(
        rule: name, type: own[0].mention.type, won: own.count,
        documents: Array(Set(own.map(\.document))).sorted())
    } + [RuleUse(rule: "never", type: "date", lost: 2)]
  }

  var ledger: RuleLedger {
    RuleLedger(gold: gold, predicted: reading(), uses: uses) { reading(without: $0, $1) }
  }
}

@Suite("The rule ledger")
struct RuleLedgerTests {
  typealias Mention = AnnotatedDocument.Mention

  /// In the first document: a day that a coarser rule would cut short, a count that two rules
  /// find, a guarded slogan, and a rule that only invents.
  private let rules = FakeRules(
    marks: [
      ("slogan", 0, Mention("none", 20, 24)), ("day", 0, Mention("date", 0, 5, "2024-02-18")),
      ("month", 0, Mention("date", 0, 2, "2024-02")), ("count", 0, Mention("count", 8, 12, "5 起")),
      ("count-too", 0, Mention("count", 8, 12, "5 起")), ("number", 0, Mention("number", 20, 22)),
      ("noise", 0, Mention("place", 40, 42)), ("day", 1, Mention("date", 0, 5, "2023-01-01")),
      ("count", 1, Mention("count", 8, 12, "6 起")),
    ],
    gold: [
      .marked([Mention("date", 0, 5, "2024-02-18"), Mention("count", 8, 12, "5 起")], id: "one"),
      .marked([Mention("date", 0, 5, "2024-01-01"), Mention("count", 8, 12, "6 起")], id: "two"),
    ])

  private func entry(_ rule: String) throws -> RuleLedger.Entry {
    try #require(rules.ledger.entries.first { $0.use.rule == rule })
  }

  @Test("counts what each rule has right, wrong and invented")
  func counts() throws {
    let day = try entry("day")
    #expect([day.found, day.correct, day.wrong, day.spurious] == [2, 1, 1, 0])
    #expect(day.precision == 0.5)
    let noise = try entry("noise")
    #expect([noise.found, noise.correct, noise.wrong, noise.spurious] == [1, 0, 0, 1])
    #expect(try entry("never").precision == nil)
  }

  @Test("tells what no other rule would find from what another gives too, or gives wrongly")
  func counterparts() throws {
    let (day, count) = (try entry("day"), try entry("count"))
    #expect(day.unique == 1)
    #expect(day.overlaps == [])
    #expect(day.conflicts == [.init(rule: "month", count: 1)])
    #expect(count.unique == 1)
    #expect(count.overlaps == [.init(rule: "count-too", count: 1)])
    #expect(count.conflicts == [])
  }

  @Test("says what a guard holds back")
  func guards() throws {
    let slogan = try entry("slogan")
    #expect(slogan.found == 0)
    #expect(slogan.conflicts == [.init(rule: "number", count: 1)])
    // 3 of 4 + 5 mentions are right; without the guard, of 4 + 6.
    #expect(abs(slogan.marginalF1 - (6.0 / 9 - 6.0 / 10)) < 1e-12)
  }

  @Test("gives F1 with the rule less F1 without it, by value and by span alone")
  func marginal() throws {
    let (day, noise, spare) = (try entry("day"), try entry("noise"), try entry("count-too"))
    // Without: the count of each document is right; day gone from both, month in one.
    #expect(abs(day.marginalF1 - (6.0 / 9 - 4.0 / 8)) < 1e-12)
    #expect(abs(day.marginalSpanF1 - (8.0 / 9 - 4.0 / 8)) < 1e-12)
    #expect(abs(noise.marginalF1 - (6.0 / 9 - 6.0 / 8)) < 1e-12)
    #expect(spare.marginalF1 == 0)
  }

  @Test("lets dead and harmful rules stand out")
  func standOut() {
    let ledger = rules.ledger
    #expect(ledger.dead.map(\.use.rule) == ["never"])
    #expect(ledger.harmful.map(\.use.rule) == ["noise"])
    let table = RuleLedgerReport(.init(name: "these", ledger: ledger)).table
    #expect(table.contains("F1 rises without: noise -0.0833"))
    #expect(table.contains("dead, no match here: never"))
    #expect(table.contains("day: overlaps -; conflicts month 1"))
  }

  @Test("reads again only the documents in which a rule won")
  func readsNoMoreThanNeeded() {
    var asked: [String: [Int]] = [:]
    _ = RuleLedger(gold: rules.gold, predicted: rules.reading(), uses: rules.uses) { rule, places in
      asked[rule] = places
      return rules.reading(without: rule, places)
    }
    #expect(asked["day"] == [0, 1])
    #expect(asked["noise"] == [0])
    #expect(asked["never"] == nil)
  }

  @Test("sets two rule sets side by side")
  func comparison() throws {
    let fewer = FakeRules(marks: rules.marks.filter { $0.rule != "noise" }, gold: rules.gold)
    let report = RuleLedgerReport(
      .init(name: "fewer", ledger: fewer.ledger),
      comparedTo: .init(name: "all", ledger: rules.ledger))
    #expect(report.changedRules.contains { $0.rule == "noise" && $0.own == nil })
    let value = try #require(report.comparison?.differences.first { $0.metric == "value" })
    let difference: Double = try #require(value.difference)
    let expected: Double = 6.0 / 8 - 6.0 / 9
    #expect(abs(difference - expected) < 1e-12)
    #expect(report.table.contains("this: fewer, other: all"))
    var parser = JSONParser(report.json)
    let json = try parser.parse()
    #expect(json["otherSummary"]?["harmful"]?.array?.first?.string == "noise")
    #expect(json["comparison"]?["changes"]?.array?.count == 1)
  }

  @Test("is JSON with every rule in it, and a page that no name can break out of")
  func formats() throws {
    var ledger = rules.ledger
    ledger.entries[0].use.rule = "<b>&"
    let report = RuleLedgerReport(.init(name: "</script>", ledger: ledger))
    var parser = JSONParser(report.json)
    let json = try parser.parse()
    #expect(json["rules"]?.array?.count == ledger.entries.count)
    #expect(json["rules"]?.array?.first?["rule"]?.string == "<b>&")
    #expect(report.html.contains("<th>&lt;b&gt;&amp;</th>"))
    #expect(report.html.split(separator: "</script>").count == 2)
  }
}
