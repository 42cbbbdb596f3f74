import TongbaoText

/// Compares date values.
enum ComparedPeriods {
  /// Year on year where the base is the same stretch of the year before, month on month where it
  /// is the month before.
  ///
  /// - Parameters:
  ///   - base: the date value of what is compared with.
  ///   - words: where it stands in the working text.
  ///   - period: the date value of what is compared.
  static func kind(
    of base: String, as words: Range<Int>, of units: [UInt16], against period: String?
  ) -> Figure.Comparison.Kind {
    // 与2021年同期 in a report of 2023 goes two years back.
    if let period, let before = Int(base.prefix(4)), let after = Int(period.prefix(4)),
      before + 1 < after
    {
      return .base
    }
    if !yearEnds.ends(words, of: units), yearBefore.occurs(in: words, of: units) { return .yoy }
    if monthBefore.occurs(in: words, of: units) { return .mom }
    guard let period, let before = DateParts(base), let after = DateParts(period),
      before.count == after.count
    else { return .base }
    if before.count > 1, before.year + 1 == after.year, before.month == after.month,
      before.day == after.day
    {
      return .yoy
    }
    if before.count == 2, before.year * 12 + before.month + 1 == after.year * 12 + after.month {
      return .mom
    }
    return .base
  }

  private static let yearEnds: PhraseSet = ["底", "末"]
  private static let yearBefore: PhraseSet = ["去年", "上年", "上一年", "同期"]
  private static let monthBefore: PhraseSet = ["上月", "上个月", "上周"]
}

/// Year, month and day of a date value, as far as it has them.
private struct DateParts {
  private(set) var count = 0
  private(set) var year = 0
  private(set) var month = 0
  private(set) var day = 0

  /// `nil` for anything but one date in numbers.
  init?(_ value: String) {
    var number: Int?
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard (number ?? 0) < 1_000_000 else { return nil }
        number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "-"):
        guard let part = number, append(part) else { return nil }
        number = nil
      default: return nil
      }
    }
    guard let last = number, append(last) else { return nil }
  }

  private mutating func append(_ part: Int) -> Bool {
    switch count {
    case 0: year = part
    case 1: month = part
    case 2: day = part
    default: return false
    }
    count += 1
    return true
  }
}
