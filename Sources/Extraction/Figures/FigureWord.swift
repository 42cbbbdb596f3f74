import TongbaoText

/// What a word of the figure lexicon does around an amount. A word may do several things.
struct FigureWord: BitwiseCopyable, Sendable, Hashable {
  /// How a copula shows in a figure.
  enum Copula: String, Sendable { case named, silent }

  /// Grammatical words that the reading of a clause turns on.
  enum Function: String, Sendable {
    /// 的, 等, 和
    case of, etc, and
    /// 分别 hands out; 其中 opens the parts of what was counted.
    case distributive, breakdown
    /// 由 (where a change begins), 较 (what it compares with).
    case from, base
    /// 截至; 至, 将于 and 临近, whose date is still to come.
    case until, toward
    /// 在, 对; 内, 期间; 被
    case preposition, locative, passive
    /// 获悉, 记者: the clause says who reported when.
    case reporting
    /// 了; 已, 共同; 各类
    case particle, adverb, quantifier
  }

  /// Why an amount is no report.
  enum Exclusion: String, Sendable {
    case penalty, instruction, distance, negation, rate
    case pageView = "page-view"
  }

  /// A verb that is never part of the noun it governs (破获).
  var isAction = false
  /// A verb that also stands inside nouns (检查).
  var isActivity = false
  /// Ends the noun phrase behind an amount.
  var isPredicate = false
  var isShare = false
  var isScope = false
  /// People who act for somebody (民警): trimmed like a scope, but none.
  var isPerson = false
  var aggregation: Figure.Aggregation?
  var comparison: Figure.Comparison.Kind?
  var direction: Figure.Comparison.Direction?
  var turn: Figure.Comparison.Direction?
  var copula: Copula?
  var function: Function?
  var exclusion: Exclusion?
  /// 未, 不, 尚未: turns what follows into its contrary.
  var negates = false

  /// What a token that is no word of the lexicon does.
  static let none = FigureWord()

  var isVerb: Bool { isAction || isActivity }

  /// Whether it is listed only to hide a cue inside it.
  var isPlain: Bool { self == FigureWord() }

  /// Does what the other word does as well.
  mutating func formUnion(_ other: FigureWord) {
    isAction = isAction || other.isAction
    isActivity = isActivity || other.isActivity
    isPredicate = isPredicate || other.isPredicate
    isShare = isShare || other.isShare
    isScope = isScope || other.isScope
    isPerson = isPerson || other.isPerson
    aggregation = other.aggregation ?? aggregation
    comparison = other.comparison ?? comparison
    direction = other.direction ?? direction
    turn = other.turn ?? turn
    copula = other.copula ?? copula
    function = other.function ?? function
    exclusion = other.exclusion ?? exclusion
    negates = negates || other.negates
  }
}
