import CICU

/// ICU's dictionary-based word segmentation.
///
/// Opening costs about a millisecond, so an object is kept and used again; it holds a cursor, so
/// each worker has one of its own (the class is deliberately not `Sendable`).
public final class WordBoundaries {
  private let iterator: OpaquePointer

  /// - Parameter locale: an ICU locale; Chinese and Japanese share one dictionary.
  public init(locale: String = "zh") throws(ICUError) {
    let opened = try ICUError.check("open word boundaries for “\(locale)”") {
      cicu_words_open(locale, &$0)
    }
    guard let opened else { throw ICUError(operation: "open word boundaries", name: "no object") }
    iterator = opened
  }

  deinit { cicu_words_close(iterator) }

  /// The boundaries of `text` in ascending order, 0 and the length included; `[0]` for no text.
  ///
  /// Linear in the text. The buffer need only live as long as the call.
  public func boundaries(of text: UnsafeBufferPointer<UInt16>) throws(ICUError) -> [Int] {
    var result: [Int] = []
    try boundaries(of: text, into: &result)
    return result
  }

  /// As `boundaries(of:)`, into an array whose storage is used again.
  public func boundaries(
    of text: UnsafeBufferPointer<UInt16>, into result: inout [Int]
  ) throws(ICUError) {
    result.removeAll(keepingCapacity: true)
    result.append(0)
    guard let start = text.baseAddress, !text.isEmpty else { return }
    let length = try ICUError.length(text.count, of: "segment a text")
    try ICUError.check("segment a text") { cicu_words_set_text(iterator, start, length, &$0) }
    var boundary = cicu_words_next(iterator)
    while boundary >= 0 {
      result.append(Int(boundary))
      boundary = cicu_words_next(iterator)
    }
    detach()
  }

  /// Points the iterator at text that outlives it, for ICU keeps the pointer of the last one.
  private func detach() {
    var status: Int32 = 0
    cicu_words_set_text(iterator, Self.nothing, 0, &status)
  }

  /// One unit that is never freed and never written. `nonisolated(unsafe)` is right because
  /// nobody can write through an immutable pointer that only this class sees.
  nonisolated(unsafe) private static let nothing: UnsafePointer<UInt16> = {
    let unit = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
    unit.initialize(to: 0)
    return UnsafePointer(unit)
  }()
}
