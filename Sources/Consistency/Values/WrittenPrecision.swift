import Numerals

/// How finely an amount is written: the distance between two neighbours of the same form.
enum WrittenPrecision {
  /// The power of ten that the distance is: 2 for 1.36万, -1 for 65.3, 4 for 5万 and 二百三十万,
  /// `nil` for the plain counts 402 and 三千五百. A share is always rounded: 0 for 21%, 1 for 三成.
  static func exponent(of text: TextSlice, isShare: Bool, isPercent: Bool) -> Int? {
    if !isShare, isPlain(text) { return nil }
    let numeral = numeral(of: text)
    let exponent = numeral.scale - numeral.decimals
    guard isShare else { return exponent == 0 ? nil : exponent }
    if isPercent, text.contains(tenths) { return numeral.decimals > 0 ? 0 : 1 }
    return exponent
  }

  /// Whether only Arabic digits stand before the unit, as in most counts: 402起.
  private static func isPlain(_ text: TextSlice) -> Bool {
    text.units.withUnsafeBufferPointer { units in
      var position = 0
      while position < units.count, TextSlice.isDigit(units[position]) { position += 1 }
      guard position > 0, position < units.count else { return position > 0 }
      let unit = units[position]
      return unit != 0x2E && unit != 0x4E07 && unit != 0x4EBF && !isChineseDigit(unit)
        && !isFiller(unit)
    }
  }

  private static let percentPrefix = Cue("百分之", "千分之")
  /// 之
  private static let share: UInt16 = 0x4E4B
  private static let tenths = Cue("成", "折")

  /// The step of so many powers of ten.
  static func power(_ exponent: Int) -> ExactDecimal {
    ExactDecimal(coefficient: 1, exponent: exponent) ?? .zero
  }

  /// Digits after the point, and the power of ten that scale words after the digits stand for.
  private static func numeral(of text: TextSlice) -> (decimals: Int, scale: Int) {
    guard text.units.contains(share), let prefix = text.first(percentPrefix) else {
      return text.units.withUnsafeBufferPointer(numeral)
    }
    return text.units[prefix.upperBound...].withUnsafeBufferPointer(numeral)
  }

  private static func numeral(
    of units: UnsafeBufferPointer<UInt16>
  ) -> (decimals: Int, scale: Int) {
    var decimals: Int?
    var scale = 0
    var isInside = false
    var result = (decimals: 0, scale: 0)
    for position in units.indices {
      let unit = units[position]
      if TextSlice.isDigit(unit) {
        if scale > 0 || !isInside { (decimals, scale) = (nil, 0) }
        isInside = true
        decimals = decimals.map { $0 + 1 }
      } else if unit == 0x2E, isInside {
        decimals = 0
      } else if let power = scalePower(unit, in: units, at: position) {
        scale += power
        isInside = true
      } else if isChineseDigit(unit) {
        (decimals, scale, isInside) = (nil, 0, true)
      } else if isInside, !isFiller(unit) {
        // What follows is the unit, whose own 百 and 千 (百分点, 千克) are no digits.
        break
      }
      if isInside { result = (decimals ?? 0, scale) }
    }
    return result
  }

  /// 万 and 亿 round what stands before them; 百 and 千 do so after Arabic digits only, and not
  /// where they begin a unit such as 千克.
  private static func scalePower(
    _ unit: UInt16, in units: UnsafeBufferPointer<UInt16>, at position: Int
  ) -> Int? {
    switch unit {
    case 0x4E07: return 4  // 万
    case 0x4EBF: return 8  // 亿
    case 0x767E, 0x5343:  // 百 千
      guard position > 0, TextSlice.isDigit(units[position - 1]) else { return nil }
      let next = position + 1 < units.count ? units[position + 1] : 0
      if "克米瓦卡赫帕伏".utf16.contains(next) { return nil }
      return unit == 0x767E ? 2 : 3
    default: return nil
    }
  }

  private static func isChineseDigit(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x96F6, 0x3007, 0x4E00, 0x4E8C, 0x4E24, 0x4E09, 0x56DB, 0x4E94,  // 零〇一二两三四五
      0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343:  // 六七八九十百千
      true
    default: false
    }
  }

  /// , blank 余 多 来 几
  private static func isFiller(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2C, 0x20, 0x4F59, 0x591A, 0x6765, 0x51E0: true
    default: false
    }
  }
}
