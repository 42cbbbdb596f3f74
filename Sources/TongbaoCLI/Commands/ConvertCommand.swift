import ArgumentParser
import Evaluation

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Carries annotated documents from one format to another.",
    discussion: """
      inline and brat have files of their own for each document, which go to the folder --output; \
      the others are one file, by default standard output.
      """)

  @Argument(help: "Annotated file or folder.")
  var input: String

  @Option(help: "Format to write.")
  var to: AnnotationFormat

  @Option(help: "Format to read; by default it is told by content.")
  var from: AnnotationFormat?

  @Option(help: ArgumentHelp("File or, for several files, folder to write.", valueName: "path"))
  var output: String?

  func run() throws {
    let documents = try AnnotatedInput(path: input, format: from)
    try AnnotatedOutput(format: to, path: output).write(documents.documents)
    if documents.failures > 0 { throw Status.inputError }
  }
}
