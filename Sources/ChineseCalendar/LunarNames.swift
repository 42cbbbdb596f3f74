/// The Chinese names of lunar months and days: 正月, 闰二月, 腊月; 初九, 十五, 二十三.
public enum LunarNames {
  private static let digits: [Character] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let months = [
    "正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月",
  ]
  private static let otherMonthNames = ["一月": 1, "十一月": 11, "十二月": 12, "蜡月": 12]

  /// The name of a month; nil outside 1...12.
  public static func month(_ number: Int, isLeap: Bool = false) -> String? {
    guard (1...12).contains(number) else { return nil }
    return (isLeap ? "闰" : "") + months[number - 1]
  }

  /// The month a name stands for: 正月, 一月, 闰二月, 冬月, 十一月, 腊月 …; nil for other texts.
  public static func month(named name: some StringProtocol) -> (number: Int, isLeap: Bool)? {
    let isLeap = name.first == "闰"
    let plain = String(isLeap ? name.dropFirst() : name[...])
    guard let number = months.firstIndex(of: plain).map({ $0 + 1 }) ?? otherMonthNames[plain]
    else { return nil }
    return (number, isLeap)
  }

  /// The name of a day of the month, 初一 to 三十; nil outside 1...30.
  public static func day(_ number: Int) -> String? {
    switch number {
    case 1...9: "初\(digits[number - 1])"
    case 10: "初十"
    case 11...19: "十\(digits[number - 11])"
    case 20: "二十"
    case 21...29: "二十\(digits[number - 21])"
    case 30: "三十"
    default: nil
    }
  }

  /// The day a name stands for: 初九, 十五, 二十三, 廿三, 三十, 卅; nil for other texts.
  public static func day(named name: some StringProtocol) -> Int? {
    let characters = Array(name)
    switch characters.first {
    case "初" where characters.count == 2:
      return characters[1] == "十" ? 10 : digit(characters[1])
    case "十" where characters.count == 2:
      return digit(characters[1]).map { 10 + $0 }
    case "廿" where characters.count <= 2:
      return characters.count == 1 ? 20 : digit(characters[1]).map { 20 + $0 }
    case "二" where characters.count >= 2 && characters[1] == "十":
      if characters.count == 2 { return 20 }
      return characters.count == 3 ? digit(characters[2]).map { 20 + $0 } : nil
    case "三" where characters.count == 2 && characters[1] == "十": return 30
    case "卅" where characters.count == 1: return 30
    default: return nil
    }
  }

  private static func digit(_ character: Character) -> Int? {
    digits.firstIndex(of: character).map { $0 + 1 }
  }
}

/// The place of a lunar year in the cycle of sixty: 甲辰, year of the dragon.
public struct SexagenaryYear: Hashable, Sendable {
  /// 0 (甲子) to 59 (癸亥).
  public let index: Int

  public init(lunarYear: Int) {
    let sinceCycleStart = (lunarYear % 60) - 4  // lunar year 4 was 甲子
    index = (sinceCycleStart + 120) % 60
  }

  /// Stem and branch: 甲辰.
  public var name: String { "\(Self.stems[index % 10])\(Self.branches[index % 12])" }

  /// The animal: 龙.
  public var zodiac: String { String(Self.animals[index % 12]) }

  private static let stems = Array("甲乙丙丁戊己庚辛壬癸")
  private static let branches = Array("子丑寅卯辰巳午未申酉戌亥")
  private static let animals = Array("鼠牛虎兔龙蛇马羊猴鸡狗猪")
}
