extension OutputBuffer {
  /// The text as a JSON string; only what must be escaped is.
  public mutating func appendJSON(_ text: String) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendJSON(utf8: $0) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendJSON(utf8: $0) } }
  }

  private mutating func appendJSON(utf8 text: UnsafeBufferPointer<UInt8>) {
    let special = JSONEscapes.firstSpecial(in: text, from: 0)
    guard special == text.count else { return appendEscaped(text, from: special) }
    fill(atMost: text.count + 2) { room in
      room[0] = UInt8(ascii: "\"")
      let end = room.copy(text, to: 1)
      room[end] = UInt8(ascii: "\"")
      return end + 1
    }
  }

  /// - Parameter first: where the first byte stands that must be escaped.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, from first: Int) {
    append(byte: UInt8(ascii: "\""))
    var plain = 0
    var special = first
    while special < text.count {
      append(copying: UnsafeBufferPointer(rebasing: text[plain..<special]))
      JSONEscapes.escape(text[special]) { append(byte: $0) }
      plain = special + 1
      special = JSONEscapes.firstSpecial(in: text, from: plain)
    }
    append(copying: UnsafeBufferPointer(rebasing: text[plain...]))
    append(byte: UInt8(ascii: "\""))
  }
}
