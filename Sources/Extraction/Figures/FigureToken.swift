import TongbaoText

/// A piece of a clause as the figure linker reads it.
struct FigureToken: Sendable {
  enum Content: Sendable {
    /// A mention that may be a figure's amount; the index into the anchors.
    case amount(Int)
    /// Any other mention.
    case mention(Int)
    case word(FigureWord)
    /// A short quotation without amounts, taken as one noun.
    case quotation
    /// A parenthesis without amounts.
    case gloss
    /// The enumeration comma 、.
    case pause
    /// Anything else.
    case text
  }

  var content: Content
  /// Where it stands in the working text.
  var range: Range<Int>

  var word: FigureWord? {
    if case .word(let word) = content { word } else { nil }
  }

  var function: FigureWord.Function? { word?.function }

  /// Whether a phrase that ends here says where or from whom: 在…内, 从…, 因….
  var endsSetting: Bool {
    switch function {
    case .locative, .preposition: true
    default: false
    }
  }

  /// Whether it begins a clause of its own before the noun that the clause describes.
  var opensClause: Bool { word?.isAction == true || function == .preposition }

  /// The anchor of a mention of either kind.
  var anchor: Int? {
    switch content {
    case .amount(let index), .mention(let index): index
    default: nil
    }
  }

  var isAmount: Bool {
    if case .amount = content { true } else { false }
  }

  var isText: Bool {
    if case .text = content { true } else { false }
  }

  var isPause: Bool {
    if case .pause = content { true } else { false }
  }

  var isGloss: Bool {
    if case .gloss = content { true } else { false }
  }

  /// Whether it separates the items of a list.
  var separatesItems: Bool { isPause || function == .and }
}

/// A mention that stands in no other, with its place in the working text. A class, for it is
/// never changed and every step of the linking hands it on.
final class FigureAnchor: Sendable {
  let mention: Mention
  let range: Range<Int>

  init(mention: Mention, range: Range<Int>) {
    self.mention = mention
    self.range = range
  }
}

/// A stretch between two punctuation marks.
struct FigureClause: Sendable {
  /// The mark before a clause.
  enum Opening: Sendable { case sentence, comma, semicolon, colon, parenthesis }

  var opening: Opening
  /// Indices into the sentence's tokens, never empty.
  var tokens: Range<Int>
  var hasAmounts: Bool
  /// Whether it only says who reported the figures when: 记者3月2日从市局获悉.
  var isReport: Bool
}

/// A sentence in tokens and clauses.
struct FigureSentence: Sendable {
  var tokens: [FigureToken] = []
  var clauses: [FigureClause] = []
  /// Whether it is a line at the head of the document.
  var isHeadline = false
  /// Whether a new line began before it.
  var beginsParagraph = false
}
