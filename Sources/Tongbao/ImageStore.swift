import Foundation
import Lexicon

/// Keeps the compiled image in the user's cache folder, so that a start maps it and parses nothing.
///
/// A missing, outdated, foreign or damaged image is built anew; a cache that cannot be written
/// costs time, never correctness.
enum ImageStore {
  static func image(for folder: DictionaryFolder) throws -> Image {
    let digest = try folder.digest()
    let file = cacheFile(for: folder)
    if let file, let image = Image(mapping: file.path), image.digest == digest { return image }
    var compiler = ImageCompiler(folder: folder)
    let bytes = try compiler.compile(digest: digest)
    guard compiler.faults.isEmpty else {
      let list = compiler.faults.map(\.description).joined(separator: "\n")
      throw AnalyzerError("\(list)\n\(compiler.faults.count) faults in dictionaries and rules")
    }
    if let file { write(bytes, to: file) }
    guard let image = Image(bytes: bytes) else {
      throw AnalyzerError("the compiled image is not readable; this is a defect of the program")
    }
    return image
  }

  /// One file for each place the dictionaries can stand in, and each program that reads them.
  private static func cacheFile(for folder: DictionaryFolder) -> URL? {
    let environment = ProcessInfo.processInfo.environment
    let base: URL
    if let own = environment["TONGBAO_CACHE"] {
      base = URL(filePath: own)
    } else if let shared = environment["XDG_CACHE_HOME"] {
      base = URL(filePath: shared).appending(path: "tongbao")
    } else if let home = environment["HOME"] {
      base = URL(filePath: home).appending(path: ".cache/tongbao")
    } else {
      return nil
    }
    let program = try? FileManager.default.destinationOfSymbolicLink(
      atPath: DictionaryFolder.program)
    let paths =
      [Array((program ?? "").utf8)]
      + ([folder.root] + folder.furtherRules).map { Array($0.path.utf8) }
    return base.appending(path: String(sourceDigest(paths), radix: 16) + ".image")
  }

  /// Writes beside the file and renames, so that no reader ever sees half an image.
  private static func write(_ bytes: [UInt8], to file: URL) {
    let manager = FileManager.default
    try? manager.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(bytes).write(to: file, options: .atomic)
  }
}
