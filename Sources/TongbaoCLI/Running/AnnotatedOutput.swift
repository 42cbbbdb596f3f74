import ArgumentParser
import Evaluation
import Foundation
import Interchange

/// Writes annotated documents: a file, or a folder for the formats with files of their own for each
/// document.
struct AnnotatedOutput {
  var format: AnnotationFormat
  /// File or folder; `nil` for standard output.
  var path: String?

  /// - Throws: `GoldFault` for what the format cannot hold, `ValidationError` where several files
  ///   have no folder, `OutputFailure` where nothing can be written.
  func write(_ documents: [AnnotatedDocument]) throws {
    let files = try format.write(documents)
    let hasFolder = format == .inline || format == .brat
    if hasFolder, let path {
      let folder = URL(fileURLWithPath: path, isDirectory: true)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files {
        try write(file.content, to: folder.appendingPathComponent(file.name).path)
      }
    } else if files.count > 1 {
      throw ValidationError(
        "\(format.rawValue) makes \(files.count) files; name a folder with --output")
    } else if let file = files.first {
      try write(file.content, to: path)
    }
  }

  private func write(_ content: String, to path: String?) throws {
    var buffer = OutputBuffer()
    buffer.append(content)
    let output = if let path { try OutputFile(path: path) } else { OutputFile() }
    try output.write(buffer)
    try output.finish()
  }
}
