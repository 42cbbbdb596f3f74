/// What a calendar question asks for.
enum CalendarQuestion: Equatable {
  case day(GregorianDay)
  case lunarDay(LunarDay)
  case year(Int)

  private static let lunarPrefixes = ["农历", "阴历", "旧历", "lunar:"]

  /// Reads a question; see `CalendarQueryError.unreadable` for the forms.
  init(_ text: String, festivals: FestivalTable) throws(CalendarQueryError) {
    let trimmed = Self.trimmed(text[...])
    if let prefix = Self.lunarPrefixes.first(where: trimmed.hasPrefix) {
      let name = Self.trimmed(trimmed.dropFirst(prefix.count))
      guard let lunar = LunarDay(name) ?? Self.lunarDay(named: name) else {
        throw .unreadable(text)
      }
      self = .lunarDay(lunar)
    } else if trimmed.contains("*"), let lunar = LunarDay(trimmed) {
      self = .lunarDay(lunar)
    } else if let lunar = Self.lunarDay(named: trimmed) {
      self = .lunarDay(lunar)
    } else if let (year, month, day) = Self.isoNumbers(trimmed) ?? Self.chineseNumbers(trimmed) {
      guard let day = GregorianDay(year: year, month: month, day: day) else {
        throw .noSuchDay(String(trimmed))
      }
      self = .day(day)
    } else if let (year, rest) = Self.leadingYear(trimmed) {
      self = try Self.year(year, followedBy: rest, of: text, festivals: festivals)
    } else {
      throw .unreadable(text)
    }
  }

  /// `2024`, `2024年`, `2024年中秋节` or `2024年春分`.
  private static func year(
    _ year: Int, followedBy rest: Substring, of text: String, festivals: FestivalTable
  ) throws(CalendarQueryError) -> CalendarQuestion {
    let name = trimmed(rest)
    if name.isEmpty { return .year(year) }
    if let festival = festivals.festival(named: String(name)) {
      guard let day = festival.day(inYear: year) else {
        throw .noFestival(festival.name, year: year)
      }
      return .day(day)
    }
    guard let term = SolarTerm(chineseName: name) else { throw .unreadable(text) }
    do { return .day(try SolarTerms.day(of: term, year: year)) } catch { throw .outOfRange(error) }
  }

  /// `2023年闰二月十五`
  private static func lunarDay(named text: Substring) -> LunarDay? {
    guard let (year, rest) = leadingYear(text), let monthEnd = rest.firstIndex(of: "月"),
      let month = LunarNames.month(named: rest[...monthEnd]),
      let day = LunarNames.day(named: rest[rest.index(after: monthEnd)...])
    else { return nil }
    return LunarDay(year: year, month: month.number, isLeapMonth: month.isLeap, day: day)
  }

  private static func isoNumbers(_ text: Substring) -> (Int, Int, Int)? {
    var fields = FieldReader(text.utf8)
    guard let year = fields.number(width: 4), fields.take("-"),
      let month = fields.number(width: 2), fields.take("-"),
      let day = fields.number(width: 2), fields.isAtEnd
    else { return nil }
    return (year, month, day)
  }

  /// `2024年2月18日`
  private static func chineseNumbers(_ text: Substring) -> (Int, Int, Int)? {
    guard let (year, rest) = leadingYear(text), text.last == "日",
      let monthEnd = rest.firstIndex(of: "月"), let month = Int(rest[..<monthEnd]),
      let day = Int(rest[rest.index(after: monthEnd)...].dropLast())
    else { return nil }
    return (year, month, day)
  }

  /// Four digits, Arabic or Chinese (二〇二三), and 年 if it follows; then the rest.
  private static func leadingYear(_ text: Substring) -> (year: Int, rest: Substring)? {
    let digits = text.prefix(4)
    guard digits.count == 4 else { return nil }
    var year = 0
    for character in digits {
      guard let digit = digit(character) else { return nil }
      year = year * 10 + digit
    }
    let rest = text.dropFirst(4)
    return (year, rest.first == "年" ? rest.dropFirst() : rest)
  }

  private static func digit(_ character: Character) -> Int? {
    if character.isASCII { return character.isNumber ? character.wholeNumberValue : nil }
    if character == "○" { return 0 }
    return Array("〇一二三四五六七八九").firstIndex(of: character)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
