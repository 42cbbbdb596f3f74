import Numerals
import RuleEngine
import TongbaoText

/// Decides whether a number with a classifier reports an amount.
///
/// Chinese uses the same characters for articles (一名民警), in fixed phrases (一把手, 五家渠),
/// slogans (“三个不放过”) and codes (K712次). The words that decide stand in the dictionary classes
/// `doubtful-classifier`, `article-classifier`, `reporting-verb`, `incident-noun` and
/// `article-before`.
struct CountSense {
  let match: Match
  let surroundings: Surroundings
  private let shape: NumeralShape
  private let numeral: Range<Int>

  /// `nil` for a match without a number.
  init?(_ match: Match, _ context: ConstructionContext) {
    guard let numeral = match.range(of: "n") else { return nil }
    self.match = match
    self.numeral = numeral
    surroundings = Surroundings(context)
    shape = NumeralShape(numeral, in: context.text)
  }

  func reportsAmount(unit: String) -> Bool {
    guard !isPartOfCode else { return false }
    // The rule itself has settled what the word means: 3点要求, 35岁.
    if match.rule.arguments["any"] != nil { return true }
    guard !isClassifierDoubtful(unit), !isHeadOfTime(unit), !beginsWord else { return false }
    if match.has("before") || match.has("after") || shape.isPlainlyNumeric || match.has("n2") {
      return true
    }
    guard !shape.isNought else { return false }
    if shape.isOne { return ArticleSense(surroundings, match.range, unit).reportsOne }
    if shape.isFormalTwo, !Self.countedByFormalTwo.contains(unit) { return false }
    return !isSlogan && !isAnaphoric
  }

  /// 前两项 points back at what was counted before.
  private var isAnaphoric: Bool {
    surroundings.unit(before: match.range.lowerBound) == Marks.unit("前")
  }

  private static let countedByFormalTwo: Set<String> = [
    "人", "名", "起", "宗", "个", "件", "项", "条", "处",
  ]

  /// Whether the characters before make the number part of a code: K712次, 2024-13件, 第三方.
  private var isPartOfCode: Bool {
    guard let before = surroundings.unit(before: match.range.lowerBound) else { return false }
    if Marks.isLatin(before) || Marks.isDigit(before) || Self.joiners.contains(before) {
      return true
    }
    // A dash joins only where a number or letter stands before it: a bullet may be a dash too.
    guard before == Marks.unit("-"),
      let further = surroundings.unit(before: match.range.lowerBound - 1)
    else { return false }
    return Marks.isLatin(further) || Marks.isDigit(further)
  }

  private static let joiners: UnitSet = "第.·/〕]№#"

  private func isClassifierDoubtful(_ unit: String) -> Bool {
    switch surroundings.value(of: unit, in: "doubtful-classifier") {
    case "never": return true
    case "arabic": return !shape.isPlainlyNumeric
    case "division": return !shape.isPlainlyNumeric && !isSpread
    default: return false
    }
  }

  /// Whether the classifier is the beginning of a longer word: 107|国道, 三|部门.
  private var beginsWord: Bool {
    guard let unit = match.range(of: "unit") else { return false }
    let latest = min(unit.lowerBound + 4, surroundings.text.count)
    guard let words = surroundings.lexicon.symbol(of: "classifier-in-word"),
      unit.upperBound < latest
    else { return false }
    return surroundings.lexicon.visitEntries(in: unit.lowerBound..<latest, of: surroundings.text) {
      end, index in
      guard end > unit.upperBound, surroundings.lexicon.entrySymbols[index] == words else {
        return false
      }
      return !shape.isPlainlyNumeric || surroundings.lexicon.entry(index).value == "any"
    }
  }

  /// 3个|月, 两个|小时.
  private func isHeadOfTime(_ unit: String) -> Bool {
    unit == "个" && surroundings.hasWord(of: "head-continuation", at: match.range.upperBound)
  }

  /// Whether a number of divisions tells how far something reaches: 跨三省, 三省七市, or sums up the
  /// names before it: 河南、安徽两省.
  private var isSpread: Bool {
    let start = match.range.lowerBound
    return surroundings.hasWord(of: "spread-verb", before: start)
      || surroundings.text[max(0, start - 8)..<start].contains(Marks.unit("、"))
  }

  /// Whether a small number stands in a short quotation (“三个不放过”) or before 不, 必须.
  private var isSlogan: Bool {
    isQuoted || surroundings.hasWord(of: "slogan-continuation", at: match.range.upperBound)
  }

  private var isQuoted: Bool {
    let range = match.range
    let earliest = max(0, range.lowerBound - Self.sloganLength)
    let latest = min(surroundings.text.count, range.upperBound + Self.sloganLength)
    let before = surroundings.text[earliest..<range.lowerBound]
    let after = surroundings.text[range.upperBound..<latest]
    guard let opening = before.lastIndex(where: Marks.openingQuotes.contains),
      let closing = after.firstIndex(where: Marks.closingQuotes.contains)
    else { return false }
    return !surroundings.text[opening..<range.lowerBound].contains(
      where: Marks.closingQuotes.contains)
      && !surroundings.text[range.upperBound..<closing].contains(where: Self.sentenceMarks.contains)
  }

  /// Characters of a slogan on either side of its number.
  private static let sloganLength = 8
  private static let sentenceMarks: UnitSet = ",。;!?:，；！？："
}

/// Decides whether 一 with a classifier counts one, or is only an article.
private struct ArticleSense {
  private let surroundings: Surroundings
  private let range: Range<Int>
  private let unit: String

