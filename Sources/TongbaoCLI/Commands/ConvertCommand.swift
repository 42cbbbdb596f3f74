import ArgumentParser
import Evaluation
import Foundation
import Interchange

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
    let files = try to.write(documents.documents)
    let hasFolder = to == .inline || to == .brat
    if hasFolder, let output {
      let folder = URL(fileURLWithPath: output, isDirectory: true)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files { try write(file, to: folder.appendingPathComponent(file.name).path) }
    } else if files.count == 1 {
      try write(files[0], to: output)
    } else if !files.isEmpty {
      throw ValidationError(
        "\(to.rawValue) makes \(files.count) files; name a folder with --output")
    }
    if documents.failures > 0 { throw Status.inputError }
  }

  private func write(_ file: AnnotationFile, to path: String?) throws {
    var buffer = OutputBuffer()
    buffer.append(file.content)
    let output = if let path { try OutputFile(path: path) } else { OutputFile() }
    try output.write(buffer)
    try output.finish()
  }
}
