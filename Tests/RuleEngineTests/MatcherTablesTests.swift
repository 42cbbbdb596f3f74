import Lexicon
import Testing

@testable import RuleEngine

@Suite("The tables of a matcher")
struct MatcherTablesTests {
  private static let yaml = """
    - id: month-day
      type: date
      pattern: "<integer 1..12:month> 月 <integer 1..31:day> (日|号) (?= ，|。|至|到)?"
      value: value
    - id: street
      type: place
      pattern: "(?<= 在|到) <han>{1,3} <road:suffix>"
      value: value
    - id: bureau
      type: organization
      pattern: "(?<= 在|，) <han>{2,4} 公安局"
      value: value
    - id: code
      type: number
      pattern: "<digits 6:code>"
      value: value
      priority: 3
    """
  private static let classes = ["road": ["路": "road", "大街": "street"]]
  private static let texts = [
    "民警在长安路巡逻", "3月5日，延安市公安局通报", "编号610602到东大街", "13月5日", "在在在路路路", "",
  ]

  @Test("are read from an image as they were made")
  func sameMatches() throws {
    let made = try TestRules(Self.yaml, classes: Self.classes)
    for examples in [[], Array(Self.texts.prefix(2)), Self.texts] {
      let read = try TestRules(Self.yaml, classes: Self.classes, trainedOn: examples)
      for text in Self.texts { #expect(read.texts(in: text) == made.texts(in: text)) }
    }
    #expect(made.texts(in: Self.texts[0]) == ["street 长安路"])
    #expect(made.texts(in: Self.texts[1]) == ["month-day 3月5日", "bureau 延安市公安局"])
  }

  @Test("hold the states that the examples lead through")
  func statesOfExamples() throws {
    let bare = try TestRules(Self.yaml, classes: Self.classes, trainedOn: [])
    let trained = try TestRules(Self.yaml, classes: Self.classes, trainedOn: Self.texts)
    let values = MatchLayer.values.rawValue
    let states = { (rules: TestRules) in rules.program.tables.automata[values].states.count }
    #expect(states(trained) > states(bare))

    var matcher = RuleMatcher(program: trained.program, lexicon: trained.lexicon)
    for text in Self.texts {
      Array(text.utf16).withUnsafeBufferPointer { matcher.scan($0, accept: { _ in true }) }
    }
    #expect(matcher.stateCounts == trained.program.tables.automata.map(\.states.count))
  }

  @Test("are made anew where the image holds the program alone")
  func withoutTables() throws {
    let rules = try TestRules(Self.yaml, classes: Self.classes)
    let code = rules.program.code
    #expect(MatcherTables(image: code.image, testCount: code.contexts.count) == nil)
  }

  @Test("number a state once, however many there are")
  func stateIndex() {
    var index = StateIndex()
    let hashes = (Int32(0)..<3_000).map { StateIndex.hash([$0, $0 + 1], [$0 % 7]) }
    for (number, hash) in hashes.enumerated() { index.insert(Int32(number), hash) }
    for (number, hash) in hashes.enumerated() {
      #expect(index.find(hash) { $0 == number } == Int32(number))
    }
    #expect(index.find(StateIndex.hash([5], [6]), where: { _ in true }) == nil)
    // What a state takes and what it ends are two lists.
    #expect(StateIndex.hash([1, 2], [3]) != StateIndex.hash([1], [2, 3]))
  }
}
