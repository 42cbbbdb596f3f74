import Lexicon
import Numerals
import RuleEngine
import TongbaoText

/// What one match says, before the document decides what it means. Boxed, for readings are sorted
/// and handed on.
public indirect enum Expression: Sendable {
  case temporal(TemporalExpression)
  case amount(AmountExpression)
  case ordinal(OrdinalExpression)
  case place(PlaceExpression)
  case organization
}

/// An expression at its place in the working text, with the rule that read it.
public struct Reading: Sendable {
  public var rule: Rule
  public var type: MentionType
  /// Half-open range of UTF-16 units of the working text.
  public var range: Range<Int>
  public var expression: Expression

  public init(rule: Rule, type: MentionType, range: Range<Int>, expression: Expression) {
    self.rule = rule
    self.type = type
    self.range = range
    self.expression = expression
  }
}

/// What a value constructor may look at besides the parts of its match.
public struct ConstructionContext {
  /// The working text: folded, repaired UTF-16.
  public let text: UnsafeBufferPointer<UInt16>
  public let lexicon: LexiconImage
  /// Asks ICU, at most once for the clause around `index`, whether a word begins or ends there.
  public let isWordBoundary: (_ index: Int) -> Bool
  let places: PlaceLexicon

  public init(
    text: UnsafeBufferPointer<UInt16>, lexicon: LexiconImage,
    isWordBoundary: @escaping (_ index: Int) -> Bool
  ) {
    self.text = text
    self.lexicon = lexicon
    self.isWordBoundary = isWordBoundary
    places = PlaceLexicon(lexicon)
  }
}

/// Builds the expression of a match; `nil` refuses it, and the next best match is tried.
public typealias Constructor = @Sendable (Match, ConstructionContext) -> Expression?

/// The value constructors that rules can name.
public enum Constructors {
  public static let all: [String: Constructor] =
    temporal.merging(quantities) { first, _ in first }
    .merging(places) { first, _ in first }
}
