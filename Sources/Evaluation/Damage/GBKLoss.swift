import TongbaoText

/// The loss of one byte in GBK text: behind it every character is read from the second byte of one
/// and the first byte of the next, until a plain ASCII character puts the reader right again.
///
/// A `?` stands for the character that lost its first byte, another one for the byte that is left
/// over at the end, so that the damaged run is one character longer than the clean one. The first
/// and the last character cannot be told from what is left; no annotation may hang on them.
struct GBKLoss {
  /// A shorter run looks like a misprint, a longer one like another charset.
  private static let lengths = 6...40

  private let scalars: [Unicode.Scalar]
  private let isAnnotated: [Bool]
  private let table: GBKTable

  /// `nil` where the platform has no GBK.
  init?(_ scalars: [Unicode.Scalar], annotated spans: [Span]) {
    guard let table = GBKTable.shared else { return nil }
    self.table = table
    self.scalars = scalars
    var isAnnotated = [Bool](repeating: false, count: scalars.count)
    for span in spans where span.start >= 0 && span.end <= scalars.count {
      for index in span.start..<span.end { isAnnotated[index] = true }
    }
    self.isAnnotated = isAnnotated
  }

  /// Where a reader can lose a byte and the text can still be mended: the marks of GBK's rows A1
  /// and A3, outside all mentions.
  func canBegin(at index: Int) -> Bool {
    "，。；：、！？（）".unicodeScalars.contains(scalars[index]) && !isAnnotated[index]
  }

  /// What the run that begins here reads like, a string for each of its characters; `nil` where it
  /// would be too short or end inside a mention.
  func damaged(from start: Int) -> [String]? {
    guard let end = end(of: start) else { return nil }
    let bytes = scalars[start..<end].compactMap(bytes)
    var cores = ["?"]
    for (one, next) in zip(bytes, bytes.dropFirst()) {
      guard let unit = table.unit(one.trail, next.lead), let scalar = Unicode.Scalar(unit) else {
        return nil
      }
      cores.append(String(scalar))
    }
    cores[cores.count - 1] += "?"
    return cores
  }

  private func bytes(of scalar: Unicode.Scalar) -> (lead: UInt8, trail: UInt8)? {
    UInt16(exactly: scalar.value).flatMap(table.bytes)
  }

  /// Where the run ends: before the first character that does not take part, and behind one that no
  /// mention needs.
  private func end(of start: Int) -> Int? {
    var end = start + 1
    var last: Int?
    while end < scalars.count, end - start < Self.lengths.upperBound,
      let before = bytes(of: scalars[end - 1]), let own = bytes(of: scalars[end]),
      table.unit(before.trail, own.lead) != nil
    {
      end += 1
      if !isAnnotated[end - 1], end - start >= Self.lengths.lowerBound { last = end }
    }
    return last
  }
}
