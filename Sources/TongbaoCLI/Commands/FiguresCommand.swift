import ArgumentParser
import Foundation
import Interchange
import Storage

struct FiguresCommand: AsyncParsableCommand, AnalyzingCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Gathers one indicator over periods and documents: a table, a spreadsheet, a chart.",
    discussion: "A database that extract or check has written is an input too.")

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var reference: ReferenceDateOption

  @Option(
    help: ArgumentHelp(
      "What is counted, or a part of its name: 警力, 刑事案件, 投入警力.", valueName: "name"))
  var indicator: String

  @Flag(help: "Draw the values: bars beside the table; a chart with --output NAME.svg.")
  var plot = false

  func validate() throws {
    guard !indicator.isEmpty else {
      throw ValidationError("no indicator; name what is counted, as in: --indicator 警力")
    }
    if let path = output.output, !["csv", "svg"].contains(Self.suffix(of: path)) {
      throw ValidationError("--output \(path) is neither .csv nor .svg; name it so")
    }
  }

  func run() async throws {
    let databases = try input.databases()
    // What cannot be written should be known before the work.
    let file = try output.output.map { try OutputFile(path: $0) }
    let console = Console(inputs: input.measurableInputs)
    let series =
      databases.isEmpty
      ? try await series(try analysis.analyzers(), console) : try series(databases)
    if let file, let path = output.output {
      var buffer = OutputBuffer()
      if Self.suffix(of: path) == "svg" {
        SeriesChart.write(series, to: &buffer)
      } else {
        series.writeCSV(to: &buffer)
      }
      try file.write(buffer)
      try file.finish()
    }
    if series.points.isEmpty {
      Console.complain("no figure names “\(indicator)”; try a shorter part of its name")
    } else if output.output.map(Self.suffix) != "csv" {
      try printLine(series.table(hasBars: plot && output.output == nil).description)
    }
    if console.failureCount > 0 { throw Status.inputError }
  }

  private func series(_ analyzers: AnalyzerPool, _ console: Console) async throws -> FigureSeries {
    let (indicator, givenDate) = (indicator, reference.referenceDate)
    let pipeline = DocumentPipeline<InputDocument, FigureSeries>(
      jobs: output.jobCount,
      batchWork: { inputs in
        var series = FigureSeries(indicator: indicator)
        for input in inputs { series.add(analyzers.analyze(input, givenDate: givenDate).document) }
        return series
      })
    var series = FigureSeries(indicator: indicator)
    try await pipeline.run(input.reader(console), console) { series.append($0) }
    return series
  }

  /// The figures of documents that were stored before.
  private func series(_ databases: [StoredReports]) throws -> FigureSeries {
    var series = FigureSeries(indicator: indicator)
    for reports in databases {
      try reports.withDocuments(naming: indicator) { documents in
        for document in documents { series.add(document) }
      }
    }
    return series
  }

  private static func suffix(of path: String) -> String {
    URL(filePath: path).pathExtension.lowercased()
  }
}
