import ArgumentParser
import Evaluation
import Interchange
import Tongbao

/// Measures the consistency checks with errors that are known because they were planted.
struct InjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inject",
    abstract: "Plants known errors in annotated documents and counts which the checks find.",
    discussion: """
      Each of the fifteen finding codes is planted by changing an annotated mention or by a further \
      sentence. What the checks say of the untouched documents beyond the annotation is a false \
      alarm. Exit status 1 when a threshold is missed.
      """)

  @Argument(help: "Annotated file or folder.")
  var gold: String

  @OptionGroup var analysis: AnalysisOptions

  @Option(help: "Seed of the errors; the same seed plants the same ones.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The most errors of one code in a document.", valueName: "number"))
  var perDocument = 2

  @Option(help: ArgumentHelp("Fail where the recall of a code is below.", valueName: "ratio"))
  var minimumRecall: Double?

  @Option(help: ArgumentHelp("Fail above so many false alarms a document.", valueName: "ratio"))
  var maximumFalseAlarms: Double?

  @Flag(help: "List the errors that were not found and the false alarms.")
  var failures = false

  func validate() throws {
    guard perDocument > 0 else { throw ValidationError("--per-document must be 1 or more") }
  }

  func run() throws {
    let input = try AnnotatedInput(path: gold, format: nil)
    let analyzer = try analysis.analyzer()
    func findings(in document: AnnotatedDocument) -> [AnnotatedDocument.Finding] {
      AnnotatedDocument(
        analyzer.analyze(document.text, id: document.id, published: document.published)
      ).findings
    }
    let injector = ErrorInjector(seed: seed, perDocument: perDocument)
    var score = InjectionScore()
    for document in input.documents {
      score.count(untouched: document, findings: findings(in: document))
      for injection in injector.injections(into: document) {
        score.count(injection, findings: findings(in: injection.document))
      }
    }
    try printLine(score.table + (failures ? list(of: score) : ""))
    if input.failures > 0 { throw Status.inputError }
    let missed = missedThresholds(score)
    missed.forEach(Console.complain)
    if !missed.isEmpty { throw Status.findings }
  }

  private func missedThresholds(_ score: InjectionScore) -> [String] {
    var missed: [String] = []
    if let minimumRecall {
      for code in ErrorInjector.codes {
        let recall = score.rows[code]?.recall
        if (recall ?? 0) < minimumRecall {
          missed.append("\(code): recall \(recall ?? 0) is below \(minimumRecall)")
        }
      }
    }
    if let maximumFalseAlarms, score.falseAlarmsPerDocument > maximumFalseAlarms {
      missed.append(
        "\(score.falseAlarmsPerDocument) false alarms a document are above \(maximumFalseAlarms)")
    }
    return missed
  }

  private func list(of score: InjectionScore) -> String {
    let errors = score.missed.map { "not found: \($0.document.id): \(singleLine($0.change))\n" }
    let alarms = score.alarms.map { document, finding in
      "false alarm: \(document): \(finding.code): \(singleLine(finding.note))\n"
    }
    return (errors + alarms).joined()
  }
}
