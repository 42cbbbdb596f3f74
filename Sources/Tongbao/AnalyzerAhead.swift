import TongbaoText

/// An analyzer that is made ready in a thread of its own, for a program that has something else to
/// do first, such as parsing its command line.
public struct AnalyzerAhead: Sendable {
  private let ready: Background<Analyzer>

  /// Begins at once.
  public init() {
    ready = Background {
      let analyzer = try Analyzer()
      // What the first text needs, too.
      analyzer.withWorker { _ in }
      return analyzer
    }
  }

  /// The analyzer, as soon as it is ready.
  ///
  /// - Parameter types: the mention types to report; `nil` means all.
  /// - Throws: what making an analyzer throws.
  public func analyzer(types: Set<MentionType>?) throws -> Analyzer {
    try ready.value().reporting(types)
  }
}
