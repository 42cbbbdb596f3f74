/// The name of a division as it is written, or a part of it, compared unit by unit.
struct DivisionText: CustomStringConvertible {
  private let units: ArraySlice<UInt16>

  init(_ units: ArraySlice<UInt16>) { self.units = units }

  init(_ name: String) { units = Array(name.utf16)[...] }

  var isEmpty: Bool { units.isEmpty }
  var description: String { String(decoding: units, as: UTF16.self) }

  /// What stands before the last place of a name, or else of its short form; `nil` where neither
  /// stands here. A division may have had another rank once (龙南县, now 龙南市).
  func part(before name: DivisionText) -> DivisionText? {
    if let start = lastStart(of: name) { return DivisionText(units[..<start]) }
    let short = name.short
    guard short.units.count > 1, short.units.count < name.units.count else { return nil }
    return lastStart(of: short).map { DivisionText(units[..<$0]) }
  }

  private func lastStart(of name: DivisionText) -> Int? {
    let count = name.units.count
    guard count > 0, count <= units.count else { return nil }
    return (units.startIndex...units.endIndex - count).last {
      units[$0..<$0 + count].elementsEqual(name.units)
    }
  }

  /// Without the names, full or short, of the superior divisions that it begins with, in order.
  func withoutNames(of superiors: ArraySlice<DivisionName>) -> DivisionText {
    var rest = self
    for superior in superiors where !rest.isEmpty {
      let name = DivisionText(superior.name)
      if let count = name.abbreviated(in: rest) {
        rest = DivisionText(rest.units.dropFirst(count))
        continue
      }
      for form in [name, name.short] where rest.units.starts(with: form.units) {
        rest = DivisionText(rest.units.dropFirst(form.units.count))
        break
      }
    }
    return rest
  }

  private static let autonomous = ["自治州", "自治县", "自治旗"].map { Array($0.utf16) }

  /// How many units the usual short name takes at the head of the text: 德宏州 for
  /// 德宏傣族景颇族自治州.
  private func abbreviated(in text: DivisionText) -> Int? {
    guard let last = units.last, Self.autonomous.contains(where: hasSuffix) else { return nil }
    let shared = zip(units, text.units).prefix { $0 == $1 }.count
    guard shared > 0, shared < units.count, text.units.dropFirst(shared).first == last else {
      return nil
    }
    return shared + 1
  }

  private static let suffixes = [
    "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "特别行政区", "省", "市", "地区", "盟", "县", "区", "旗",
  ].map { Array($0.utf16) }

  /// Without the suffix that says the rank, where two characters are left.
  private var short: DivisionText {
    guard let suffix = Self.suffixes.first(where: hasSuffix), units.count - suffix.count >= 2 else {
      return self
    }
    return DivisionText(units.dropLast(suffix.count))
  }

  private static let divisionSuffixes = [
    "省", "市", "自治区", "自治州", "州", "盟", "地区", "县", "区", "旗",
  ].map { Array($0.utf16) }
  private static let zones = [
    "新区", "开发区", "高新区", "园区", "景区", "矿区", "林区", "城区", "郊区", "经开区", "市区", "示范区",
  ].map { Array($0.utf16) }

  /// Whether it bears the suffix of a division, and not of a zone.
  var isDivision: Bool {
    (2...12).contains(units.count) && Self.divisionSuffixes.contains(where: hasSuffix)
      && !Self.zones.contains(where: hasSuffix)
  }

  private func hasSuffix(_ suffix: [UInt16]) -> Bool {
    suffix.count <= units.count && units.suffix(suffix.count).elementsEqual(suffix)
  }
}
