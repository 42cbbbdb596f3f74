import ArgumentParser
import Interchange
import TongbaoText

struct ExtractCommand: AsyncParsableCommand, AnalyzingCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, jsonl, csv, sqlite, html
  }

  /// What one row of `--format csv` is.
  enum Rows: String, CaseIterable, ExpressibleByArgument {
    case mentions, figures
  }

  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Finds the mentions and figures of documents.")

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var reference: ReferenceDateOption
  @OptionGroup var errors: ErrorOptions
  @OptionGroup var resumption: ResumeOptions

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How to write the results (default: by the ending of --output, else table).",
      valueName: "format"))
  var wishedFormat: Format?

  @Option(help: "What a row of --format csv is (default: figures; mentions with --types).")
  var rows: Rows?

  @Option(
    help: ArgumentHelp("Only these types of mention: date,count,…", valueName: "types"),
    transform: mentionTypes)
  var types: Set<MentionType>?

  @Flag(help: "Show at the end on standard error where the time went, stage by stage.")
  var profile = false

  var format: Format { wishedFormat ?? Format(ending: output.ending) ?? .table }

  func validate() throws {
    if rows != nil, format != .csv { throw ValidationError("--rows needs --format csv") }
    if rows == .figures, types != nil {
      throw ValidationError("--types chooses mentions; leave out --rows figures")
    }
    if format == .sqlite { try output.requireFile(for: "--format sqlite") }
    if resumption.resume {
      guard [.sqlite, .jsonl, .csv].contains(format) else {
        throw ValidationError("--resume needs --output with a .sqlite, .jsonl or .csv file")
      }
      try output.requireFile(for: "--resume")
    }
  }

  private func reader(_ console: Console) -> DocumentReader {
    input.reader(console, outputs: [output.output, errors.errors])
  }

  func run() async throws {
    let times = profile ? StageTimes() : nil
    let analyzers = try analysis.analyzers(types: types, times: times)
    let console = try errors.console(for: input, times: times)
    switch (format, output.output) {
    case (.sqlite, let path?): try await store(analyzers, path, console)
    case (.jsonl, let path?) where OutputFile.isRegular(path),
      (.csv, let path?) where OutputFile.isRegular(path):
      try await record(analyzers, path, console)
    default: try await write(analyzers, console)
    }
    console.showTimes()
    if console.failureCount > 0 { throw Status.inputError }
  }

  /// Writes to standard output, a device or a file that appears when it is complete.
  private func write(_ analyzers: AnalyzerPool, _ console: Console) async throws {
    let file = try output.open()
    let writer = writer(usesColour: file.wantsColour)
    let givenDate = reference.referenceDate
    let pipeline = DocumentPipeline(jobs: output.jobCount) { input, buffer in
      let item = analyzers.analyze(input, givenDate: givenDate)
      writer.write(item.document, extra: item.extra, to: &buffer)
    }
    try file.write(written(writer.begin))
    try await pipeline.run(reader(console), to: file, console)
    try file.write(written(writer.end))
    try file.finish()
  }

  /// Writes a file of records that a later run can go on with.
  private func record(_ analyzers: AnalyzerPool, _ path: String, _ console: Console) async throws {
    let writer = writer(usesColour: false)
    let file = try resumption.openRecords(
      path, analysis, options: resultOptions + [format.rawValue, rows?.rawValue ?? ""],
      heading: written(writer.begin))
    let extraction = RecordExtraction(
      analyzers: analyzers, writer: writer, givenDate: reference.referenceDate,
      jobs: output.jobCount)
    try await extraction.run(reader(console), into: file, console)
  }

  private func writer(usesColour: Bool) -> any DocumentWriter {
    switch format {
    case .jsonl: JSONLWriter()
    case .csv: CSVWriter(rows: (rows ?? (types == nil ? .figures : .mentions)).columns)
    case .html: MentionPageWriter()
    case .table, .sqlite: TableWriter(usesColour: usesColour)
    }
  }

  private func written(_ write: (inout OutputBuffer) -> Void) -> OutputBuffer {
    var buffer = OutputBuffer()
    write(&buffer)
    return buffer
  }

  /// What the results depend on beside rules and dictionaries.
  private var resultOptions: [String] { types.map { $0.map(\.rawValue).sorted() } ?? [] }

  private func store(_ analyzers: AnalyzerPool, _ path: String, _ console: Console) async throws {
    let base = try resumption.openDatabase(path, analysis, options: resultOptions)
    let givenDate = reference.referenceDate
    var admission = DocumentAdmission(
      known: resumption.resume ? base : nil, givenDate: givenDate)
    var sink = DatabaseSink(database: base)
    let pipeline = DocumentPipeline<AdmittedDocument, [AnalysedDocument]>(
      jobs: output.jobCount,
      batchWork: { items in items.map { analyzers.analyze($0, givenDate: givenDate) } })
    try await pipeline.run(
      reader(console), console, admitting: { try admission.admitted($0) }
    ) {
      for item in $0 { try sink.take(item) }
    }
    sink.counts.unchanged += admission.skipped
    try sink.end(failures: console.failureCount)
  }
}

extension ExtractCommand.Format {
  /// By the ending of the output's name.
  init?(ending: String) {
    switch ending {
    case "sqlite", "sqlite3", "db": self = .sqlite
    case "jsonl", "csv", "html": self.init(rawValue: ending)
    default: return nil
    }
  }
}

extension ExtractCommand.Rows {
  fileprivate var columns: CSVRows {
    switch self {
    case .mentions: .mentions
    case .figures: .figures
    }
  }
}
