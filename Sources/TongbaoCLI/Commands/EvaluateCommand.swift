import ArgumentParser
import Evaluation
import Interchange
import Tongbao
import TongbaoText

struct EvaluateCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, html
  }

  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Scores predicted against annotated documents.",
    discussion: """
      Without PREDICTED the annotated texts are analysed. Formats are told by content: inline \
      marks, Tongbao's JSON lines, brat pairs, doccano, Label Studio, CoNLL.
      """)

  @Argument(help: "Annotated file or folder.")
  var gold: String

  @Argument(help: "Predicted file or folder, by the same document identifiers.")
  var predicted: String?

  @OptionGroup var analysis: AnalysisOptions

  @Option(help: "How to write the scores.")
  var format = Format.table

  @OptionGroup var destination: ReportOutput

  @Option(
    help: ArgumentHelp(
      """
      Fail below these F1: a number for all types (strict), or a list such as \
      date=0.95,date.value=0.9,all.value=0.9,figures=0.8,findings=0.8.
      """, valueName: "list"),
    transform: thresholds)
  var minimumF1: [Threshold] = []

  @Option(help: ArgumentHelp("Another prediction to compare with.", valueName: "path"))
  var compare: String?

  @Option(
    help: ArgumentHelp("Only these types of mention: date,count,…", valueName: "types"),
    transform: typeNames)
  var types: Set<String>?

  @Option(help: "Format of the annotated documents.")
  var goldFormat: AnnotationFormat?

  @Option(help: "Format of the predicted documents, and of those to compare with.")
  var predictedFormat: AnnotationFormat?

  func run() throws {
    let gold = try AnnotatedInput(path: gold, format: goldFormat)
    var failures = gold.failures
    let result = try scored(gold.documents, predicted, &failures)
    let other = try compare.map { try scored(gold.documents, $0, &failures) }
    let report = EvaluationReport(result, comparedTo: other)
    switch format {
    case .table: try destination.write(report.table)
    case .json: try destination.write(report.json)
    case .html: try destination.write(report.html)
    }
    let missed = minimumF1.compactMap { $0.failure(in: result.tally) }
    missed.forEach(Console.complain)
    if failures > 0 { throw Status.inputError }
    if !missed.isEmpty { throw Status.findings }
  }

  private func scored(
    _ gold: [AnnotatedDocument], _ path: String?, _ failures: inout Int
  ) throws -> EvaluationResult {
    let answers: [AnnotatedDocument]
    if let path {
      let input = try AnnotatedInput(path: path, format: predictedFormat)
      failures += input.failures
      answers = input.documents
    } else {
      answers = try analysis.analyzer().readings(of: gold)
    }
    return Evaluator.evaluate(gold: gold, predicted: answers, types: types)
  }
}

private func thresholds(_ written: String) throws -> [Threshold] {
  guard let list = Threshold.list(written) else {
    throw ValidationError(
      "“\(written)” is no list of minima from 0 to 1, as in date=0.95,count=0.9")
  }
  return list
}

/// Any names: annotations of others have types of their own.
private func typeNames(_ written: String) -> Set<String> {
  Set(written.split(separator: ",").map(String.init))
}
