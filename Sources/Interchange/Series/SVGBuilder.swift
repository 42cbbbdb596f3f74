/// Writes the few elements that a chart needs.
struct SVGBuilder {
  struct Position {
    var x: Double
    var y: Double
  }

  enum Anchor: String { case start, middle, end }

  private(set) var output = OutputBuffer()

  mutating func begin(width: Double, height: Double, title: String) {
    let size = "\(Self.number(width)) \(Self.number(height))"
    output.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\" ")
    output.append("width=\"\(Self.number(width))\" height=\"\(Self.number(height))\" role=\"img\" ")
    output.append(
      """
      font-family="'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',\
      'WenQuanYi Micro Hei',sans-serif" font-size="13" fill="#1b1f24">

      """)
    output.appendElement("title", title)
    output.append("\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n")
  }

  mutating func end() { output.append("</svg>\n") }

  mutating func line(
    _ from: Position, _ to: Position, colour: String, width: Double = 1, dashes: String? = nil
  ) {
    output.append("<line x1=\"\(Self.number(from.x))\" y1=\"\(Self.number(from.y))\" ")
    output.append("x2=\"\(Self.number(to.x))\" y2=\"\(Self.number(to.y))\"")
    output.appendAttribute("stroke", colour)
    output.appendAttribute("stroke-width", Self.number(width))
    if let dashes { output.appendAttribute("stroke-dasharray", dashes) }
    output.append("/>\n")
  }

  mutating func path(_ positions: [Position], colour: String) {
    let points = positions.map { "\(Self.number($0.x)),\(Self.number($0.y))" }
    output.append("<polyline fill=\"none\" stroke-width=\"2.5\" stroke-linejoin=\"round\"")
    output.appendAttribute("stroke", colour)
    output.appendAttribute("points", points.joined(separator: " "))
    output.append("/>\n")
  }

  /// - Parameter note: Said when the pointer rests on it.
  mutating func dot(_ centre: Position, colour: String, note: String) {
    output.append("<circle cx=\"\(Self.number(centre.x))\" cy=\"\(Self.number(centre.y))\" r=\"4\"")
    output.appendAttribute("fill", colour)
    output.append(" stroke=\"#fff\" stroke-width=\"1.5\">")
    output.appendElement("title", note)
    output.append("</circle>\n")
  }

  mutating func bar(
    _ corner: Position, width: Double, height: Double, colour: String, note: String
  ) {
    output.append("<rect x=\"\(Self.number(corner.x))\" y=\"\(Self.number(corner.y))\" ")
    output.append("width=\"\(Self.number(width))\" height=\"\(Self.number(height))\"")
    output.appendAttribute("fill", colour)
    output.append(">")
    output.appendElement("title", note)
    output.append("</rect>\n")
  }

  /// - Parameter hasHalo: Whether white around the letters keeps off what lies behind.
  mutating func text(
    _ text: String, at position: Position, _ anchor: Anchor = .start, size: Double = 13,
    colour: String = "#1b1f24", isBold: Bool = false, hasHalo: Bool = false
  ) {
    output.append("<text x=\"\(Self.number(position.x))\" y=\"\(Self.number(position.y))\"")
    output.appendAttribute("text-anchor", anchor.rawValue)
    output.appendAttribute("font-size", Self.number(size))
    output.appendAttribute("fill", colour)
    if isBold { output.append(" font-weight=\"bold\"") }
    if hasHalo {
      output.append(" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\"")
    }
    output.append(">")
    output.appendHTML(singleLine(text))
    output.append("</text>\n")
  }

  /// To a tenth of a pixel.
  private static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}
