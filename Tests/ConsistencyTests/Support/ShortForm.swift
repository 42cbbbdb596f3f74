import Numerals
import TongbaoText

/// Reads the plain mentions of the tests: 120起, 约3.5万元, 20.9%, 2月9日, 2月9日至17日, 8天.
enum ShortForm {
  /// A mention with the type and value that a test names.
  static func mention(_ type: MentionType, span: Span, text: String, value: String) -> Mention {
    let parts = value.split(separator: ";").map(String.init)
    var mention = Mention(
      type: type, span: span, text: text, value: parts.first ?? "-", rule: "test")
    mention.lunar = parts.dropFirst().first.map { String($0.dropFirst("lunar=".count)) }
    switch type {
    case .count, .measure, .percent, .number:
      (mention.number, mention.unit) = amount(value)
    case .duration: mention.duration = value
    default: break
    }
    return mention
  }

  static func mention(span: Span, text: String, year: Int) -> Mention {
    if let value = date(text, year: year) {
      return mention(.date, span: span, text: text, value: value)
    }
    if let days = text.wholeMatch(of: /([0-9]+)天/)?.1 {
      return mention(.duration, span: span, text: text, value: "P\(days)D")
    }
    let value = quantity(text)
    let isShare = text.hasSuffix("%") || text.hasSuffix("百分点") || text.hasSuffix("倍")
    let type: MentionType = isShare ? .percent : text.hasSuffix("元") ? .measure : .count
    return mention(type, span: span, text: text, value: value)
  }

  private static func date(_ text: String, year: Int) -> String? {
    let pattern = /(?:([0-9]{4})年)?(?:([0-9]+)月)([0-9]+)日(?:至(?:([0-9]+)月)?([0-9]+)日)?/
    guard let match = text.wholeMatch(of: pattern) else { return nil }
    let year = match.1.map(String.init) ?? String(year)
    let first = "\(year)-\(padded(match.2))-\(padded(match.3))"
    guard let last = match.5 else { return first }
    return "\(first)/\(year)-\(padded(match.4 ?? match.2))-\(padded(last))"
  }

  private static func padded(_ digits: Substring) -> String {
    digits.count < 2 ? "0" + digits : String(digits)
  }

  private static func quantity(_ text: String) -> String {
    let pattern = /(约|近|超|逾|至少)?([0-9]+(?:\.[0-9]+)?)(余|多)?(万|亿)?(余|多)?(?:个(?=百分点))?(.*)/
    guard let match = text.wholeMatch(of: pattern) else { return "-" }
    let scale = match.4 == "万" ? 10_000 : match.4 == "亿" ? 100_000_000 : 1
    let value = ExactDecimal(String(match.2)).flatMap { $0 * ExactDecimal(scale) } ?? .zero
    let mark: String =
      switch (match.1, match.3 ?? match.5) {
      case ("约", _): "~"
      case ("近", _): "<"
      case ("至少", _): ">="
      case (_, .some), ("超", _), ("逾", _): ">"
      default: ""
      }
    return "\(mark)\(value)\(match.6 == "%" ? "" : " ")\(match.6)"
  }

  /// The amount and unit of a canonical value.
  private static func amount(_ value: String) -> (Amount?, String?) {
    let marks: [(String, Approximation)] = [
      (">=", .atLeast), ("<=", .atMost), ("~", .about), (">", .over), ("<", .under),
    ]
    let mark = marks.first { value.hasPrefix($0.0) }
    let body = value.dropFirst(mark?.0.count ?? 0)
    let digits = body.prefix { "0123456789.".contains($0) }
    let unit = body.dropFirst(digits.count).drop { $0 == " " }
    let number = ExactDecimal(String(digits)).map { Amount($0).with(mark?.1 ?? .exact) }
    return (number, unit.isEmpty ? nil : String(unit))
  }
}
