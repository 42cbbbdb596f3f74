/// What follows from the unit or dimension of an amount.
struct UnitTraits: OptionSet, Sendable {
  let rawValue: UInt8

  static let money = UnitTraits(rawValue: 1)
  /// Years of life and degrees, which no figure reports.
  static let age = UnitTraits(rawValue: 2)
  /// The dimension is length; the unit is one of length, whatever the dimension.
  static let length = UnitTraits(rawValue: 4)
  static let lengthUnit = UnitTraits(rawValue: 8)
  /// People or groups of them.
  static let people = UnitTraits(rawValue: 16)
  static let pages = UnitTraits(rawValue: 32)
}

/// Numbers the names of units in a document, so that they are compared as numbers.
///
/// The dictionary of units bounds how many there are, and a document has a dozen, so a name is
/// looked for one by one.
struct UnitNames {
  private var names: [(name: PackedName, traits: UnitTraits)] = []
  /// Names that are too long to pack.
  private var longNames: [String] = []

  init() { names.reserveCapacity(16) }

  var count: Int { names.count }

  mutating func number(of name: String) -> Int {
    let packed = PackedName(name) ?? PackedName(overflow: number(ofLong: name))
    for index in names.indices where names[index].name == packed { return index }
    names.append((packed, Self.traits(of: name)))
    return names.count - 1
  }

  func traits(of number: Int) -> UnitTraits { names[number].traits }

  private mutating func number(ofLong name: String) -> Int {
    if let known = longNames.firstIndex(of: name) { return known }
    longNames.append(name)
    return longNames.count - 1
  }

  private static func traits(of name: String) -> UnitTraits {
    let characters = name.unicodeScalars
    guard let last = characters.last else { return [] }
    if last == "元" { return .money }
    switch name.utf8.count {
    case 3:
      switch last {
      case "名", "人", "位", "户", "家", "支", "队": return .people
      case "米", "里": return .lengthUnit
      case "岁": return .age
      case "页": return .pages
      default: return []
      }
    case 6:
      guard let first = characters.first else { return [] }
      switch (first, last) {
      case ("公", "里"), ("千", "米"), ("厘", "米"), ("海", "里"): return .lengthUnit
      default: return []
      }
    default: return []
    }
  }
}

/// A name of at most 15 bytes of UTF-8 in two numbers.
private struct PackedName: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init?(_ name: String) {
    guard name.utf8.count < 16 else { return nil }
    var name = name
    name.withUTF8 { bytes in
      for byte in bytes {
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(byte)
      }
    }
    high |= UInt64(name.utf8.count) << 56
  }

  /// A longer name, by its number among those.
  init(overflow number: Int) {
    low = UInt64(truncatingIfNeeded: number)
    high = .max
  }
}
