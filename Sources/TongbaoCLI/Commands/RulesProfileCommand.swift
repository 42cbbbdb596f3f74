import ArgumentParser
import Evaluation
import Foundation
import Interchange
import Tongbao

/// The ledger of the rules: `tongbao rules profile`.
struct RulesProfileCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, html
  }

  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Weighs the rules: what each brings in, what it costs, what would be without it.",
    discussion: """
      On annotated documents, each rule is taken away once and the score taken again. On plain \
      documents, it is counted how often each rule won, lost or was refused, and its share of the \
      matching work.
      """)

  @OptionGroup var input: InputOptions

  @OptionGroup var analysis: AnalysisOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Show the scores without these rules beside those with them; date.* is a family.",
      valueName: "rule"))
  var ablate: [String] = []

  @Option(
    help: ArgumentHelp(
      "Another folder of rules to set beside them, or built-in for the shipped ones alone.",
      valueName: "folder"))
  var compare: String?

  @Option(help: "Format of the annotated documents.")
  var goldFormat: AnnotationFormat?

  @Option(help: "How to write the ledger.")
  var format = Format.table

  @OptionGroup var destination: ReportOutput

  func validate() throws {
    if !ablate.isEmpty, compare != nil {
      throw ValidationError("--ablate and --compare are two questions; ask them one by one")
    }
  }

  func run() throws {
    let gold = try annotated()
    guard let gold else { return try profilePlain() }
    let analyzer = try analysis.analyzer()
    if ablate.isEmpty {
      let own = RuleLedgerReport.Side(
        name: name(of: analysis.rulesFolders),
        ledger: LedgerRun(analyzer).ledger(of: gold.documents))
      let other = try compare.map { folder in
        let folders = folder == "built-in" ? [] : [folder]
        var other = analysis
        other.rulesFolders = folders
        let ledger = LedgerRun(try other.analyzer()).ledger(of: gold.documents)
        return RuleLedgerReport.Side(name: name(of: folders), ledger: ledger)
      }
      let report = RuleLedgerReport(own, comparedTo: other)
      switch format {
      case .table: try destination.write(report.table)
      case .json: try destination.write(report.json)
      case .html: try destination.write(report.html)
      }
    } else {
      try destination.write(ablation(from: analyzer, gold.documents))
    }
    if gold.failures > 0 { throw Status.inputError }
  }

  // MARK: - Annotated documents

  /// The annotated documents among the inputs; `nil` where no input is annotated.
  private func annotated() throws -> (documents: [AnnotatedDocument], failures: Int)? {
    var documents: [AnnotatedDocument] = []
    var failures = 0
    for path in input.inputs {
      guard path != "-", goldFormat != nil || AnnotatedInput.isAnnotated(path) else {
        if documents.isEmpty, ablate.isEmpty, compare == nil { return nil }
        throw InputFailure(
          path: path, problem: "holds no annotation in a known format",
          remedy: "name annotated documents alone")
      }
      let input = try AnnotatedInput(path: path, format: goldFormat)
      let known = Set(documents.map(\.id))
      if let twice = input.documents.first(where: { known.contains($0.id) }) {
        throw InputFailure(
          path: path, problem: "has the document “\(twice.id)”, which an input before it has too",
          remedy: "name each document once")
      }
      documents += input.documents
      failures += input.failures
    }
    return (documents, failures)
  }

  /// The scores without some rules, beside those with all.
  private func ablation(from analyzer: Analyzer, _ gold: [AnnotatedDocument]) throws -> String {
    let without = analyzer.without(rules: try chosenRules(of: analyzer))
    let (one, two) = (without.readings(of: gold), analyzer.readings(of: gold))
    let report = EvaluationReport(
      Evaluator.evaluate(gold: gold, predicted: one),
      comparedTo: Evaluator.evaluate(gold: gold, predicted: two))
    return switch format {
    case .table: report.table
    case .json: report.json
    case .html: report.html
    }
  }

  private func chosenRules(of analyzer: Analyzer) throws -> Set<String> {
    var chosen: Set<String> = []
    for pattern in ablate {
      let names = analyzer.ruleNames.filter { name in
        pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
      }
      guard !names.isEmpty else {
        throw ValidationError("“\(pattern)” is no rule; see tongbao rules list")
      }
      chosen.formUnion(names)
    }
    return chosen
  }

  private func name(of folders: [String]) -> String {
    folders.isEmpty ? "built-in rules" : folders.joined(separator: ", ")
  }

  // MARK: - Plain documents

  private func profilePlain() throws {
    guard format == .table else {
      throw ValidationError("--format \(format.rawValue) is for annotated documents")
    }
    let console = Console()
    var texts: [String] = []
    for item in input.reader(console) {
      switch item {
      case .failure(let failure): console.report(failure)
      case .document(let document): texts.append(document.text)
      }
    }
    var table = TextTable(["rule", "won", "lost", "refused", "share"])
    let rows = try analysis.analyzer().activity(in: texts)
    for row in rows.sorted(by: { ($1.share, $0.id) < ($0.share, $1.id) }) {
      let share = (row.share * 100).formatted(.number.precision(.fractionLength(2)))
      table.append([row.id, "\(row.won)", "\(row.lost)", "\(row.refused)", share + "%"])
    }
    try destination.write(table.description + "\n")
    if console.failureCount > 0 { throw Status.inputError }
  }
}
