import Lexicon

/// What place names mean, read from a mapped image.
final class PlaceTable: Sendable {
  static let referencesSection = "place.references"
  static let detailsSection = "place.details"
  static let formerSection = "place.former"
  static let textsSection = "place.texts"
  static let listsSection = "place.lists"

  private let references: ImageArray<PlaceReference>
  private let details: ImageArray<PlaceDetail>
  private let former: ImageArray<FormerCode>
  private let texts: StringTable
  /// Of each dictionary entry.
  private let lists: ImageArray<PlaceList>

  /// Reads the table that ``PlaceTableBuilder`` laid out; an image without one knows no places.
  init(image: Image) {
    references = ImageArray(image: image, name: Self.referencesSection)
    details = ImageArray(image: image, name: Self.detailsSection)
    former = ImageArray(image: image, name: Self.formerSection)
    texts = StringTable(image: image, name: Self.textsSection)
    lists = ImageArray(image: image, name: Self.listsSection)
  }

  /// What the dictionary entry of that index can mean.
  func meanings(ofEntry index: Int) -> PlaceList {
    index < lists.count ? lists[index] : .empty
  }

  subscript(index: Int) -> PlaceReference { references[index] }

  func first(of list: PlaceList) -> PlaceReference? {
    list.count > 0 ? references[Int(list.first)] : nil
  }

  // MARK: - One reference

  /// The name where the code alone does not give it.
  func name(of reference: PlaceReference) -> String? {
    nameIndex(of: reference).map { texts[$0] }
  }

  /// Division code or ISO 3166 alpha-2; in a year in which a former code held, that one.
  func code(of reference: PlaceReference, in year: Int?) -> String {
    if reference.detail >= 0 {
      let detail = details[Int(reference.detail)]
      if let year {
        for index in Int(detail.firstFormer)..<Int(detail.firstFormer + detail.formerCount)
        where former[index].firstYear <= year && year <= former[index].lastYear {
          return String(former[index].code)
        }
      }
      if detail.code >= 0 { return texts[Int(detail.code)] }
    }
    return reference.division?.description ?? ""
  }

  /// Whether both bear one code, as the parts of Hong Kong do.
  func shareCode(_ left: PlaceReference, _ right: PlaceReference) -> Bool {
    left.division == right.division && codeIndex(of: left) == codeIndex(of: right)
  }

  /// How far inside its country it lies; a county of Taiwan counts like one of the mainland.
  func level(of reference: PlaceReference) -> DivisionCode.Level? {
    guard reference.detail >= 0 else { return reference.division?.level }
    return DivisionCode.Level(rawValue: Int(details[Int(reference.detail)].level))
  }

  /// Whether something in one list is of a higher level than something in another.
  func hasHigherLevel(_ outer: PlaceList, than inner: PlaceList) -> Bool {
    let highest = outer.range.lazy.compactMap { self.level(of: self[$0]) }.min()
    let lowest = inner.range.lazy.compactMap { self.level(of: self[$0]) }.max()
    guard let highest, let lowest else { return false }
    return highest < lowest
  }

  /// Whether `inner` lies inside `outer`, by code and, where codes are shared, by name. A usual
  /// name of a territory's part (新界, 旺角) is known to lie in the territory and no more.
  @inline(__always)
  func holds(_ outer: PlaceReference, _ inner: PlaceReference) -> Bool {
    guard let own = outer.division, let other = inner.division, own.contains(other) else {
      return false
    }
    return outer.detail < 0 || inner.detail < 0 ? outer != inner : holdsByName(outer, inner, own)
  }

  private func holdsByName(
    _ outer: PlaceReference, _ inner: PlaceReference, _ division: DivisionCode
  ) -> Bool {
    guard division.isTerritory, let name = nameIndex(of: outer),
      let innerName = nameIndex(of: inner)
    else { return outer != inner }
    let (left, right) = (texts.utf8(at: name), texts.utf8(at: innerName))
    return zip(left, right).allSatisfy { $0 == $1 }
  }

  private func nameIndex(of reference: PlaceReference) -> Int? {
    guard reference.detail >= 0 else { return nil }
    let index = details[Int(reference.detail)].name
    return index < 0 ? nil : Int(index)
  }

  private func codeIndex(of reference: PlaceReference) -> Int32 {
    reference.detail < 0 ? -1 : details[Int(reference.detail)].code
  }
}
