/// Which way a number is said to go.
enum Direction: String, Sendable {
  case up, down

  /// How a finding writes it.
  var word: String { self == .up ? "上升" : "下降" }
}

/// The words with which reports compare two numbers.
enum ChangeWords {
  static let up = Cue(
    "上升", "增长", "增加", "提高", "提升", "上涨", "升高", "上浮", "攀升", "增幅", "升幅", "涨幅", "增多", "多", "增", "升",
    "涨",
    "扩大", "净增", "多出", "成长", "年增", "月增")
  static let down = Cue(
    "下降", "减少", "降低", "回落", "下滑", "降幅", "减幅", "跌幅", "缩减", "压降", "压减", "少", "降", "减", "跌", "缩短",
    "收窄", "年减", "月减", "衰退")
  static let direction = up + down

  /// Words that may stand between a compared number and the size of its change.
  static let link =
    direction
    + Cue(
      "同比", "环比", "按年", "按月", "按季", "相比", "较", "比", "与", "和", "上年", "去年", "同期", "上月", "上季度", "上周",
      "前一年", "上一年", "的",
      "了",
      "幅度", "比例", "达", "达到", "为", "约", "相应", "总体", "总量", "净", "至", "到", "数", "也", "又", "则", "均",
      "即", "有",
      "下", "幅", "相对", "同", "上", "年")

  /// Words that make the number before or after them the base of a comparison.
  static let past = Cue(
    "去年", "上年", "同期", "上月", "上周", "前一周", "上季度", "前年", "上一年", "前一年", "往年", "此前", "原来")

  /// Words between the current number and its base, apart from a date.
  static let towardsBase = Cue(
    "比", "较", "与", "和", "去年", "上年", "同期", "上月", "上周", "上季度", "前年", "上一年", "前一年", "的", "为", "是", "有",
    "相比", "而", "同", "则", "仅", "仅为", "当时", "约", "全年", "分别", "之", "于", "前一周", "相较")

  /// Comparisons with the year before, whose number may follow in brackets.
  static let yearly = Cue("同比", "按年", "较去年", "较上年", "比去年", "比上年")
  static let compared = Cue("比", "较", "相比")
  static let with = Cue("与", "和", "同")
  static let comparedBehind = Cue("相比", "比较", "相较")
  static let origin = Cue("由", "从", "自")

  /// The way of the last such word.
  static func direction(in slice: TextSlice) -> (way: Direction, range: Range<Int>)? {
    guard let range = slice.last(direction) else { return nil }
    return (slice[range].first(up) == range ? .up : .down, range)
  }

  /// The time that the words around a size or a base say it is compared with.
  static func basis(in slice: TextSlice) -> ComparisonBasis? {
    if slice.contains(yearBefore) { return .yearBefore }
    return slice.contains(periodBefore) ? .periodBefore : nil
  }

  private static let yearBefore = Cue("同比", "按年", "去年", "上年", "同期", "上一年", "前一年")
  private static let periodBefore = Cue(
    "环比", "按月", "按季", "上月", "上个月", "上周", "前一周", "上季度")
}

/// What a number is compared with: the same time of the year before, or the time just before.
enum ComparisonBasis: Sendable {
  case yearBefore, periodBefore
}
