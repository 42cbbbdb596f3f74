import Consistency
import Foundation
import TongbaoText

/// Compares the figures of all documents of a run with each other.
///
/// A finding stands in the later of two documents, and which that is shows only at the end; so the
/// documents are held back until then. Unless the comparison was asked for, it is given up where
/// they become too many to hold.
struct SeriesComparison {
  enum Wish { case never, ifFew, always }

  private static let mostDocuments = 2_000
  private static let mostBytes = 8_000_000

  private var wish: Wish
  private var held: [AnalysedDocument] = []
  private var bytes = 0

  init(_ wish: Wish) { self.wish = wish }

  /// Whether there were too many documents to compare unasked.
  private(set) var wasGivenUp = false

  /// Takes the next document and returns those that need to wait no longer.
  mutating func take(_ item: AnalysedDocument) -> [AnalysedDocument] {
    guard wish != .never else { return [item] }
    held.append(item)
    bytes += item.document.text.utf8.count
    guard wish == .ifFew, held.count > Self.mostDocuments || bytes > Self.mostBytes else {
      return []
    }
    (wish, wasGivenUp) = (.never, true)
    return released()
  }

  /// The documents that were held back, in input order, with the findings of the comparison.
  mutating func finish() -> [AnalysedDocument] {
    guard held.count > 1 else { return released() }
    let order = held.indices.sorted { left, right in
      let first = held[left].document.reference.date ?? ""
      let second = held[right].document.reference.date ?? ""
      return (first, left) < (second, right)
    }
    let found = CrossDocumentChecks().findings(across: order.map { held[$0].document })
    for (index, finding) in found { held[order[index]].document.insert(finding) }
    return released()
  }

  private mutating func released() -> [AnalysedDocument] {
    defer { held = [] }
    return held
  }
}

extension Document {
  /// Puts the finding where it belongs in text order.
  mutating func insert(_ finding: Finding) {
    let start = finding.spans.min() ?? Span(0, 0)
    let place = findings.firstIndex { start < $0.spans.min() ?? Span(0, 0) }
    findings.insert(finding, at: place ?? findings.endIndex)
  }
}
