/// What bytes tell of their charset.
enum ByteEvidence {
  private static let sampleSize = 1 << 16

  static func byteOrderMark(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (charset: String, width: Int)? {
    let marks: [(String, [UInt8])] = [
      ("UTF-8", [0xEF, 0xBB, 0xBF]), ("UTF-32LE", [0xFF, 0xFE, 0, 0]),
      ("UTF-32BE", [0, 0, 0xFE, 0xFF]), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF]),
      ("GB18030", [0x84, 0x31, 0x95, 0x33]),
    ]
    return marks.first { bytes.starts(with: $0.1) }.map { ($0.0, $0.1.count) }
  }

  /// The name of a well-known binary format that the bytes begin like.
  static func binarySignature(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let signatures: [(String, [UInt8])] = [
      ("a PNG image", [0x89, 0x50, 0x4E, 0x47]), ("a JPEG image", [0xFF, 0xD8, 0xFF]),
      ("a GIF image", Array("GIF8".utf8)), ("a PDF document", Array("%PDF-".utf8)),
      ("a ZIP archive or Office document", [0x50, 0x4B, 0x03, 0x04]),
      ("a gzip archive", [0x1F, 0x8B]), ("a program", [0x7F, 0x45, 0x4C, 0x46]),
      ("an old Office document", [0xD0, 0xCF, 0x11, 0xE0]),
      ("an SQLite database", Array("SQLite format 3".utf8)),
    ]
    return signatures.first { bytes.starts(with: $0.1) }?.0
  }

  /// UTF-16 without a mark, by where its units lie when the bytes are paired either way.
  static func wideCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    let sample = bytes.prefix(sampleSize)
    var little = 0
    var big = 0
    for at in stride(from: 0, to: sample.count - 1, by: 2) {
      if isUsualPlane(high: sample[at + 1], low: sample[at]) { little += 1 }
      if isUsualPlane(high: sample[at], low: sample[at + 1]) { big += 1 }
    }
    let units = sample.count / 2
    guard max(little, big) * 10 >= units * 9, little != big else { return nil }
    // Plain ASCII and UTF-8 pair up to Han now and then; real UTF-16 is far clearer one way.
    guard min(little, big) * 2 <= units, !isWellFormedUTF8(sample) else { return nil }
    return little > big ? "UTF-16LE" : "UTF-16BE"
  }

  private static func isUsualPlane(high: UInt8, low: UInt8) -> Bool {
    switch high {
    case 0: (0x20...0x7E).contains(low) || (0x09...0x0D).contains(low) || low >= 0xA0
    case 0x4E...0x9F, 0x20, 0x30, 0xFF: true
    default: false
    }
  }

  /// Whether the sample is UTF-8 without NUL, which no UTF-16 text of some length is.
  private static func isWellFormedUTF8(_ sample: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    !sample.contains(0) && utf8Share(sample) == 1
  }

  /// The charset that an HTML or XML head declares.
  static func declaredCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = String(decoding: bytes.prefix(2048).map { $0 < 0x80 ? $0 : 0x20 }, as: UTF8.self)
      .lowercased()
    for key in ["charset=", "encoding="] {
      guard let rest = head.tail(after: key) else { continue }
      let name = rest.drop { $0 == "\"" || $0 == "'" || $0 == " " }
        .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }

  /// The charset under which the bytes read most like Chinese, if they do.
  static func chineseCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let sample = bytes.prefix(sampleSize)
    if utf8Share(sample) >= 0.9 { return "UTF-8" }
    let national = doubleByteShare(sample, everyday: isEverydayGB, isTrail: { $0 >= 0x40 })
    let big5 = doubleByteShare(
      sample, everyday: isEverydayBig5, isTrail: { (0x40...0x7E).contains($0) || $0 >= 0xA1 })
    let best = max(national, big5)
    guard best >= 0.6 else { return nil }
    return national >= big5 ? "GB18030" : "Big5-HKSCS"
  }

  /// The share of well-formed sequences among those that are not ASCII; 1 for pure ASCII.
  private static func utf8Share(_ sample: Slice<UnsafeBufferPointer<UInt8>>) -> Double {
    var good = 0
    var bad = 0
    var at = sample.startIndex
    while at < sample.endIndex {
      let lead = sample[at]
      let width = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let end = at + max(width, 1)
      // A sequence that the sample cuts off is neither good nor bad.
      if end > sample.endIndex { break }
      if width > 1, sample[at + 1..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        good += 1
        at = end
      } else {
        if lead >= 0x80 { bad += 1 }
        at += 1
      }
    }
    return good + bad == 0 ? 1 : Double(good) / Double(good + bad)
  }

  /// The share of everyday characters among the double bytes, less what is malformed.
  private static func doubleByteShare(
    _ sample: Slice<UnsafeBufferPointer<UInt8>>, everyday: (UInt8, UInt8) -> Bool,
    isTrail: (UInt8) -> Bool
  ) -> Double {
    var usual = 0
    var pairs = 0
    var malformed = 0
    var at = sample.startIndex
    while at + 1 < sample.endIndex {
      let (lead, trail) = (sample[at], sample[at + 1])
      guard lead >= 0x80 else {
        at += 1
        continue
      }
      guard lead > 0x80, isTrail(trail) else {
        malformed += 1
        at += 1
        continue
      }
      pairs += 1
      if everyday(lead, trail) { usual += 1 }
      at += 2
    }
    guard pairs > 0 else { return 0 }
    return Double(usual - 4 * malformed) / Double(pairs)
  }

  private static func isEverydayGB(_ lead: UInt8, _ trail: UInt8) -> Bool {
    trail >= 0xA1 && ((0xB0...0xD7).contains(lead) || lead == 0xA1 || lead == 0xA3)
  }

  private static func isEverydayBig5(_ lead: UInt8, _ trail: UInt8) -> Bool {
    (0xA4...0xC6).contains(lead) || (lead == 0xA1 && trail <= 0x7E) || lead == 0xA2
  }
}

extension String {
  /// What follows the first occurrence of a key.
  fileprivate func tail(after key: String) -> Substring? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(key) { return rest.dropFirst(key.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
