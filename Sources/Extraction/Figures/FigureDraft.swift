import TongbaoText

/// A figure while its sentence is being read, its words as ranges of the working text.
struct FigureDraft {
  var mention: Mention
  var amount: Range<Int>
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
  var period: Figure.Period?
  var scope: Figure.Scope?

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
struct ComparisonBase: Hashable {
  var kind: Figure.Comparison.Kind
  /// Date value or words of a `base` comparison.
  var base: String?
  /// Identifier of the mention that gives the compared amount.
  var amount: Int?
  /// The period that is compared with, where a date names it.
  var period: Figure.Period?
}
