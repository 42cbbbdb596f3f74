/// Which divisions a document is about, as counted from the names that leave no doubt.
struct PlaceFocus {
  /// By the number of the code.
  private typealias Weights = [Int: Int]

  private var provinces: Weights = [:]
  private var prefectures: Weights = [:]
  private var counties: Weights = [:]

  /// Whether the document has named no division for sure.
  var isEmpty: Bool { provinces.isEmpty }

  /// Counts one sure mention of a division.
  mutating func add(_ code: DivisionCode, weight: Int) {
    provinces[code.province.number, default: 0] += weight
    guard code.level > .province else { return }
    prefectures[code.prefecture.number, default: 0] += weight
    guard code.level > .prefecture else { return }
    counties[code.county.number, default: 0] += weight
  }

  /// How well a division fits the document. A shared county outweighs any number of shared
  /// prefectures, and these any number of shared provinces.
  func fit(_ code: DivisionCode) -> Fit {
    Fit(
      county: code.level > .prefecture ? counties[code.county.number, default: 0] : 0,
      prefecture: code.level > .province ? prefectures[code.prefecture.number, default: 0] : 0,
      province: provinces[code.province.number, default: 0])
  }

  struct Fit: Comparable {
    var county = 0
    var prefecture = 0
    var province = 0

    static let none = Fit()

    static func < (left: Fit, right: Fit) -> Bool {
      (left.county, left.prefecture, left.province)
        < (right.county, right.prefecture, right.province)
    }
  }

  /// The counties that the document names, the most frequent first.
  var countiesByWeight: [DivisionCode] {
    counties.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { DivisionCode(rawValue: UInt32($0.key)) }
  }
}

extension DivisionCode {
  fileprivate var number: Int { Int(rawValue) }
}
