import TongbaoText

/// The figures before an amount, as far as it may take something over from them.
///
/// Every question is answered in constant time, so that a sentence of any length is read in
/// linear time.
struct FormerFigures {
  /// Figures of the sentence so far, and those of them that are no remark on another.
  private(set) var all: [FigureDraft] = []
  private(set) var main: [FigureDraft] = []
  /// The last that is no change, and the last with a verb of work.
  private(set) var lastPlain: FigureDraft?
  private(set) var lastWork: FigureDraft?
  private var workOfUnit: [String: FigureDraft] = [:]
  /// The last figure of each unit in the paragraph.
  private var paragraph: [String: FigureDraft] = [:]

  var last: FigureDraft? { all.last }

  mutating func begin(_ sentence: FigureSentence) {
    if sentence.beginsParagraph { paragraph = [:] }
    let former = paragraph
    self = FormerFigures()
    paragraph = former
  }

  mutating func add(_ draft: FigureDraft) {
    all.append(draft)
    if !draft.isRemark { main.append(draft) }
    guard draft.direction == nil else { return }
    lastPlain = draft
    if draft.isWork { lastWork = draft }
    guard let unit = draft.mention.unit else { return }
    if draft.isWork { workOfUnit[unit] = draft }
    if !draft.isRemark || paragraph[unit] == nil { paragraph[unit] = draft }
  }

  /// The last figure of the paragraph in that unit, rather a main one than a remark.
  func last(inUnitOf mention: Mention) -> FigureDraft? { mention.unit.flatMap { paragraph[$0] } }

  /// The last figure of the sentence in that unit that has a verb of work.
  func lastWork(inUnitOf mention: Mention) -> FigureDraft? {
    mention.unit.flatMap { workOfUnit[$0] }
  }

  /// Gives the last figure the noun that stands only behind the next amount.
  mutating func nameLast(_ object: Range<Int>) {
    guard let index = all.indices.last, all[index].object == nil else { return }
    all[index].object = object
    if lastPlain?.object == nil { lastPlain?.object = object }
  }

  /// In a headline period and scope hold for amounts before them too.
  mutating func complete(period: Figure.Period?, scope: Figure.Scope?) {
    for index in all.indices {
      all[index].period = all[index].period ?? period
      all[index].scope = all[index].scope ?? scope
    }
  }
}
