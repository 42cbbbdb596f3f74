import TongbaoText

/// Writes a table for spreadsheets: UTF-8 with its mark, CRLF, quoting by RFC 4180.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, since the
/// texts come from strangers.
public struct CSVWriter: DocumentWriter {
  public var rows: CSVRows

  public init(rows: CSVRows = .mentions) { self.rows = rows }

  public func begin(_ output: inout OutputBuffer) {
    output.append("\u{FEFF}" as StaticString)
    row(rows.columns, to: &output)
  }

  public func write(_ document: Document, extra: [ExtraMember], to output: inout OutputBuffer) {
    for cells in rows.cells(document) { row(cells, to: &output) }
  }

  private func row(_ cells: [String], to output: inout OutputBuffer) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(byte: UInt8(ascii: ",")) }
      append(cell, to: &output)
    }
    output.append("\r\n" as StaticString)
  }

  private func append(_ cell: String, to output: inout OutputBuffer) {
    let harmless = Self.isFormula(cell) ? "'" + cell : cell
    let needsQuotes = harmless.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
        || byte == UInt8(ascii: "\n")
    }
    guard needsQuotes else { return output.append(harmless) }
    output.append(byte: UInt8(ascii: "\""))
    for byte in harmless.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte: byte) }
      output.append(byte: byte)
    }
    output.append(byte: UInt8(ascii: "\""))
  }

  /// Whether a spreadsheet would evaluate the cell. A plain negative number means itself, and so
  /// does a lone `-`, the value of what has none.
  static func isFormula(_ cell: String) -> Bool {
    switch cell.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      true
    case UInt8(ascii: "-"):
      cell.utf8.count > 1 && !isDecimal(cell.utf8.dropFirst())
    default:
      false
    }
  }

  /// Digits with at most one point between them.
  private static func isDecimal(_ text: Substring.UTF8View) -> Bool {
    let parts = text.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { 0x30...0x39 ~= $0 } }
  }
}
