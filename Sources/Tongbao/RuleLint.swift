import Lexicon
import RuleEngine

/// What a rule author should mend though the rules compile.
enum RuleLint {
  static func faults(in set: RuleSet) -> [DictionaryFault] {
    set.rules.flatMap(faults(in:)) + ties(among: set.rules) + set.replacedFragments
  }

  private static func faults(in source: RuleSource) -> [DictionaryFault] {
    var messages: [String] = []
    if source.documentation.isEmpty { messages.append("has no “doc”") }
    if !source.examples.contains(where: { $0.mention != nil }), source.rule.type != "none" {
      messages.append("has no “yes” example")
    }
    if !source.examples.contains(where: { $0.mention == nil }) {
      messages.append("has no “no” example; add a near miss")
    }
    return messages.map { fault(source, $0) }
  }

  /// Two rules with the same pattern and priority: the second is never reached.
  private static func ties(among rules: [RuleSource]) -> [DictionaryFault] {
    var seen: [String: RuleSource] = [:]
    var faults: [DictionaryFault] = []
    for source in rules {
      let key = "\(source.rule.priority) \(source.patternText)"
      if let first = seen[key] {
        let message = "is unreachable: same pattern and priority as \(first.rule.id)"
        faults.append(fault(source, message))
      } else {
        seen[key] = source
      }
    }
    return faults
  }

  private static func fault(_ source: RuleSource, _ message: String) -> DictionaryFault {
    DictionaryFault(
      file: source.file, line: source.line, message: "rule \(source.rule.id) \(message)")
  }
}
