import RuleEngine
import TongbaoText

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

  // MARK: Points and ranges

  /// A point, a range, a holiday or the same period, with what the word behind makes of it.
  func point() -> Expression? {
    let (first, second) = PointParts.sides(of: match)
    guard isPlausible(first, second) else { return nil }
    var start = first.point()
    let end = second.isEmpty ? nil : second.point()
    if match.rule.arguments["unit"] == "month" {
      start?.month = .anaphoric(0)
      if let third = first.integer(.third) { start?.section = .third(third) }
    }
    // A season by itself is that of the present year.
    if match.rule.arguments["unit"] == "year" { start?.year = .relative(0) }
    guard let start else { return nil }
    let content: TemporalExpression.Content
    if first.has(.holiday) {
      content = .holiday(start, end)
    } else if first.has(.samePeriod) {
      content = .samePeriod(start)
    } else if let end {
      content = .range(start, end)
    } else if first.has(.hourPair) {
      content = .range(start, Self.hourAfter(start))
    } else {
      content = .point(start)
    }
    let isApproximate =
      first.has(.approximate) || first.has(.about) || second.has(.approximate)
      || second.has(.about)
    return .temporal(
      TemporalExpression(
        content, bound: first.value(.modifier).flatMap(TemporalBound.init),
        isApproximate: isApproximate))
  }

  /// 七八点 lies between seven and eight o'clock.
  private static func hourAfter(_ point: TemporalPoint) -> TemporalPoint {
    var later = TemporalPoint()
    later.clock = point.clock.map {
      ClockReading(hour: $0.hour.map { $0 + 1 }, part: $0.part)
    }
    return later
  }

  /// Numbers that look like dates and are none.
  private func isPlausible(_ first: PointParts, _ second: PointParts) -> Bool {
    if countsWithLiang(first) || countsWithLiang(second) { return false }
    if let packed = first.integer(.packedDay) {
      return (1900...2100).contains(packed / 10_000) && (1...12).contains(packed / 100 % 100)
        && (1...31).contains(packed % 100)
    }
    if first.has(.shortYearAlone) { return isShortYear(first) }
    // 零点77 is a decimal number.
    if first.integer(.minute).map({ $0 > 59 }) == true, !isClockWritten(first) { return false }
    if let year = first.integer(.rocYear), first.range(.rocYear)?.count == 3,
      !(80...160).contains(year)
    {
      return false
    }
    if let year = first.integer(.year), year < 1000, !first.has(.relativeYear) { return false }
    return !isIdiom
  }

  /// 两 counts; neither days nor months are numbered with it.
  private func countsWithLiang(_ parts: PointParts) -> Bool {
    unit(at: parts.range(.month)) == 0x4E24 || unit(at: parts.range(.day)) == 0x4E24
  }

  /// Whether 时, a colon or 分 shows that hour and minute are ones, however large they are.
  private func isClockWritten(_ parts: PointParts) -> Bool {
    guard let minute = parts.range(.minute), minute.lowerBound > 0 else { return true }
    return context.text[minute.lowerBound - 1] != 0x70B9
      || minute.upperBound < context.text.count && context.text[minute.upperBound] == 0x5206
  }

  /// The first unit of a part.
  private func unit(at range: Range<Int>?) -> UInt16? {
    range.flatMap { $0.isEmpty ? nil : context.text[$0.lowerBound] }
  }

  /// Alone 一时, 一点 and 一日 are no times: 一时难以, 有一点, 一日之计.
  private var isIdiom: Bool {
    match.range.count == 2 && context.text[match.range.lowerBound] == 0x4E00
      && Self.idiomaticUnits.contains(context.text[match.range.lowerBound + 1])
  }

  private static let idiomaticUnits: UnitSet = "时点日"

  /// 98年 and 零九年 are years, 24年 and 七八年 lengths of time.
  private func isShortYear(_ parts: PointParts) -> Bool {
    guard let year = parts.integer(.shortYearAlone) else { return false }
    let isArabic = unit(at: parts.range(.shortYearAlone)).map { $0 < 0x80 } == true
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

  /// A five-year plan: its years, or all since its first; at its edge the first or the last alone.
  func plan() -> Expression? {
    guard let first = match.integer("plan") else { return nil }
    let last = first + 4
    let span: YearSpan =
      switch (match.word("plan-span") ?? match.word("plan-edge"))?.value {
      case "since": .since(first)
      case "start": .absolute(first...first)
      case "end": .absolute(last...last)
      default: .absolute(first...last)
      }
    return .temporal(TemporalExpression(.years(span)))
  }
}
