import TongbaoText

/// Follows the organizations, places and words like 全市 that a sentence speaks of, and tells
/// whose figure an amount is.
struct ScopeFinder {
  private(set) var current: ScopeReading?
  /// The last enumeration of places, for 分别.
  private(set) var places: [ScopeReading] = []
  private var isOrganization = false
  private var range = 0..<0
  private var lastPlace = -2
  private var lastPlaceRange: Range<Int>?
  /// Where the last name ends that was passed over, for those listed behind it are as well.
  private var passedEnd = -1
  /// The last organization of the text, for 该局.
  private var organization: ScopeReading?

  let text: FigureText

  init(text: FigureText) { self.text = text }

  mutating func begin() {
    current = nil
    places.removeAll(keepingCapacity: true)
    isOrganization = false
    lastPlace = -2
    passedEnd = -1
  }

  /// Reads the mention at a token of a clause.
  ///
  /// - Parameter hasVerb: whether the clause's verb stands before the token.
  mutating func observe(
    _ index: Int, _ anchor: FigureAnchor, of sentence: FigureSentence, clause: FigureClause,
    hasVerb: Bool
  ) {
    guard anchor.type == .place || anchor.type == .organization else { return }
    let before = index > clause.tokens.lowerBound ? text.tokens[index - 1] : nil
    let range = text.tokens[index].range
    if anchor.type == .place { notePlace(anchor.mention, range, at: index, before: before) }
    // The source of a report (记者从市公安局获悉) is not the subject of its figures.
    if hasVerb || clause.isReport { return }
    if anchor.type == .organization {
      takeOrganization(anchor.mention, range, before: before)
    } else if !isOrganization, before?.function != .passive {
      takePlace(anchor.mention, at: index, of: sentence, before: before)
    }
  }

  /// Reads a word for a subject before its clause's verb.
  mutating func observeWord(at index: Int, of clause: FigureClause) {
    let before = index > clause.tokens.lowerBound ? text.tokens[index - 1] : nil
    // 高出全省平均: what something is compared with.
    if before?.word.direction != nil { return }
    let word = text.tokens[index].range
    let named = before.flatMap { unit($0, named: word, at: index, of: clause) }
    if let named {
      take(ScopeReading(words: named), named)
      isOrganization = false
      return
    }
    takeWord(word, before: before)
  }

  /// 治安大队: what the unit is for stands before it at the head of a clause.
  private func unit(
    _ before: FigureToken, named word: Range<Int>, at index: Int, of clause: FigureClause
  ) -> Range<Int>? {
    guard before.isText, before.range.upperBound == word.lowerBound,
      before.range.count <= Self.longestUnitName, word.count > 1,
      Self.unitEnds.contains(text.units[word.upperBound - 1]),
      before.range.allSatisfy({ text.units[$0].isHan && text.units[$0] != Self.of })
    else { return nil }
    let isAtHead = index - 1 == clause.tokens.lowerBound || text.tokens[index - 2].kind == .mention
    return isAtHead ? before.range.lowerBound..<word.upperBound : nil
  }

  private static let longestUnitName = 6
  /// 队 班 组
  private static let unitEnds: UnitSet = "队班组"
  /// 的
  private static let of: UInt16 = 0x7684

  private mutating func take(_ scope: ScopeReading, _ range: Range<Int>) {
    current = scope
    self.range = range
  }

  /// Several places in a row are one scope; a place with people (澳门居民) is none.
  private mutating func takePlace(
    _ mention: Int, at index: Int, of sentence: FigureSentence, before: FigureToken?
  ) {
    // 流向甲省、乙省: where something goes.
    if leadsAway(before) {
      passedEnd = text.tokens[index].range.upperBound
      return
    }
    switch before?.function {
    case .from, .base, .toward: return
    case .preposition:
      guard let range = before?.range, Self.locatives.contains(text.units[range.lowerBound]) else {
        return
      }
    default:
      if before?.separatesItems == true {
        if !isOrganization { extendList(to: text.tokens[index].range, behind: before) }
        return
      }
    }
    if index + 1 < sentence.tokens.upperBound, text.tokens[index + 1].isText,
      Self.people.contains(text.units[text.tokens[index + 1].range.lowerBound])
    {
      return
    }
    let scope = ScopeReading(place: mention, of: text)
    // 某县境内某国道: the division says more than the road.
    if current?.hasCode == true, !scope.hasCode { return }
    take(scope, text.tokens[index].range)
  }

