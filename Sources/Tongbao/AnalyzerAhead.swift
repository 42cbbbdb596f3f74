import Synchronization
import TongbaoText

/// An analyzer that is made ready in a thread of its own, for a program that has something else to
/// do first, such as parsing its command line.
public final class AnalyzerAhead: Sendable {
  private let analyzer: Background<Analyzer>
  private let isTaken = Mutex(false)

  /// Begins at once.
  public init() {
    analyzer = Background {
      let analyzer = try Analyzer()
      // What the first text needs, too.
      analyzer.withWorker { _ in }
      return analyzer
    }
  }

  /// Hands the analyzer over to the first who asks, and nothing to all others.
  ///
  /// - Parameter types: the mention types to report; `nil` means all.
  /// - Throws: what making an analyzer throws.
  public func take(types: Set<MentionType>?) throws -> Analyzer? {
    let isFirst = isTaken.withLock { taken in
      defer { taken = true }
      return !taken
    }
    guard isFirst else { return nil }
    return try analyzer.value().reporting(types)
  }
}
