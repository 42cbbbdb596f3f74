import Lexicon

/// An example of a rule: a text with the mention in brackets, or without any.
public struct RuleExample: Sendable, Hashable {
  public var rule: String
  public var text: String
  /// What the mention in brackets covers, in characters of `text`; `nil` for a negative example.
  public var mention: Range<Int>?
  public var value: String?
  /// Reference date given with `@YYYY-MM-DD` before the text.
  public var reference: String?
  public var file: String
  public var line: Int
}

/// A rule as written, before compilation.
public struct RuleSource: Sendable {
  public var rule: Rule
  public var documentation: String
  var pattern: Pattern
  public var patternText: String
  public var examples: [RuleExample]
  public var file: String
  public var line: Int
}

/// All rule files of a rule set, read and parsed; faults are collected, not thrown one by one.
public struct RuleSet: Sendable {
  public internal(set) var rules: [RuleSource] = []
  var fragments: [String: Pattern] = [:]
  /// Where each fragment was defined last.
  private var fragmentPlaces: [String: DictionaryFault] = [:]
  /// Fragments that a later definition silently replaced, one fault each at the later place. A user's
  /// file may mean to do so; within one set it is a slip.
  public private(set) var replacedFragments: [DictionaryFault] = []
  public internal(set) var faults: [DictionaryFault] = []

  public var examples: [RuleExample] { rules.flatMap(\.examples) }

  public init() {}

  /// Adds the rules of one file. A rule whose identifier is known already replaces the earlier.
  public mutating func add(text: String, named file: String) {
    var reader = RuleFileReader(file: file)
    reader.read(text)
    faults += reader.faults
    for (name, fragment) in reader.fragments { fragments[name] = fragment }
    for (name, line) in reader.fragmentLines { noteFragment(name, file: file, line: line) }
    for rule in reader.rules {
      if let index = rules.firstIndex(where: { $0.rule.id == rule.rule.id }) {
        if rules[index].file == file {
          faults.append(
            DictionaryFault(
              file: file, line: rule.line,
              message: "rule \(rule.rule.id) stands already on line \(rules[index].line)"))
        }
        rules[index] = rule
      } else {
        rules.append(rule)
      }
    }
  }

  private mutating func noteFragment(_ name: String, file: String, line: Int) {
    let place = DictionaryFault(
      file: file, line: line, message: "fragment \(name) replaces the one of the same name")
    if let earlier = fragmentPlaces[name] {
      var fault = place
      fault.message += " in \(earlier.file), line \(earlier.line); rename one of them"
      replacedFragments.append(fault)
    }
    fragmentPlaces[name] = place
  }
}
