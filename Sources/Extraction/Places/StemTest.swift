import Lexicon
import RuleEngine
import TongbaoText

/// Tells whether characters before a suffix like 路 or 派出所 can be a proper name.
///
/// The rules find such stems by counting characters; what must not stand in a name are particles,
/// prepositions and the ordinary words of the class `place-stop`, each as a word of its own.
struct StemTest {
  private let context: ConstructionContext
  private let stopWord: UInt16?
  private let commonNoun: UInt16?

  init(_ context: ConstructionContext) {
    self.context = context
    stopWord = context.lexicon.symbol(of: "place-stop")
    commonNoun = context.lexicon.symbol(of: "place-common")
  }

  /// Whether the range begins a word and holds no word that ends names.
  ///
  /// - Parameters:
  ///   - followsName: a division's name right before shows where the stem begins.
  ///   - allowsUnits: words for branches and people of the police may stand in it.
  func canBeName(
    _ range: Range<Int>, followsName: Bool = false, allowsUnits: Bool = false
  ) -> Bool {
    guard !range.isEmpty, followsName || context.isWordBoundary(range.lowerBound),
      !Self.determiners.contains(context.text[range.lowerBound]),
      !isDetermined(range.lowerBound)
    else { return false }
    return !range.contains { index in
      if Self.absoluteParticles.contains(context.text[index]) { return true }
      let isBoundary = context.isWordBoundary(index) || (followsName && index == range.lowerBound)
      return isBoundary && endsName(at: index, in: range, allowsUnits: allowsUnits)
    }
  }

  /// Whether a part of a match can be a proper name: a word that the rule took from the gazetteer,
  /// or characters that pass ``canBeName(_:followsName:allowsUnits:)``.
  func canBeName(_ part: Part, followsName: Bool = false, allowsUnits: Bool = false) -> Bool {
    if case .word = part.content {
      return (followsName || context.isWordBoundary(part.range.lowerBound))
        && !isOrdinaryWord(part.range)
    }
    return canBeName(part.range, followsName: followsName, allowsUnits: allowsUnits)
  }

  /// Whether the range as a whole is an ordinary word of bulletins, or 某, 该 stands before it.
  func isOrdinaryWord(_ range: Range<Int>) -> Bool {
    isDetermined(range.lowerBound)
      || visitEntries(in: range) { end, entry in
        end == range.upperBound && symbol(of: entry) == stopWord
      }
  }

  /// Whether the range begins with a suffix, so that the suffix belongs to the name before: in
  /// 北京路步行街 the street is 北京路, not a place in Beijing.
  func beginsWithSuffix(_ range: Range<Int>) -> Bool {
    Self.suffixes.contains(context.text[range.lowerBound])
  }

  /// Whether stem and suffix together are a common noun or end in one: 主干道, 教学楼.
  func endsInCommonNoun(_ range: Range<Int>) -> Bool {
    range.contains { start in
      visitEntries(in: start..<range.upperBound) { end, entry in
        guard end == range.upperBound, symbol(of: entry) == commonNoun else { return false }
        return start == range.lowerBound || context.lexicon.entry(entry).value == "tail"
      }
    }
  }

  /// Whether the range is exactly the short form of a city or county.
  func isDivision(_ range: Range<Int>) -> Bool {
    visitEntries(in: range) { end, entry in
      end == range.upperBound && className(of: entry).hasPrefix("place-short")
    }
  }

  /// Whether the range ends in the short form of a division that begins a word, after characters of
  /// the sentence: 获|浙江, 分赴|唐山.
  func endsInDivision(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { start in
      Self.verbs.contains(context.text[start - 1]) && context.isWordBoundary(start)
        && context.lexicon.isWord(
          start..<range.upperBound, of: "place-short", in: context.text)
    }
  }

  /// Whether 某, 该 or the like stand right before.
  private func isDetermined(_ index: Int) -> Bool {
    index > 0 && Self.determiners.contains(context.text[index - 1])
  }

  /// Whether an official name of a division begins in the range, so that it is a chain's business;
  /// it may reach beyond: 住河北省 names no river.
  func holdsDivision(_ range: Range<Int>) -> Bool {
    let end = min(range.upperBound + Self.longestOverhang, context.text.count)
    return range.contains { start in
      context.isWordBoundary(start)
        && visitEntries(in: start..<end) { _, entry in
          className(of: entry) == "place-full" || className(of: entry) == "town-full"
        }
    }
  }

  private func endsName(at index: Int, in range: Range<Int>, allowsUnits: Bool) -> Bool {
    let unit = context.text[index]
    if Self.particles.contains(unit), context.isWordBoundary(index + 1) { return true }
    return visitEntries(in: index..<range.upperBound) { _, entry in
      symbol(of: entry) == stopWord
        && !(allowsUnits && context.lexicon.entry(entry).value == "unit")
    }
  }

  /// Visits the dictionary words that begin at the head of the range and end in it.
  private func visitEntries(
    in range: Range<Int>, _ body: (_ end: Int, _ entry: Int) -> Bool
  ) -> Bool {
    context.lexicon.visitEntries(in: range, of: context.text, body)
  }

  private func symbol(of entry: Int) -> UInt16 { context.lexicon.entrySymbols[entry] }

  private func className(of entry: Int) -> String {
    context.lexicon.symbolNames[Int(symbol(of: entry))]
  }

  /// One-character words that stand between a name and the rest of the sentence.
  private static let particles: UnitSet = "不各可在到至于从往向沿对由自与和及或赴将把是为的了着被让给等就便都也又还很已并且而但则即因所不未以之其称住"
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
