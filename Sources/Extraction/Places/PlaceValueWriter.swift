/// Writes what places mean; of a place that comes again the strings are made once.
struct PlaceValueWriter {
  private struct Key: Hashable {
    var choice: PlaceReference?
    var candidates: PlaceCandidates.Choice
  }

  private static let candidateLimit = 12

  private let gazetteer: Gazetteer
  private let candidates: PlaceCandidates
  private let year: Int?
  private var values = Memory<Key, PlaceValue>()

  init(gazetteer: Gazetteer, candidates: PlaceCandidates, year: Int?) {
    self.gazetteer = gazetteer
    self.candidates = candidates
    self.year = year
  }

  mutating func value(of item: PlaceResolver.Item, choice: PlaceReference?) -> PlaceValue {
    let key = Key(choice: choice ?? fallback(for: item), candidates: item.candidates)
    if let known = values[key] { return known }
    let value = value(of: key)
    values[key] = value
    return value
  }

  /// Without evidence the best known bearer of a county's name is named first, the others stay
  /// beside it; one town among many namesakes is not picked.
  private func fallback(for item: PlaceResolver.Item) -> PlaceReference? {
    item.isTownName ? nil : candidates.first(of: item.candidates)
  }

  private func value(of key: Key) -> PlaceValue {
    guard let choice = key.choice else {
      return PlaceValue(code: "-", name: nil, candidates: codes(nil, key.candidates))
    }
    let table = candidates.table
    return PlaceValue(
      code: table.code(of: choice, in: year),
      name: table.name(of: choice) ?? choice.division.flatMap(gazetteer.chainName),
      candidates: codes(choice, key.candidates))
  }

  private func codes(_ first: PlaceReference?, _ others: PlaceCandidates.Choice) -> [String] {
    var codes = first.map { [candidates.table.code(of: $0, in: year)] } ?? []
    for index in 0..<others.count where codes.count < Self.candidateLimit {
      let code = candidates.table.code(of: candidates[others, index], in: year)
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }
}
