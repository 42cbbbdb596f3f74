import ArgumentParser
import Foundation
import Interchange

/// The command line: thin shells that read, call the library and write.
@main
struct TongbaoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tongbao",
    abstract: "Reads Chinese bulletins and reports: dates, counts, places and what they say.",
    version: "0.1.0",
    subcommands: [
      ExtractCommand.self, CheckCommand.self, FiguresCommand.self, SegmentCommand.self,
      EvaluateCommand.self, CorpusCommand.self, ConvertCommand.self, RulesCommand.self,
      ExplainCommand.self, CalendarCommand.self,
    ])

  static func main() async {
    // A closed pipe and the limit of a file's size must be errors that can be seen, not signals
    // that kill.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parsed()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      finish(after: error)
    }
  }

  /// The command that was asked for.
  ///
  /// The parser examines the definitions of all commands. Where the first argument names one of
  /// them and the rest is right for it, the others need not be looked at, which takes half the
  /// time; help and complaints are those of the whole tree.
  private static func parsed() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    if let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name }
      ),
      command.configuration.subcommands.isEmpty
    {
      if command is any AnalyzingCommand.Type { EarlyStart.begin(for: arguments) }
      if let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())) { return parsed }
    }
    return try parseAsRoot()
  }

  /// Ends the process: quietly behind a closed pipe, with status 2 and one line for what went
  /// wrong, as the parser has it for `--help` and `--version`.
  private static func finish(after error: any Error) -> Never {
    if case OutputFailure.closedPipe = error { exit(withError: ExitCode.success) }
    let status = exitCode(for: error)
    guard !(error is ExitCode), status != .success else { exit(withError: error) }
    Console.complain(message(for: error))
    exit(withError: Status.inputError)
  }
}

/// How a command ends, beside plain success.
enum Status {
  /// Faults were found, as asked for.
  static let findings = ExitCode(1)
  /// An input or the usage was wrong.
  static let inputError = ExitCode(2)
}
