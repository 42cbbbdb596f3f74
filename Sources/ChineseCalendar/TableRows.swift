/// A line of a calendar data file that cannot be used.
public struct CalendarTableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name, without folders.
  public let file: String
  /// Counted from 1; the header is line 1.
  public let line: Int
  public let problem: String
  public let remedy: String

  public var description: String { "\(file):\(line): \(problem). \(remedy)" }
}

/// One row of a tab-separated table, with its place for error messages.
struct TableRow {
  let file: String
  let line: Int
  let fields: [Substring]

  func failure(_ problem: String, remedy: String) -> CalendarTableError {
    CalendarTableError(file: file, line: line, problem: problem, remedy: remedy)
  }

  /// The whole number in a column.
  func integer(_ column: Int, named name: String) throws(CalendarTableError) -> Int {
    guard let value = Int(fields[column]) else {
      throw failure(
        "column '\(name)' holds '\(fields[column])', no whole number",
        remedy: "Write it in ASCII digits.")
    }
    return value
  }

  /// The values of a column that joins several with `|`; an empty column has none.
  func list(_ column: Int) -> [String] {
    fields[column].split(separator: "|").map(String.init)
  }
}

/// Splits a tab-separated table with one header line into rows. Blank lines are skipped.
func tableRows(
  of text: String, file: String, columns: [String]
) throws(CalendarTableError) -> [TableRow] {
  var rows: [TableRow] = []
  let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  for (index, line) in lines.enumerated() where !line.isEmpty {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    let row = TableRow(file: file, line: index + 1, fields: fields)
    if index == 0 {
      guard fields.map(String.init) == columns else {
        throw row.failure(
          "the header is '\(line)'", remedy: "Name the columns \(columns), joined by tabs.")
      }
    } else {
      guard fields.count == columns.count else {
        throw row.failure(
          "\(fields.count) columns instead of \(columns.count)",
          remedy: "Separate columns by one tab and keep empty ones.")
      }
      rows.append(row)
    }
  }
  return rows
}
