import RuleEngine
import Testing

@testable import Tongbao

extension RuleExample: CustomTestStringConvertible {
  public var testDescription: String { "\(rule): \(text)" }
}

private let examples = (try? RuleTools.examples()) ?? []

@Suite("The shipped rules")
struct RuleExampleTests {
  @Test("every example holds", arguments: examples)
  func example(_ example: RuleExample) throws {
    let analyzer = try Repository.analyzer.get()
    let failure = RuleTools.failure(of: example, analyzer)
    #expect(failure == nil, "\(failure ?? "")")
  }

  @Test("compile without a fault, and each has documentation and both kinds of example")
  func lint() throws {
    #expect(try RuleTools.lint() == [])
    #expect(examples.count > 100)
  }
}
