/// Rows of cells aligned by display width, the first row the heading.
public struct TextTable: Sendable, CustomStringConvertible {
  private var rows: [[String]]
  private var widths: [Int]

  public init(_ heading: [String]) {
    rows = []
    widths = heading.map { _ in 0 }
    append(heading)
  }

  /// - Parameter row: As many cells as the heading has; control characters are made visible.
  public mutating func append(_ row: [String]) {
    precondition(row.count == widths.count, "a row has as many cells as the heading")
    let cells = row.map(singleLine)
    rows.append(cells)
    for (column, cell) in cells.enumerated() {
      widths[column] = max(widths[column], DisplayWidth.of(cell))
    }
  }

  /// The rows with their columns two blanks apart; the last column is not padded.
  public var lines: [String] {
    rows.map { row in
      var line = ""
      for (cell, width) in zip(row, widths).dropLast() {
        line += cell + String(repeating: " ", count: width - DisplayWidth.of(cell) + 2)
      }
      return line + (row.last ?? "")
    }
  }

  public var description: String { lines.joined(separator: "\n") }
}
