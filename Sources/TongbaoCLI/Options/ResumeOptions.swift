import ArgumentParser
import Interchange
import Storage

/// How an output that is there already is gone on with.
struct ResumeOptions: ParsableArguments {
  @Flag(
    help: """
      Go on where a run was ended: documents that the same rules have read already are not read \
      again.
      """)
  var resume = false
}

extension ResumeOptions {
  /// Opens the database of a run.
  ///
  /// - Parameter options: What the results depend on beside rules and dictionaries.
  func openDatabase(
    _ path: String, _ analysis: AnalysisOptions, options: [String]
  ) throws -> ReportDatabase {
    let record = RunRecord(
      version: TongbaoCommand.configuration.version,
      ruleDigest: RuleSetDigest.of(analysis, options: options),
      options: CommandLine.arguments.dropFirst().joined(separator: " "))
    return try ReportDatabase(path: path, run: record)
  }

  /// Opens the file of records of a run.
  ///
  /// - Parameter options: What the records depend on beside rules and dictionaries.
  func openRecords(
    _ path: String, _ analysis: AnalysisOptions, options: [String], heading: OutputBuffer
  ) throws -> RecordFile {
    let file = try RecordFile(
      path: path, digest: RuleSetDigest.of(analysis, options: options), heading: heading,
      isResuming: resume)
    if let reason = file.restartReason {
      Console.complain("\(path): all documents are read anew; \(reason)")
    }
    return file
  }
}
