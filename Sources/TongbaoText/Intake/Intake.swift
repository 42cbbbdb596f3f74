import ICUBridge

/// Reads bytes as text, whatever charset they are in.
///
/// UTF-8 is tried first and taken when it is well-formed. Otherwise a hint (of a header, of the
/// page itself) is believed when the bytes agree, then the charset under which the bytes read
/// most like Chinese is taken, then ICU's guess.
public enum Intake {
  /// Decodes a document.
  ///
  /// - Parameter hint: a charset that a header or a user named; only a guide, for headers err.
  /// - Throws: `IntakeError.notText` for binary data.
  /// - Complexity: linear; well-formed UTF-8 costs a validation and a copy.
  public static func decode(
    _ bytes: UnsafeRawBufferPointer, hint: String? = nil
  ) throws(IntakeError) -> DecodedText {
    try decode(bytes.assumingMemoryBound(to: UInt8.self), hint: hint)
  }

  public static func decode(
    _ bytes: [UInt8], hint: String? = nil
  ) throws(IntakeError) -> DecodedText {
    try bytes.withUnsafeBufferPointer { (buffer) throws(IntakeError) in
      try decode(buffer, hint: hint)
    }
  }

  public static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, hint: String? = nil
  ) throws(IntakeError) -> DecodedText {
    guard !bytes.isEmpty else { return DecodedText(text: "", charset: "UTF-8") }
    if let (charset, width) = ByteEvidence.byteOrderMark(bytes) {
      let rest = UnsafeBufferPointer(rebasing: bytes[width...])
      if let text = wellFormedUTF8(rest, charset) { return text }
      return try convert(rest, from: charset, skipped: width)
    }
    if let kind = ByteEvidence.binarySignature(bytes) {
      throw .notText(reason: "the bytes are \(kind)")
    }
    if let charset = ByteEvidence.wideCharset(bytes) { return try convert(bytes, from: charset) }
    try refuseControlCharacters(bytes)
    if let text = wellFormedUTF8(bytes, "UTF-8") { return text }
    if let text = try believe(hint ?? ByteEvidence.declaredCharset(bytes), bytes) { return text }
    return try convert(bytes, from: likelyCharset(bytes))
  }

  private static func wellFormedUTF8(
    _ bytes: UnsafeBufferPointer<UInt8>, _ charset: String
  ) -> DecodedText? {
    guard charset == "UTF-8", let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    return DecodedText(text: text, charset: charset)
  }

  /// More than one control character in a hundred bytes is no text.
  private static func refuseControlCharacters(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(IntakeError) {
    let sample = bytes.prefix(1 << 16)
    var controls = 0
    var firstNul: Int?
    for (at, byte) in sample.enumerated() where byte < 0x20 {
      if byte == 0, firstNul == nil { firstNul = at }
      if !(0x09...0x0D).contains(byte), byte != 0x1A, byte != 0x1B { controls += 1 }
    }
    guard controls * 100 > sample.count else { return }
    if let firstNul { throw .notText(reason: "it has NUL bytes, the first at byte \(firstNul)") }
    throw .notText(reason: "\(controls) of the first \(sample.count) bytes are control characters")
  }

  /// The text under a charset that somebody named, when hardly any byte speaks against it.
  private static func believe(
    _ hint: String?, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(IntakeError) -> DecodedText? {
    guard let hint, let converter = try? CharsetConverter(widened(hint)) else { return nil }
    let decoded = try decode(bytes, with: converter)
    guard decoded.malformedCount * 200 <= decoded.units.count else { return nil }
    return describe(decoded, charset: converter.charset, skipped: 0)
  }

  private static func likelyCharset(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(IntakeError) -> String {
    if let charset = ByteEvidence.chineseCharset(bytes) { return charset }
    let guesses: [CharsetDetector.Guess]
    do {
      guesses = try CharsetDetector().guesses(for: bytes)
    } catch {
      throw .conversion(error.description)
    }
    guard let best = guesses.first, best.confidence >= 10 else { return "UTF-8" }
    return widened(best.charset)
  }

  private static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, from charset: String, skipped: Int = 0
  ) throws(IntakeError) -> DecodedText {
    guard let converter = try? CharsetConverter(charset) else { throw .unknownCharset(charset) }
    return describe(try decode(bytes, with: converter), charset: charset, skipped: skipped)
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, with converter: CharsetConverter
  ) throws(IntakeError) -> CharsetConverter.Decoded {
    do {
      return try converter.decode(bytes)
    } catch {
      throw .conversion(error.description)
    }
  }

  private static func describe(
    _ decoded: CharsetConverter.Decoded, charset: String, skipped: Int
  ) -> DecodedText {
    var notes: [String] = []
    if let first = decoded.firstMalformed {
      let sequences = decoded.malformedCount == 1 ? "sequence" : "sequences"
      notes.append(
        "\(decoded.malformedCount) malformed \(charset) \(sequences) became U+FFFD, "
          + "the first at byte \(first + skipped)")
    }
    return DecodedText(
      text: String(decoding: decoded.units, as: UTF16.self), charset: charset,
      isLossy: decoded.malformedCount > 0, notes: notes)
  }

  /// The charset that contains the named one: pages that say GB 2312 use GB 18030.
  private static func widened(_ name: String) -> String {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != "\"" && $0 != "'" }) {
    case "gb2312", "gbk", "gb18030", "cp936", "ms936", "windows936", "euccn", "xgbk": "GB18030"
    case "big5", "big5hkscs", "cp950", "windows950": "Big5-HKSCS"
    case "utf8": "UTF-8"
    case "latin1", "iso88591", "ascii": "windows-1252"
    default: name
    }
  }
}
