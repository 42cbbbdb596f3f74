import ArgumentParser
import Tongbao

struct ExplainCommand: ParsableCommand, AnalyzingCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells which rules fired on a text, which lost or failed, and why.")

  @Argument(help: "The text itself.")
  var text: String

  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var reference: ReferenceDateOption

  func run() throws {
    let analyzer = try analysis.analyzer()
    let explanation = analyzer.explain(text, published: reference.referenceDate)
    try printLine(explanation.description)
  }
}
