/// The code of an administrative division: six digits by GB/T 2260, nine for a town or street.
///
/// Nesting is arithmetic: `610000` holds `610600`, which holds `610602`, which holds `610602102`.
public struct DivisionCode: RawRepresentable, Sendable, Hashable, Comparable {
  public enum Level: Int, Sendable, Comparable {
    case province, prefecture, county, township

    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  public var rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// `nil` for anything but six or nine digits.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 6 || text.utf8.count == 9 else { return nil }
    var value: UInt32 = 0
    for byte in text.utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + UInt32(byte - 0x30)
    }
    self.init(rawValue: value)
  }

  public var level: Level {
    if rawValue >= 1_000_000 { return .township }
    if rawValue % 10_000 == 0 { return .province }
    return rawValue % 100 == 0 ? .prefecture : .county
  }

  /// The first six digits: a town's county, or the code itself.
  public var county: DivisionCode {
    level == .township ? DivisionCode(rawValue: rawValue / 1_000) : self
  }

  /// The first four digits, as a prefecture's code.
  public var prefecture: DivisionCode {
    DivisionCode(rawValue: county.rawValue / 100 * 100)
  }

  /// The first two digits, as a province's code.
  public var province: DivisionCode {
    DivisionCode(rawValue: county.rawValue / 10_000 * 10_000)
  }

  /// Whether `other` lies inside this division or is the same.
  public func contains(_ other: DivisionCode) -> Bool {
    switch level {
    case .province: other.province == self
    case .prefecture: other.prefecture == self
    case .county: other.county == self
    case .township: other == self
    }
  }

  /// Hong Kong, Macao and Taiwan, whose parts have no codes of their own.
  public var isTerritory: Bool {
    switch province.rawValue {
    case 710_000, 810_000, 820_000: true
    default: false
    }
  }

  public static func < (left: DivisionCode, right: DivisionCode) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension DivisionCode: CustomStringConvertible {
  public var description: String { String(rawValue) }
}
