/// Whole numbers as Chinese writes them.
public enum ChineseNumerals {
  /// The standard numeral: 3506 is 三千五百零六, 10040 一万零四十, -12 负十二.
  ///
  /// Units are 万, 亿 (10^8) and 兆 (10^12), so every `Int` has a text that `NumeralScanner` reads
  /// back to the same value.
  public static func text(for value: Int) -> String {
    guard value != 0 else { return "零" }
    var text = value < 0 ? "负" : ""
    let digits = numeral(for: value.magnitude)
    // 一十二 is said 十二 at the head of a numeral, 一百一十二 keeps its 一.
    text += digits.hasPrefix("一十") ? String(digits.dropFirst()) : digits
    return text
  }

  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let scales: [(value: UInt, name: String)] = [
    (1_000_000_000_000, "兆"), (100_000_000, "亿"), (10_000, "万"),
    (1000, "千"), (100, "百"), (10, "十"),
  ]

  private static func numeral(for value: UInt) -> String {
    if value < 10 { return digits[Int(value)] }
    guard let scale = scales.first(where: { $0.value <= value }) else { return "" }
    let rest = value % scale.value
    let head = numeral(for: value / scale.value) + scale.name
    if rest == 0 { return head }
    // A skipped decimal place is said: 一万零四十, 三千零五.
    let gap = rest < scale.value / 10 ? "零" : ""
    return head + gap + numeral(for: rest)
  }
}
