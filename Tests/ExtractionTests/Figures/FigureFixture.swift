import Extraction
import Foundation
import Testing
import TongbaoText

/// Reads the linker's dictionaries from the repository and texts with marked mentions.
enum FigureFixture {
  static let linker: FigureLinker = {
    do {
      return FigureLinker(lexicon: try FigureLexicon(parsing: dictionaries()))
    } catch {
      fatalError("the figure dictionaries do not load: \(error)")
    }
  }()

  static let folding: FoldingTable = {
    do {
      return try FoldingTable.makeFromICU()
    } catch {
      fatalError("no folding table: \(error)")
    }
  }()

  static func dictionaries() throws -> [String: String] {
    // Symbolic links are resolved so that a linked copy of the folder finds the data too.
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    folder.append(path: "Dictionaries/figures")
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".tsv") {
      files[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return files
  }

  /// A document of a text in which `[12起|count|12 起]` marks a mention; type letters are
  /// `c` count, `m` measure, `%` percent, `d` date, `t` time, `r` recurrence, `p` place,
  /// `o` organization, `n` number, `#` ordinal, `l` duration.
  static func document(_ marked: String) -> Document {
    var text = ""
    var position = 0
    var mentions: [Mention] = []
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      text += rest[..<open]
      position += rest[..<open].unicodeScalars.count
      let parts = rest[rest.index(after: open)..<close].split(
        separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
      let start = position
      text += parts[0]
      position += parts[0].unicodeScalars.count
      var mention = Mention(
        id: mentions.count, type: types[parts[1]] ?? .count,
        span: Span(start, position), text: String(parts[0]),
        value: parts.count > 2 ? String(parts[2]) : String(parts[0]), rule: "test")
      if let blank = mention.value.lastIndex(of: " ") {
        mention.unit = String(mention.value[mention.value.index(after: blank)...])
      }
      mentions.append(mention)
      rest = rest[rest.index(after: close)...]
    }
    var document = Document(id: "test", text: text + rest)
    document.mentions = mentions
    return document
  }

  private static let types: [Substring: MentionType] = [
    "c": .count, "m": .measure, "%": .percent, "d": .date, "t": .time, "r": .recurrence,
    "p": .place, "o": .organization, "n": .number, "#": .ordinal, "l": .duration,
  ]

  /// The figures of a marked text, each as `action/object/amount`, then what is not plain.
  static func figures(_ marked: String) -> [String] {
    let document = document(marked)
    let source = SourceText(document.text, folding: folding)
    return linker.figures(in: document, text: source).map { describe($0, in: document) }
  }

  private static func describe(_ figure: Figure, in document: Document) -> String {
    var parts = ["\(figure.action)/\(figure.object)/\(document.mentions[figure.mention].text)"]
    if figure.aggregation != .plain { parts.append(figure.aggregation.rawValue) }
    if let comparison = figure.comparison {
      let base = comparison.base.map { ":\($0)" } ?? ""
      parts.append("\(comparison.kind.rawValue)\(base) \(comparison.direction.rawValue)")
    }
    if let period = figure.period { parts.append("@\(period.value)") }
    if let scope = figure.scope { parts.append("in \(scope.text)") }
    return parts.joined(separator: " ")
  }
}

/// A marked text and the figures that it reports.
struct FigureCase: Sendable, CustomTestStringConvertible {
  var text: String
  var figures: [String]

  init(_ text: String, _ figures: String...) {
    self.text = text
    self.figures = figures
  }

  var testDescription: String { text }
}
