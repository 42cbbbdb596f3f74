import TongbaoText

/// What a place mention means.
public struct PlaceValue: Sendable, Hashable {
  /// Division code, ISO 3166 alpha-2, or `-` where no division is meant.
  public var code: String
  /// Official names from the province down.
  public var name: String?
  /// Everything the name could be, best first; more than one where the document leaves it open.
  public var candidates: [String]
}

/// Decides between the divisions that bear the same name.
///
/// Evidence, strongest first: the chain a name stands in, the unit whose name holds it, the other
/// places of the document (units' names and the first and last line count double).
public enum PlaceResolution {
  /// Resolves every place among the readings. O(n · candidates).
  ///
  /// - Parameter year: of the document's day; a former name has the code of that year.
  /// - Returns: values by index into `readings`.
  public static func resolve(
    _ readings: [Reading], in text: SourceText, gazetteer: Gazetteer, year: Int? = nil
  ) -> [Int: PlaceValue] {
    var resolver = PlaceResolver(
      readings, length: text.units.count, gazetteer: gazetteer, year: year)
    return resolver.resolve()
  }
}

struct PlaceResolver {
  /// A place among the readings, with what the chain and the unit around it leave open.
  private struct Item {
    var index: Int
    var expression: PlaceExpression
    var candidates: [PlaceReference]
    var weight: Int
    /// Index of the item before it in the same unit's name.
    var outer: Int?
  }

  private let gazetteer: Gazetteer
  private let year: Int?
  private var items: [Item] = []
  private var focus = PlaceFocus()
  private var chosen: [Int: PlaceReference] = [:]

  init(_ readings: [Reading], length: Int, gazetteer: Gazetteer, year: Int? = nil) {
    self.gazetteer = gazetteer
    self.year = year
    let units = readings.filter { $0.type == .organization }.map(\.range)
      .sorted { $0.lowerBound < $1.lowerBound }
    var unit = 0
    var last: (unit: Int, item: Int)?
    let places = readings.indices.sorted {
      readings[$0].range.lowerBound < readings[$1].range.lowerBound
    }
    for index in places {
      guard case .place(let expression) = readings[index].expression else { continue }
      let range = readings[index].range
      while unit < units.count, units[unit].upperBound <= range.lowerBound { unit += 1 }
      let isInside = unit < units.count && units[unit].lowerBound <= range.lowerBound
      let outer = isInside && last?.unit == unit ? last?.item : nil
      let isAtEdge = range.lowerBound < 60 || range.upperBound > length - 60
      items.append(
        Item(
          index: index, expression: expression,
          candidates: Self.chainCandidates(expression.links),
          weight: (isInside ? 2 : 1) * (isAtEdge ? 2 : 1), outer: outer))
      last = isInside ? (unit, items.count - 1) : nil
    }
  }

  mutating func resolve() -> [Int: PlaceValue] {
    // Each round adds to the evidence of the next: sure names, counties, towns.
    choose { $0.candidates.count == 1 && !$0.expression.isTownName }
    choose { !$0.expression.isTownName }
    choose { _ in true }
    var values: [Int: PlaceValue] = [:]
    for position in items.indices { values[items[position].index] = value(of: position) }
    return values
  }

  // MARK: - Choosing

  private mutating func choose(where isReady: (Item) -> Bool) {
    var found: [Int: PlaceReference] = [:]
    for position in items.indices where chosen[position] == nil && isReady(items[position]) {
      if let choice = choice(for: position, found) { found[position] = choice }
    }
    for (position, reference) in found {
      chosen[position] = reference
      if let code = reference.division { focus.add(code, weight: items[position].weight) }
    }
  }

  private func choice(for position: Int, _ found: [Int: PlaceReference]) -> PlaceReference? {
    let item = items[position]
    let outer = item.outer.flatMap { chosen[$0] ?? found[$0] }
    if let stem = item.expression.stem { return town(named: stem, for: item, within: outer) }
    let inside = item.candidates.filter { outer?.holds($0) ?? false }
    if let outer, item.expression.isUnitName {
      if inside.isEmpty, outer.division?.isTerritory == true { return outer }
      if let county = county(named: item.expression, of: outer) { return county }
    }
    let open = inside.isEmpty ? item.candidates : inside
    if open.count <= 1 {
      guard let only = open.first else { return nil }
      if !inside.isEmpty || isTrustworthy(only, for: item) { return only }
      return townLike(item)
    }
    let ranked = open.map { ($0, $0.division.map(focus.fit) ?? .none) }
    guard let best = ranked.map(\.1).max(), best > .none else { return nil }
    if item.expression.isBareTownStem, best.county == 0 {
      if let near = townLike(item) { return near }
      // A namesake somewhere in the province proves nothing, but territories have no finer codes.
      let isInTerritory = ranked.contains { $0.1 == best && $0.0.division?.isTerritory == true }
      if best.prefecture == 0, !isInTerritory { return nil }
    }
    let winners = ranked.filter { $0.1 == best }
    if winners.count == 1 { return winners[0].0 }
    // Of a city and its own county of the same name the city is meant; of the street and the town
    // of one name in one county, the street, which comes first by code.
    let top = winners[0].0
    return winners.dropFirst().allSatisfy {
      top.code == $0.0.code || top.isAbove($0.0) || top.isNeighbor(of: $0.0)
    }
      ? top : nil
  }

