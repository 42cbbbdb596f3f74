import Lexicon
import Testing

@testable import RuleEngine

@Suite("The rule language")
struct RuleLanguageTests {
  @Test("reports all faults of a file together, each with its line")
  func allFaultsTogether() throws {
    let rules = try TestRules(
      """
      - id: one
        type: date
        pattern: "<unknown-class> 日"
        value: value
      - id: two
        type: date
        pattern: "(月"
        value: value
      - id: three
        type: dates
        pattern: "月"
        value: value
      - id: four
        type: date
        pattern: "月"
        value: nothing
      """)
    let text = rules.faults.map(\.description).joined(separator: "\n")
    #expect(text.contains("test.yaml:7:"))
    #expect(text.contains("test.yaml:9:"))
    #expect(text.contains("unknown dictionary class <unknown-class>"))
    #expect(text.contains("unknown value constructor “nothing”"))
  }

  @Test("a rule that can match nothing is a fault")
  func emptyRule() throws {
    let rules = try TestRules("- id: empty\n  type: date\n  pattern: \"月? 日?\"\n  value: value\n")
    #expect(rules.faults.contains { $0.message.contains("can match nothing") })
  }

  @Test("a fragment of a name that stands already is noted with both places")
  func replacedFragment() {
    var set = RuleSet()
    set.add(text: "- fragments:\n    unit: \"日\"\n    side: \"月\"\n", named: "one.yaml")
    set.add(text: "- fragments:\n    other: \"年\"\n    unit: \"时\"\n", named: "two.yaml")
    #expect(
      set.replacedFragments.map(\.description) == [
        "two.yaml:3: fragment unit replaces the one of the same name in one.yaml, line 2; "
          + "rename one of them"
      ])
  }

  @Test("a fragment that leads back to itself is a fault")
  func circularFragment() throws {
    let rules = try TestRules(
      """
      - fragments:
          a: "月 @b"
          b: "日 @a"
      - id: loop
        type: date
        pattern: "@a"
        value: value
      """)
    #expect(rules.faults.contains { $0.message.contains("back to itself") })
  }

  @Test(
    "a broken pattern names the place and what is wrong",
    arguments: [
      ("月)", 1, "too many"), ("<integer 1..>", 12, "a number expected"),
      ("*月", 0, "nothing to stand"),
      ("<digits>", 8, "how many"), ("月{3,1}", 6, "is empty"), ("(?= )", 4, "empty alternative"),
    ])
  func brokenPatterns(pattern: String, offset: Int, message: String) {
    let fault = #expect(throws: PatternFault.self) { try PatternParser.parse(pattern) }
    #expect(fault?.message.contains(message) == true)
    #expect(fault?.offset == offset)
  }

  @Test("examples carry the mention, its value and a reference date")
  func examples() {
    var set = RuleSet()
    set.add(
      text: """
        - id: day
          type: date
          pattern: "月"
          value: value
          yes:
            - "@2024-02-19 截至[2月18日]，": "2024-02-18"
          no:
            - "2月版"
        """, named: "test.yaml")
    #expect(set.faults.isEmpty)
    #expect(set.examples.count == 2)
    #expect(set.examples[0].text == "截至2月18日，")
    #expect(set.examples[0].mention == 2..<7)
    #expect(set.examples[0].reference == "2024-02-19")
    #expect(set.examples[1].mention == nil)
  }
}
