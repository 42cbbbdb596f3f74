import ArgumentParser
import Foundation
import Interchange
import Tongbao
import TongbaoText

struct ExtractCommand: AsyncParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, jsonl, csv, sqlite, html
  }

  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Finds the mentions and figures of documents.")

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var reference: ReferenceDateOption

  @Option(help: "How to write the results.")
  var format = Format.table

  @Option(
    help: ArgumentHelp("Only these types of mention: date,count,…", valueName: "types"),
    transform: mentionTypes)
  var types: Set<MentionType>?

  func validate() throws {
    if format == .sqlite || format == .html {
      throw ValidationError(
        "--format \(format.rawValue) is not available yet; use table, jsonl or csv")
    }
  }

  func run() async throws {
    let analyzer = try analysis.analyzer(types: types)
    let file = try output.open()
    let writer = writer(for: file)
    let givenDate = reference.referenceDate
    let pipeline = DocumentPipeline(jobs: output.jobCount) { input, buffer in
      let document = analyzer.analyze(
        input.text, id: input.id, source: input.source, published: input.published ?? givenDate)
      writer.write(document, extra: input.extra, to: &buffer)
    }
    let console = Console()
    try file.write(written(writer.begin))
    try await pipeline.run(input.reader, to: file, console)
    try file.write(written(writer.end))
    try file.finish()
    if console.failureCount > 0 { throw Status.inputError }
  }

  private func writer(for file: OutputFile) -> any DocumentWriter {
    switch format {
    case .jsonl: return JSONLWriter()
    case .csv: return CSVWriter()
    case .table, .sqlite, .html:
      let refusesColour = !(ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
      return TableWriter(usesColour: file.isTerminal && !refusesColour)
    }
  }

  private func written(_ write: (inout OutputBuffer) -> Void) -> OutputBuffer {
    var buffer = OutputBuffer()
    write(&buffer)
    return buffer
  }
}
