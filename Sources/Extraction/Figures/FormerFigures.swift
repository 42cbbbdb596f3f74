/// The figures before an amount, as far as it may take something over from them.
///
/// Every question is answered in constant time, so that a sentence of any length is read in
/// linear time.
struct FormerFigures {
  /// The last figure in a unit, and the sentence or paragraph that it stands in.
  private struct Latest {
    var draft: FigureDraft
    var stretch: Int
  }

  /// Figures of the sentence so far, and those of them that are no remark on another.
  private(set) var all: [FigureDraft] = []
  private(set) var main: [FigureDraft] = []
  /// The last that is no change, and the last with a verb of work.
  private(set) var lastPlain: FigureDraft?
  private(set) var lastWork: FigureDraft?
  /// By the number of the unit: the last with a verb of work, and the last of the paragraph.
  private var workOfUnit: [Latest?]
  private var lastOfUnit: [Latest?]
  private var sentence = 0
  private var paragraph = 0

  /// Few sentences have more figures.
  private static let usualCount = 32

  /// - Parameter unitCount: how many different units the amounts of the text are in.
  init(unitCount: Int) {
    workOfUnit = Array(repeating: nil, count: unitCount)
    lastOfUnit = workOfUnit
    all.reserveCapacity(Self.usualCount)
    main.reserveCapacity(Self.usualCount)
  }

  var last: FigureDraft? { all.last }

  mutating func begin(_ next: FigureSentence) {
    if next.beginsParagraph { paragraph += 1 }
    sentence += 1
    all.removeAll(keepingCapacity: true)
    main.removeAll(keepingCapacity: true)
    lastPlain = nil
    lastWork = nil
  }

  mutating func add(_ draft: FigureDraft) {
    all.append(draft)
    if !draft.isRemark { main.append(draft) }
    guard draft.direction == nil else { return }
    lastPlain = draft
    if draft.isWork { lastWork = draft }
    let unit = draft.anchor.unit
    guard unit >= 0 else { return }
    if draft.isWork { workOfUnit[unit] = Latest(draft: draft, stretch: sentence) }
    if !draft.isRemark || lastOfUnit[unit]?.stretch != paragraph {
      lastOfUnit[unit] = Latest(draft: draft, stretch: paragraph)
    }
  }

  /// The last figure of the paragraph in that unit, rather a main one than a remark.
  func last(inUnitOf amount: FigureAnchor) -> FigureDraft? {
    guard amount.unit >= 0, let latest = lastOfUnit[amount.unit] else { return nil }
    return latest.stretch == paragraph ? latest.draft : nil
  }

  /// The last figure of the sentence in that unit that has a verb of work.
  func lastWork(inUnitOf amount: FigureAnchor) -> FigureDraft? {
    guard amount.unit >= 0, let latest = workOfUnit[amount.unit] else { return nil }
    return latest.stretch == sentence ? latest.draft : nil
  }

  /// Gives the last figure the noun that stands only behind the next amount.
  mutating func nameLast(_ object: Range<Int>) {
    guard let index = all.indices.last, all[index].object == nil else { return }
    all[index].object = object
    if lastPlain?.object == nil { lastPlain?.object = object }
  }

  /// Gives the items of the list before the verb that stands behind its last one: 岗亭5个、卡点3处被
  /// 一一检查. Each figure is given one at most, so that the work stays linear.
  mutating func share(verb: Range<Int>, ofItemsFrom clauseStart: Int) {
    for index in all.indices.reversed() {
      guard all[index].isListed, all[index].action == nil, all[index].direction == nil,
        all[index].clauseStart == clauseStart
      else { return }
      all[index].action = verb
      all[index].isWork = true
    }
  }

  /// In a headline period and scope hold for amounts before them too.
  mutating func complete(period: PeriodReading?, scope: ScopeReading?) {
    for index in all.indices {
      all[index].period = all[index].period ?? period
      all[index].scope = all[index].scope ?? scope
    }
  }
}
