import Interchange
import Storage

/// Notices documents that have the text of an earlier one, whatever they are called.
///
/// Remembers the latest documents only, so that memory does not grow with the input.
struct DuplicateWatch {
  private static let reach = 200_000
  private static let examples = 3

  private var names: [UInt64: String] = [:]
  /// The texts in the order they came, written over in a circle.
  private var order: [UInt64] = []
  private var next = 0
  private var count = 0
  private var pairs: [String] = []

  mutating func look(at document: InputDocument) {
    guard !document.text.isEmpty else { return }
    var hash = ContentHash()
    hash.combine(document.text)
    if let earlier = names[hash.half] {
      count += 1
      if pairs.count < Self.examples { pairs.append("\(document.id) = \(earlier)") }
    } else {
      remember(hash.half, as: document.id)
    }
  }

  private mutating func remember(_ text: UInt64, as name: String) {
    names[text] = name
    if order.count < Self.reach {
      order.append(text)
    } else {
      names[order[next]] = nil
      order[next] = text
      next = (next + 1) % Self.reach
    }
  }

  /// `3 documents have the text of an earlier one: b = a, d = a, e = c`; `nil` without any.
  var summary: String? {
    guard count > 0 else { return nil }
    let noun = count == 1 ? "1 document has" : "\(count) documents have"
    let rest = count > pairs.count ? ", …" : ""
    return "\(noun) the text of an earlier one: \(pairs.joined(separator: ", "))\(rest)"
  }
}
