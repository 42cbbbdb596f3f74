import Lexicon

/// One letter of the recognizer's alphabet: a symbol of the lexicon, a class of numerals or a kind
/// of character.
struct Letter: Hashable, BitwiseCopyable {
  private static let firstNumeral: Int32 = 1 << 16
  private static let firstKind: Int32 = (1 << 17) - 4

  /// Of 17 bits: symbols, then classes of numerals, then kinds of characters.
  let code: Int32

  init(symbol: Int32) { code = symbol }
  init(numeralClass: Int32) { code = Self.firstNumeral + numeralClass }
  init(kind: CharacterKind) { code = Self.firstKind + kind.rawValue }

  var numeralClass: Int? {
    code >= Self.firstNumeral && code < Self.firstKind ? Int(code - Self.firstNumeral) : nil
  }

  var isNumeral: Bool { code >= Self.firstNumeral && code < Self.firstKind }
}

/// A superset of some letters in one machine word: two sets without a common bit have no common
/// letter. Symbols share 59 bits; the end of a match, numerals and the kinds of characters have one
/// each.
struct LetterSet: BitwiseCopyable {
  static let none = LetterSet(bits: 0)
  /// Nothing more need be taken.
  static let end = LetterSet(bits: 1 << 59)
  /// Every class of numerals.
  static let numerals = LetterSet(bits: 1 << 60)
  /// Every kind of character.
  static let characters = LetterSet(bits: 7 << 61)

  private(set) var bits: UInt64

  private init(bits: UInt64) { self.bits = bits }

  init(_ letter: Letter) {
    if letter.isNumeral {
      self = .numerals
    } else if letter.code < 1 << 16 {
      bits = 1 << UInt64(letter.code % 59)
    } else {
      bits = 1 << UInt64(61 + letter.code % 3)
    }
  }

  /// What a state of the automaton takes.
  init(takenBy state: ProgramState) {
    switch ProgramState.Operation(rawValue: state.operation) {
    case .word: self.init(Letter(symbol: state.a))
    case .numeral: self = .numerals
    case .character:
      self = CharacterKind(rawValue: state.a).map { LetterSet(Letter(kind: $0)) } ?? .none
    default: self = .none
    }
  }

  /// The kind that a character is of.
  @inline(__always)
  init(kindOf unit: UInt16) {
    self = CharacterKind(of: unit).map { LetterSet(Letter(kind: $0)) } ?? .none
  }

  @inline(__always)
  mutating func insert(_ letter: Letter) { bits |= LetterSet(letter).bits }

  @inline(__always)
  mutating func formUnion(_ other: LetterSet) { bits |= other.bits }

  var isEmpty: Bool { bits == 0 }

  @inline(__always)
  func meets(_ other: LetterSet) -> Bool { bits & other.bits != 0 }

  @inline(__always)
  func mayContain(_ letter: Letter) -> Bool { meets(LetterSet(letter)) }
}
