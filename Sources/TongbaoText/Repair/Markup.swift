/// HTML that was left in a text: tags, comments, scripts.
extension WorkingTextBuilder {
  private static let longestTag = 4_000

  /// Removes the tag or comment at the cursor. A `<` that opens neither stays.
  mutating func removeMarkup() -> Bool {
    guard offset + 1 < input.count else { return false }
    switch input[offset + 1] {
    case 0x21 where matches("<!--", at: offset):
      return removeThrough("-->", from: offset + 4)
    case 0x21, 0x3F:
      return removeDeclaration()
    case 0x2F:
      return removeTag(nameAt: offset + 2)
    default:
      return removeTag(nameAt: offset + 1)
    }
  }

  /// `<!DOCTYPE html>`, `<![CDATA[`, `<?xml … ?>`.
  private mutating func removeDeclaration() -> Bool {
    let known = ["<!doctype", "<![cdata[", "<![if", "<![endif", "<?xml", "<?php"]
    guard known.contains(where: { matches($0, at: offset) }),
      let end = tagEnd(from: offset + 2)
    else { return false }
    replace(.html, bytes: end - offset, by: [])
    return true
  }

  private mutating func removeTag(nameAt start: Int) -> Bool {
    guard let name = tagName(at: start), let end = tagEnd(from: start + name.utf8.count) else {
      return false
    }
    let isClosing = start == offset + 2
    if !isClosing, HTMLNames.withoutText.contains(name), removeThrough("</" + name, from: end) {
      return true
    }
    replace(.html, bytes: end - offset, by: separator(for: name))
    return true
  }

  /// The line end or blank that a tag stands for in running text.
  private func separator(for name: String) -> [UInt16] {
    guard let last = lastUnit else { return [] }
    if HTMLNames.blocks.contains(name) { return last == 0x0A ? [] : [0x0A] }
    if HTMLNames.cells.contains(name) { return last == 0x0A || last == 0x20 ? [] : [0x20] }
    return []
  }

  /// The lower-case name of a tag that HTML or a word processor knows.
  func tagName(at start: Int) -> String? {
    var letters: [UInt8] = []
    var at = start
    while at < input.count, letters.count < 24 {
      let byte = input[at]
      let lower = byte | 0x20
      if (0x61...0x7A).contains(lower) {
        letters.append(lower)
      } else if !letters.isEmpty, (0x30...0x39).contains(byte) || byte == 0x3A || byte == 0x2D {
        letters.append(byte)
      } else {
        break
      }
      at += 1
    }
    guard !letters.isEmpty, at < input.count,
      [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains(input[at])
    else { return nil }
    let name = String(decoding: letters, as: UTF8.self)
    return HTMLNames.isKnown(name) ? name : nil
  }

  /// The byte after the `>` that ends a tag. A `>` in quotes does not, a `<` means there is none.
  func tagEnd(from start: Int) -> Int? {
    var quote: UInt8 = 0
    var unquotedEnd: Int?
    for at in start..<min(input.count, start + Self.longestTag) {
      switch input[at] {
      case 0x3E where quote == 0: return at + 1
      case 0x3E: if unquotedEnd == nil { unquotedEnd = at + 1 }
      case 0x3C: return unquotedEnd
      case 0x22, 0x27:
        if quote == 0 { quote = input[at] } else if quote == input[at] { quote = 0 }
      default: break
      }
    }
    return unquotedEnd
  }

  /// Removes everything up to an end mark, and through the `>` of it.
  private mutating func removeThrough(_ mark: String, from start: Int) -> Bool {
    guard !missingEnds.contains(mark) else { return false }
    guard let found = find(mark, from: start) else {
      missingEnds.insert(mark)
      return false
    }
    var end = found + mark.utf8.count
    if mark.hasPrefix("</") { end = tagEnd(from: end) ?? end }
    replace(.html, bytes: end - offset, by: [])
    return true
  }

  private func find(_ mark: String, from start: Int) -> Int? {
    guard let first = mark.utf8.first else { return nil }
    var at = start
    while at + mark.utf8.count <= input.count {
      if input[at] == first, matches(mark, at: at) { return at }
      at += 1
    }
    return nil
  }

  /// Whether the bytes at a place are the lower-case ASCII text, in any case.
  func matches(_ text: String, at start: Int) -> Bool {
    var at = start
    for byte in text.utf8 {
      guard at < input.count else { return false }
      let isUpper = (0x41...0x5A).contains(input[at])
      guard (isUpper ? input[at] | 0x20 : input[at]) == byte else { return false }
      at += 1
    }
    return true
  }
}

/// The elements of HTML by what they mean for running text.
private enum HTMLNames {
  static let blocks: Set<String> = words(
    """
    address article aside blockquote body br caption center dd details dialog div dl dt fieldset \
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol \
    option p pre section select summary table tbody tfoot thead title tr ul
    """)

  static let cells: Set<String> = ["td", "th"]

  /// Elements whose content is no text.
  static let withoutText: Set<String> = [
    "script", "style", "noscript", "template", "svg", "iframe",
  ]

  static let inline: Set<String> = words(
    """
    a abbr acronym area audio b base basefont bdi bdo big button canvas cite code col colgroup data \
    datalist del dfn em embed font i img input ins kbd label link map mark marquee meta meter object \
    output param picture progress q rp rt ruby s samp small source span strike strong sub sup \
    textarea time track tt u var video wbr nobr ignore_js_op
    """)

  static func isKnown(_ name: String) -> Bool {
    blocks.contains(name) || inline.contains(name) || cells.contains(name)
      || withoutText.contains(name) || name.contains(":") || name.contains("-")
  }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
