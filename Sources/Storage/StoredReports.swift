import Foundation
import GRDB
import Numerals
import TongbaoText

/// Reads the documents of a database back, one at a time, without changing it.
///
/// What the tables do not hold is empty: repairs and the evidence of the reference date.
public struct StoredReports: Sendable {
  public enum Order: Sendable {
    /// As they were stored first.
    case stored
    /// By the day they were published, those without one first.
    case published
  }

  private let path: String
  private let queue: DatabaseQueue

  /// - Throws: `StorageError` for a file that is no database of this program.
  public init(path: String) throws(StorageError) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { try Schema.requireOwn($0, path: path) }
    } catch {
      throw StorageError(error, path: path)
    }
  }

  /// Whether the file begins as SQLite databases do.
  public static func isDatabase(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }

  /// Hands a sequence of the documents to `body`. One document is in memory at a time.
  ///
  /// - Parameter indicator: Only documents with a figure whose action and object contain it.
  /// - Throws: what `body` throws, `StorageError` if the database cannot be read to its end.
  public func withDocuments<Result>(
    in order: Order = .stored, naming indicator: String? = nil,
    _ body: (StoredDocuments) throws -> Result
  ) throws -> Result {
    try queue.read { database in
      do {
        let documents = try StoredDocuments(database, order, indicator)
        let result = try body(documents)
        if let failure = documents.failure { throw failure }
        return result
      } catch let error as DatabaseError {
        throw StorageError(error, path: path)
      }
    }
  }
}

/// The documents of a database in some order. Each pass needs a sequence of its own.
public final class StoredDocuments: Sequence, IteratorProtocol {
  private let database: Database
  private let documents: RowCursor
  /// Why the sequence ended early.
  fileprivate var failure: (any Error)?

  fileprivate init(
    _ database: Database, _ order: StoredReports.Order, _ indicator: String?
  ) throws {
    self.database = database
    let condition =
      indicator == nil
      ? ""
      : """
      WHERE EXISTS (SELECT 1 FROM figures f \
      WHERE f.document = d.key AND instr(f.action || f.object, ?) > 0)
      """
    let columns =
      switch order {
      case .stored: "d.key"
      case .published: "d.reference_date, d.key"
      }
    documents = try Row.fetchCursor(
      database,
      sql: """
        SELECT key, id, source, text, reference_date, reference_basis FROM documents d \
        \(condition) ORDER BY \(columns)
        """,
      arguments: indicator.map { [$0] } ?? [])
  }

  public func next() -> Document? {
    guard failure == nil else { return nil }
    do {
      return try documents.next().map(document)
    } catch {
      failure = error
      return nil
    }
  }

  private func document(_ row: Row) throws -> Document {
    let key: Int64 = row["key"]
    let basis: String = row["reference_basis"]
    var document = Document(
      id: row["id"], source: row["source"], text: row["text"],
      reference: ReferenceDate(
        date: row["reference_date"], basis: ReferenceDate.Basis(rawValue: basis) ?? .none))
    document.mentions = try rows(of: key, in: "mentions", by: "id").compactMap(Mention.init)
    document.figures = try rows(of: key, in: "figures", by: "position").compactMap(Figure.init)
    let spans = try rows(of: key, in: "finding_spans", by: "finding, position")
    document.findings = try rows(of: key, in: "findings", by: "position").compactMap { row in
      let position: Int = row["position"]
      return Finding(row, spans: spans.filter { $0["finding"] == position }.compactMap(Span.init))
    }
    return document
  }

  private func rows(of document: Int64, in table: String, by order: String) throws -> [Row] {
    let statement = try database.cachedStatement(
      sql: "SELECT * FROM \(table) WHERE document = ? ORDER BY \(order)")
    return try Row.fetchAll(statement, arguments: [document])
  }
}

// MARK: Rows as records

extension Span {
  /// `nil` for a span that ends before it starts, which this program does not write.
  fileprivate init?(_ row: Row) {
    let (start, end): (Int, Int) = (row["span_start"], row["span_end"])
    guard 0 <= start, start <= end else { return nil }
    self.init(start, end)
  }
}

extension Mention {
  fileprivate init?(_ row: Row) {
    guard let span = Span(row), let type = MentionType(rawValue: row["type"]) else { return nil }
    self.init(
      id: row["id"], type: type, span: span, text: row["text"], value: row["value"],
      rule: row["rule"])
    if let written: String = row["approximation"],
      let approximation = Approximation(rawValue: written)
    {
      let (min, max): (String?, String?) = (row["min"], row["max"])
      number = Amount(
        min: min.flatMap(ExactDecimal.init), max: max.flatMap(ExactDecimal.init),
        approximation: approximation)
    }
    unit = row["unit"]
    dimension = (row["dimension"] as String?).flatMap(Dimension.init)
    name = row["name"]
    lunar = row["lunar"]
    duration = row["duration"]
    interval = LocalInterval(row, "interval")
    clock = LocalInterval(row, "clock")
    candidates = (row["candidates"] as String?)?.split(separator: " ").map(String.init) ?? []
    isRepaired = row["repaired"]
  }
}

extension LocalInterval {
  /// An interval that is open on both sides is stored like none.
  fileprivate init?(_ row: Row, _ name: String) {
    let (start, end): (String?, String?) = (row["\(name)_start"], row["\(name)_end"])
    guard start != nil || end != nil else { return nil }
    self.init(start: start, end: end)
  }
}

extension Figure {
  fileprivate init?(_ row: Row) {
    guard let span = Span(row), let aggregation = Aggregation(rawValue: row["aggregation"]) else {
      return nil
    }
    self.init(
      action: row["action"], object: row["object"], mention: row["mention"],
      aggregation: aggregation, span: span)
    period = (row["period"] as String?).map { Period(value: $0, mention: row["period_mention"]) }
    scope = (row["scope"] as String?).map {
      Scope(text: $0, mention: row["scope_mention"], code: row["scope_code"])
    }
    if let kind = (row["comparison"] as String?).flatMap(Comparison.Kind.init),
      let direction = (row["direction"] as String?).flatMap(Comparison.Direction.init)
    {
      comparison = Comparison(
        kind: kind, direction: direction, percent: row["percent"], base: row["base"],
        mention: row["comparison_mention"])
    }
  }
}

extension Finding {
  fileprivate init?(_ row: Row, spans: [Span]) {
    guard let severity = Severity(rawValue: row["severity"]) else { return nil }
    self.init(
      code: row["code"], severity: severity, spans: spans, message: row["message"],
      expected: row["expected"], found: row["found"])
  }
}
