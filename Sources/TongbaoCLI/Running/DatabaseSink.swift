import Interchange
import Storage

/// Puts documents into an SQLite database.
struct DatabaseSink: ReportSink {
  let database: ReportDatabase
  /// Whether results rest on more than the document itself, so that all are written anew.
  var isForced = false
  var counts = RunCounts()

  mutating func begin() {}

  mutating func take(_ item: AnalysedDocument) throws {
    let outcome = try database.store(
      item.document, contentHash: item.contentHash, extra: item.extra.json, isForced: isForced)
    switch outcome {
    case .written: counts.written += 1
    case .unchanged: counts.unchanged += 1
    }
  }

  mutating func end(failures: Int) throws {
    counts.failed = failures
    try database.finish(counts)
  }
}

/// A document that is to be analysed.
struct AdmittedDocument: Sendable {
  var input: InputDocument
  /// Of the document with the reference date that it is read by.
  var contentHash: ContentHash
}

/// Gives every document of a run its own name in the database, and knows which are there already.
///
/// Two inputs may have the same identifier: the second becomes `name#2`, unless it has the same
/// content as well, then it is left out. Names depend on the order of the inputs alone, so a
/// second run finds the same ones. Memory is about fifty bytes a document.
struct DocumentAdmission {
  /// The database whose documents need not be read again.
  private let known: ReportDatabase?
  private let givenDate: String?
  /// How many contents each identifier stands for; identifiers and contents are halves of hashes.
  private var contents: [UInt64: UInt32] = [:]
  private var seen: Set<UInt64> = []
  /// Documents that are in the database as they would come out again.
  private(set) var skipped = 0

  init(known: ReportDatabase?, givenDate: String?) {
    self.known = known
    self.givenDate = givenDate
  }

  mutating func admitted(_ input: InputDocument) throws -> AdmittedDocument? {
    let hash = ContentHash(of: input, givenDate: givenDate)
    var name = ContentHash()
    name.combine(input.id)
    var both = hash
    both.combine(input.id)
    guard seen.insert(both.half).inserted else { return nil }
    contents[name.half, default: 0] += 1
    var input = input
    if let count = contents[name.half], count > 1 { input.id += "#\(count)" }
    if let known, try known.holds(input.id, contentHash: hash) {
      skipped += 1
      return nil
    }
    return AdmittedDocument(input: input, contentHash: hash)
  }
}
