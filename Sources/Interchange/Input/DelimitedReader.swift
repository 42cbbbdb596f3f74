import TongbaoText

/// Names of the columns of a table that hold the documents.
public struct ColumnNames: Sendable, Hashable {
  public var text: String
  /// Without one a document is named by its file and line.
  public var id: String?
  public var date: String?

  public init(text: String = "text", id: String? = nil, date: String? = nil) {
    self.text = text
    self.id = id
    self.date = date
  }
}

/// Reads one document a row of a table with a heading, separated by commas or tabs.
///
/// By RFC 4180: quoted fields may hold separators, line ends and doubled quotation marks. What
/// follows a closing quotation mark is taken literally. Charsets that extend ASCII are told apart
/// field by field, since the separators mean themselves in all of them.
struct DelimitedReader: RecordReader {
  private let file: InputFile
  private let names: ColumnNames
  private var records: DelimitedRecords
  private var places: ColumnPlaces?
  private var isAtEnd = false

  init(file: InputFile, source: ByteSource, separator: Unicode.Scalar, names: ColumnNames) {
    self.file = file
    self.names = names
    records = DelimitedRecords(source: source, separator: UInt8(ascii: separator), path: file.path)
  }

  mutating func next() -> [InputItem]? {
    guard !isAtEnd else { return nil }
    do {
      if places == nil { places = try readHeading() }
      if let places, let record = try nextRecord() { return items(of: record, places) }
      isAtEnd = true
      return nil
    } catch {
      // Without a heading, or with a field that never ends, nothing behind can be told apart.
      isAtEnd = true
      return [.failure(error)]
    }
  }

  /// The next row that is not blank.
  private mutating func nextRecord() throws(InputFailure) -> DelimitedRecords.Record? {
    while let record = try records.next() {
      if record.fields != [[]] { return record }
    }
    return nil
  }

  private mutating func readHeading() throws(InputFailure) -> ColumnPlaces {
    guard let heading = try records.next() else {
      throw InputFailure(
        path: file.path, problem: "is empty", remedy: "begin the table with its column names")
    }
    var columns: [String] = []
    for field in heading.fields { columns.append(try decoded(field, line: heading.line).text) }
    return ColumnPlaces(
      text: try place(of: names.text, option: "--text-column", in: columns),
      id: try names.id.map { name throws(InputFailure) in
        try place(of: name, option: "--id-column", in: columns)
      },
      date: try names.date.map { name throws(InputFailure) in
        try place(of: name, option: "--date-column", in: columns)
      })
  }

  private func place(
    of name: String, option: String, in columns: [String]
  ) throws(InputFailure) -> Int {
    if let place = columns.firstIndex(of: name) { return place }
    let known = columns.prefix(20).map { "“\($0)”" }.joined(separator: ", ")
    throw InputFailure(
      path: file.path, line: 1, problem: "has no column “\(name)”",
      remedy: "name one of \(known) with \(option)")
  }

  private func items(of record: DelimitedRecords.Record, _ places: ColumnPlaces) -> [InputItem] {
    do {
      let document = try document(of: record, places)
      guard let written = try text(of: record, at: places.date), document.published == nil else {
        return [.document(document)]
      }
      return [.failure(file.badDate(written, line: record.line)), .document(document)]
    } catch {
      return [.failure(error)]
    }
  }

  private func document(
    of record: DelimitedRecords.Record, _ places: ColumnPlaces
  ) throws(InputFailure) -> InputDocument {
    guard record.fields.indices.contains(places.text) else {
      throw InputFailure(
        path: file.path, line: record.line,
        problem: "has \(record.fields.count) fields and none for “\(names.text)”",
        remedy: "give the row all its fields")
    }
    let text = try decoded(record.fields[places.text], line: record.line)
    return InputDocument(
      id: try self.text(of: record, at: places.id) ?? file.id(ofLine: record.line),
      source: file.path, text: text.text,
      published: try self.text(of: record, at: places.date).flatMap(PublishedDate.validated),
      notes: text.notes)
  }

  /// What stands in a column, unless the column is not asked for, missing or empty.
  private func text(
    of record: DelimitedRecords.Record, at place: Int?
  ) throws(InputFailure) -> String? {
    guard let place, record.fields.indices.contains(place), !record.fields[place].isEmpty else {
      return nil
    }
    return try decoded(record.fields[place], line: record.line).text
  }

  private func decoded(_ field: [UInt8], line: Int) throws(InputFailure) -> DecodedText {
    if let text = String(validating: field, as: UTF8.self) {
      return DecodedText(text: text, charset: "UTF-8")
    }
    return try file.decoded(field, line: line)
  }
}

private struct ColumnPlaces {
  var text: Int
  var id: Int?
  var date: Int?
}

/// The records of a delimited table as raw fields.
struct DelimitedRecords {
  struct Record {
    /// Line from 1 on which it begins.
    var line: Int
    var fields: [[UInt8]]
  }

  private var source: ByteSource
  private let separator: UInt8
  private let path: String
  private var line = 0

  init(source: ByteSource, separator: UInt8, path: String) {
    self.source = source
    self.separator = separator
    self.path = path
  }

  /// The next record, `nil` behind the last. A quotation mark without its partner is a failure.
  mutating func next() throws(InputFailure) -> Record? {
    if line == 0, try source.peek(3).elementsEqual(byteOrderMark) { source.skip(3) }
    guard try !source.peek(1).isEmpty else { return nil }
    line += 1
    var record = Record(line: line, fields: [])
    while true {
      record.fields.append(try nextField())
      guard let end = try source.next(), end == separator else { break }
    }
    return record
  }

  /// Reads up to the separator or line feed that ends the field, which stays unread.
  private mutating func nextField() throws(InputFailure) -> [UInt8] {
    let (separator, quote) = (separator, UInt8(ascii: "\""))
    var field: [UInt8] = []
    if try source.peek(1).first == quote {
      source.skip(1)
      try readQuoted(into: &field)
    }
    let quotedCount = field.count
    try source.collect(into: &field) { $0 == separator || $0 == UInt8(ascii: "\n") }
    // The carriage return of a CRLF belongs to the line end.
    if field.count > quotedCount, field.last == UInt8(ascii: "\r"),
      try source.peek(1).first != separator
    {
      field.removeLast()
    }
    return field
  }

  /// Reads up to and over the closing quotation mark.
  private mutating func readQuoted(into field: inout [UInt8]) throws(InputFailure) {
    let quote = UInt8(ascii: "\"")
    let opening = line
    while true {
      try source.collect(into: &field) { $0 == quote || $0 == UInt8(ascii: "\n") }
      switch try source.next() {
      case UInt8(ascii: "\n"):
        line += 1
        field.append(UInt8(ascii: "\n"))
      case nil:
        throw InputFailure(
          path: path, line: opening, problem: "a quotation mark has no partner",
          remedy: "double the quotation marks inside a field and close the field")
      default:
        guard try source.peek(1).first == quote else { return }
        source.skip(1)
        field.append(quote)
      }
    }
  }
}
