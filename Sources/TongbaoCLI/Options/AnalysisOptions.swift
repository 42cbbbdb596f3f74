import ArgumentParser
import Foundation
import Interchange
import Tongbao
import TongbaoText

/// A command that analyses texts.
protocol AnalyzingCommand: ParsableCommand {
  var analysis: AnalysisOptions { get }
}

/// What the analysis works with.
struct AnalysisOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "Folder of rules that add to or override the built-in ones; may be repeated.",
      valueName: "folder"))
  var rulesFolders: [String] = []

  @Option(
    help: ArgumentHelp(
      "Folder of dictionaries to use instead of the built-in ones.",
      valueName: "folder"))
  var dictionaries: String?

  func analyzer(types: Set<MentionType>? = nil) throws -> Analyzer {
    if rulesFolders.isEmpty, dictionaries == nil, let early = try EarlyStart.take(types: types) {
      return early
    }
    var configuration = Analyzer.Configuration()
    configuration.rulesFolders = rulesFolders.map { URL(fileURLWithPath: $0, isDirectory: true) }
    configuration.dictionaries = dictionaries.map { URL(fileURLWithPath: $0, isDirectory: true) }
    configuration.types = types
    return try Analyzer(configuration)
  }
}

extension AnalysisOptions {
  func analyzers(
    types: Set<MentionType>? = nil, times: StageTimes? = nil
  ) throws -> AnalyzerPool {
    let options = self
    return try AnalyzerPool(times) { try options.analyzer(types: types) }
  }
}

/// The day that relative dates count from, for documents that do not bring their own.
struct ReferenceDateOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Date that relative dates count from, for documents that bring none of their own.",
      valueName: "YYYY-MM-DD"),
    transform: Self.validated)
  var referenceDate: String?

  private static func validated(_ written: String) throws -> String {
    guard let date = PublishedDate.validated(written) else {
      throw ValidationError("it is no date; \(PublishedDate.remedy)")
    }
    return date
  }
}

/// Types of mention as a list: `date,count`.
func mentionTypes(_ written: String) throws -> Set<MentionType> {
  var types: Set<MentionType> = []
  for name in written.split(separator: ",", omittingEmptySubsequences: false) {
    guard let type = MentionType(rawValue: name.trimmingCharacters(in: .whitespaces)) else {
      let known = MentionType.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(name)” is no type; use some of \(known)")
    }
    types.insert(type)
  }
  return types
}
