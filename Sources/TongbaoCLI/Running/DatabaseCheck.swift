import Consistency
import Interchange
import Storage
import TongbaoText

/// Checks the documents of a database: the findings that stand there, and those of a comparison of
/// all documents with each other.
///
/// The texts are not analysed again. Memory is that of the figures that can be compared.
struct DatabaseCheck {
  let reports: StoredReports
  let comparesDocuments: Bool

  /// - Parameter deliver: Gets the documents in the order they were stored.
  func run(deliver: (Document) throws -> Void) throws {
    var found = comparesDocuments ? try contradictions() : [:]
    try reports.withDocuments { documents in
      for var document in documents {
        for finding in found.removeValue(forKey: document.id) ?? [] {
          // A check that wrote to this database has left it there.
          if !document.findings.contains(finding) { document.insert(finding) }
        }
        try deliver(document)
      }
    }
  }

  /// What contradicts an earlier document, by the identifier of the later one.
  private func contradictions() throws -> [String: [Finding]] {
    try reports.withDocuments(in: .published) { documents in
      var order: [Int: String] = [:]
      let watched = documents.lazy.enumerated().map { index, document in
        order[index] = document.id
        return document
      }
      var found: [String: [Finding]] = [:]
      for (index, finding) in CrossDocumentChecks().findings(across: watched) {
        if let id = order[index] { found[id, default: []].append(finding) }
      }
      return found
    }
  }
}

extension InputOptions {
  /// The databases among the inputs, unless these are texts.
  ///
  /// - Throws: `InputFailure` where both are named, for what is stored is not analysed again.
  func databases() throws -> [StoredReports] {
    let databases = inputs.filter(StoredReports.isDatabase)
    guard let first = databases.first else { return [] }
    guard databases.count == inputs.count, filesFrom == nil else {
      throw InputFailure(
        path: first, problem: "a database cannot be read together with texts",
        remedy: "add the texts to it with: tongbao extract TEXTS --output \(first)")
    }
    return try databases.map { try StoredReports(path: $0) }
  }
}
