/// A piece of a clause as the figure linker reads it.
struct FigureToken: BitwiseCopyable, Sendable {
  enum Kind: Sendable {
    /// A mention that may be a figure's amount.
    case amount
    /// Any other mention.
    case mention
    case word
    /// A short quotation without amounts, taken as one noun.
    case quotation
    /// A parenthesis without amounts.
    case gloss
    /// The enumeration comma 、.
    case pause
    /// Anything else.
    case text
  }

  let kind: Kind
  /// What a word does; any other token does nothing.
  let word: FigureWord
  private let start: Int32
  private var end: Int32
  private let anchorIndex: Int32

  /// - Precondition: a working text has fewer than 2³¹ units, as `SourceText` makes sure.
  init(_ kind: Kind, range: Range<Int>, word: FigureWord = FigureWord(), anchor: Int = -1) {
    self.kind = kind
    self.word = word
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
    anchorIndex = Int32(truncatingIfNeeded: anchor)
  }

  /// Where it stands in the working text.
  var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }

  var function: FigureWord.Function? { word.function }

  /// The anchor of a mention of either kind.
  var anchor: Int? { anchorIndex >= 0 ? Int(anchorIndex) : nil }

  var isAmount: Bool { kind == .amount }
  var isText: Bool { kind == .text }
  var isPause: Bool { kind == .pause }
  var isGloss: Bool { kind == .gloss }

  /// Whether a phrase that ends here says where or from whom: 在…内, 从…, 因….
  var endsSetting: Bool { function == .locative || function == .preposition }

  /// Whether it begins a clause of its own before the noun that the clause describes.
  var opensClause: Bool { word.isAction || function == .preposition }

  /// Whether it separates the items of a list.
  var separatesItems: Bool { isPause || function == .and }

  /// Takes the units up to the given one as well.
  mutating func extend(to end: Int) { self.end = Int32(truncatingIfNeeded: end) }
}

/// A stretch between two punctuation marks.
struct FigureClause: Sendable {
  /// The mark before a clause.
  enum Opening: Sendable { case sentence, comma, semicolon, colon, parenthesis }

  var opening: Opening
  /// Indices into the text's tokens, never empty.
  var tokens: Range<Int>
  var hasAmounts: Bool
  /// Whether it only says who reported the figures when: 记者3月2日从市局获悉.
  var isReport: Bool
}

/// A sentence in tokens and clauses.
struct FigureSentence: Sendable {
  /// Indices into the text's tokens and clauses.
  var tokens: Range<Int>
  var clauses: Range<Int>
  var hasAmounts: Bool
  /// Whether it is a line at the head of the document.
  var isHeadline: Bool
  /// Whether a new line began before it.
  var beginsParagraph: Bool
}
