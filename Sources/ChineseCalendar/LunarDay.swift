/// A day of the Chinese lunisolar calendar, named by lunar year, month and day.
///
/// The value is a name only: whether the day exists is decided by ``LunarCalendar``. The lunar
/// year carries the number of the Gregorian year in which it begins: lunar 2023 runs from
/// 2023-01-22 to 2024-02-09.
public struct LunarDay: Hashable, Sendable, BitwiseCopyable {
  public let year: Int
  /// 1...12; a leap month has the number of the month it follows.
  public let month: Int
  public let isLeapMonth: Bool
  /// 1...30
  public let day: Int

  public init(year: Int, month: Int, isLeapMonth: Bool = false, day: Int) {
    self.year = year
    self.month = month
    self.isLeapMonth = isLeapMonth
    self.day = day
  }

  /// The day written `YYYY-MM-DD`, or `YYYY-MM*-DD` in a leap month; nil for any other text and
  /// for numbers that no lunar month has.
  public init?(_ text: some StringProtocol) {
    var fields = FieldReader(text.utf8)
    guard let year = fields.number(width: 4), fields.take("-"),
      let month = fields.number(width: 2)
    else { return nil }
    let isLeapMonth = fields.take("*")
    guard fields.take("-"), let day = fields.number(width: 2), fields.isAtEnd,
      (1...12).contains(month), (1...30).contains(day)
    else { return nil }
    self.init(year: year, month: month, isLeapMonth: isLeapMonth, day: day)
  }
}

extension LunarDay: Comparable {
  /// Calendar order: a leap month comes after the month whose number it has.
  public static func < (left: LunarDay, right: LunarDay) -> Bool {
    (left.year, left.month, left.isLeapMonth ? 1 : 0, left.day)
      < (right.year, right.month, right.isLeapMonth ? 1 : 0, right.day)
  }
}

extension LunarDay: CustomStringConvertible {
  /// `YYYY-MM-DD`, or `YYYY-MM*-DD` in a leap month.
  public var description: String {
    var text = DigitText()
    text.append(self)
    return text.string
  }

  /// `YYYY-MM`, or `YYYY-MM*` for a leap month.
  public var monthDescription: String {
    var text = DigitText()
    text.append(monthOf: self)
    return text.string
  }
}

extension LunarDay {
  /// The day as a calendar prints it: `甲辰年正月初九`. Empty parts stand for numbers that no
  /// lunar date has.
  public var chineseName: String {
    SexagenaryYear(lunarYear: year).name + "年"
      + (LunarNames.month(month, isLeap: isLeapMonth) ?? "") + (LunarNames.day(day) ?? "")
  }
}
