import Dictionaries
import Foundation
import Storage

/// Names a state of dictionaries, rules and options: equal where the same text gives the same
/// result, wherever the files stand and whenever they were copied there.
enum RuleSetDigest {
  private static let suffixes: Set<String> = ["tsv", "txt", "yaml"]

  /// - Parameter options: Whatever else the result depends on.
  static func of(_ analysis: AnalysisOptions, options: [String]) -> String {
    var hash = ContentHash()
    hash.combine(TongbaoCommand.configuration.version)
    for option in options { hash.combine(option) }
    let root =
      analysis.dictionaries
      ?? ProcessInfo.processInfo.environment["TONGBAO_DICTIONARIES"]
      ?? Dictionaries.folder?.path
    for folder in [root].compactMap({ $0 }) + analysis.rulesFolders { add(folder, to: &hash) }
    return hash.description
  }

  private static func add(_ folder: String, to hash: inout ContentHash) {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
    for name in (names ?? []).sorted() {
      let file = URL(filePath: folder).appending(path: name)
      guard suffixes.contains(file.pathExtension), let bytes = try? Data(contentsOf: file) else {
        continue
      }
      hash.combine(name)
      hash.combine(bytes: bytes)
    }
  }
}
