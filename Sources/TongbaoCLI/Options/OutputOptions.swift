import ArgumentParser
import Foundation
import Interchange

/// Where results go and how many documents are worked on at once.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "File to write instead of standard output; its ending can name the format.",
      valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Documents analysed at once (default: one a processor). The output is the same for any.",
      valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024 ~= jobs) {
      throw ValidationError("--jobs \(jobs) is out of range; give a number from 1 to 1024")
    }
  }

  /// The ending of the file's name in lower case, empty without one.
  var ending: String { output.map { URL(filePath: $0).pathExtension.lowercased() } ?? "" }

  func requireFile(for option: String) throws {
    guard output != nil else { throw ValidationError("\(option) needs a file: add --output PATH") }
  }

  func open() throws -> OutputFile {
    if let output { try OutputFile(path: output) } else { OutputFile() }
  }

  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}

extension OutputFile {
  /// Whether a person at a terminal reads along who has not refused colours.
  var wantsColour: Bool {
    isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
}
