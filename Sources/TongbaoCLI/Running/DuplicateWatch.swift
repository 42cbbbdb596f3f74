import Interchange

/// Notices documents that have the text of an earlier one, whatever they are called.
///
/// Remembers the latest documents only, so that memory does not grow with the input.
struct DuplicateWatch {
  private static let reach = 200_000
  private static let examples = 3

  private var names: [Int: String] = [:]
  /// The texts in the order they came, written over in a circle.
  private var order: [Int] = []
  private var next = 0
  private var count = 0
  private var pairs: [String] = []

  mutating func look(at document: InputDocument) {
    guard !document.text.isEmpty else { return }
    let text = Self.hash(of: document.text)
    if let earlier = names[text] {
      count += 1
      if pairs.count < Self.examples { pairs.append("\(document.id) = \(earlier)") }
    } else {
      remember(text, as: document.id)
    }
  }

  /// Good for this run only, and quick. Two of a million texts share one with a chance of three in
  /// a hundred million.
  private static func hash(of text: String) -> Int {
    var hasher = Hasher()
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return hasher.finalize()
  }

  private mutating func remember(_ text: Int, as name: String) {
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
