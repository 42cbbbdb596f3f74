import Lexicon
import RuleEngine
import TongbaoText

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
    guard let chain = PlaceChain(of: match, in: context), let first = chain.first,
      let last = chain.last, chain.descends(in: context.places), !cutsWord(last, context),
      isName(first, context),
      first.begins(in: context),
      last.showsItsEnd || match.rule.arguments["nested"] != nil
        || context.isWordBoundary(match.range.upperBound)
    else { return nil }
    return .place(PlaceExpression(links: chain))
  }

  private static let spot: Constructor = { match, context in
    guard var chain = PlaceChain(of: match, in: context) else { return nil }
    let bearer = chain.removeBearer(ofStreetIn: match, context.text)
    guard chain.descends(in: context.places),
      match.rule.arguments["territory"] == nil || chain.first?.isInTerritory(context.places) == true
    else { return nil }
    let test = StemTest(context)
    for stem in match.parts where stem.name == "stem" {
      let range = (bearer?.lowerBound ?? stem.range.lowerBound)..<stem.range.upperBound
      let followsName = chain.last?.range.upperBound == range.lowerBound
      let whole = range.lowerBound..<match.range.upperBound
      guard !(chain.last?.form == .short && test.beginsWithSuffix(range)),
        !test.endsInCommonNoun(whole), !test.isDivision(whole),
        bearer == nil
          ? test.canBeName(stem, followsName: followsName)
          : test.canBeName(range, followsName: followsName),
        !(chain.isEmpty && bearer == nil && test.holdsDivision(whole)),
        !(chain.isEmpty && test.endsInDivision(whole))
      else { return nil }
      if match.rule.arguments["ends"] != nil, !context.isWordBoundary(match.range.upperBound) {
        return nil
      }
      // 珠海口岸 are the ports of Zhuhai, 拱北口岸 is one of them.
      if match.word("suffix")?.value == "port", test.isDivision(stem.range) { return nil }
    }
    if let first = chain.first, !first.begins(in: context) { return nil }
    return .place(PlaceExpression(links: chain, isSpot: true))
  }

  private static let road: Constructor = { match, context in
    guard let chain = PlaceChain(of: match, in: context),
      StemTest(context).allowsStems(of: match)
    else { return nil }
    return .place(PlaceExpression(links: chain, isSpot: true))
  }

  private static let policeStem: Constructor = { match, context in
    guard var chain = PlaceChain(of: match, in: context), let stem = match["stem"] else {
      return nil
    }
    let isTown: Bool
    if case .word(let entry) = stem.content {
      isTown = true
      // Behind the towns of that stem stands the county of the same name.
      let link = PlaceChain.Link(
        range: stem.range, form: .townStem,
        candidates: context.places.table.meanings(ofEntry: entry.index))
      guard chain.append(link) else { return nil }
    } else {
      isTown = false
    }
    guard chain.descends(in: context.places), StemTest(context).canBeName(stem) else { return nil }
    let name = isTown ? nil : String(decoding: context.text[stem.range], as: UTF16.self)
    return .place(PlaceExpression(links: chain, stem: name))
  }

  /// A short name that is an ordinary word of other sentences names nothing at the head of a
  /// chain: 会同法院, 公安分局.
  static func isName(_ link: PlaceChain.Link, _ context: ConstructionContext) -> Bool {
    link.form != .short || !StemTest(context).isOrdinaryWord(link.range)
  }

  /// Whether the suffix is the first half of another word: 东城|区域, 延安|市场, 延安|市民.
  private static func cutsWord(
    _ link: PlaceChain.Link, _ context: ConstructionContext
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
}

extension PlaceChain {
  /// The parts `link` of a match; `nil` where they are more than any chain has.
  init?(of match: Match, in context: ConstructionContext) {
    self.init()
    for part in match.parts where part.name == "link" {
      guard case .word(let entry) = part.content,
        let form = context.places.traits(of: entry.symbol).form
      else { continue }
      let link = Link(
        range: part.range, form: form,
        candidates: context.places.table.meanings(ofEntry: entry.index))
      guard append(link) else { return nil }
    }
  }

  /// Takes the last name off where a street bears it, 南京|东|路, and tells where it stands.
  fileprivate mutating func removeBearer(
    ofStreetIn match: Match, _ text: UnsafeBufferPointer<UInt16>
  ) -> Range<Int>? {
    guard let last, let stem = match["stem"]?.range, stem.count == 1,
      stem.lowerBound == last.range.upperBound, Self.sides.contains(text[stem.lowerBound]),
      !Self.suffixes.contains(text[stem.lowerBound - 1])
    else { return nil }
    removeLast()
    return last.range
  }

  private static let sides: UnitSet = "东西南北中"
  private static let suffixes: UnitSet = "省市区县旗州盟镇乡道"

  /// Whether each name can lie inside the one before it.
  func descends(in places: PlaceLexicon) -> Bool {
    for index in indices.dropFirst() where !places.canHold(self[index - 1], self[index]) {
      return false
    }
    return true
  }
}

extension PlaceChain.Link {
  /// Whether a suffix shows where the name ends.
  fileprivate var showsItsEnd: Bool {
    (form == .full || form == .town || form == .short) && range.count > 2
  }

  /// Whether the name can only lie in Hong Kong, Macao or Taiwan.
  fileprivate func isInTerritory(_ places: PlaceLexicon) -> Bool {
    candidates.range.allSatisfy { places.table[$0].division?.isTerritory == true }
  }
}
