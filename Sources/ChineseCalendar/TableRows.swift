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
    fields[column].utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
  }
}

/// Splits a tab-separated table with one header line into rows. Blank lines are skipped; lines end
/// with a line feed, with or without a carriage return before it.
func tableRows(
  of text: String, file: String, columns: [String]
) throws(CalendarTableError) -> [TableRow] {
  var rows: [TableRow] = []
  // By bytes: a table is read at every start, and to find characters takes many times as long.
  let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  rows.reserveCapacity(lines.count)
  for (index, bytes) in lines.enumerated() {
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    guard !line.isEmpty else { continue }
    let row = TableRow(file: file, line: index + 1, fields: fields(of: line))
    if index == 0 {
      guard row.fields.elementsEqual(columns, by: ==) else {
        throw row.failure(
          "the header is '\(Substring(line))'",
          remedy: "Name the columns \(columns), joined by tabs.")
      }
    } else {
      guard row.fields.count == columns.count else {
        throw row.failure(
          "\(row.fields.count) columns instead of \(columns.count)",
          remedy: "Separate columns by one tab and keep empty ones.")
      }
      rows.append(row)
    }
  }
  return rows
}

private func fields(of line: Substring.UTF8View) -> [Substring] {
  line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Substring.init)
}
