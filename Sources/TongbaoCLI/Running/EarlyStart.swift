import Synchronization
import Tongbao
import TongbaoText

/// Begins to map the shipped dictionaries before the command line is parsed, since parsing takes as
/// long as mapping. It only saves time: whoever finds nothing here makes an analyzer of their own.
enum EarlyStart {
  private static let begun = Mutex<AnalyzerAhead?>(nil)

  /// Begins, unless the arguments ask for other dictionaries or for help.
  static func begin(for arguments: some Sequence<String>) {
    let isPlain = arguments.allSatisfy { argument in
      !["--rules", "--dictionaries", "--help", "--version"].contains { argument.hasPrefix($0) }
        && argument != "-h"
    }
    if isPlain { begun.withLock { $0 = AnalyzerAhead() } }
  }

  /// The analyzer that was begun, for the first who asks; each further thread has its own.
  static func take(types: Set<MentionType>?) throws -> Analyzer? {
    let ahead = begun.withLock { begun in
      defer { begun = nil }
      return begun
    }
    return try ahead?.analyzer(types: types)
  }
}
