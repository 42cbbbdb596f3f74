/// One thing that a place name can mean.
public struct PlaceReference: Sendable, Hashable {
  /// Division code or ISO 3166 alpha-2.
  public var code: String
  /// The name where the code alone does not give it: countries, and the parts of Hong Kong, Macao
  /// and Taiwan, which share one code.
  public var name: String?
  public var division: DivisionCode?

  public init(code: String, name: String? = nil) {
    self.code = code
    self.name = name
    division = DivisionCode(code)
  }

  public init(_ division: DivisionCode) {
    code = division.description
    self.division = division
  }

  /// Reads the value of a dictionary entry: `code` or `code:name`, joined by `|`, best first.
  public static func list(_ value: String) -> [PlaceReference] {
    value.split(separator: "|").map { item in
      let halves = item.split(separator: ":", maxSplits: 1)
      return PlaceReference(
        code: String(halves[0]), name: halves.count > 1 ? String(halves[1]) : nil)
    }
  }

  /// How the dictionary writes it.
  var entryValue: String { name.map { "\(code):\($0)" } ?? code }

  /// How far inside its country it lies; a county of Taiwan counts like one of the mainland.
  var level: DivisionCode.Level? {
    guard let division else { return nil }
    guard division.isTerritory, let name else { return division.level }
    if name == "香港特别行政区" || name == "澳门特别行政区" || name == "台湾省" { return .province }
    return name.hasSuffix("市") || name.hasSuffix("县") ? .prefecture : .county
  }

  /// Whether `inner` lies inside this place, by code and, where codes are shared, by name. A usual
  /// name of a territory's part (新界, 旺角) is known to lie in the territory and no more.
  func holds(_ inner: PlaceReference) -> Bool {
    guard let own = division, let other = inner.division, own.contains(other) else { return false }
    guard own.isTerritory, let name, let innerName = inner.name else { return self != inner }
    return innerName.hasPrefix(name) || name.hasPrefix(innerName)
  }
}
