import Lexicon
import RuleEngine
import TongbaoText

/// Tells whether characters before a suffix like 路 or 派出所 can be a proper name.
///
/// The rules find such stems by counting characters; what must not stand in a name are particles,
/// prepositions and the ordinary words of the class `place-stop`, each as a word of its own.
struct StemTest {
  private let context: ConstructionContext
  private let places: PlaceLexicon
  private let text: UnsafeBufferPointer<UInt16>

  init(_ context: ConstructionContext) {
    self.context = context
    places = context.places
    text = context.text
  }

  /// Whether the range begins a word and holds no word that ends names.
  ///
  /// - Parameters:
  ///   - followsName: a division's name right before shows where the stem begins.
  ///   - allowsUnits: words for branches and people of the police may stand in it.
  func canBeName(
    _ range: Range<Int>, followsName: Bool = false, allowsUnits: Bool = false
  ) -> Bool {
    guard !range.isEmpty, !Self.determiners.contains(text[range.lowerBound]),
      !isDetermined(range.lowerBound)
    else { return false }
    // What asks for the boundaries of words comes last: finding them costs the most.
    for index in range where Self.absoluteParticles.contains(text[index]) { return false }
    guard followsName || context.beginsName(at: range.lowerBound) else { return false }
    for index in range {
      let isAtBoundary = followsName && index == range.lowerBound
      if endsName(at: index, in: range, isAtBoundary: isAtBoundary, allowsUnits: allowsUnits) {
        return false
      }
    }
    return true
  }

  /// Whether a part of a match can be a proper name: a word that the rule took from the gazetteer,
  /// or characters that pass ``canBeName(_:followsName:allowsUnits:)``.
  func canBeName(_ part: Part, followsName: Bool = false, allowsUnits: Bool = false) -> Bool {
    if case .word = part.content {
      return !isOrdinaryWord(part.range)
        && (followsName || context.beginsName(at: part.range.lowerBound))
    }
    return canBeName(part.range, followsName: followsName, allowsUnits: allowsUnits)
  }

  /// Whether all parts `stem` of a match can be proper names.
  func allowsStems(of match: Match, allowsUnits: Bool = false) -> Bool {
    for part in match.parts
    where part.name == "stem" && !canBeName(part, allowsUnits: allowsUnits) {
      return false
    }
    return true
  }

  /// Whether the range as a whole is an ordinary word of bulletins, or 某, 该 stands before it.
  func isOrdinaryWord(_ range: Range<Int>) -> Bool {
    isDetermined(range.lowerBound)
      || places.visitWords(in: range, of: text) { end, _, traits in
        traits.isStop && end == range.upperBound
      }
  }

  /// Whether the range begins with a suffix, so that the suffix belongs to the name before: in
  /// 北京路步行街 the street is 北京路, not a place in Beijing.
  func beginsWithSuffix(_ range: Range<Int>) -> Bool {
    Self.suffixes.contains(text[range.lowerBound])
  }

  /// Whether stem and suffix together are a common noun or end in one: 主干道, 教学楼.
  func endsInCommonNoun(_ range: Range<Int>) -> Bool {
    for start in range
    where places.visitWords(
      in: start..<range.upperBound, of: text,
      { end, entry, traits in
        traits.isCommonNoun && end == range.upperBound
          && (start == range.lowerBound || places.lexicon.entry(entry).value == "tail")
      })
    {
      return true
    }
    return false
  }

  /// Whether the range is exactly the short form of a city or county.
  func isDivision(_ range: Range<Int>) -> Bool {
    places.visitWords(in: range, of: text) { end, _, traits in
      traits.isShortDivision && end == range.upperBound
    }
  }

  /// Whether the range ends in the short form of a division that begins a word, after characters of
  /// the sentence: 获|浙江, 分赴|唐山.
  func endsInDivision(_ range: Range<Int>) -> Bool {
    for start in range.dropFirst() where Self.verbs.contains(text[start - 1]) {
      let isShort = places.visitWords(in: start..<range.upperBound, of: text) { end, _, traits in
        traits.isPlainShort && end == range.upperBound
      }
      if isShort, context.isWordBoundary(start) { return true }
    }
    return false
  }

  /// Whether 某, 该 or the like stand right before.
  private func isDetermined(_ index: Int) -> Bool {
    index > 0 && Self.determiners.contains(text[index - 1])
  }

  /// Whether an official name of a division begins in the range, so that it is a chain's business;
  /// it may reach beyond: 住河北省 names no river.
  func holdsDivision(_ range: Range<Int>) -> Bool {
    let end = min(range.upperBound + Self.longestOverhang, text.count)
    for start in range
    where places.visitWords(in: start..<end, of: text, { _, _, traits in traits.isOfficialName })
      && context.isWordBoundary(start)
    {
      return true
    }
    return false
  }

  /// Whether a word that stands in no name begins at the index.
  private func endsName(
    at index: Int, in range: Range<Int>, isAtBoundary: Bool, allowsUnits: Bool
  ) -> Bool {
    let isStop = places.visitWords(in: index..<range.upperBound, of: text) { _, entry, traits in
      traits.isStop && !(allowsUnits && places.lexicon.entry(entry).value == "unit")
    }
    guard isStop || Self.particles.contains(text[index]),
      isAtBoundary || context.isWordBoundary(index)
    else { return false }
    return isStop || context.isWordBoundary(index + 1)
  }

  /// One-character words that stand between a name and the rest of the sentence.
  private static let particles: UnitSet = "不各可在到至于从往向经沿对由自与和及或赴将把是为的了着被让给等就便都也又还很已并且而但则即因所不未以之其称住"
  /// Those that no name holds, whatever the segmentation says.
  private static let absoluteParticles: UnitSet = "到在的了着被某"
  /// Verbs of seizing and going that a place stands behind.
  private static let verbs: UnitSet = "获赴持往抵返离经达住入出来去归驻援送押查扣捕破从跨"
  private static let suffixes: UnitSet = "路街江河湖山湾岛桥港站门海池沟峡谷洞泉塔寺楼"
  /// How far a division's name may reach beyond a stem.
  private static let longestOverhang = 8
  /// What begins a description and no name: 各路口, 该村, 某小区.
  private static let determiners: UnitSet = "各该本此某每全我其这那哪你他她它诸另"
}
