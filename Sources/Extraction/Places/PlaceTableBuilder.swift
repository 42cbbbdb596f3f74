import Lexicon

/// Reads the values of place names once, so that a match need only look up what they say.
public struct PlaceTableBuilder {
  private var references: [PlaceReference] = []
  private var details: [PlaceDetail] = []
  private var former: [FormerCode] = []
  private var texts: [String] = []
  private var lists: [PlaceList] = []

  private var detailIndices: [PlaceDetail: Int32] = [:]
  private var textIndices: [String: Int32] = [:]
  private var formerStarts: [[FormerCode]: Int32] = [:]
  private var listsByValue: [String: PlaceList] = [:]
  private var joinedLists: [[PlaceList]: PlaceList] = [:]

  public init() {}

  /// Takes the entries of a dictionary in the order of their indices.
  public mutating func add(_ entries: [LexiconBuilder.WrittenEntry]) {
    lists.reserveCapacity(entries.count)
    var start = 0
    while start < entries.count {
      let word = entries[start...].prefix { $0.word == entries[start].word }
      for entry in word { lists.append(meanings(of: entry, among: word)) }
      start = word.endIndex
    }
  }

  /// A town's name without suffix means the towns and behind them the county of the same name, for
  /// a police station may be named after either.
  private mutating func meanings(
    of entry: LexiconBuilder.WrittenEntry, among word: ArraySlice<LexiconBuilder.WrittenEntry>
  ) -> PlaceList {
    switch PlaceExpression.Form(className: entry.className) {
    case nil: return .empty
    case .townStem:
      let counties = word.filter { PlaceExpression.Form.isShortDivision(className: $0.className) }
      return list(joining: ([entry] + counties).map { list(of: $0.value) })
    default: return list(of: entry.value)
    }
  }

  /// What a dictionary value says; see ``PlaceMeaning/list(_:)``.
  mutating func list(of value: String) -> PlaceList {
    if let known = listsByValue[value] { return known }
    let added = append(PlaceMeaning.list(value).map { reference(to: $0) })
    listsByValue[value] = added
    return added
  }

  private mutating func list(joining parts: [PlaceList]) -> PlaceList {
    if parts.count == 1 { return parts[0] }
    if let known = joinedLists[parts] { return known }
    let added = append(parts.flatMap { references[$0.range] })
    joinedLists[parts] = added
    return added
  }

  private mutating func append(_ items: [PlaceReference]) -> PlaceList {
    references += items
    return PlaceList(first: Int32(references.count - items.count), count: Int32(items.count))
  }

  private mutating func reference(to meaning: PlaceMeaning) -> PlaceReference {
    var detail = PlaceDetail()
    if meaning.division?.description != meaning.code { detail.code = index(ofText: meaning.code) }
    if let name = meaning.name { detail.name = index(ofText: name) }
    if !meaning.former.isEmpty {
      detail.formerCount = Int32(meaning.former.count)
      detail.firstFormer = index(ofFormer: meaning.former)
    }
    guard detail != PlaceDetail() else { return PlaceReference(meaning.division) }
    detail.level = meaning.level.map { Int32($0.rawValue) } ?? -1
    return PlaceReference(meaning.division, detail: index(of: detail))
  }

  private mutating func index(of detail: PlaceDetail) -> Int32 {
    if let known = detailIndices[detail] { return known }
    details.append(detail)
    detailIndices[detail] = Int32(details.count - 1)
    return Int32(details.count - 1)
  }

  private mutating func index(ofText text: String) -> Int32 {
    if let known = textIndices[text] { return known }
    texts.append(text)
    textIndices[text] = Int32(texts.count - 1)
    return Int32(texts.count - 1)
  }

  private mutating func index(ofFormer codes: [PlaceMeaning.FormerCode]) -> Int32 {
    let codes = codes.map { code in
      FormerCode(
        code: code.code.rawValue, firstYear: Int32(clamping: code.years.lowerBound),
        lastYear: Int32(clamping: code.years.upperBound))
    }
    if let known = formerStarts[codes] { return known }
    former += codes
    formerStarts[codes] = Int32(former.count - codes.count)
    return Int32(former.count - codes.count)
  }

  /// Lays out the table that ``PlaceTable`` reads.
  public func write(to image: inout ImageWriter) {
    image.add(PlaceTable.referencesSection, references)
    image.add(PlaceTable.detailsSection, details)
    image.add(PlaceTable.formerSection, former)
    image.add(PlaceTable.textsSection, strings: texts)
    image.add(PlaceTable.listsSection, lists)
  }
}
