import ChineseCalendar
import TongbaoText

/// What a gloss says about a day: its name in the lunar calendar, its weekday, its festival.
struct DayAssertion {
  enum Claim: Hashable {
    /// `day` is `nil` where only the month is named.
    case lunar(month: Int, isLeap: Bool, day: Int?)
    case lunarEve
    case weekday(Int)
    case term(SolarTerm)
  }

  let placed: PlacedMention
  /// The gloss as it is written.
  let text: String
  let claim: Claim

  var isWeekday: Bool { if case .weekday = claim { true } else { false } }

  /// Reads a mention as a gloss; `nil` for mentions that name a day by the Gregorian calendar.
  init?(_ placed: PlacedMention, in view: ReportView, names: DayNames) {
    guard Self.mayBe(placed, in: view),
      let claim = Self.claim(
        of: placed, named: view.slice(placed.range), in: view, names: names)
    else { return nil }
    self.placed = placed
    text = view.text(of: placed)
    self.claim = claim
  }

  /// Whether a mention is no name with Arabic digits, a Gregorian one, as most are.
  static func mayBe(_ placed: PlacedMention, in view: ReportView) -> Bool {
    placed.type == .date && !placed.range.contains { TextSlice.isDigit(view.text.units[$0]) }
  }

  private static func claim(
    of mention: PlacedMention, named written: TextSlice, in view: ReportView, names: DayNames
  ) -> Claim? {
    let written = written.withoutBlanks
    if let weekday = weekday(named: written) { return .weekday(weekday) }
    if written.contains(lunarEves) { return .lunarEve }
    // 今年, 上半年 and 近日 name no day.
    let lunar = view.lunar(of: mention)
    if lunar == nil, mention.days.map({ $0.day == nil }) ?? !mention.isUndated {
      return nil
    }
    let mayBeName = names.mayStand(in: written)
    if mayBeName, let term = names.term(named: written) { return .term(term) }
    if let lunar = lunar.flatMap(LunarStem.init) {
      return .lunar(month: lunar.month, isLeap: lunar.isLeap, day: lunar.day)
    }
    guard mayBeName else { return nil }
    switch names.rule(ofFestival: written.description) {
    case .lunar(let month, let day): return .lunar(month: month, isLeap: false, day: day)
    case .lunarEve: return .lunarEve
    case .term(let term): return .term(term)
    case .gregorian, .weekday, nil: return nil
    }
  }

  private static let lunarEves = Cue("除夕", "大年三十", "年三十", "大年夜")
  private static let weekPrefixes = Cue("星期", "礼拜", "周")

  private static func weekday(named name: TextSlice) -> Int? {
    guard let last = name.units.last, name.hasPrefix(weekPrefixes),
      name.first(weekPrefixes)?.upperBound == name.range.upperBound - 1
    else { return nil }
    if last == 0x5929 { return 7 }  // 天
    return weekdayUnits.firstIndex(of: last).map { $0 + 1 }
  }

  private static let weekdayUnits = weekdayNames.flatMap(\.utf16)
  static let weekdayNames = ["一", "二", "三", "四", "五", "六", "日"]

  /// Whether the day bears that name. A leap month may be written without 闰; days outside the
  /// tables are not disputed.
  func holds(on day: GregorianDay) -> Bool {
    switch claim {
    case .weekday(let number): return day.weekday == number
    case .term(let term):
      return (try? SolarTerms.day(of: term, year: day.year)).map { $0 == day } ?? true
    case .lunarEve:
      guard let next = day.adding(days: 1),
        let lunar = try? LunarCalendar.lunarDay(of: next)
      else { return true }
      return lunar.month == 1 && lunar.day == 1
    case .lunar(let month, let isLeap, let number):
      guard let lunar = try? LunarCalendar.lunarDay(of: day) else { return true }
      return lunar.month == month && (lunar.isLeapMonth || !isLeap)
        && (number == nil || lunar.day == number)
    }
  }

  /// How many days lie between a day and the nearest one that the gloss names; `nil` for more than
  /// half a month.
  func distance(from day: GregorianDay) -> Int? {
    (0...15).first { distance in
      [distance, -distance].contains { day.adding(days: $0).map(holds) ?? false }
    }
  }

  /// What the gloss would have to say on that day.
  func corrected(for day: GregorianDay) -> String {
    switch claim {
    case .weekday: return "星期" + Self.weekdayNames[day.weekday - 1]
    case .term, .lunar, .lunarEve:
      guard let lunar = try? LunarCalendar.lunarDay(of: day) else { return day.description }
      return (LunarNames.month(lunar.month, isLeap: lunar.isLeapMonth) ?? "")
        + (LunarNames.day(lunar.day) ?? "")
    }
  }
}

/// Month and day of a lunar value, `2024-01-09`, `2025-06*-09`, `XXXX-12-30` or `2025-06*`.
struct LunarStem: Hashable {
  var month: Int
  var isLeap: Bool
  var day: Int?

  init?(_ value: String) {
    var value = value
    let stem = value.withUTF8 { LunarStem(bytes: $0) }
    guard let stem else { return nil }
    self = stem
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    let dash = UInt8(ascii: "-")
    let parts = bytes.split(separator: dash, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].count == 4 else { return nil }
    isLeap = parts[1].last == UInt8(ascii: "*")
    guard let month = Self.number(isLeap ? parts[1].dropLast() : parts[1]), 1...12 ~= month else {
      return nil
    }
    self.month = month
    guard parts.count == 3 else { return }
    guard let day = Self.number(parts[2]), 1...30 ~= day else { return nil }
    self.day = day
  }

  /// A number of one or two digits.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard 1...2 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
