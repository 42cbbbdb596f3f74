import Evaluation
import Foundation

/// Text to measure on: the project's own bulletins, repeated with varied numbers, seeded.
struct BulletinText {
  let documents: [String]

  /// - Parameters:
  ///   - root: the checkout.
  ///   - bytes: about how much UTF-8 to make.
  init(root: URL, bytes: Int) throws {
    let bulletins = try Self.bulletins(in: root)
    var random = SeededGenerator(seed: 20_240_218)
    var documents: [String] = []
    var size = 0
    while size < bytes, !bulletins.isEmpty {
      let text = Self.varied(bulletins[documents.count % bulletins.count], &random)
      documents.append(text)
      size += text.utf8.count
    }
    self.documents = documents
  }

  private static func bulletins(in root: URL) throws -> [String] {
    var texts: [String] = []
    for folder in ["seeds", "Corpus"] {
      let files = try FileManager.default.contentsOfDirectory(
        at: root.appending(path: folder), includingPropertiesForKeys: nil)
      for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "gold" {
        let content = try String(contentsOf: file, encoding: .utf8)
        texts.append(InlineFormat.read(content, file: file.lastPathComponent).document.text)
      }
    }
    return texts
  }

  /// Other digits in the same places: no two copies are alike.
  private static func varied(_ text: String, _ random: inout SeededGenerator) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          guard ("3"..."9").contains(scalar) else { return scalar }
          return Unicode.Scalar(UInt8(ascii: "3") + UInt8(random.next() % 7))
        }))
  }
}
