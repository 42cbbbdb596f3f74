import TongbaoText

/// A figure while its sentence is being read, its words as ranges of the working text. Small and
/// plain, for what figures take over from others is copied often.
struct FigureDraft {
  /// The amount.
  let anchor: FigureAnchor
  /// The unit at which its clause begins.
  let clauseStart: Int
  @PackedOptionalRange var action: Range<Int>? = nil
  @PackedOptionalRange var object: Range<Int>? = nil
  var period: PeriodReading?
  var scope: ScopeReading?
  var comparison: ComparisonBase?
  var aggregation = Figure.Aggregation.plain
  var direction: Figure.Comparison.Direction?
  /// Whether it is a remark on a figure before it: in a parenthesis, or what 其中 opens.
  var isRemark = false
  var isInParenthesis = false
  /// Whether it is an item of a list.
  var isListed = false
  /// Whether it says itself what its amount is of, and takes nothing over: 其中3人为外地人.
  var isComplete = false
  /// Whether the action is a verb of work done (破获), not a copula or a direction.
  var isWork = false

  init(anchor: FigureAnchor, clauseStart: Int) {
    self.anchor = anchor
    self.clauseStart = clauseStart
  }

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
struct ComparisonBase: BitwiseCopyable {
  var kind: Figure.Comparison.Kind
  /// What a `base` comparison counts from where no date names it.
  @PackedOptionalRange var words: Range<Int>? = nil
  /// Position of the mention that gives the compared amount.
  @PackedIndex var amount: Int? = nil
  /// The period that is compared with, where a date names it.
  var period: PeriodReading?
}

/// A period by where it is read: a mention's own value, or one put together of two.
struct PeriodReading: BitwiseCopyable, Equatable {
  private let mentionIndex: Int32
  private let valueIndex: Int32

  /// - Parameter composed: the number of the value in ``PeriodFinder``, where it is put together.
  init(mention: Int, composed: Int? = nil) {
    mentionIndex = Int32(truncatingIfNeeded: mention)
    valueIndex = Int32(truncatingIfNeeded: composed ?? -1)
  }

  /// Position of the mention that gives it.
  var mention: Int { Int(mentionIndex) }
  var composed: Int? { valueIndex < 0 ? nil : Int(valueIndex) }
}

/// A scope by where it stands: a mention, or some words of the working text.
struct ScopeReading: BitwiseCopyable, Equatable {
  /// The words; `nil` where the mention gives them.
  @PackedOptionalRange var words: Range<Int>? = nil
  /// Position of the mention.
  @PackedIndex var mention: Int? = nil
  /// Whether it is a division with a code.
  var hasCode = false
}
