import ArgumentParser
import Interchange
import Tongbao
import TongbaoText

struct ExtractCommand: AsyncParsableCommand {
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
  @OptionGroup var database: DatabaseOptions

  @Option(help: "How to write the results.")
  var format = Format.table

  @Option(help: "What a row of --format csv is (default: figures; mentions with --types).")
  var rows: Rows?

  @Option(
    help: ArgumentHelp("Only these types of mention: date,count,…", valueName: "types"),
    transform: mentionTypes)
  var types: Set<MentionType>?

  func validate() throws {
    if rows != nil, format != .csv { throw ValidationError("--rows needs --format csv") }
    if rows == .figures, types != nil {
      throw ValidationError("--types chooses mentions; leave out --rows figures")
    }
    try database.validate(isDatabase: format == .sqlite, output: output.output)
  }

  func run() async throws {
    let analyzer = try analysis.analyzer(types: types)
    let console = Console()
    if format == .sqlite {
      try await store(analyzer, console)
    } else {
      try await write(analyzer, console)
    }
    if console.failureCount > 0 { throw Status.inputError }
  }

  private func write(_ analyzer: Analyzer, _ console: Console) async throws {
    let file = try output.open()
    let writer = writer(for: file)
    let givenDate = reference.referenceDate
    let pipeline = DocumentPipeline(jobs: output.jobCount) { input, buffer in
      let item = analyzer.analyze(input, givenDate: givenDate)
      writer.write(item.document, extra: item.extra, to: &buffer)
    }
    try file.write(written(writer.begin))
    try await pipeline.run(input.reader, to: file, console)
    try file.write(written(writer.end))
    try file.finish()
  }

  private func writer(for file: OutputFile) -> any DocumentWriter {
    switch format {
    case .jsonl: JSONLWriter()
    case .csv: CSVWriter(rows: (rows ?? (types == nil ? .figures : .mentions)).columns)
    case .html: MentionPageWriter()
    case .table, .sqlite: TableWriter(usesColour: file.wantsColour)
    }
  }

  private func written(_ write: (inout OutputBuffer) -> Void) -> OutputBuffer {
    var buffer = OutputBuffer()
    write(&buffer)
    return buffer
  }

  private func store(_ analyzer: Analyzer, _ console: Console) async throws {
    guard let path = output.output else { return }
    let chosen = types.map { $0.map(\.rawValue).sorted() } ?? []
    let base = try database.open(path, analysis, options: chosen)
    let givenDate = reference.referenceDate
    var admission = try database.admission(to: base, givenDate: givenDate)
    var sink = DatabaseSink(database: base)
    let pipeline = DocumentPipeline(
      jobs: output.jobCount,
      batchWork: { inputs in inputs.map { analyzer.analyze($0, givenDate: givenDate) } })
    try await pipeline.run(input.reader, console, admitting: { admission.admits(&$0) }) { items in
      for item in items { try sink.take(item) }
    }
    sink.counts.unchanged += admission.skipped
    try sink.end(failures: console.failureCount)
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

extension Analyzer {
  /// - Parameter givenDate: Reference date for a document that brings none of its own.
  func analyze(_ input: InputDocument, givenDate: String?) -> AnalysedDocument {
    let published = input.published ?? givenDate
    let document = analyze(
      input.text, id: input.id, source: input.source, published: published)
    return AnalysedDocument(document: document, published: published, extra: input.extra)
  }
}
