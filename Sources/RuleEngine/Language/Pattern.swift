/// A pattern over atoms, as written.
indirect enum Pattern: Sendable, Hashable {
  case literal(String)
  case word(className: String, value: String?, part: String?)
  case numeral(NumeralTest, part: String?)
  case character(CharacterKind, part: String?)
  case sequence([Pattern])
  case choice([Pattern])
  case repetition(Pattern, minimum: Int, maximum: Int?)
  case group(part: String, Pattern)
  case context(ContextPattern)
  /// Forbids a blank at this place.
  case glue
  case fragment(name: String, suffix: String)
}

/// Which numerals an element takes.
enum NumeralTest: Sendable, Hashable {
  /// Any numeral with an amount, but no bare scale.
  case number
  /// A scale without a digit before it: 百, 千万.
  case scale
  /// A plain whole number within bounds.
  case integer(minimum: Int, maximum: Int)
  /// A string of exactly so many digits.
  case digits(Int)
}

enum CharacterKind: Int32, Sendable, Hashable, CaseIterable {
  case han, latin, digit

  var name: String {
    switch self {
    case .han: "han"
    case .latin: "latin"
    case .digit: "digit"
    }
  }

  /// The kind of a character; `nil` for marks and the rest. No character is of two kinds.
  @inline(__always)
  init?(of unit: UInt16) {
    if Self.han.contains(unit) {
      self = .han
    } else if Self.digit.contains(unit) {
      self = .digit
    } else if Self.latin.contains(unit) {
      self = .latin
    } else {
      return nil
    }
  }

  @inline(__always)
  func contains(_ unit: UInt16) -> Bool {
    switch self {
    case .han: (0x3400...0x9FFF).contains(unit) || (0xD840...0xDBFF).contains(unit)
    case .latin: (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
    case .digit: (0x30...0x39).contains(unit)
    }
  }
}

/// A test of what stands before or behind, consuming nothing.
struct ContextPattern: Sendable, Hashable {
  enum Token: Sendable, Hashable {
    case literal(String)
    case word(className: String)
    case numeral(NumeralTest)
    case character(CharacterKind)
    case lineStart, lineEnd
  }

  var isAhead: Bool
  var isNegative: Bool
  var alternatives: [[Token]]
}
