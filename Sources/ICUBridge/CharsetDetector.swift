import CICU

/// ICU's statistical guess of a charset. Kept and used again; one for each worker.
public final class CharsetDetector {
  public struct Guess: Sendable, Hashable {
    /// IANA name, `GB18030`, `Big5`, `windows-1252`.
    public var charset: String
    /// 0…100 by ICU's own scale; Chinese text of a sentence or more mostly gets 50…100.
    public var confidence: Int
  }

  private let detector: OpaquePointer

  public init() throws(ICUError) {
    let opened = try ICUError.check("open the charset detector") { cicu_detector_open(&$0) }
    guard let opened else {
      throw ICUError(operation: "open the charset detector", name: "no object")
    }
    detector = opened
  }

  deinit { cicu_detector_close(detector) }

  /// All charsets that fit, best first. ICU itself looks at the first 12,000 bytes or so.
  public func guesses(for bytes: UnsafeBufferPointer<UInt8>) throws(ICUError) -> [Guess] {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return [] }
    let length = Int32(min(bytes.count, 1 << 16))
    var count: Int32 = 0
    let matches = try ICUError.check("detect a charset") { status in
      start.withMemoryRebound(to: CChar.self, capacity: Int(length)) {
        cicu_detector_matches(detector, $0, length, &count, &status)
      }
    }
    guard let matches else { return [] }
    return (0..<Int(count)).compactMap { index in
      guard let match = matches[index], let name = cicu_match_name(match) else { return nil }
      return Guess(
        charset: String(cString: name), confidence: Int(cicu_match_confidence(match)))
    }
  }
}