  init(_ surroundings: Surroundings, _ range: Range<Int>, _ unit: String) {
    self.surroundings = surroundings
    self.range = range
    self.unit = unit
  }

  var reportsOne: Bool {
    guard !isRepeated, !isDetermined, !isDenied,
      !surroundings.isWord(unit, of: "article-classifier")
    else { return false }
    if Self.people.contains(unit) || Self.vehicles.contains(unit) { return true }
    if Self.incidents.contains(unit) { return isIncident || isSuperlative }
    return followsReport || isListed || endsList || standsAlone || countsThing
  }

  private static let people: Set<String> = ["名", "人", "男", "女", "死", "伤", "亡"]
  /// Nobody speaks of a vehicle in general.
  private static let vehicles: Set<String> = ["辆", "艘"]
  private static let incidents: Set<String> = ["起", "宗", "例", "桩"]

  /// 最大一起, 损失最高的一宗.
  private var isSuperlative: Bool {
    let near = max(0, range.lowerBound - 4)..<range.lowerBound
    return surroundings.text[near].contains(Marks.unit("最"))
  }

  /// 一间出租屋, 一处麦垛: what can be touched is counted unless the phrase is a figure of speech.
  private var countsThing: Bool {
    surroundings.isWord(unit, of: "concrete-classifier")
      && !surroundings.hasWord(of: "abstract-noun", at: range.upperBound)
  }

  /// 一件件, 一户一策, 一次又一次.
  private var isRepeated: Bool {
    surroundings.stands(unit, at: range.upperBound)
      || ["一", "又一", "接一", "对一"].contains { surroundings.stands($0, at: range.upperBound) }
      || ["一\(unit)又", "一\(unit)接"].contains { surroundings.stands($0, before: range.lowerBound) }
      || isSecondOfPair
  }

  /// 一人|一档: what stands two characters before is 一 too.
  private var isSecondOfPair: Bool {
    guard range.lowerBound >= 2, !Self.people.contains(unit) || unit == "人" else { return false }
    return surroundings.text[range.lowerBound - 2] == Marks.unit("一")
      && Marks.isHan(surroundings.text[range.lowerBound - 1])
  }

  /// 每一名, 作为一名.
  private var isDetermined: Bool {
    surroundings.hasWord(of: "article-before", before: range.lowerBound)
  }

  /// 未发生一起, 没有一人.
  private var isDenied: Bool {
    let clause = surroundings.clause(before: range.lowerBound)
    let near = max(clause.lowerBound, range.lowerBound - 8)
    return surroundings.hasWord(of: "negation", within: near..<range.lowerBound)
  }

  /// 一起 is “together” unless a clause reports an incident with it.
  private var isIncident: Bool {
    let rest = surroundings.clause(from: range.upperBound)
    let names = surroundings.hasWord(of: "incident-noun", within: rest)
    guard let before = surroundings.visibleUnit(before: range.lowerBound) else { return names }
    if followsReport || isListed || endsSeries { return true }
    let isPhrase = !Marks.isHan(before) || Self.attributives.contains(before)
    return isPhrase && (names || unit != "起")
  }

  /// What leads to a noun phrase: 处置的一起纠纷, 发生了一起事故.
  private static let attributives: UnitSet = "的了有中例外到及和县市区镇村"

  /// 甲县2起、乙县一起。 The same classifier counted before in the sentence.
  private var endsSeries: Bool {
    guard surroundings.visibleUnit(at: range.upperBound).map(Marks.separators.contains) ?? true,
      let classifier = unit.utf16.first
    else { return false }
    let sentence = surroundings.clause(before: range.lowerBound, ends: Marks.sentenceEnds)
    return sentence.dropFirst().contains {
      surroundings.text[$0] == classifier && NumeralShape.canEnd(with: surroundings.text[$0 - 1])
    }
  }

  /// 抓获一名, 查获了一把.
  private var followsReport: Bool {
    var index = range.lowerBound
    if let last = surroundings.unit(before: index), Self.aspects.contains(last) {
      if surroundings.hasWord(of: "reporting-verb", before: index) { return true }
      index -= 1
    }
    return surroundings.hasWord(of: "reporting-verb", before: index)
  }

  private static let aspects: UnitSet = "了到出过得有"

  /// 缴获弹簧刀一把。 The noun stands before and nothing behind.
  private var isListed: Bool {
    guard let before = surroundings.unit(before: range.lowerBound), Marks.isHan(before),
      !surroundings.isWord(unit, of: "verbal-classifier")
    else { return false }
    guard let next = surroundings.visibleUnit(at: range.upperBound) else { return true }
    return Marks.separators.contains(next) || Self.conjunctions.contains(next)
  }

  private static let conjunctions: UnitSet = "及和与等并"

  /// 一个 between marks, without a noun.
  private var standsAlone: Bool {
    (surroundings.visibleUnit(before: range.lowerBound).map(Marks.openings.contains) ?? true)
      && (surroundings.visibleUnit(at: range.upperBound).map(Marks.separators.contains) ?? true)
      && !surroundings.isWord(unit, of: "verbal-classifier")
  }

  /// 检获两个电子秤、一部手机: a later item of a list that a verb governs.
  private var endsList: Bool {
    guard let before = surroundings.unit(before: range.lowerBound),
      before == Marks.unit("、") || Self.conjunctions.contains(before),
      !surroundings.isWord(unit, of: "verbal-classifier")
    else { return false }
    let sentence = surroundings.clause(before: range.lowerBound, ends: Marks.sentenceEnds)
    return surroundings.hasWord(of: "reporting-verb", within: sentence)
  }
}
