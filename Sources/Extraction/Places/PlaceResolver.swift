import TongbaoText

/// Resolves the places of one document; see ``PlaceResolution``.
struct PlaceResolver {
  /// A place among the readings, with what the chain and the unit around it leave open.
  struct Item {
    /// Index of its reading.
    var reading: Int
    var candidates: PlaceCandidates.Choice
    /// Everything that the innermost name can mean.
    var meanings: PlaceList
    /// Form of the innermost name.
    var form: PlaceExpression.Form?
    /// Whether a town's stem is all there is.
    var isBareTownStem: Bool
    var stem: String?
    var weight: Int
    /// Index of the item before it in the same unit's name.
    var outer: Int?

    /// Whether the name has no suffix, as in units' names.
    var isUnitName: Bool { form == .townStem || form == .short }

    /// Whether the innermost name is that of a town or may be.
    var isTownName: Bool { stem != nil || form == .town || form == .townStem }
  }

  /// All that a choice rests on beside the document's other places.
  private struct Question: Hashable {
    var candidates: PlaceCandidates.Choice
    var meanings: PlaceList
    var form: PlaceExpression.Form?
    var isBareTownStem: Bool
    var stem: String?
    var outer: PlaceReference?
  }

  let gazetteer: Gazetteer
  let table: PlaceTable
  let year: Int?
  private var items: [Item] = []
  private(set) var candidates: PlaceCandidates
  private(set) var focus = PlaceFocus()
  /// The counties that the document names, the most frequent first.
  private(set) var counties: [DivisionCode] = []
  private var chosen: [PlaceReference?] = []
  /// Answers of this round.
  private var answers = Memory<Question, PlaceReference?>()
  /// Buffers of one choice.
  private var open: [PlaceReference] = []
  private var fits: [PlaceFocus.Fit] = []

  init(_ readings: [Reading], length: Int, gazetteer: Gazetteer, year: Int? = nil) {
    self.gazetteer = gazetteer
    self.year = year
    table = gazetteer.places
    candidates = PlaceCandidates(table)
    let units = Self.inTextOrder(readings) { $0 == .organization }
    let places = Self.inTextOrder(readings) { $0 == .place }
    items.reserveCapacity(places.count)
    var unit = 0
    var last: (unit: Int, item: Int)?
    for index in places {
      guard case .place(let expression) = readings[index].expression else { continue }
      let range = readings[index].range
      while unit < units.count, readings[units[unit]].range.upperBound <= range.lowerBound {
        unit += 1
      }
      let isInside =
        unit < units.count && readings[units[unit]].range.lowerBound <= range.lowerBound
      let outer = isInside && last?.unit == unit ? last?.item : nil
      let isAtEdge = range.lowerBound < 60 || range.upperBound > length - 60
      let innermost = expression.links.last
      items.append(
        Item(
          reading: index, candidates: candidates.choice(of: expression.links),
          meanings: innermost?.candidates ?? .empty, form: innermost?.form,
          isBareTownStem: expression.links.count == 1 && innermost?.form == .townStem,
          stem: expression.stem, weight: (isInside ? 2 : 1) * (isAtEdge ? 2 : 1), outer: outer))
      last = isInside ? (unit, items.count - 1) : nil
    }
    chosen = Array(repeating: nil, count: items.count)
  }

  private static func inTextOrder(
    _ readings: [Reading], where isWanted: (MentionType) -> Bool
  ) -> [Int] {
    var indices: [Int] = []
    var isOrdered = true
    for index in readings.indices where isWanted(readings[index].type) {
      if let last = indices.last {
        isOrdered =
          isOrdered && readings[last].range.lowerBound <= readings[index].range.lowerBound
      }
      indices.append(index)
    }
    if !isOrdered {
      indices.sort { readings[$0].range.lowerBound < readings[$1].range.lowerBound }
    }
    return indices
  }

  mutating func resolve() -> [Int: PlaceValue] {
    // Each round adds to the evidence of the next: sure names, counties, towns.
    choose { $0.candidates.count == 1 && !$0.isTownName }
    choose { !$0.isTownName }
    choose { _ in true }
    var writer = PlaceValueWriter(gazetteer: gazetteer, candidates: candidates, year: year)
    var values: [Int: PlaceValue] = [:]
    values.reserveCapacity(items.count)
    for (item, choice) in zip(items, chosen) {
      values[item.reading] = writer.value(of: item, choice: choice)
    }
    return values
  }