  private func leadsAway(_ before: FigureToken?) -> Bool {
    guard let before else { return false }
    if before.separatesItems { return before.range.lowerBound == passedEnd }
    return before.anchor == nil && Self.directions.contains(text.units[before.range.upperBound - 1])
  }

  /// 往 向 赴
  private static let directions: UnitSet = "往向赴"
  /// 在 于
  private static let locatives: UnitSet = "在于"
  /// 居(民) 籍 游(客) 旅(客)
  private static let people: UnitSet = "居籍游旅"

  private mutating func takeOrganization(
    _ mention: Int, _ range: Range<Int>, before: FigureToken?
  ) {
    switch before?.function {
    case .passive, .preposition, .base, .toward:
      // 会同甲分局、乙分局: partners.
      passedEnd = range.upperBound
      return
    case .and: if isOrganization { return }
    default: break
    }
    if let before, before.separatesItems, before.range.lowerBound == passedEnd {
      passedEnd = range.upperBound
      return
    }
    if isOrganization, let before, before.isPause, before.range.lowerBound == self.range.upperBound
    {
      extendList(to: range, behind: before)
      return
    }
    take(ScopeReading(mention: mention), range)
    isOrganization = true
    organization = current
  }

  /// 甲分局、乙分局 are the scope together, as written.
  private mutating func extendList(to range: Range<Int>, behind before: FigureToken?) {
    guard let before, before.isPause, current != nil,
      before.range.lowerBound == self.range.upperBound
    else { return }
    let joined = self.range.lowerBound..<range.upperBound
    take(ScopeReading(words: joined), joined)
  }

  /// 全市 and 我局 replace what was said before; 民警 or 分局 only fill a gap. 东莞全市 is one.
  private mutating func takeWord(_ range: Range<Int>, before: FigureToken?) {
    if before?.function == .passive { return }
    if let before, !self.range.isEmpty, self.range == before.range,
      before.range.upperBound == range.lowerBound, !isOrganization
    {
      let joined = before.range.lowerBound..<range.upperBound
      take(ScopeReading(words: joined, mention: current?.mention), joined)
      return
    }
    // 在某镇全域: the word belongs to a place that is no subject.
    if before?.anchor != nil, lastPlaceRange?.upperBound == range.lowerBound { return }
    let isAllUnits = Self.allUnits.contains(range, of: text.units)
    if isAllUnits || text.units[range.lowerBound] == Self.thatOne, let organization {
      take(organization, range)
      isOrganization = true
      return
    }
    if isAllUnits { return }
    let isWhole = Self.wholes.contains(text.units[range.lowerBound])
    guard isWhole || current == nil else { return }
    take(ScopeReading(words: range), range)
    isOrganization = false
  }

  /// 该
  private static let thatOne: UInt16 = 0x8BE5

  /// All that an organization consists of is the organization.
  private static let allUnits: PhraseSet = ["各单位", "各部门", "各警种"]

  /// 全 我 本 该 辖
  private static let wholes: UnitSet = "全我本该辖"

  private mutating func notePlace(
    _ mention: Int, _ range: Range<Int>, at index: Int, before: FigureToken?
  ) {
    if lastPlace != index - 2 || before?.separatesItems != true {
      places.removeAll(keepingCapacity: true)
    }
    places.append(ScopeReading(place: mention, of: text))
    lastPlace = index
    lastPlaceRange = range
  }
}

extension ScopeReading {
  init(place mention: Int, of text: FigureText) {
    self.init(mention: mention, hasCode: text.mentions[mention].value != "-")
  }
}
