import ArgumentParser
import Evaluation
import Interchange
import TongbaoText

struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Looks after annotated documents.",
    subcommands: [Check.self, CorpusDamageCommand.self, InjectCommand.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Counts the annotations of inline files by type and reports all faults.")

    @Argument(help: "Folder of .gold files, or one of them.")
    var folder: String

    func run() throws {
      let files = try AnnotatedInput.files(at: folder).filter { $0.name.hasSuffix(".gold") }
      guard !files.isEmpty else {
        throw InputFailure(
          path: folder, problem: "holds no .gold file", remedy: "name a folder of annotated files")
      }
      let report = CorpusCheck.check(files)
      var table = TextTable(["annotation", "number"])
      for (name, number) in rows(of: report.counts) { table.append([name, "\(number)"]) }
      let faults = report.faults.map { singleLine($0.description) }
      let summary = "\(report.faults.count) faults"
      try printLine(([table.description] + faults + [summary]).joined(separator: "\n"))
      if !report.faults.isEmpty { throw Status.findings }
    }

    private func rows(of counts: CorpusCheck.Counts) -> [(String, Int)] {
      let types = MentionType.allCases.map { ($0.rawValue, counts.mentions[$0] ?? 0) }
      let mentions = counts.mentions.values.reduce(0, +)
      let findings = counts.findings.sorted { $0.key < $1.key }.map { ("  " + $0.key, $0.value) }
      return [("documents", counts.documents)] + types
        + [("all mentions", mentions), ("figures", counts.figures)]
        + [("findings", counts.findings.values.reduce(0, +))] + findings
    }
  }
}
