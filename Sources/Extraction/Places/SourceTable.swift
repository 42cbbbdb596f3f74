import Lexicon

/// A tab-separated table with a header line, its cells looked up by column name.
struct SourceTable {
  struct Row {
    fileprivate let cells: [Substring]
    fileprivate let columns: [String: Int]

    /// The cell of that column; empty where the line is short.
    subscript(column: String) -> Substring {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }
  }

  let rows: [Row]

  /// - Throws: ``DictionaryFault`` where a needed column is missing.
  init(_ text: String, named file: String, columns needed: [String]) throws(DictionaryFault) {
    let lines = text.split(separator: "\n")
    let header = lines.first?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
    var columns: [String: Int] = [:]
    for (index, name) in header.enumerated() { columns[String(name)] = index }
    if let missing = needed.first(where: { columns[$0] == nil }) {
      throw DictionaryFault(
        file: file, line: 1, message: "no column \(missing); restore it in the header line")
    }
    rows = lines.dropFirst().map { line in
      Row(cells: line.split(separator: "\t", omittingEmptySubsequences: false), columns: columns)
    }
  }
}
