import ArgumentParser
import Interchange
import Storage
import TongbaoText

struct CheckCommand: AsyncParsableCommand, AnalyzingCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, jsonl, csv, html, sarif, sqlite
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds what cannot be true together: dates, sums, rates and repeated figures.",
    discussion:
      "A database that extract or check has written is an input too. Exit status 1 when there is an error, 2 when an input could not be read."
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var reference: ReferenceDateOption
  @OptionGroup var errors: ErrorOptions
  @OptionGroup var resumption: ResumeOptions

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How to write the findings (default: by the ending of --output, else table).",
      valueName: "format"))
  var wishedFormat: Format?

  @Flag(
    inversion: .prefixedNo,
    help: """
      Compare documents with each other; all are held in memory until the last one is read \
      (default: unless there are more than 2000 or 8 MB of them; those of a database always).
      """)
  var across: Bool?

  var format: Format { wishedFormat ?? Format(ending: output.ending) ?? .table }

  func validate() throws {
    if format == .sqlite { try output.requireFile(for: "--format sqlite") }
    if resumption.resume, format != .sqlite {
      throw ValidationError("--resume needs --output with a .sqlite file")
    }
    if resumption.resume, across == true {
      throw ValidationError("--across needs all documents; leave out --resume")
    }
  }

  private func reader(_ console: Console) -> DocumentReader {
    input.reader(console, outputs: [output.output, errors.errors])
  }

  func run() async throws {
    let databases = try input.databases()
    let console = try errors.console(for: input)
    var tally = Tally()
    if !databases.isEmpty {
      try check(databases, &tally)
    } else if format == .sqlite {
      try await store(try analysis.analyzers(), console, &tally)
    } else {
      let analyzers = try analysis.analyzers()
      let file = try output.open()
      var sink = sink(for: file)
      try sink.begin()
      try await check(
        analyzers, console, &tally,
        admitting: { AdmittedDocument(input: $0, contentHash: ContentHash()) },
        deliver: { try sink.take($0) })
      try sink.end(failures: console.failureCount)
    }
    Console.complain(tally.description)
    if console.failureCount > 0 { throw Status.inputError }
    if tally.errors > 0 { throw Status.findings }
  }

  /// Checks what was stored before.
  private func check(_ databases: [StoredReports], _ tally: inout Tally) throws {
    guard format != .sqlite else {
      throw ValidationError(
        "the findings of a database are written as table, jsonl, csv, html, sarif")
    }
    let file = try output.open()
    var sink = sink(for: file)
    try sink.begin()
    for reports in databases {
      try DatabaseCheck(reports: reports, comparesDocuments: across ?? true).run { document in
        tally.count(document)
        try sink.take(AnalysedDocument(document: document, extra: []))
      }
    }
    try sink.end(failures: 0)
  }

  private func sink(for file: OutputFile) -> any ReportSink {
    switch format {
    case .sarif: SARIFSink(file: file)
    case .jsonl: DocumentSink(writer: JSONLWriter(), file: file)
    case .csv: DocumentSink(writer: CSVWriter(rows: .findings), file: file)
    case .html: DocumentSink(writer: FindingPageWriter(), file: file)
    case .table, .sqlite:
      DocumentSink(writer: FindingTableWriter(usesColour: file.wantsColour), file: file)
    }
  }

  /// Analyses the inputs, compares them where that is wished, and hands them on in input order.
  private func check(
    _ analyzers: AnalyzerPool, _ console: Console, _ tally: inout Tally,
    admitting admit: (InputDocument) throws -> AdmittedDocument?,
    deliver: (AnalysedDocument) throws -> Void
  ) async throws {
    let givenDate = reference.referenceDate
    let pipeline = DocumentPipeline<AdmittedDocument, [AnalysedDocument]>(
      jobs: output.jobCount,
      batchWork: { items in items.map { analyzers.analyze($0, givenDate: givenDate) } })
    var comparison = SeriesComparison(comparisonWish)
    func pass(_ items: [AnalysedDocument]) throws {
      for item in items {
        tally.count(item.document)
        try deliver(item)
      }
    }
    try await pipeline.run(reader(console), console, admitting: admit) { items in
      for item in items { try pass(comparison.take(item)) }
    }
    try pass(comparison.finish())
    if comparison.wasGivenUp {
      Console.complain("too many documents to compare them with each other; ask with --across")
    }
  }

  private var comparisonWish: SeriesComparison.Wish {
    // What is skipped on resuming cannot be compared.
    guard !resumption.resume else { return .never }
    return across.map { $0 ? .always : .never } ?? .ifFew
  }

  private func store(
    _ analyzers: AnalyzerPool, _ console: Console, _ tally: inout Tally
  ) async throws {
    guard let path = output.output else { return }
    let base = try resumption.openDatabase(path, analysis, options: [])
    var admission = DocumentAdmission(
      known: resumption.resume ? base : nil, givenDate: reference.referenceDate)
    var sink = DatabaseSink(database: base, isForced: comparisonWish != .never)
    try await check(
      analyzers, console, &tally, admitting: { try admission.admitted($0) },
      deliver: { try sink.take($0) })
    sink.counts.unchanged += admission.skipped
    try sink.end(failures: console.failureCount)
  }
}

extension CheckCommand.Format {
  /// By the ending of the output's name.
  init?(ending: String) {
    switch ending {
    case "sqlite", "sqlite3", "db": self = .sqlite
    case "jsonl", "csv", "html", "sarif": self.init(rawValue: ending)
    default: return nil
    }
  }
}

/// What a run found, in numbers.
private struct Tally: CustomStringConvertible {
  var documents = 0
  var errors = 0
  var warnings = 0

  mutating func count(_ document: Document) {
    documents += 1
    for finding in document.findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      }
    }
  }

  /// `3 documents: 1 error, 2 warnings`
  var description: String {
    let findings = FindingTableWriter.summary(errors: errors, warnings: warnings)
    return "\(documents) document\(documents == 1 ? "" : "s"): \(findings)"
  }
}
