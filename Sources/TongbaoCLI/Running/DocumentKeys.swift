import Interchange
import Storage

extension ContentHash {
  /// Of all that goes into the analysis of a document, but for its name.
  ///
  /// - Parameter givenDate: Reference date for a document that brings none of its own.
  init(of input: InputDocument, givenDate: String?) {
    self.init()
    combine(input.text)
    combine(input.source ?? "")
    combine(input.published ?? givenDate ?? "")
    combine(input.extra.json ?? "")
  }

  /// Half of the hash, for tables with very many entries: two of a million documents share one
  /// with a chance of three in a hundred million.
  var half: UInt64 { UInt64(truncatingIfNeeded: value) }
}

extension RecordKey {
  /// Of all that a document's record rests on, its name included.
  init(of input: InputDocument, givenDate: String?) {
    var hash = ContentHash(of: input, givenDate: givenDate)
    hash.combine(input.id)
    self.init(hash.value)
  }
}
