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
  /// Where it stands in the working text.
  @PackedRange var range: Range<Int>
  /// The anchor of a mention of either kind.
  @PackedIndex private(set) var anchor: Int?

  init(_ kind: Kind, range: Range<Int>, word: FigureWord = .none, anchor: Int? = nil) {
    self.kind = kind
    self.word = word
    self.range = range
    self.anchor = anchor
  }

  var function: FigureWord.Function? { word.function }

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
}

/// A stretch between two punctuation marks.
struct FigureClause: BitwiseCopyable, Sendable {
  /// The mark before a clause.
  enum Opening: Sendable { case sentence, comma, semicolon, colon, parenthesis }

  var opening: Opening
  /// Indices into the text's tokens, never empty.
  @PackedRange var tokens: Range<Int>
  var hasAmounts: Bool
  /// Whether it only says who reported the figures when: 记者3月2日从市局获悉.
  var isReport: Bool
  /// Whether a parenthesis with amounts ended before it.
  var leavesParenthesis: Bool
}

/// A sentence in tokens and clauses.
struct FigureSentence: BitwiseCopyable, Sendable {
  /// Indices into the text's tokens and clauses.
  @PackedRange var tokens: Range<Int>
  @PackedRange var clauses: Range<Int>
  var hasAmounts: Bool
  /// Whether it is a line at the head of the document.
  var isHeadline: Bool
  /// Whether a new line began before it.
  var beginsParagraph: Bool
}
