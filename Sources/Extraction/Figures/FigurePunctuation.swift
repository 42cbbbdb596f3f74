/// The marks of the working text that part it into sentences, clauses and items.
enum FigurePunctuation {
  case lineEnd
  /// Ends a sentence always; a point does not inside a word or number.
  case fullStop, point
  /// ! and ?, which end a sentence except in a headline.
  case exclamation
  case clause(FigureClause.Opening)
  case opensParenthesis(closing: UInt16)
  case opensQuotation(closing: UInt16)
  case closesParenthesis, closesQuotation
  case pause, blank

  init?(_ unit: UInt16) {
    guard let scalar = Unicode.Scalar(unit) else { return nil }
    switch scalar {
    case "\n": self = .lineEnd
    case "。": self = .fullStop
    case ".": self = .point
    case "!", "?": self = .exclamation
    case ",", "★", "□", "■", "●": self = .clause(.comma)
    case ";": self = .clause(.semicolon)
    case ":": self = .clause(.colon)
    case "、": self = .pause
    case ")", "]", "】": self = .closesParenthesis
    case "”", "」", "』", "》", "’": self = .closesQuotation
    case " ", "\t", "\u{3000}", "\u{A0}": self = .blank
    default:
      guard let closing = Self.closing(scalar) else { return nil }
      let unit = UInt16(truncatingIfNeeded: closing.value)
      switch scalar {
      case "(", "[", "【": self = .opensParenthesis(closing: unit)
      default: self = .opensQuotation(closing: unit)
      }
    }
  }

  /// All the units that are marks.
  static let units = Array("\n。.!?,★□■●;:、)]】”」』》’ \t\u{3000}\u{A0}([【“「『《‘\"".utf16)

  private static func closing(_ opening: Unicode.Scalar) -> Unicode.Scalar? {
    switch opening {
    case "(": ")"
    case "[": "]"
    case "【": "】"
    case "“": "”"
    case "「": "」"
    case "『": "』"
    case "《": "》"
    case "‘": "’"
    case "\"": "\""
    default: nil
    }
  }
}

extension UInt16 {
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x3000 || self == 0xA0 }

  var isLineEnd: Bool { self == 0x0A }

  /// 。
  var isFullStop: Bool { self == 0x3002 }

  var isHan: Bool { (0x4E00...0x9FFF).contains(self) || (0x3400...0x4DBF).contains(self) }

  var isAlphanumeric: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }
}
