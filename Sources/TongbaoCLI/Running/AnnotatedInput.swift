import ArgumentParser
import Evaluation
import Foundation
import Interchange

extension AnnotationFormat: ExpressibleByArgument {}

/// Annotated documents from a file or folder, in whatever format they are.
struct AnnotatedInput {
  var documents: [AnnotatedDocument]
  var failures: Int

  /// Endings of the files that a folder is searched for.
  private static let endings: Set<String> = [
    "gold", "jsonl", "json", "ann", "txt", "conll", "conllu", "bio", "iob",
  ]

  /// Reads all there is and reports each fault on a line of its own.
  ///
  /// - Throws: `InputFailure` if nothing is there or the format cannot be told.
  init(path: String, format: AnnotationFormat?) throws {
    let files = try Self.files(at: path)
    guard let (format, own) = format.map({ ($0, files) }) ?? AnnotationFormat.detect(files) else {
      throw InputFailure(
        path: path, problem: "holds no annotation in a known format",
        remedy: "name the format with one of the --…format options")
    }
    let reading = format.read(own)
    for fault in reading.faults { Console.complain(fault.description) }
    documents = reading.documents
    failures = reading.faults.count
  }

  /// Whether a file or folder holds annotation in a known format; what cannot be read holds none.
  static func isAnnotated(_ path: String) -> Bool {
    (try? files(at: path)).flatMap(AnnotationFormat.detect) != nil
  }

  static func files(at path: String) throws -> [AnnotationFile] {
    let url = URL(fileURLWithPath: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputFailure(
        path: path, problem: "there is no such file or folder", remedy: "check the path")
    }
    guard isFolder.boolValue else { return [try file(url, name: path)] }
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    return try names.filter { name in
      let parts = name.split(separator: "/")
      return endings.contains((name as NSString).pathExtension)
        && !parts.contains { $0.hasPrefix(".") }
    }.map { try file(url.appendingPathComponent($0), name: "\(path)/\($0)") }
  }

  private static func file(_ url: URL, name: String) throws -> AnnotationFile {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: url)
    } catch {
      throw InputFailure(
        path: name, problem: "cannot be read", remedy: "check that it is a file and its permissions"
      )
    }
    guard var content = String(validating: bytes, as: UTF8.self) else {
      throw InputFailure(
        path: name, problem: "is not UTF-8", remedy: "convert it to UTF-8")
    }
    if content.unicodeScalars.first == "\u{FEFF}" { content.unicodeScalars.removeFirst() }
    return AnnotationFile(name: name, content: content)
  }
}
