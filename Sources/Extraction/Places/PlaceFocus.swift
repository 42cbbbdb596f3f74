/// Which divisions a document is about, as counted from the names that leave no doubt.
struct PlaceFocus {
  private var provinces: [DivisionCode: Int] = [:]
  private var prefectures: [DivisionCode: Int] = [:]
  private(set) var counties: [DivisionCode: Int] = [:]

  /// Whether the document has named no division for sure.
  var isEmpty: Bool { provinces.isEmpty }

  /// Counts one sure mention of a division.
  mutating func add(_ code: DivisionCode, weight: Int) {
    provinces[code.province, default: 0] += weight
    guard code.level > .province else { return }
    prefectures[code.prefecture, default: 0] += weight
    guard code.level > .prefecture else { return }
    counties[code.county, default: 0] += weight
  }

  /// How well a division fits the document. A shared county outweighs any number of shared
  /// prefectures, and these any number of shared provinces.
  func fit(_ code: DivisionCode) -> Fit {
    Fit(
      county: code.level > .prefecture ? counties[code.county, default: 0] : 0,
      prefecture: code.level > .province ? prefectures[code.prefecture, default: 0] : 0,
      province: provinces[code.province, default: 0])
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
    counties.keys.sorted { left, right in
      let (first, second) = (counties[left, default: 0], counties[right, default: 0])
      return first != second ? first > second : left < right
    }
  }
}
