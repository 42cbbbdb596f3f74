import Dictionaries
import Foundation
import Lexicon

/// The dictionaries and rules of one configuration on disk: which files, and whether they changed.
struct DictionaryFolder {
  /// Holds `lexicon`, `rules`, `units`, `places`, `calendar`.
  let root: URL
  /// Folders of rule files that add to or override those of `root`.
  let furtherRules: [URL]

  /// - Parameter root: `nil` means `$TONGBAO_DICTIONARIES`, else the folder shipped with the program.
  init(root: URL?, furtherRules: [URL]) throws(AnalyzerError) {
    let environment = ProcessInfo.processInfo.environment["TONGBAO_DICTIONARIES"]
    guard let root = root ?? environment.map({ URL(filePath: $0) }) ?? Dictionaries.folder else {
      throw AnalyzerError(
        "the dictionaries are missing; set TONGBAO_DICTIONARIES to the folder that holds them")
    }
    self.root = root
    self.furtherRules = furtherRules
  }

  func files(in folder: String, withExtension suffix: String) throws(AnalyzerError) -> [URL] {
    try list(root.appending(path: folder), withExtension: suffix)
  }

  /// Rule files in the order in which they are read: a later rule of the same name wins.
  func ruleFiles() throws(AnalyzerError) -> [URL] {
    var files = try files(in: "rules", withExtension: "yaml")
    for folder in furtherRules { files += try list(folder, withExtension: "yaml") }
    return files
  }

  func text(_ path: String) throws(AnalyzerError) -> String {
    try Self.text(of: root.appending(path: path))
  }

  static func text(of file: URL) throws(AnalyzerError) -> String {
    do {
      return try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw AnalyzerError("\(file.path): unreadable; check that it exists and is UTF-8")
    }
  }

  private func list(_ folder: URL, withExtension suffix: String) throws(AnalyzerError) -> [URL] {
    try Self.names(in: folder.path, withExtension: suffix).map { folder.appending(path: $0) }
  }

  /// The names of the files with an extension, sorted. Names, not URLs: every start asks for them.
  private static func names(
    in folder: String, withExtension suffix: String
  ) throws(AnalyzerError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix("." + suffix) }.sorted()
    } catch {
      throw AnalyzerError("\(folder): no folder of .\(suffix) files; check the path")
    }
  }

  /// Changes whenever a file is added, removed or written, or the program that compiles them is
  /// another: names, sizes and times of them all.
  func digest() throws(AnalyzerError) -> UInt64 {
    var parts = [Self.stamp(of: Self.program)]
    for (folder, suffix) in [
      ("lexicon", "tsv"), ("units", "tsv"), ("places", "tsv"), ("places", "txt"), ("rules", "yaml"),
      ("figures", "tsv"),
    ] {
      parts += try Self.stamps(in: root.path + "/" + folder, withExtension: suffix)
    }
    for folder in furtherRules { parts += try Self.stamps(in: folder.path, withExtension: "yaml") }
    return sourceDigest(parts)
  }

  private static func stamps(
    in folder: String, withExtension suffix: String
  ) throws(AnalyzerError) -> [[UInt8]] {
    try names(in: folder, withExtension: suffix).map { stamp(of: folder + "/" + $0) }
  }

  private static func stamp(of path: String) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else { return Array(path.utf8) }
    let time = status.st_mtim
    return Array("\(path) \(status.st_size) \(time.tv_sec) \(time.tv_nsec)".utf8)
  }

  /// The file that the running program was loaded from.
  static let program = "/proc/self/exe"
}

/// Why an analyzer could not be made; the message says what, where and what to do.
public struct AnalyzerError: Error, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}
