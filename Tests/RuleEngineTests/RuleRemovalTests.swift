import Testing

@testable import RuleEngine

/// Rules that compete for the same places, a guard and an organization among them.
private let rules = [
  """
  - id: month-day
    type: date
    pattern: "<integer 1..12:month> 月 <integer 1..31:day> 日"
    value: value
  """,
  """
  - id: month
    type: date
    pattern: "<integer 1..12:month> 月"
    value: value
  """,
  """
  - id: count
    type: count
    pattern: "<number:amount> (名|起|日)"
    value: value
  """,
  """
  - id: slogan
    type: none
    pattern: "一 起 来"
  """,
  """
  - id: station
    type: organization
    pattern: "<integer 1..99:number> 号 站"
    value: value
  """,
]

@Suite("A program without some of its rules")
struct RuleRemovalTests {
  private let texts = [
    "2月18日抓获3名，4月查处一起，大家一起来，2月30日", "12号站投入5名，一起来3日", "月日名起来",
  ]

  @Test("reads as one that was compiled without them", arguments: 0..<(1 << rules.count) - 1)
  func sameAsCompiled(removed: Int) throws {
    let full = try TestRules(rules.joined(separator: "\n"))
    let kept = rules.indices.filter { removed & (1 << $0) == 0 }
    let compiled = try TestRules(kept.map { rules[$0] }.joined(separator: "\n"))
    let names = Set(full.program.rules.map(\.id))
    let gone = names.subtracting(compiled.program.rules.map(\.id))
    let program = full.program.without(gone)
    for text in texts {
      #expect(full.reading(text, by: program) == compiled.reading(text, by: compiled.program))
    }
  }

  @Test("is not changed by names that no rule has")
  func unknownNames() throws {
    let full = try TestRules(rules.joined(separator: "\n"))
    let program = full.program.without(["no-such-rule"])
    #expect(program.rules == full.program.rules)
  }
}

extension TestRules {
  /// Matches as a caller sees them who refuses what is switched off, as all callers must.
  fileprivate func reading(_ text: String, by program: RuleProgram) -> [String] {
    var matcher = RuleMatcher(program: program, lexicon: lexicon)
    var found: [String] = []
    let units = Array(text.utf16)
    units.withUnsafeBufferPointer { buffer in
      matcher.scan(
        buffer,
        accept: { match in
          guard match.rule.type != Rule.switchedOff else { return false }
          found.append("\(match.rule.id) \(match.range)")
          return true
        })
    }
    return found
  }
}
