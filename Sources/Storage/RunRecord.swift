import Foundation

/// What a run of the program is recorded with.
public struct RunRecord: Sendable, Hashable {
  /// Version of the program.
  public var version: String
  /// Changes whenever the same text could give another result: rules, dictionaries, options.
  public var ruleDigest: String
  /// The options of the command line, for people.
  public var options: String

  public init(version: String, ruleDigest: String, options: String) {
    self.version = version
    self.ruleDigest = ruleDigest
    self.options = options
  }

  /// Now in UTC, to the second, by ISO 8601.
  static var now: String { Date.now.formatted(.iso8601) }
}

/// How a run went.
public struct RunCounts: Sendable, Hashable {
  /// Documents that were new or changed.
  public var written = 0
  /// Documents that were there already, whether analysed again or skipped.
  public var unchanged = 0
  /// Inputs and records that could not be read.
  public var failed = 0

  public init() {}
}
