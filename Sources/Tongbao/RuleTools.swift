import Extraction
import Foundation
import Lexicon
import RuleEngine
import TongbaoText

/// One rule as `tongbao rules list` shows it.
public struct RuleSummary: Sendable {
  public var id: String
  public var type: String
  public var documentation: String
  public var pattern: String
  public var value: String
  public var examples: Int
  /// File and line, `10-dates.yaml:12`.
  public var place: String
}

/// What `tongbao rules test` found.
public struct RuleTestReport: Sendable {
  public var passed = 0
  /// One line for each example that does not hold.
  public var failures: [String] = []
}

/// Tools for rule authors.
public enum RuleTools {
  /// All rules in the order in which they are read.
  /// - Parameter folder: rule files that add to or override the shipped ones.
  public static func list(_ folder: URL? = nil) throws -> [RuleSummary] {
    try ruleSet(folder).rules.map { source in
      RuleSummary(
        id: source.rule.id, type: source.rule.type, documentation: source.documentation,
        pattern: source.patternText, value: source.rule.constructor,
        examples: source.examples.count, place: "\(source.file):\(source.line)")
    }
  }

  /// All faults of dictionaries and rules together, each with file, line and column.
  public static func lint(_ folder: URL? = nil) throws -> [String] {
    let dictionaries = try dictionaryFolder(folder)
    var compiler = ImageCompiler(folder: dictionaries)
    _ = try compiler.compile(digest: 0)
    let rules = try compiler.ruleSet()
    return (compiler.faults + RuleLint.faults(in: rules)).map(\.description)
  }

  /// Runs every example of every rule.
  public static func test(_ folder: URL? = nil) throws -> RuleTestReport {
    let analyzer = try Analyzer(configuration(folder))
    var report = RuleTestReport()
    for example in try examples(folder) {
      if let failure = failure(of: example, analyzer) {
        report.failures.append(failure)
      } else {
        report.passed += 1
      }
    }
    return report
  }

  /// Every example of every rule, for a test suite that runs each as a case of its own.
  public static func examples(_ folder: URL? = nil) throws -> [RuleExample] {
    try ruleSet(folder).examples
  }

  /// Why an example does not hold, or `nil`.
  public static func failure(of example: RuleExample, _ analyzer: Analyzer) -> String? {
    let document = analyzer.analyze(example.text, id: "example", published: example.reference)
    let place = "\(example.file):\(example.line): \(example.rule):"
    let own = document.mentions.filter { $0.rule == example.rule }
    guard let range = example.mention else {
      guard let mention = own.first else { return nil }
      return "\(place) “\(example.text)” must not match, but “\(mention.text)” does"
    }
    let scalars = Self.scalars(range, of: example.text)
    let wanted = example.value ?? ""
    let isGuard = own.isEmpty && wanted.isEmpty
    if isGuard { return nil }
    guard let mention = own.first(where: { $0.span == scalars }) else {
      let others = document.mentions.map { "\($0.text) (\($0.rule))" }.joined(separator: ", ")
      return "\(place) “\(example.text)” is not matched as marked; found: \(others)"
    }
    let found = mention.lunar.map { "\(mention.value);lunar=\($0)" } ?? mention.value
    guard wanted == found || wanted == mention.value else {
      return "\(place) “\(mention.text)” is \(found), not \(wanted)"
    }
    return nil
  }

  private static func scalars(_ range: Range<Int>, of text: String) -> Span {
    let characters = Array(text)
    let start = characters[..<range.lowerBound].reduce(0) { $0 + $1.unicodeScalars.count }
    let length = characters[range].reduce(0) { $0 + $1.unicodeScalars.count }
    return Span(start, start + length)
  }

  private static func configuration(_ folder: URL?) -> Analyzer.Configuration {
    var configuration = Analyzer.Configuration()
    if let folder { configuration.rulesFolders = [folder] }
    return configuration
  }

  private static func dictionaryFolder(_ folder: URL?) throws -> DictionaryFolder {
    try DictionaryFolder(root: nil, furtherRules: folder.map { [$0] } ?? [])
  }

  private static func ruleSet(_ folder: URL?) throws -> RuleSet {
    try ImageCompiler(folder: dictionaryFolder(folder)).ruleSet()
  }
}
