import ArgumentParser
import Interchange

/// Where a report over documents goes that is written as a whole.
struct ReportOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "File to write instead of standard output; it appears only when it is complete.",
      valueName: "path"))
  var output: String?

  func write(_ text: String) throws {
    var buffer = OutputBuffer()
    buffer.append(text)
    let file = if let output { try OutputFile(path: output) } else { OutputFile() }
    try file.write(buffer)
    try file.finish()
  }
}
