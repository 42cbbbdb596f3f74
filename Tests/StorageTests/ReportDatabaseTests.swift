import Foundation
import GRDB
import Numerals
import Storage
import Testing
import TongbaoText

@Suite("Storing documents")
final class ReportDatabaseTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("\(UUID().uuidString).sqlite").path

  deinit {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  private func open(rules: String = "r1") throws -> ReportDatabase {
    try ReportDatabase(
      path: path, run: RunRecord(version: "1", ruleDigest: rules, options: "extract"))
  }

  /// What a statement gives, cell by cell, read from the file anew.
  private func rows(_ sql: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "-" : String.fromDatabaseValue($0) ?? "\($0)" }
          .joined(separator: "|")
      }
    }
  }

  private func hash(_ document: Document) -> ContentHash {
    var hash = ContentHash()
    hash.combine(document.text)
    return hash
  }

  private func report(_ id: String, count: Int = 560) -> Document {
    var document = Document(
      id: id, source: "\(id).txt", text: "全局投入警力\(count)人次",
      reference: ReferenceDate(date: "2024-02-18", basis: .given))
    var mention = Mention(
      type: .count, span: Span(6, 11), text: "\(count)人次", value: "\(count) 人次", rule: "count")
    (mention.number, mention.unit, mention.dimension) = (Amount(count), "人次", .count)
    document.mentions = [mention]
    document.figures = [
      Figure(
        action: "投入", object: "警力", mention: 0, aggregation: .total,
        period: Figure.Period(value: "../2024-02-18"), scope: Figure.Scope(text: "全局"),
        span: Span(2, 11))
    ]
    document.findings = [
      Finding(
        code: "sum.mismatch", severity: .error, spans: [Span(6, 11), Span(0, 2)], message: "m")
    ]
    return document
  }

  @Test("A document is stored whole and its figures are joined with their amounts")
  func stored() throws {
    let database = try open()
    #expect(try database.store(report("甲"), contentHash: hash(report("甲"))) == .written)
    try database.finish(RunCounts())
    // A reader opened later makes a log of its own; the run itself leaves none behind.
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    let wide = try rows(
      "SELECT document, action, object, amount, min, min_number, unit, period, scope "
        + "FROM figures_wide")
    #expect(wide == ["甲|投入|警力|560人次|560|560.0|人次|../2024-02-18|全局"])
    #expect(
      try rows("SELECT finding, span_start, span_end FROM finding_spans") == ["0|6|11", "0|0|2"])
  }

  @Test("What was stored is read back as it was, in either order")
  func readBack() throws {
    let database = try open()
    var early = report("乙", count: 20)
    early.reference.date = "2024-01-05"
    early.mentions[0].interval = LocalInterval(start: "2024-01-05T00:00:00", end: nil)
    early.mentions[0].number = Amount(min: ExactDecimal(20), max: nil, approximation: .over)
    early.mentions[0].candidates = ["610600", "610602"]
    early.figures[0].comparison = Figure.Comparison(
      kind: .yoy, direction: .down, percent: "12.5", base: nil, mention: 0)
    for document in [report("甲"), early] {
      _ = try database.store(document, contentHash: hash(document))
    }
    try database.finish(RunCounts())
    let reports = try StoredReports(path: path)
    let stored = try reports.withDocuments { Array($0) }
    #expect(stored.map(\.id) == ["甲", "乙"])
    #expect(try reports.withDocuments(in: .published) { $0.map(\.id) } == ["乙", "甲"])
    #expect(stored.last?.mentions == early.mentions)
    #expect(stored.last?.figures == early.figures)
    #expect(stored.last?.findings == early.findings)
    #expect(stored.last?.reference == early.reference)
    #expect(stored.last?.text == early.text)
  }

  @Test("Only documents with the indicator are read, and only databases of ours")
  func selected() throws {
    let database = try open()
    _ = try database.store(report("甲"), contentHash: hash(report("甲")))
    try database.finish(RunCounts())
    let reports = try StoredReports(path: path)
    #expect(try reports.withDocuments(naming: "投入警力") { $0.map(\.id) } == ["甲"])
    #expect(try reports.withDocuments(naming: "警情") { $0.map(\.id) } == [])
    #expect(StoredReports.isDatabase(path))
    #expect(!StoredReports.isDatabase(#filePath))
    #expect(!StoredReports.isDatabase("/no/such/file"))
    #expect(throws: StorageError.foreign(path: #filePath)) { try StoredReports(path: #filePath) }
  }

  @Test("A second run changes nothing, a changed text or rule set replaces")
  func again() throws {
    var counts: [ReportDatabase.Outcome] = []
    for (rules, count) in [("r1", 560), ("r1", 560), ("r2", 560), ("r2", 561)] {
      let database = try open(rules: rules)
      let document = report("甲", count: count)
      counts.append(try database.store(document, contentHash: hash(document)))
      try database.finish(RunCounts())
    }
    #expect(counts == [.written, .unchanged, .written, .written])
    #expect(try rows("SELECT key, id, run FROM documents") == ["1|甲|4"])
    #expect(try rows("SELECT text FROM mentions") == ["561人次"])
    #expect(try rows("SELECT count(*) FROM figures") == ["1"])
    #expect(try rows("SELECT count(*) FROM finding_spans") == ["2"])
    #expect(try rows("SELECT count(*) FROM runs WHERE ended IS NOT NULL") == ["4"])
  }

  @Test("Forced, even the same is written: results may rest on other documents")
  func forced() throws {
    let database = try open()
    var document = report("甲")
    _ = try database.store(document, contentHash: hash(document))
    document.findings = []
    #expect(
      try database.store(document, contentHash: hash(document), isForced: true) == .written)
    #expect(try rows("SELECT count(*) FROM findings") == ["0"])
  }

  @Test("What these rules have read is known, what others have read is not")
  func current() throws {
    let database = try open()
    _ = try database.store(report("甲"), contentHash: hash(report("甲")))
    #expect(try database.holds("甲", contentHash: hash(report("甲"))))
    #expect(try !database.holds("乙", contentHash: hash(report("甲"))))
    #expect(try !database.holds("甲", contentHash: hash(report("甲", count: 561))))
    #expect(try !open(rules: "r2").holds("甲", contentHash: hash(report("甲"))))
  }

  @Test("An unfinished run leaves what it has stored, readable")
  func abandoned() throws {
    do {
      let database = try open()
      for index in 0..<50 {
        _ = try database.store(report("\(index)"), contentHash: hash(report("\(index)")))
      }
    }
    #expect(try rows("SELECT count(*) FROM documents") == ["50"])
    #expect(try rows("PRAGMA integrity_check") == ["ok"])
    #expect(try rows("SELECT count(*) FROM runs WHERE ended IS NULL") == ["1"])
  }

  @Test("Texts with U+0000 keep their length")
  func zero() throws {
    let database = try open()
    let document = Document(id: "甲", text: "a\u{0}b")
    _ = try database.store(document, contentHash: hash(document))
    #expect(try rows("SELECT text FROM documents") == ["a\u{2400}b"])
  }

  @Test("A file that is no database of ours is refused and left alone")
  func foreign() throws {
    try Data("no database, but long enough to be looked at as one".utf8).write(
      to: URL(filePath: path))
    #expect(throws: StorageError.foreign(path: path)) { try open() }
    try FileManager.default.removeItem(atPath: path)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(throws: StorageError.foreign(path: path)) { try open() }
    #expect(try rows("SELECT name FROM sqlite_schema") == ["t"])
  }

  @Test("A folder that does not exist is told with a remedy")
  func missing() {
    do {
      _ = try ReportDatabase(
        path: "/no/such/folder/x.sqlite",
        run: RunRecord(version: "1", ruleDigest: "r", options: ""))
      Issue.record("was opened")
    } catch {
      #expect("\(error)".contains("check the folder"))
    }
  }
}

@Suite("Content hash")
struct ContentHashTests {
  @Test("FNV-1a with 128 bits by its published values")
  func published() {
    var hash = ContentHash()
    #expect(hash.description == "6c62272e07bb014262b821756295c58d")
    hash.combine(bytes: "a".utf8)
    #expect(hash.description == "d228cb696f1a8caf78912b704e4a8964")
  }

  @Test("Where one text ends and the next begins counts")
  func ends() {
    var (first, second) = (ContentHash(), ContentHash())
    first.combine("ab")
    first.combine("c")
    second.combine("a")
    second.combine("bc")
    #expect(first != second)
  }
}
