import ArgumentParser
import Foundation
import Interchange
import Tongbao

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Looks at the rule files themselves.",
    subcommands: [List.self, Lint.self, Test.self, RulesProfileCommand.self])

  struct Folder: ParsableArguments {
    @Option(
      name: .customLong("rules"),
      help: ArgumentHelp("Folder of rules (default: the built-in ones).", valueName: "folder"))
    var path: String?

    var url: URL? { path.map { URL(fileURLWithPath: $0, isDirectory: true) } }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the rules.")

    @OptionGroup var folder: Folder

    func run() throws {
      var table = TextTable(["rule", "type", "examples", "place", "what it finds"])
      for rule in try RuleTools.list(folder.url) {
        table.append([
          rule.id, rule.type, "\(rule.examples)", rule.place, rule.documentation,
        ])
      }
      try printLine(table.description)
    }
  }

  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks the rule files and reports all faults, one a line.")

    @OptionGroup var folder: Folder

    func run() throws {
      let faults = try RuleTools.lint(folder.url)
      guard !faults.isEmpty else { return }
      try printLine(faults.map(singleLine).joined(separator: "\n"))
      throw Status.findings
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs the examples that stand beside the rules.")

    @OptionGroup var folder: Folder

    func run() throws {
      let report = try RuleTools.test(folder.url)
      let summary = "\(report.passed) examples passed, \(report.failures.count) failed"
      try printLine((report.failures.map(singleLine) + [summary]).joined(separator: "\n"))
      if !report.failures.isEmpty { throw Status.findings }
    }
  }
}
