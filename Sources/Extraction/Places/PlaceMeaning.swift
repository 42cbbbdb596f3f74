/// One thing that a place name can mean, as a dictionary writes it; ``PlaceReference`` is the same in
/// the image.
struct PlaceMeaning: Hashable {
  /// Division code or ISO 3166 alpha-2.
  var code: String
  /// The name where the code alone does not give it: countries, and the parts of Hong Kong, Macao
  /// and Taiwan, which share one code.
  var name: String?
  var division: DivisionCode?
  /// The codes that a former name bore, with the years in which they held.
  var former: [FormerCode] = []

  /// A code of a division that has another one by now.
  struct FormerCode: Hashable {
    var code: DivisionCode
    /// From the year it came in to the year it went out.
    var years: ClosedRange<Int>

    init(code: DivisionCode, years: ClosedRange<Int>) {
      self.code = code
      self.years = years
    }
  }

  init(code: String, name: String? = nil) {
    self.code = code
    self.name = name
    division = DivisionCode(code)
  }

  init(_ division: DivisionCode) {
    self.init(division, code: division.description)
  }

  /// - Parameter code: how the division's code is written.
  private init(_ division: DivisionCode, code: String) {
    self.code = code
    self.division = division
  }

  /// Reads the value of a dictionary entry, several joined by `|`, best first: `code`, `code:name`,
  /// or `code<former@first-last`.
  static func list(_ value: String) -> [PlaceMeaning] {
    // Most names mean one division.
    if let only = DivisionCode(value) { return [PlaceMeaning(only, code: value)] }
    // Split as bytes: no byte of a name looks like one of the marks.
    return value.utf8.split(separator: UInt8(ascii: "|")).map { item in
      let steps = item.split(separator: UInt8(ascii: "<"))
      let halves = steps[0].split(separator: UInt8(ascii: ":"), maxSplits: 1)
      var reference = PlaceMeaning(
        code: String(Substring(halves[0])),
        name: halves.count > 1 ? String(Substring(halves[1])) : nil)
      reference.former = steps.dropFirst().compactMap { FormerCode(Substring($0)) }
      return reference
    }
  }

  /// How the dictionary writes it.
  var entryValue: String {
    (name.map { "\(code):\($0)" } ?? code) + former.map(\.entryValue).joined()
  }

  /// How far inside its country it lies; a county of Taiwan counts like one of the mainland.
  var level: DivisionCode.Level? {
    guard let division else { return nil }
    guard division.isTerritory, let name else { return division.level }
    if name == "香港特别行政区" || name == "澳门特别行政区" || name == "台湾省" { return .province }
    return name.hasSuffix("市") || name.hasSuffix("县") ? .prefecture : .county
  }
}

extension PlaceMeaning.FormerCode {
  /// `code@first-last`.
  fileprivate init?(_ text: Substring) {
    let parts = text.split { $0 == "@" || $0 == "-" }
    guard parts.count == 3, let code = DivisionCode(parts[0]), let first = Int(parts[1]),
      let last = Int(parts[2]), first <= last
    else { return nil }
    self.init(code: code, years: first...last)
  }

  fileprivate var entryValue: String { "<\(code)@\(years.lowerBound)-\(years.upperBound)" }
}
