import Foundation
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

/// Gives every document of a run its own name in the database, and knows which are there already.
///
/// Two inputs may have the same identifier: the second becomes `name#2`, unless it has the same
/// content as well, then it is left out. Names depend on the order of the inputs alone, so a
/// second run finds the same ones.
struct DocumentAdmission {
  private let known: Set<ReportDatabase.StoredKey>
  private let givenDate: String?
  private var seen: [String: [ContentHash]] = [:]
  /// Documents that are in the database as they would come out again.
  private(set) var skipped = 0

  init(known: Set<ReportDatabase.StoredKey>, givenDate: String?) {
    self.known = known
    self.givenDate = givenDate
  }

  mutating func admits(_ input: inout InputDocument) -> Bool {
    let hash = ContentHash(
      text: input.text, source: input.source, published: input.published ?? givenDate,
      extra: input.extra)
    let earlier = seen[input.id] ?? []
    guard !earlier.contains(hash) else { return false }
    seen[input.id] = earlier + [hash]
    if !earlier.isEmpty { input.id += "#\(earlier.count + 1)" }
    guard known.contains(ReportDatabase.StoredKey(id: input.id, contentHash: hash)) else {
      return true
    }
    skipped += 1
    return false
  }
}

extension AnalysedDocument {
  fileprivate var contentHash: ContentHash {
    ContentHash(
      text: document.text, source: document.source, published: published, extra: extra)
  }
}

extension ContentHash {
  fileprivate init(text: String, source: String?, published: String?, extra: [ExtraMember]) {
    self.init()
    combine(text)
    combine(source ?? "")
    combine(published ?? "")
    combine(extra.json ?? "")
  }
}
