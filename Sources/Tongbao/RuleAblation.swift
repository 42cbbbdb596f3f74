import TongbaoText

/// Taking rules away, to see what they are worth.
extension Analyzer {
  /// Names of all rules, in the order in which they are read.
  public var ruleNames: [String] { resources.program.rules.map(\.id) }

  /// An analyzer of the same dictionaries that reads as if some rules stood in no rule file.
  ///
  /// Nothing is compiled; unknown names do nothing.
  public func without(rules: Set<String>) -> Analyzer {
    Analyzer(resources.without(rules: rules), types: types)
  }

  /// The mentions of a text, without the figures and findings that `analyze` builds on them.
  ///
  /// - Parameters:
  ///   - published: reference date `YYYY-MM-DD`, or local time `YYYY-MM-DDTHH:mm:ss`.
  /// - Complexity: linear in the text.
  public func mentions(in text: String, id: String, published: String? = nil) -> Document {
    let sourceText = SourceText(text, folding: resources.lexicon.folding)
    let readings = withWorker { $0.readings(of: sourceText) }
    let assembly = DocumentAssembly(
      readings: readings, text: sourceText, published: published, resources: resources)
    return assembly.document(id: id, source: nil)
  }
}
