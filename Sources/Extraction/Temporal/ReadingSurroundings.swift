import ChineseCalendar
import TongbaoText

/// How near a reading stands to what was named before, and what the words around it say.
///
/// The text is asked only when a value depends on it, which is the exception.
struct ReadingSurroundings {
  let cues: TextCues
  /// The place of the reading in the working text.
  let range: Range<Int>
  /// What stands between the reading before it and this one, unless they overlap.
  let between: Range<Int>?
  /// The reading is a range with two sides or names a time of day, so that 从 before it is no base
  /// of comparison: 从8日20时忙到9日2时.
  let isRange: Bool
  /// The second side of a range: it lies behind `glossedDay`, the first side.
  var isRangeEnd = false
  /// Date of the mention that a gloss explains: 2月18日(正月初九).
  var glossedDay: GregorianDay?

  init(of item: TemporalItem, after previous: Range<Int>?, in cues: TextCues) {
    self.cues = cues
    range = item.range
    isRange = item.expression.isRange || item.start?.clock != nil
    let start = item.range.lowerBound
    between = previous.flatMap { $0.upperBound <= start ? $0.upperBound..<start : nil }
  }

  /// No sentence mark stands between this date and the one named before.
  var continuesSentence: Bool { between.map { !cues.hasSentenceEnd(in: $0) } ?? false }

  /// No line end stands between them.
  var continuesParagraph: Bool { between.map { !cues.hasLineEnd(in: $0) } ?? false }

  /// Only list marks or range words stand between them.
  var continuesList: Bool {
    if isRangeEnd { return true }
    guard let between, let gap = cues.gap(in: between) else { return false }
    return gap.isEmpty || gap.is(Self.listMarks)
  }

  private static let listMarks: UnitSet = "、,和及与至到或"

  /// The second side of a range whose first has a gloss behind it: 1月14日(腊月十五)至28日.
  var endsGlossedRange: Bool {
    guard let between, let gap = cues.gap(in: between) else { return false }
    return Self.behindGloss.contains(gap)
  }

  private static let behindGloss: [Gap] = [")至", ")到", ")-", ")—", ")起至", ")直至"]

  /// 将于, 预计, 持续至: the date lies ahead.
  var pointsAhead: Bool { cues.pointsAhead(range) }

  /// 起, 开始: what it covers goes on.
  var isBeginning: Bool { cues.isBeginning(range.upperBound) }

  /// 截至: the figures end with it.
  var isClosing: Bool { cues.isClosing(range.lowerBound) }

  /// 打响, and 收兵: a campaign is named by the days on which it began and ended.
  var opensCampaign: Bool { cues.opensCampaign(range.upperBound) }
  var closesCampaign: Bool { cues.closesCampaign(range.upperBound) }

  /// 上周为71起: an amount of that time follows.
  var givesValue: Bool { cues.givesValue(range.upperBound) }

  /// 过去一年.
  var namesPast: Bool { cues.namesPast(range) }

  /// 较, 比: the date is what others are compared with.
  var isComparisonBase: Bool { cues.isComparisonBase(range, isRange: isRange) }

  /// 早在: background that the story does not go on from.
  var isBackground: Bool { cues.isBackground(range) }

  /// Year-only dates at the head of a line set the topic.
  var headsLine: Bool {
    cues.isAtLineHead(range.lowerBound) && cues.hasComma(at: range.upperBound)
  }

  /// In the first line of the document.
  var isInTitle: Bool { cues.isInTitle(range.lowerBound) }
}
