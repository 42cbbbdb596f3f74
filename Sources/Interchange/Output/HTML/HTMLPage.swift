import TongbaoText

/// The frame of a page that needs nothing but itself: no script, no font, no picture from elsewhere.
struct HTMLPage {
  var title: String
  /// Rules for what this kind of page shows.
  var style: String

  func begin(_ output: inout OutputBuffer) {
    // Texts come from strangers; even if one slipped through the escaping, nothing would run.
    output.append(
      """
      <!DOCTYPE html>
      <html lang="zh">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">

      """)
    output.appendElement("title", title)
    output.append("\n<style>\n\(Self.commonStyle)\(style)</style>\n</head>\n<body>\n")
    output.append("<header>")
    output.appendElement("h1", title)
  }

  /// Closes the header that `begin` left open for legends and explanations.
  func endHeader(_ output: inout OutputBuffer) { output.append("</header>\n") }

  func end(_ output: inout OutputBuffer) { output.append("</body>\n</html>\n") }

  private static let commonStyle = """
    body { margin: 0 auto; max-width: 80rem; padding: 0 1.5rem 3rem; color: #1b1f24;
      background: #fff; font: 16px/1.8 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC",
      "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
    header { border-bottom: 1px solid #c9ced6; margin-bottom: 1.5rem; padding: 1rem 0; }
    h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.15rem; margin: 0; }
    section { display: grid; gap: 0.5rem 2rem; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      border-bottom: 1px solid #c9ced6; padding: 1.5rem 0; }
    section > .head { grid-column: 1 / -1; } .note { color: #57606a; font-size: 0.85rem; }
    .text { white-space: pre-wrap; overflow-wrap: anywhere; }
    mark { color: inherit; border-radius: 3px; padding: 1px 0; }
    mark:target { outline: 3px solid #1f6feb; } del.repair { color: #8c6d1f; background: none;
      text-decoration: line-through wavy #bf8700 1px; }
    aside { font-size: 0.9rem; line-height: 1.5; overflow-x: auto; }
    .legend mark { display: inline-block; }
    table { border-collapse: collapse; font-size: 0.8rem; width: 100%; }
    th, td { border-bottom: 1px solid #e4e7eb; padding: 0.2rem 0.35rem; text-align: left;
      vertical-align: top; }
    td.amount { text-align: right; white-space: nowrap; } a { color: inherit; }
    @media (max-width: 50rem) { section { grid-template-columns: minmax(0, 1fr); } }
    @media print { aside, .text { break-inside: auto; } body { font-size: 11pt; } }

    """
}

extension Document {
  /// A name for anchors that no other document of a page shares, whatever characters its
  /// identifier has: FNV-1a of identifier and source.
  var anchor: String {
    var hash = FNV1a()
    hash.combine(id)
    hash.combine(source ?? "")
    return "d" + hash.description
  }

  /// Identifier, source and reference date above the text.
  func appendHead(note: String, to output: inout OutputBuffer) {
    output.append("<div class=\"head\">")
    output.appendElement("h2", id)
    var parts: [String] = []
    if let source, source != id { parts.append(source) }
    parts.append(
      reference.date.map { "reference \($0), \(reference.basis.rawValue)" }
        ?? "reference unknown")
    parts.append(note)
    output.appendElement("div", class: "note", parts.joined(separator: " · "))
    output.append("</div>\n")
  }
}

/// The 64-bit Fowler–Noll–Vo hash, variant 1a, of texts one after another: short names and
/// fingerprints, no guard against malice.
struct FNV1a: CustomStringConvertible {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// A text and a mark of its end, so that “ab”, “c” and “a”, “bc” differ.
  mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
    combine(0xFF)
  }

  private mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Sixteen hexadecimal digits.
  var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
