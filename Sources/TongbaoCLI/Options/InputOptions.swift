import ArgumentParser
import Interchange

/// Which documents to read.
struct InputOptions: ParsableArguments {
  @Argument(
    help: """
      Files, folders, patterns of them, or - for standard input. Folders are walked for .txt, \
      .html, .htm, .jsonl, .csv and .tsv files, also compressed as .gz or .zst.
      """)
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "File with the paths of further inputs, one a line; - for standard input.",
      valueName: "path"))
  var filesFrom: String?

  @Option(help: "Column of .csv and .tsv files that holds the text.")
  var textColumn = "text"

  @Option(help: "Column that holds each document's identifier.")
  var idColumn: String?

  @Option(help: "Column that holds each document's date, 2024-02-19 or 2024-02-19T08:30:00.")
  var dateColumn: String?

  func validate() throws {
    guard !inputs.isEmpty || filesFrom != nil else {
      throw ValidationError("no inputs; name files or folders, or - for standard input")
    }
    if filesFrom == "-", inputs.contains("-") {
      throw ValidationError("standard input cannot be both the list of files and a document")
    }
  }

  /// - Parameters:
  ///   - console: Shows how far the reading is.
  ///   - outputs: What the run writes, which may lie in a folder that it reads.
  func reader(_ console: Console, outputs: [String?] = []) -> DocumentReader {
    DocumentReader(
      inputs: inputs, pathList: filesFrom,
      columns: ColumnNames(text: textColumn, id: idColumn, date: dateColumn),
      excluding: outputs.compactMap(\.self), meter: console.meter)
  }

  /// The inputs whose size can be told beforehand, none unless it can for all.
  var measurableInputs: [String] { filesFrom == nil ? inputs : [] }
}

/// Where failures are written beside standard error.
struct ErrorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "File for the inputs and records that could not be read, with the reason, as JSON lines.",
      valueName: "path"))
  var errors: String?

  /// - Parameter input: What is going to be read.
  func console(for input: InputOptions, times: StageTimes? = nil) throws -> Console {
    Console(
      errorLog: try errors.map(ErrorLog.init), inputs: input.measurableInputs,
      notesDuplicates: true, times: times)
  }
}
