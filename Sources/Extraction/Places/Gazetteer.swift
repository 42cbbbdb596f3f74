import Lexicon

/// Names and nesting of the administrative divisions, read from a mapped image.
///
/// The table is sorted by code, so a lookup is a binary search and the towns of a county stand
/// side by side.
public struct Gazetteer: Sendable {
  public struct Record: Sendable, Hashable {
    public var code: DivisionCode
    /// Full official name, 延安市.
    public var name: String
    /// The superior unit; `nil` for a province.
    public var parent: DivisionCode?
  }

  static let codesSection = "gazetteer.codes"
  static let parentsSection = "gazetteer.parents"
  static let namesSection = "gazetteer.names"

  private let codes: ImageArray<UInt32>
  private let parents: ImageArray<UInt32>
  private let names: StringTable
  /// What the dictionary's names of places mean.
  let places: PlaceTable

  /// Reads the table that ``GazetteerBuilder/write(to:)`` laid out; an image without one gives an
  /// empty gazetteer.
  public init(image: Image) {
    codes = ImageArray(image: image, name: Self.codesSection)
    parents = ImageArray(image: image, name: Self.parentsSection)
    names = StringTable(image: image, name: Self.namesSection)
    places = PlaceTable(image: image)
  }

  /// How many divisions are known.
  public var count: Int { codes.count }

  /// The current division of that code. O(log n).
  public func record(_ code: DivisionCode) -> Record? {
    let index = firstIndex(notBelow: code.rawValue)
    guard index < codes.count, codes[index] == code.rawValue else { return nil }
    return record(at: index)
  }

  /// The superior units, innermost first.
  public func ancestors(of code: DivisionCode) -> [DivisionCode] {
    var ancestors: [DivisionCode] = []
    var next = record(code)?.parent
    while let parent = next, !ancestors.contains(parent) {
      ancestors.append(parent)
      next = record(parent)?.parent
    }
    return ancestors
  }

  /// Whether a division lies inside another one or is the same.
  public func `is`(_ code: DivisionCode, within outer: DivisionCode) -> Bool {
    outer.contains(code) || ancestors(of: code).contains(outer)
  }

  /// The official names from the province down, 陕西省延安市宝塔区.
  public func chainName(_ code: DivisionCode) -> String? {
    guard let own = record(code)?.name else { return nil }
    let outer = ancestors(of: code).reversed().compactMap { record($0)?.name }
    return outer.joined() + own
  }

  /// The towns and streets of a county, in the order of their codes.
  public func townships(of county: DivisionCode) -> [Record] {
    townshipIndices(of: county).map(record(at:))
  }

  /// Those of them whose name begins with some characters.
  func townships(of county: DivisionCode, beginningWith stem: String) -> [DivisionCode] {
    var codes: [DivisionCode] = []
    for index in townshipIndices(of: county) where names.utf8(at: index).starts(with: stem.utf8) {
      codes.append(DivisionCode(rawValue: self.codes[index]))
    }
    return codes
  }

  private func townshipIndices(of county: DivisionCode) -> Range<Int> {
    let first = firstIndex(notBelow: county.rawValue * 1_000)
    var end = first
    while end < codes.count, codes[end] / 1_000 == county.rawValue { end += 1 }
    return first..<end
  }

  /// The counties of a prefecture, in the order of their codes.
  public func counties(of prefecture: DivisionCode) -> [Record] {
    let first = firstIndex(notBelow: prefecture.rawValue + 1)
    return codes.elements[first...].prefix { $0 / 100 * 100 == prefecture.rawValue }.indices
      .map(record(at:))
  }

  private func record(at index: Int) -> Record {
    Record(
      code: DivisionCode(rawValue: codes[index]), name: names[index],
      parent: parents[index] == 0 ? nil : DivisionCode(rawValue: parents[index]))
  }

  private func firstIndex(notBelow code: UInt32) -> Int {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
