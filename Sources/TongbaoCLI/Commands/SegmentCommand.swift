import ArgumentParser
import Interchange
import Tongbao

struct SegmentCommand: AsyncParsableCommand, AnalyzingCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Divides documents into words.")

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var analysis: AnalysisOptions

  @Option(help: "How to write the words: on the lines of the text, or as JSON lines.")
  var format = SegmentWriter.Format.text

  func run() async throws {
    let analyzer = try analysis.analyzer()
    let file = try output.open()
    let writer = SegmentWriter(format: format)
    let pipeline = DocumentPipeline(jobs: output.jobCount) { document, buffer in
      writer.write(document, words: analyzer.segment(document.text), to: &buffer)
    }
    let console = Console(inputs: input.measurableInputs)
    try await pipeline.run(input.reader(console), to: file, console)
    try file.finish()
    if console.failureCount > 0 { throw Status.inputError }
  }
}

extension SegmentWriter.Format: ExpressibleByArgument {}
