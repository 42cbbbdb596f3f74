import GRDB
import TongbaoText

/// An SQLite database of analysed documents that grows run by run.
///
/// Every document is one transaction in a write-ahead log: whenever the program is killed, the file
/// is readable and holds each document whole or not at all. `finish` folds the log into the file.
///
/// ```swift
/// let database = try ReportDatabase(path: "out.sqlite", run: record)
/// try database.store(document, contentHash: hash)
/// try database.finish(counts)
/// ```
public final class ReportDatabase: Sendable {
  public enum Outcome: Sendable { case written, unchanged }

  private let path: String
  private let queue: DatabaseQueue
  private let record: RunRecord
  private let run: Int64

  /// Opens the database, or makes it, and notes that a run has begun.
  public init(path: String, run record: RunRecord) throws(StorageError) {
    do {
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.busyMode = .timeout(5)
      configuration.label = "tongbao"
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      run = try queue.write { database in
        try Schema.prepare(database, path: path)
        try database.execute(
          sql: "INSERT INTO runs (version, rule_digest, options, started) VALUES (?, ?, ?, ?)",
          arguments: [record.version, record.ruleDigest, record.options, RunRecord.now])
        return database.lastInsertedRowID
      }
      self.queue = queue
    } catch {
      throw StorageError(error, path: path)
    }
    self.path = path
    self.record = record
  }

  /// Whether this rule set has read the document already.
  ///
  /// - Complexity: O(log n) in the documents of the database.
  public func holds(_ id: String, contentHash: ContentHash) throws(StorageError) -> Bool {
    do {
      return try queue.read { try isCurrent(id, contentHash, in: $0) }
    } catch {
      throw StorageError(error, path: path)
    }
  }

  /// Puts a document in the place of the one with its identifier, in one transaction.
  ///
  /// - Parameters:
  ///   - extra: Further keys of the input record as a JSON object.
  ///   - isForced: Whether to write even what this rule set made of the same content, since results
  ///     rest on other documents as well.
  public func store(
    _ document: Document, contentHash: ContentHash, extra: String? = nil, isForced: Bool = false
  ) throws(StorageError) -> Outcome {
    try access { database in
      if !isForced, try isCurrent(document.id, contentHash, in: database) { return .unchanged }
      let key = try upsert(document, contentHash, extra, in: database)
      try DocumentRows(database: database, key: key).replace(with: document)
      return .written
    }
  }

  /// Notes how the run went and folds the log into the file.
  public func finish(_ counts: RunCounts) throws(StorageError) {
    try access { database in
      try database.execute(
        sql: "UPDATE runs SET ended = ?, written = ?, unchanged = ?, failed = ? WHERE id = ?",
        arguments: [RunRecord.now, counts.written, counts.unchanged, counts.failed, run])
    }
    do {
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try queue.close()
    } catch {
      // A reader that still looks at the file keeps the log beside it; nothing is lost.
      guard StorageError(error, path: path) != .busy(path: path) else { return }
      throw StorageError(error, path: path)
    }
  }

  // MARK: Within a transaction

  private func access<Result>(
    _ body: (Database) throws -> Result
  ) throws(StorageError) -> Result {
    do {
      return try queue.write(body)
    } catch {
      throw StorageError(error, path: path)
    }
  }

  private func isCurrent(
    _ id: String, _ contentHash: ContentHash, in database: Database
  ) throws -> Bool {
    let statement = try database.cachedStatement(
      sql: "SELECT 1 FROM documents WHERE id = ? AND content_hash = ? AND rule_digest = ?")
    return try Int.fetchOne(
      statement, arguments: [id, contentHash.description, record.ruleDigest]) != nil
  }

  private func upsert(
    _ document: Document, _ contentHash: ContentHash, _ extra: String?, in database: Database
  ) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO documents (id, source, content_hash, rule_digest, run, reference_date, \
        reference_basis, text, extra) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET source = excluded.source, \
        content_hash = excluded.content_hash, rule_digest = excluded.rule_digest, \
        run = excluded.run, reference_date = excluded.reference_date, \
        reference_basis = excluded.reference_basis, text = excluded.text, extra = excluded.extra
        RETURNING key
        """)
    let key = try Int64.fetchOne(
      statement,
      arguments: [
        document.id, document.source, contentHash.description, record.ruleDigest, run,
        document.reference.date, document.reference.basis.rawValue, document.text.storable, extra,
      ])
    guard let key else {
      throw StorageError.failed(path: path, problem: "the document “\(document.id)” was not taken")
    }
    return key
  }
}

extension String {
  /// SQLite ends a text at U+0000; its picture ␀ keeps every span right.
  var storable: String {
    utf8.contains(0) ? String(String.UnicodeScalarView(unicodeScalars.map(Self.picture))) : self
  }

  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value == 0 ? "\u{2400}" : scalar
  }
}
