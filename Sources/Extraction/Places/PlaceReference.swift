/// One thing that a place name can mean, as the image holds it: a division's code, and where that
/// does not say all, what else is known.
public struct PlaceReference: BitwiseCopyable, Sendable, Hashable {
  /// Code of the division; 0 for a country.
  private let number: UInt32
  /// Index of a ``PlaceDetail``, or -1.
  let detail: Int32

  init(_ division: DivisionCode?, detail: Int32 = -1) {
    number = division?.rawValue ?? 0
    self.detail = detail
  }

  var division: DivisionCode? { number == 0 ? nil : DivisionCode(rawValue: number) }
}

/// What the code of a division does not say: of countries, of the parts of Hong Kong, Macao and
/// Taiwan, which share one code, and of divisions that bore another one.
struct PlaceDetail: BitwiseCopyable, Sendable, Hashable {
  /// How the code is written, among the texts of the table; -1 where it is the division's number.
  var code: Int32 = -1
  /// The name, among the texts; -1 where the gazetteer has it.
  var name: Int32 = -1
  /// The former codes.
  var firstFormer: Int32 = 0
  var formerCount: Int32 = 0
  /// Raw value of the level, or -1.
  var level: Int32 = -1
}

/// A code that a division bore, with the years in which it held.
struct FormerCode: BitwiseCopyable, Sendable, Hashable {
  var code: UInt32
  var firstYear: Int32
  var lastYear: Int32
}

/// Everything that a name can mean, best first: a stretch of the references of a ``PlaceTable``.
public struct PlaceList: BitwiseCopyable, Sendable, Hashable {
  let first: Int32
  let count: Int32

  static let empty = PlaceList(first: 0, count: 0)

  var range: Range<Int> { Int(first)..<Int(first + count) }
}