  /// A county whose usual name the tables do not have, because it is a common noun: 城关分局.
  private func county(
    named expression: PlaceExpression, of outer: PlaceReference
  ) -> PlaceReference? {
    guard expression.links.last?.form == .townStem, let code = outer.division,
      code.level == .prefecture,
      let town = expression.links.last?.candidates.first?.division.flatMap(gazetteer.record),
      let stem = GazetteerBuilder.townStem(of: town.name)
    else { return nil }
    let names = ["区", "县", "市"].map { stem + $0 }
    return gazetteer.counties(of: code).first { names.contains($0.name) }
      .map { PlaceReference($0.code) }
  }

  /// A station's bare stem may be a village's name as well: a town of that name far from all that
  /// the document speaks of proves nothing.
  private func isTrustworthy(_ reference: PlaceReference, for item: Item) -> Bool {
    guard item.expression.isBareTownStem, let code = reference.division else { return true }
    let fit = focus.fit(code)
    return focus.isEmpty || fit.county > 0 || fit.prefecture > 0
      || (code.isTerritory && fit.province > 0)
  }

  /// The town of the document's counties that a station's name shortens, where the towns that bear
  /// the very name lie elsewhere.
  private func townLike(_ item: Item) -> PlaceReference? {
    guard let code = item.candidates.first?.division, let town = gazetteer.record(code),
      let stem = GazetteerBuilder.townStem(of: town.name)
    else { return nil }
    for county in focus.countiesByWeight.prefix(3) {
      let towns = gazetteer.townships(of: county).filter { $0.name.hasPrefix(stem) }
      if towns.count == 1 { return PlaceReference(towns[0].code) }
    }
    return nil
  }

  /// A town of the document's counties whose name begins with the stem of a station's name.
  private func town(
    named stem: String, for item: Item, within outer: PlaceReference?
  ) -> PlaceReference? {
    let chain = item.candidates.first ?? outer
    let counties: [DivisionCode]
    if let code = chain?.division, code.level >= .prefecture {
      counties =
        code.level == .prefecture
        ? focus.countiesByWeight.filter(code.contains) + [code] : [code.county]
    } else {
      counties = Array(focus.countiesByWeight.prefix(3))
    }
    for county in counties {
      let towns = gazetteer.townships(of: county).filter { $0.name.hasPrefix(stem) }
      if towns.count == 1 { return PlaceReference(towns[0].code) }
      let exact = towns.filter { GazetteerBuilder.townStem(of: $0.name) == stem }
      if exact.count == 1 { return PlaceReference(exact[0].code) }
    }
    return item.candidates.first
  }

  // MARK: - Chains

  /// What the innermost name can be inside the names before it. A town that lies in none of them
  /// is another one of that name, so the name before it decides; a county that lies in none stays,
  /// for the contradiction is the writer's.
  static func chainCandidates(_ links: [PlaceExpression.Link]) -> [PlaceReference] {
    guard var open = links.first?.candidates else { return [] }
    for link in links.dropFirst() {
      let inside = link.candidates.filter { inner in open.contains { $0.holds(inner) } }
      if !inside.isEmpty {
        open = inside
      } else if link.form != .town && link.form != .townStem {
        open = link.candidates
      }
    }
    return open
  }

  // MARK: - Values

  private static let candidateLimit = 12

  private func value(of position: Int) -> PlaceValue {
    let item = items[position]
    let others = item.candidates
    guard let choice = chosen[position] ?? fallback(for: item) else {
      return PlaceValue(code: "-", name: nil, candidates: codes(others))
    }
    return PlaceValue(
      code: choice.code(in: year),
      name: choice.name ?? choice.division.flatMap(gazetteer.chainName),
      candidates: codes([choice] + others))
  }

  /// Without evidence the best known bearer of a county's name is named first, the others stay
  /// beside it; one town among many namesakes is not picked.
  private func fallback(for item: Item) -> PlaceReference? {
    item.expression.isTownName || item.expression.stem != nil ? nil : item.candidates.first
  }

  private func codes(_ references: [PlaceReference]) -> [String] {
    var codes: [String] = []
    for code in references.map({ $0.code(in: year) }) where !codes.contains(code) {
      codes.append(code)
      if codes.count == Self.candidateLimit { break }
    }
    return codes
  }
}

extension PlaceExpression {
  /// Whether the name has no suffix, as in units' names.
  var isUnitName: Bool { links.last?.form == .townStem || links.last?.form == .short }

  /// Whether a town's stem is all there is.
  var isBareTownStem: Bool { links.count == 1 && links[0].form == .townStem }

  /// Whether the innermost name is that of a town or may be.
  var isTownName: Bool {
    stem != nil || links.last?.form == .town || links.last?.form == .townStem
  }
}

extension PlaceReference {
  fileprivate func isAbove(_ other: PlaceReference) -> Bool {
    guard let level, let otherLevel = other.level else { return false }
    return level < otherLevel
  }

  /// Whether both are towns of one county.
  fileprivate func isNeighbor(of other: PlaceReference) -> Bool {
    guard let division, let otherDivision = other.division else { return false }
    return division.level == .township && otherDivision.level == .township
      && division.county == otherDivision.county
  }
}
