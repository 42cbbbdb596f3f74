import ArgumentParser
import Interchange

/// Which documents to read.
struct InputOptions: ParsableArguments {
  @Argument(
    help: """
      Files, folders, or - for standard input. Folders are walked for .txt, .html, .htm, .jsonl, \
      .csv and .tsv files.
      """)
  var inputs: [String] = []

  @Option(help: "Column of .csv and .tsv files that holds the text.")
  var textColumn = "text"

  @Option(help: "Column that holds each document's identifier.")
  var idColumn: String?

  @Option(help: "Column that holds each document's date, 2024-02-19 or 2024-02-19T08:30:00.")
  var dateColumn: String?

  func validate() throws {
    guard !inputs.isEmpty else {
      throw ValidationError("no inputs; name files or folders, or - for standard input")
    }
  }

  var reader: DocumentReader {
    DocumentReader(
      inputs: inputs,
      columns: ColumnNames(text: textColumn, id: idColumn, date: dateColumn))
  }
}
