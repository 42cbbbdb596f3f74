/// Names of units that shorten the name of a town or county.
extension PlaceResolver {
  /// A county whose usual name the tables do not have, because it is a common noun: 城关分局.
  func county(of item: Item, within outer: PlaceReference) -> PlaceReference? {
    guard item.form == .townStem, let code = outer.division, code.level == .prefecture,
      let town = table.first(of: item.meanings)?.division.flatMap(gazetteer.record),
      let stem = GazetteerBuilder.townStem(of: town.name)
    else { return nil }
    let names = ["区", "县", "市"].map { stem + $0 }
    return gazetteer.counties(of: code).first { names.contains($0.name) }
      .map { PlaceReference($0.code) }
  }

  /// A station's bare stem may be a village's name as well: a town of that name far from all that
  /// the document speaks of proves nothing.
  func isTrustworthy(_ reference: PlaceReference, for item: Item) -> Bool {
    guard item.isBareTownStem, let code = reference.division, !focus.isEmpty else { return true }
    let fit = focus.fit(code)
    return fit.county > 0 || fit.prefecture > 0 || (code.isTerritory && fit.province > 0)
  }

  /// The town of the document's counties that a station's name shortens, where the towns that bear
  /// the very name lie elsewhere.
  func townLike(_ item: Item) -> PlaceReference? {
    guard !counties.isEmpty, let code = candidates.first(of: item.candidates)?.division,
      let town = gazetteer.record(code), let stem = GazetteerBuilder.townStem(of: town.name)
    else { return nil }
    for county in counties.prefix(3) {
      let towns = gazetteer.townships(of: county, beginningWith: stem)
      if towns.count == 1 { return PlaceReference(towns[0]) }
    }
    return nil
  }

  /// A town of the document's counties whose name begins with the stem of a station's name.
  func town(
    named stem: String, for item: Item, within outer: PlaceReference?
  ) -> PlaceReference? {
    let own = candidates.first(of: item.candidates)
    for county in counties(around: (own ?? outer)?.division) {
      let towns = gazetteer.townships(of: county, beginningWith: stem)
      if towns.count == 1 { return PlaceReference(towns[0]) }
      let exact = towns.filter {
        gazetteer.record($0).flatMap { GazetteerBuilder.townStem(of: $0.name) } == stem
      }
      if exact.count == 1 { return PlaceReference(exact[0]) }
    }
    return own
  }

  /// Where to look for a town: in the division before it, if one is known.
  private func counties(around code: DivisionCode?) -> [DivisionCode] {
    guard let code, code.level >= .prefecture else { return Array(counties.prefix(3)) }
    return code.level == .prefecture ? counties.filter(code.contains) + [code] : [code.county]
  }
}
