import Lexicon
import Testing
import TongbaoText

@testable import RuleEngine

/// A rule set and a few dictionary classes, compiled in memory.
struct TestRules {
  let lexicon: LexiconImage
  let program: RuleProgram
  let faults: [DictionaryFault]

  /// - Parameter examples: texts that the tables of the image are made for; `nil` leaves them out,
  ///   so that the matcher makes them.
  init(
    _ yaml: String, classes: [String: [String: String]] = [:], trainedOn examples: [String]? = nil
  ) throws {
    var builder = LexiconBuilder(folding: .identity)
    for (name, words) in classes {
      for (surface, value) in words { builder.add(surface, class: name, value: value) }
    }
    var set = RuleSet()
    set.add(text: yaml, named: "test.yaml")
    var writer = ImageWriter()
    var compiler = RuleCompiler(folding: .identity)
    compiler.compile(set, lexicon: &builder, into: &writer, constructors: ["value"])
    builder.write(to: &writer)
    faults = set.faults + compiler.faults
    var image = try #require(Image(bytes: writer.finish(digest: 0)))
    if let examples {
      RuleMatcher.writeTables(
        of: try #require(RuleProgram(image: image)),
        lexicon: try #require(LexiconImage(image: image)),
        trainedOn: examples.map { Array($0.utf16) }, into: &writer)
      image = try #require(Image(bytes: writer.finish(digest: 0)))
    }
    lexicon = try #require(LexiconImage(image: image))
    program = try #require(RuleProgram(image: image))
  }

  func matches(in text: String, refusing refused: Set<String> = []) -> [Match] {
    var matcher = RuleMatcher(program: program, lexicon: lexicon)
    var matches: [Match] = []
    Array(text.utf16).withUnsafeBufferPointer { units in
      matcher.scan(
        units,
        accept: { match in
          guard !refused.contains(match.rule.id) else { return false }
          matches.append(match)
          return true
        })
    }
    return matches
  }

  func texts(in text: String, refusing refused: Set<String> = []) -> [String] {
    let units = Array(text.utf16)
    return matches(in: text, refusing: refused).map {
      "\($0.rule.id) \(String(decoding: units[$0.range], as: UTF16.self))"
    }
  }
}

private let day = """
  - fragments:
      month: "<integer 1..12:month> 月 份?"
  - id: month-day
    type: date
    pattern: "@month <integer 1..31:day> (日|号)"
    value: value
  - id: range
    type: date
    pattern: "@month <integer 1..31:day> 日 (至|—) (@month:2)? <integer 1..31:day2> 日"
    value: value
  - id: month
    type: date
    pattern: "@month"
    value: value
  """

@Suite("Matching rules")
struct RuleMatcherTests {
  @Test("takes the longest match at a place and goes on behind it")
  func longestWins() throws {
    let rules = try TestRules(day)
    #expect(rules.faults.isEmpty)
    #expect(
      rules.texts(in: "2月9日至17日，3月份，12月31号") == [
        "range 2月9日至17日", "month 3月份", "month-day 12月31号",
      ])
  }

  @Test("names the parts of a match, suffixed in the second use of a fragment")
  func parts() throws {
    let match = try #require(try TestRules(day).matches(in: "于2月9日至3月17日").first)
    #expect(match.integer("month") == 2)
    #expect(match.integer("day") == 9)
    #expect(match.integer("month2") == 3)
    #expect(match.integer("day2") == 17)
    #expect(match.range == 1..<11)
  }

  @Test("lets two blanks stand between elements, unless an underscore forbids it")
  func blanks() throws {
    let rules = try TestRules(
      """
      - id: loose
        type: count
        pattern: "<integer> 名"
        value: value
      - id: tight
        type: count
        pattern: "<integer> _ 起"
        value: value
      """)
    #expect(rules.texts(in: "3  名 3   名 4 起 5起") == ["loose 3  名", "tight 5起"])
  }

  @Test("never reads a numeral out of the middle of another")
  func numeralsAreWhole() throws {
    let rules = try TestRules(
      """
      - id: small
        type: number
        pattern: "<integer 1..31> 日"
        value: value
      """)
    #expect(rules.texts(in: "2018日 18日 二十八日") == ["small 18日", "small 二十八日"])
  }

  @Test("tests context on either side without taking it")
  func context() throws {
    let rules = try TestRules(
      """
      - id: count
        type: count
        pattern: "(?<! 第|<latin>) <integer> 号 (?! 线|楼)"
        value: value
      """)
    #expect(rules.texts(in: "3号，第4号，G5号，6号线，7号 楼，8号") == ["count 3号", "count 8号"])
  }

  @Test("a guard takes its characters and reports nothing")
  func guards() throws {
    let rules = try TestRules(
      """
      - id: set-phrase
        type: none
        pattern: "第一时间"
      - id: ordinal
        type: ordinal
        pattern: "第 <integer>"
        value: value
      """)
    #expect(rules.texts(in: "第一时间到场，第一名") == ["ordinal 第一"])
  }

  @Test("offers the next best match when one is refused")
  func refusal() throws {
    let rules = try TestRules(day)
    #expect(rules.texts(in: "2月9日", refusing: ["month-day"]) == ["month 2月"])
  }

  @Test("priority decides between matches of equal length")
  func priority() throws {
    let rules = try TestRules(
      """
      - id: first
        type: count
        pattern: "<integer> 成"
        value: value
      - id: second
        type: percent
        priority: 1
        pattern: "<integer> 成"
        value: value
      """)
    #expect(rules.texts(in: "9成") == ["second 9成"])
  }

  @Test("organizations nest what the other layer finds")
  func layers() throws {
    let rules = try TestRules(
      """
      - id: place
        type: place
        pattern: "<place:name>"
        value: value
      - id: organization
        type: organization
        pattern: "<place>+ 公安局 (<place> 分局)?"
        value: value
      """, classes: ["place": ["延安市": "610600", "宝塔": "610602"]])
    #expect(
      rules.texts(in: "延安市公安局宝塔分局") == [
        "place 延安市", "organization 延安市公安局宝塔分局", "place 宝塔",
      ])
  }

  @Test("captures groups, and words with the value asked for")
  func groupsAndValues() throws {
    let rules = try TestRules(
      """
      - id: edge
        type: date
        pattern: "<integer:month> 月 (?<edge> 上|中|下) <word=ten>"
        value: value
      """, classes: ["word": ["旬": "ten", "半": "half"]])
    let match = try #require(rules.matches(in: "4月上旬").first)
    #expect(match["edge"]?.range == 2..<3)
    #expect(rules.matches(in: "4月上半").isEmpty)
  }

  @Test(
    "a megabyte of one thing costs no more than a few visits a character",
    arguments: ["1", "一", "年月日", "（", "1-1-", "月", "2月9日至"])
  func adversarialTexts(unit: String) throws {
    let rules = try TestRules(day)
    let text = String(repeating: unit, count: 200_000 / unit.count)
    var matcher = RuleMatcher(program: rules.program, lexicon: rules.lexicon)
    matcher.countsVisits = true
    Array(text.utf16).withUnsafeBufferPointer { matcher.scan($0, accept: { _ in true }) }
    #expect(matcher.visits.reduce(0, +) < 60 * 200_000)
  }
}
