import Evaluation
import Foundation
import Tongbao

/// The checkout that the tests run in.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// One analyzer for all tests: it is shared by threads as a user would share it.
  static let analyzer = Result { try Analyzer() }

  static func annotated(in folder: String) throws -> [GoldDocument] {
    try FileManager.default
      .contentsOfDirectory(at: root.appending(path: folder), includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "gold" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { file in
        let (document, faults) = InlineFormat.read(
          try String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
        if let fault = faults.first { throw fault }
        return document
      }
  }
}
