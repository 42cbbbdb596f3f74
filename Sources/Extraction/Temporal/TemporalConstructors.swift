import Lexicon
import RuleEngine

extension Constructors {
  /// The value constructors of dates, times, durations and recurrences. The parts that they read
  /// are listed at ``PointReader`` and below.
  static let temporal: [String: Constructor] = [
    "date": { match, context in TemporalBuilder(match, context).point() },
    "time": { match, context in TemporalBuilder(match, context).point() },
    "era": { match, context in TemporalBuilder(match, context).era() },
    "plan": { match, context in TemporalBuilder(match, context).plan() },
    "duration": { match, context in TemporalBuilder(match, context).duration() },
    "recurrence": { match, context in TemporalBuilder(match, context).recurrence() },
    "offset": { match, context in TemporalBuilder(match, context).offset() },
    "window": { match, context in TemporalBuilder(match, context).window() },
    "moment": { match, context in TemporalBuilder(match, context).moment() },
  ]
}

/// Builds temporal expressions from one match.
struct TemporalBuilder {
  let match: Match
  let context: ConstructionContext

  init(_ match: Match, _ context: ConstructionContext) {
    self.match = match
    self.context = context
  }

  func text(_ range: Range<Int>) -> String { String(decoding: context.text[range], as: UTF16.self) }

  private func text(of part: HashedName) -> String { match[part].map { text($0.range) } ?? "" }

  // MARK: Points and ranges

  /// A point, a range, a holiday or the same period, with what the word behind makes of it.
  func point() -> Expression? {
    guard isPlausible else { return nil }
    var start = PointReader(match: match, suffix: "").point()
    let end = PointReader(match: match, suffix: "2").point()
    if match.rule.arguments["unit"] == "month" {
      start?.month = .anaphoric(0)
      if let third = match.integer("third") { start?.section = .third(third) }
    }
    guard let start else { return nil }
    let content: TemporalExpression.Content
    if match.has("holiday") {
      content = .holiday(start, end)
    } else if match.has("same-period") {
      content = .samePeriod(start)
    } else if let end {
      content = .range(start, end)
    } else {
      content = .point(start)
    }
    let isApproximate =
      match.has("approximate") || match.has("about") || match.has("approximate2")
      || match.has("about2")
    return .temporal(
      TemporalExpression(
        content, bound: match.word("modifier").flatMap { TemporalBound(rawValue: $0.value) },
        isApproximate: isApproximate))
  }

  /// Numbers that look like dates and are none.
  private var isPlausible: Bool {
    for part in ["month", "month2", "day", "day2"] as [HashedName]
    where text(of: part).hasPrefix("两") {
      return false
    }
    if let packed = match.integer("packed-day") {
      return (1900...2100).contains(packed / 10_000) && (1...12).contains(packed / 100 % 100)
        && (1...31).contains(packed % 100)
    }
    if match.has("short-year-alone") { return isShortYear }
    if let year = match.numeral("roc-year")?.integer, match["roc-year"]?.range.count == 3,
      !(80...160).contains(year)
    {
      return false
    }
    if let year = match.integer("year"), year < 1000, !match.has("relative-year") { return false }
    // Alone these are no times: 一时难以, 有一点, 一日之计.
    return !["一时", "一点", "一日"].contains(text(match.range))
  }

  /// 98年 and 零九年 are years, 24年 and 七八年 lengths of time.
  private var isShortYear: Bool {
    guard let year = match.integer("short-year-alone") else { return false }
    let digits = text(of: "short-year-alone")
    let isArabic = digits.utf8.first.map { $0 < 0x80 } == true
    let isApproximation = year / 10 + 1 == year % 10 || year == 35
    if year < 10 || year >= 50 { return isArabic || !isApproximation }
    return !isArabic && !isApproximation
  }

  // MARK: Years

  func era() -> Expression? {
    let decade = match.integer("decade")
    if let decade, !decade.isMultiple(of: 10) { return nil }
    let part = match.word("era-part")?.value
    var years = decade.map { $0...($0 + 9) } ?? 0...99
    let share = decade == nil ? 20 : 3
    switch part {
    case "start": years = years.lowerBound...(years.lowerBound + share - 1)
    case "end": years = (years.upperBound - share + 1)...years.upperBound
    case "middle": years = (years.lowerBound + share)...(years.upperBound - share)
    default: break
    }
    if let century = match.integer("century") {
      let first = (century - 1) * 100
      // A century as a whole runs from 1801 to 1900; its decades from 1870 to 1879.
      let shift = decade == nil && part == nil ? 1 : 0
      let span = (first + years.lowerBound + shift)...(first + years.upperBound + shift)
      return .temporal(TemporalExpression(.years(.absolute(span))))
    }
    if let shift = match.integer("relative-century") {
      return .temporal(TemporalExpression(.years(.century(shift: shift, years: years))))
    }
    // A decade without its century is one of the last hundred years.
    let first = years.lowerBound >= 30 ? 1900 : 2000
    return .temporal(
      TemporalExpression(
        .years(.absolute((first + years.lowerBound)...(first + years.upperBound)))))
  }

  func plan() -> Expression? {
    guard let first = match.integer("plan") else { return nil }
    let lasts = match.word("plan-span")?.value == "since"
    return .temporal(
      TemporalExpression(.years(lasts ? .since(first) : .absolute(first...(first + 4)))))
  }
}

/// A number below 100 with two digits.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