  // MARK: - Choosing

  private mutating func choose(where isReady: (Item) -> Bool) {
    answers.clear()
    var found: [Int] = []
    for position in items.indices where chosen[position] == nil && isReady(items[position]) {
      guard let choice = answer(for: items[position]) else { continue }
      chosen[position] = choice
      found.append(position)
    }
    for position in found {
      guard let code = chosen[position]?.division else { continue }
      focus.add(code, weight: items[position].weight)
    }
    if !found.isEmpty { counties = focus.countiesByWeight }
  }

  /// The choice for an item; where it takes long, the same question is asked once a round.
  private mutating func answer(for item: Item) -> PlaceReference? {
    let outer = item.outer.flatMap { chosen[$0] }
    guard item.stem != nil || item.form == .townStem || item.candidates.count > 4 else {
      return choice(for: item, within: outer)
    }
    let question = Question(
      candidates: item.candidates, meanings: item.meanings, form: item.form,
      isBareTownStem: item.isBareTownStem, stem: item.stem, outer: outer)
    if let known = answers[question] { return known }
    let answer = choice(for: item, within: outer)
    answers[question] = .some(answer)
    return answer
  }

  private mutating func choice(
    for item: Item, within outer: PlaceReference?
  ) -> PlaceReference? {
    if let stem = item.stem { return town(named: stem, for: item, within: outer) }
    let isInside = collectOpen(item.candidates, within: outer)
    if let outer, item.isUnitName {
      if !isInside, outer.division?.isTerritory == true { return outer }
      if let county = county(of: item, within: outer) { return county }
    }
    guard open.count > 1 else {
      guard let only = open.first else { return nil }
      return isInside || isTrustworthy(only, for: item) ? only : townLike(item)
    }
    return bestFitting(item)
  }

  /// Fills `open` with the candidates inside `outer`, or with all where none lies there; tells
  /// whether some do.
  private mutating func collectOpen(
    _ choice: PlaceCandidates.Choice, within outer: PlaceReference?
  ) -> Bool {
    open.removeAll(keepingCapacity: true)
    if let outer {
      for index in 0..<choice.count where table.holds(outer, candidates[choice, index]) {
        open.append(candidates[choice, index])
      }
    }
    guard open.isEmpty else { return true }
    for index in 0..<choice.count { open.append(candidates[choice, index]) }
    return false
  }

  /// The one of `open` that fits the document best, if one does.
  private mutating func bestFitting(_ item: Item) -> PlaceReference? {
    fits.removeAll(keepingCapacity: true)
    var best = PlaceFocus.Fit.none
    for reference in open {
      let fit = reference.division.map(focus.fit) ?? .none
      if best < fit { best = fit }
      fits.append(fit)
    }
    guard best > .none else { return nil }
    if item.isBareTownStem, best.county == 0 {
      if let near = townLike(item) { return near }
      // A namesake somewhere in the province proves nothing, but territories have no finer codes.
      if best.prefecture == 0,
        !open.indices.contains(where: {
          fits[$0] == best && open[$0].division?.isTerritory == true
        })
      {
        return nil
      }
    }
    guard let first = fits.firstIndex(of: best) else { return nil }
    // Of a city and its own county of the same name the city is meant; of the street and the town
    // of one name in one county, the street, which comes first by code; of a county and its town
    // of the same name, the town that a station is named after.
    let top = open[first]
    for index in open.indices.dropFirst(first + 1) where fits[index] == best {
      guard
        table.shareCode(top, open[index]) || isAbove(top, open[index])
          || areNeighbors(top, open[index])
          || (item.isBareTownStem && table.holds(open[index], top))
      else { return nil }
    }
    return top
  }

  private func isAbove(_ outer: PlaceReference, _ inner: PlaceReference) -> Bool {
    guard let level = table.level(of: outer), let other = table.level(of: inner) else {
      return false
    }
    return level < other
  }

  /// Whether both are towns of one county.
  private func areNeighbors(_ left: PlaceReference, _ right: PlaceReference) -> Bool {
    guard let left = left.division, let right = right.division else { return false }
    return left.level == .township && right.level == .township && left.county == right.county
  }
}
