import RuleEngine

extension Constructors {
  /// A unit's name; parts `stem` must be proper names, parts `link` a chain of divisions.
  ///
  /// - `starts=word`: the name begins with a short form, so a word must begin there.
  /// - `units=inside`: behind the name of an authority, words for branches (治安, 交警) may stand in
  ///   the names of its units.
  static let organization: Constructor = { match, context in
    guard let chain = PlaceChain(of: match, in: context), chain.descends(in: context.places),
      chain.first.map({ isName($0, context) }) ?? true,
      StemTest(context).allowsStems(
        of: match, allowsUnits: match.rule.arguments["units"] != nil),
      match.rule.arguments["starts"] == nil || begins(match, chain, context),
      context.isWordBoundary(match.range.upperBound)
    else { return nil }
    return .organization
  }

  private static func begins(
    _ match: Match, _ chain: PlaceChain, _ context: ConstructionContext
  ) -> Bool {
    if let first = chain.first, first.range.lowerBound == match.range.lowerBound {
      return first.begins(in: context)
    }
    return context.beginsName(at: match.range.lowerBound)
  }
}
