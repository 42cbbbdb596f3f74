import Foundation

/// What a code point costs in texts of odd shapes, and in plain ones of growing size: the cost
/// must not rise with the size, and no shape may stand out by far.
struct ShapeTable {
  /// Size of the largest plain text, in kilobytes.
  let largest: Int

  private static let shapeSize = 1_000_000
  private static let patience = 120.0

  func run() throws {
    let analysis = try Analysis()
    _ = analysis.run(on: try plainText(100_000))
    print("shape\tbytes\tcode points\tseconds\tns/code point\tat a tenth size")
    var size = 1
    var lastCost = 0.0
    while size <= largest {
      guard lastCost * 10 < Self.patience else {
        print("bulletins, \(size) KB\t-\t-\t-\tleft out\twould take minutes")
        break
      }
      lastCost = measure("bulletins", try plainText(size * 1000), analysis)
      size *= size >= 10_000 ? 5 : 10
    }
    for (name, unit) in Self.shapes {
      _ = measure(name, repeated(unit, to: Self.shapeSize), analysis)
    }
  }

  /// - Returns: the seconds for the text.
  private func measure(_ name: String, _ text: String, _ analysis: Analysis) -> Double {
    let scalars = text.unicodeScalars
    let tenth = String(scalars.prefix(max(1, scalars.count / 10)))
    let (elapsed, before) = (time(of: text, analysis), time(of: tenth, analysis))
    let cost = elapsed * 1e9 / Double(max(scalars.count, 1))
    let costBefore = before * 1e9 / Double(tenth.unicodeScalars.count)
    print(
      "\(name)\t\(text.utf8.count)\t\(scalars.count)\t"
        + String(format: "%.4f\t%.0f\t%.0f", elapsed, cost, costBefore))
    fflush(nil)
    return elapsed
  }

  private func time(of text: String, _ analysis: Analysis) -> Double {
    // A short text is read several times, for the clock's sake.
    let times = max(1, 300_000 / max(text.utf8.count, 1))
    return seconds { for _ in 0..<times { _ = analysis.run(on: text) } } / Double(times)
  }

  /// Bulletins one after another as one text.
  private func plainText(_ bytes: Int) throws -> String {
    let joined = try BulletinText(root: checkout, bytes: bytes).documents.joined(separator: "\n\n")
    var prefix = joined.utf8.prefix(bytes)
    // Not in the middle of a character.
    while !prefix.isEmpty, String(prefix) == nil { prefix = prefix.dropLast() }
    return String(prefix) ?? ""
  }

  private func repeated(_ unit: String, to bytes: Int) -> String {
    String(repeating: unit, count: max(1, bytes / unit.utf8.count))
  }

  private static let shapes: [(name: String, unit: String)] = [
    ("digits", "5"), ("一", "一"), ("年月日", "年月日"), ("（", "（"), ("1-1-1-1", "1-"),
    ("place prefix", "延安市"), ("gloss-like", "紀(jì)"), ("unclosed glosses", "紀(jì"),
    ("alternating scripts", "警A方b1統계"), ("十百千万", "十百千万"), ("dates", "2月18日"),
    ("counts", "560人次"), ("spaces", " "), ("line feeds", "\n"), ("tags", "<p>"), ("&amp;", "&amp;"),
    ("第一", "第一"), ("和、及", "甲和乙、丙及丁"),
  ]
}
