/// How bulletins write days.
enum CalendarWords {
  private static let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  /// 初九, 十五, 廿三 is not used; `nil` outside 1...30.
  static func lunarDay(_ day: Int) -> String? {
    switch day {
    case 1...10: "初" + digits[day - 1]
    case 11...19: "十" + digits[day - 11]
    case 20: "二十"
    case 21...29: "二十" + digits[day - 21]
    case 30: "三十"
    default: nil
    }
  }

  /// The name of a day one or two off that every month has.
  static func neighbour(ofLunarDay day: Int, _ generator: inout SeededGenerator) -> String {
    let others = [day - 2, day - 1, day + 1, day + 2].filter { 1...29 ~= $0 }
    return others.randomElement(using: &generator).flatMap(lunarDay) ?? "初一"
  }

  /// 正月, 二月 … 冬月 and 腊月 as 十一月 and 十二月; `nil` outside 1...12.
  static func lunarMonth(_ month: Int) -> String? {
    switch month {
    case 1: "正月"
    case 2...10: digits[month - 1] + "月"
    case 11: "十一月"
    case 12: "十二月"
    default: nil
    }
  }

  /// The name behind 星期 of a day by number. Day 0, 1970-01-01, was a Thursday.
  static func weekday(_ day: Int) -> String {
    ["四", "五", "六", "日", "一", "二", "三"][((day % 7) + 7) % 7]
  }

  static func monthDay(_ day: Int) -> String {
    let (_, month, day) = CivilDay.date(of: day)
    return "\(month)月\(day)日"
  }

  static func fullDay(_ day: Int) -> String { "\(CivilDay.date(of: day).year)年\(monthDay(day))" }
}
