import Lexicon
import RuleEngine

extension Constructors {
  /// Constructors of places and organizations.
  ///
  /// - `division`: a chain of divisions, parts `link` from the outside in; `nested=true` where a
  ///   unit's name follows, so that no word need end there.
  /// - `spot`: a named road, river, village or building; `stem` is its proper name. Parts `link`
  ///   name the divisions it stands in.
  /// - `road`: a road known by its code or from a list; parts `link` as above.
  /// - `police-stem`: the name of a police unit, `stem`, after the divisions in `link`.
  /// - `organization`: see ``organization``.
  public static let places: [String: Constructor] = [
    "division": division, "spot": spot, "road": road, "police-stem": policeStem,
    "organization": organization,
  ]

  private static let division: Constructor = { match, context in
    let links = links(of: match)
    guard let first = links.first, let last = links.last, descends(links),
      isName(first, context), !cutsWord(last, context),
      first.showsItsBeginning || context.isWordBoundary(match.range.lowerBound),
      last.showsItsEnd || match.rule.arguments["nested"] != nil
        || context.isWordBoundary(match.range.upperBound)
    else { return nil }
    return .place(PlaceExpression(links: links))
  }

  private static let spot: Constructor = { match, context in
    let links = links(of: match)
    guard descends(links),
      links.first.map({
        $0.showsItsBeginning || context.isWordBoundary($0.range.lowerBound)
      }) ?? true,
      match.rule.arguments["territory"] == nil || links.first?.isInTerritory == true
    else { return nil }
    let test = StemTest(context)
    for stem in match.all("stem") {
      let followsName = links.last?.range.upperBound == stem.range.lowerBound
      guard test.canBeName(stem, followsName: followsName),
        !(links.last?.form == .short && test.beginsWithSuffix(stem.range)),
        !(links.isEmpty && test.holdsDivision(stem.range.lowerBound..<match.range.upperBound)),
        !test.endsInCommonNoun(stem.range.lowerBound..<match.range.upperBound),
        !test.isDivision(stem.range.lowerBound..<match.range.upperBound),
        !(links.isEmpty && test.endsInDivision(stem.range.lowerBound..<match.range.upperBound))
      else { return nil }
      if match.rule.arguments["ends"] != nil, !context.isWordBoundary(match.range.upperBound) {
        return nil
      }
      // 珠海口岸 are the ports of Zhuhai, 拱北口岸 is one of them.
      if match.word("suffix")?.value == "port", test.isDivision(stem.range) { return nil }
    }
    return .place(PlaceExpression(links: links, isSpot: true))
  }

  private static let road: Constructor = { match, context in
    let test = StemTest(context)
    guard match.all("stem").allSatisfy({ test.canBeName($0) }) else { return nil }
    return .place(PlaceExpression(links: links(of: match), isSpot: true))
  }

  private static let policeStem: Constructor = { match, context in
    var links = links(of: match)
    guard let stem = match["stem"] else { return nil }
    if case .word(let entry) = stem.content {
      links.append(townLink(stem, entry, context))
      guard descends(links), StemTest(context).canBeName(stem) else { return nil }
      return .place(PlaceExpression(links: links))
    }
    guard descends(links), StemTest(context).canBeName(stem) else { return nil }
    let name = String(decoding: context.text[stem.range], as: UTF16.self)
    return .place(PlaceExpression(links: links, stem: name))
  }

  /// The towns of that stem, and behind them the county of the same name, for a station may be
  /// named after either.
  private static func townLink(
    _ part: Part, _ entry: LexiconEntry, _ context: ConstructionContext
  ) -> PlaceExpression.Link {
    let counties = context.lexicon.entries(of: entry.surface)
      .filter { $0.className.hasPrefix("place-short") }
      .flatMap { PlaceReference.list($0.value) }
    return PlaceExpression.Link(
      range: part.range, form: .townStem, candidates: PlaceReference.list(entry.value) + counties)
  }

  /// A short name that is an ordinary word of other sentences names nothing at the head of a
  /// chain: 会同法院, 公安分局.
  static func isName(_ link: PlaceExpression.Link, _ context: ConstructionContext) -> Bool {
    link.form != .short || !StemTest(context).isOrdinaryWord(link.range)
  }

  /// Whether the suffix is the first half of another word: 东城|区域, 延安|市场, 延安|市民.
  private static func cutsWord(
    _ link: PlaceExpression.Link, _ context: ConstructionContext
  ) -> Bool {
    let end = link.range.upperBound
    guard end < context.text.count else { return false }
    switch (context.text[end - 1], context.text[end]) {
    case (region, area), (region, span), (market, place), (county, area): return true
    // 延安市民政局 is as likely as 延安市民.
    case (market, people): return !context.isWordBoundary(end)
    default: return false
    }
  }

  private static let (region, county, market) = (unit("区"), unit("县"), unit("市"))
  private static let (area, span, place, people) = (unit("域"), unit("间"), unit("场"), unit("民"))

  private static func unit(_ character: Unicode.Scalar) -> UInt16 {
    UInt16(truncatingIfNeeded: character.value)
  }

  static func links(of match: Match) -> [PlaceExpression.Link] {
    match.all("link").compactMap(link)
  }

  private static func link(_ part: Part) -> PlaceExpression.Link? {
    guard case .word(let entry) = part.content,
      let form = PlaceExpression.Form(className: entry.className)
    else { return nil }
    return PlaceExpression.Link(
      range: part.range, form: form, candidates: PlaceReference.list(entry.value))
  }

  /// Whether each name can lie inside the one before it. Names with their suffix may contradict
  /// each other (陕西省西安市宝塔区), as long as the levels go down; short names may not.
  static func descends(_ links: [PlaceExpression.Link]) -> Bool {
    zip(links, links.dropFirst()).allSatisfy { outer, inner in
      let pairs = outer.candidates.flatMap { out in inner.candidates.map { (out, $0) } }
      if pairs.contains(where: { $0.holds($1) }) { return true }
      guard outer.form != .short, inner.form != .short, inner.form != .townStem else {
        return false
      }
      return pairs.contains { outer, inner in
        guard let above = outer.level, let below = inner.level else { return false }
        return above < below
      }
    }
  }
}

extension PlaceExpression.Form {
  init?(className: String) {
    switch className {
    case "place-full", "place-generic": self = .full
    case "place-short", "place-short-common", "province-letter", "province-letter-any":
      self = .short
    case "place-former": self = .former
    case "town-full": self = .town
    case "town-short": self = .townStem
    case "country": self = .country
    default: return nil
    }
  }
}

extension PlaceExpression.Link {
  /// Whether the name is so long that it can begin inside what looks like a word; 南山区 cannot,
  /// for it stands in 云南山区 as well.
  fileprivate var showsItsBeginning: Bool { form == .full && range.count > 3 }

  /// Whether a suffix shows where the name ends.
  fileprivate var showsItsEnd: Bool {
    (form == .full || form == .town || form == .short) && range.count > 2
  }

  /// Whether the name can only lie in Hong Kong, Macao or Taiwan.
  fileprivate var isInTerritory: Bool {
    candidates.allSatisfy { $0.division?.isTerritory == true }
  }
}
