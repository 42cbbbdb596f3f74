import TongbaoText

/// A figure while its sentence is being read, its words as ranges of the working text. Plain bits,
/// for what figures take over from others is copied often.
struct FigureDraft {
  /// The amount.
  var anchor: FigureAnchor
  /// Where its clause begins.
  var clauseStart: Int
  var action: Range<Int>?
  /// Whether it is a remark on a figure before it: in a parenthesis, or what 其中 opens.
  var isRemark = false
  var isInParenthesis = false
  /// Whether it is an item of a list.
  var isListed = false
  /// Whether the action is a verb of work done (破获), not a copula or a direction.
  var isWork = false
  var object: Range<Int>?
  var aggregation = Figure.Aggregation.plain
  var direction: Figure.Comparison.Direction?
  var comparison: ComparisonBase?
  var period: PeriodReading?
  var scope: ScopeReading?

  /// Takes over what an elliptical amount leaves out.
  mutating func inherit(from former: FigureDraft, object takesObject: Bool) {
    if action == nil, former.direction == nil {
      action = former.action
      isWork = former.isWork
    }
    if takesObject, object == nil { object = former.object }
  }
}

/// What a change counts from.
struct ComparisonBase {
  /// What a `base` comparison counts from.
  enum Base { case period(PeriodReading), words(Range<Int>) }

  var kind: Figure.Comparison.Kind
  var base: Base?
  /// Position of the mention that gives the compared amount.
  var amount: Int?
  /// The period that is compared with, where a date names it.
  var period: PeriodReading?
}

/// A period by where it is read: a mention's own value, or one put together of two.
struct PeriodReading: BitwiseCopyable {
  /// Position of the mention that gives it.
  var mention: Int
  /// The number of the value in ``PeriodFinder``, where it is put together.
  var composed: Int?
}

/// A scope by where it stands: a mention, or some words of the working text.
struct ScopeReading {
  /// The words; `nil` where the mention gives them.
  var words: Range<Int>?
  /// Position of the mention.
  var mention: Int?
  /// Whether it is a division with a code.
  var hasCode = false
}
