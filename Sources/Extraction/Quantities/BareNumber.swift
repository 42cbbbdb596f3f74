import Numerals
import RuleEngine
import TongbaoText

/// Decides whether a number without a unit stands for an amount.
///
/// It does where it stands alone between marks, after a label that counts (阅读次数:1863) or after
/// a verb that states a value (总数为560); it does not in codes, list markers, telephone numbers
/// and running text.
struct BareNumber {
  private let match: Match
  private let surroundings: Surroundings
  private let shape: NumeralShape
  private let isWordBoundary: (Int) -> Bool

  init?(_ match: Match, _ context: ConstructionContext) {
    guard let numeral = match.range(of: "n") else { return nil }
    self.match = match
    surroundings = Surroundings(context)
    shape = NumeralShape(numeral, in: context.text)
    isWordBoundary = context.isWordBoundary
  }

  private var start: Int { match.range.lowerBound }
  private var end: Int { match.range.upperBound }

  var standsForAmount: Bool {
    guard !isJoined, !isListMarker else { return false }
    return shape.isArabic ? isArabicAmount : isChineseAmount
  }

  /// Whether the number is a word of its own, wherever it stands.
  var isDetached: Bool {
    !isJoinedBehind && (shape.isPlainlyNumeric || endsPhrase || isFollowedByParticle)
  }

  // MARK: Arabic

  private var isArabicAmount: Bool {
    if isLabelled { return true }
    guard endsPhrase || isFollowedByParticle || surroundings.stands("及", at: end) else {
      return false
    }
    if isScaled { return true }
    if isStated { return true }
    // 点赞8900余
    if let reading = match.numeral("n"), reading.amount.approximation != .exact { return true }
    // Behind another label stand dates, codes and sizes: 邮编:102600.
    return opensPhrase && !followsColon && !looksLikeCode && endsPhrase
  }

  /// 近300万, 200多万: the scale word shows an amount whatever stands before.
  private var isScaled: Bool {
    guard let numeral = match.range(of: "n") else { return false }
    return surroundings.text[numeral].contains(where: Self.scales.contains)
  }

  private static let scales: UnitSet = "万亿"

  /// A letter, digit or joining mark touches the number: A12, 12:30, 3.5.1, 0411-86.
  private var isJoined: Bool {
    if let before = surroundings.unit(before: start),
      Marks.isLatin(before) || Marks.isDigit(before) || Self.joiners.contains(before)
    {
      return true
    }
    return isJoinedBehind || isRatio
  }

  /// 1:3 and 19:30.
  private var isRatio: Bool {
    let colon = Marks.unit(":")
    return
      (surroundings.unit(before: start) == colon
      && surroundings.unit(before: start - 1).map(Marks.isDigit) == true)
      || (surroundings.unit(at: end) == colon
        && surroundings.unit(at: end + 1).map(Marks.isDigit) == true)
  }

  private var isJoinedBehind: Bool {
    guard let after = surroundings.unit(at: end) else { return false }
    if Marks.isLatin(after) || Marks.isDigit(after) || Self.joiners.contains(after) { return true }
    return after == Marks.unit(".") && surroundings.unit(at: end + 1).map(Marks.isDigit) == true
  }

  private static let joiners: UnitSet = "-/·_#@&=〔〕[]{}*×^%°第"

  /// `1.`, `一、`, `(三)`, `2)` where an item begins.
  private var isListMarker: Bool {
    guard !isScaled else { return false }
    let before = surroundings.visibleUnit(before: start)
    let after = surroundings.visibleUnit(at: end)
    let isBracketed = before == Marks.unit("(") && after == Marks.unit(")")
    if isBracketed { return !shape.isPlainlyNumeric || match.range.count <= 2 }
    guard before.map(Marks.openings.contains) ?? true, let after else { return false }
    return Self.markerEnds.contains(after)
      && (before == nil || before == 0x0A || after != Marks.unit("."))
      && (before != nil || match.range.upperBound < surroundings.text.count - 1)
  }

  private static let markerEnds: UnitSet = "、.)）"

  /// Telephone numbers, years and numbers that begin with a nought.
  private var looksLikeCode: Bool {
    let digits = surroundings.string(start..<end).filter(\.isNumber)
    let isWholeText = start == 0 && end == surroundings.text.count
    guard !isWholeText, digits.count == match.range.count else { return false }
    let isYear = digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
    return digits.count > 7 || isYear || (digits.count > 1 && digits.hasPrefix("0"))
  }

  // MARK: Chinese

  private var isChineseAmount: Bool {
    guard endsPhrase || isFollowedByParticle else { return false }
    // “六不”要求
    if let before = surroundings.unit(before: start), Marks.openingQuotes.contains(before),
      isFollowedByParticle
    {
      return false
    }
    guard isWordBoundary(end), !isWrapped else { return false }
    // 逾八十四万九千: the approximator shows an amount, whatever word the segmentation made of it.
    if match.has("before"), shape.isPlainlyNumeric, isScaled { return true }
    guard isWordBoundary(start) else { return false }
    return opensPhrase || isStated || (shape.isPlainlyNumeric && (match.has("after") || isJoinedOn))
  }

  /// A digit at the end of a line may be the first half of a name: 十⏎堰.
  private var isWrapped: Bool {
    !shape.isPlainlyNumeric && surroundings.unit(at: end) == 0x0A
      && surroundings.unit(before: start).map { $0 != 0x0A } ?? false
  }

  // MARK: Neighbours

  private var opensPhrase: Bool {
    surroundings.visibleUnit(before: start).map(Marks.openings.contains) ?? true
  }

  private var endsPhrase: Bool {
    surroundings.visibleUnit(at: end).map(Marks.separators.contains) ?? true
  }

  private var isFollowedByParticle: Bool {
    surroundings.unit(at: end).map(Self.particles.contains) ?? false
  }

  /// 和四千万: a further item of a list of numbers.
  private var isJoinedOn: Bool {
    surroundings.unit(before: start).map(Self.conjunctions.contains) ?? false
  }

  private static let conjunctions: UnitSet = "和与及"
  private static let particles: UnitSet = "的这那不和与"

  private var followsColon: Bool {
    surroundings.visibleUnit(before: start) == Marks.unit(":")
  }

  /// 点击数:302: a label that counts, with its colon.
  private var isLabelled: Bool {
    guard followsColon else { return false }
    var colon = start
    while colon > 0, surroundings.text[colon - 1] == 0x20 { colon -= 1 }
    var label = colon - 1
    while label > 0, surroundings.text[label - 1] == 0x20 { label -= 1 }
    return surroundings.hasWord(of: "counting-label", before: label)
  }

  /// 总数为560.
  private var isStated: Bool { surroundings.hasWord(of: "stating-verb", before: start) }
}
