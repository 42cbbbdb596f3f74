import ArgumentParser
import Storage

/// How an existing database is gone on with.
struct DatabaseOptions: ParsableArguments {
  @Flag(
    help: """
      With --format sqlite: go on where a run was ended; documents that the same rules have read \
      already are skipped.
      """)
  var resume = false

  /// - Parameter isDatabase: Whether the output is one.
  func validate(isDatabase: Bool, output: String?) throws {
    if resume, !isDatabase {
      throw ValidationError("--resume needs --format sqlite --output PATH")
    }
    guard isDatabase else { return }
    guard output != nil else {
      throw ValidationError("--format sqlite needs a file: add --output PATH")
    }
  }
}

extension DatabaseOptions {
  /// Opens the database of a run.
  ///
  /// - Parameter options: What the results depend on beside rules and dictionaries.
  func open(
    _ path: String, _ analysis: AnalysisOptions, options: [String]
  ) throws -> ReportDatabase {
    let record = RunRecord(
      version: TongbaoCommand.configuration.version,
      ruleDigest: RuleSetDigest.of(analysis, options: options),
      options: CommandLine.arguments.dropFirst().joined(separator: " "))
    return try ReportDatabase(path: path, run: record)
  }

  func admission(
    to database: ReportDatabase, givenDate: String?
  ) throws -> DocumentAdmission {
    let known = resume ? try database.currentDocuments() : []
    return DocumentAdmission(known: known, givenDate: givenDate)
  }
}
