import ChineseCalendar
import TongbaoText

/// Finds the reference date of a document that comes without one.
///
/// A date with a label (发布时间) or on a line of its own states it. Else the year is inferred
/// from what has to agree: each month and day with a lunar day, weekday or festival beside it
/// holds in some years only, and the years that satisfy most of these pairs are left.
struct ReferenceSolver {
  let cues: TextCues
  let calendar: CalendarTables
  let items: [GlossFinder.Item]
  /// Host of each gloss, by index.
  let hosts: [Int: Int]

  struct Solution {
    var day: GregorianDay?
    var seconds: Int?
    var reference: ReferenceDate
  }

  private static let years = LunarCalendar.gregorianYears

  /// The years that a bulletin without one can be of. A misprinted gloss holds in some year, too, but
  /// mostly in one before there were bulletins to crawl.
  private static let inferableYears = 1990...2040

  /// The date that the caller gives, `YYYY-MM-DD` or with `THH:mm:ss`.
  static func given(_ published: String) -> Solution? {
    let fields = published.split(separator: "T", maxSplits: 1)
    guard let first = fields.first, let day = GregorianDay(iso: first.prefix(10)) else {
      return nil
    }
    var seconds: Int?
    if fields.count == 2 {
      let clock = fields[1].prefix(8).split(separator: ":").compactMap { Int($0) }
      if clock.count >= 2 {
        seconds = clock[0] * 3600 + clock[1] * 60 + (clock.count > 2 ? clock[2] : 0)
      }
    }
    return Solution(
      day: day, seconds: seconds, reference: ReferenceDate(date: published, basis: .given))
  }

  func solve() -> Solution {
    if let (day, index) = labelledDate ?? dateOnItsOwnLine {
      return Solution(
        day: day,
        reference: ReferenceDate(date: day.description, basis: .stated, evidence: [index]))
    }
    if let solution = inferredFromPairs() { return solution }
    if let (day, index) = latestFullDate {
      return Solution(
        day: day,
        reference: ReferenceDate(date: day.description, basis: .stated, evidence: [index]))
    }
    return inferredFromYears() ?? Solution(reference: .unknown)
  }

  // MARK: Stated

  private var labelledDate: (GregorianDay, Int)? {
    for item in items {
      if let day = fullDay(item.start), cues.isLabelled(item.range.lowerBound) {
        return (day, item.index)
      }
    }
    return nil
  }

  /// The last date that is a line by itself, but for parentheses, a weekday or a clock time.
  private var dateOnItsOwnLine: (GregorianDay, Int)? {
    for item in items.reversed() where hosts[item.index] == nil {
      guard let day = fullDay(item.start) else { continue }
      if cues.isAloneOnLine(item.range) || isDateline(item.range) { return (day, item.index) }
    }
    return nil
  }

  /// A short line that opens with a parenthesis: (2020年1月10日在市公安工作会议上).
  private func isDateline(_ range: Range<Int>) -> Bool {
    guard let line = cues.line(of: range, shorterThan: 40) else { return false }
    let first = line.lowerBound < range.lowerBound ? line.lowerBound : range.upperBound
    return first < line.upperBound && cues.units[first] == 0x28 && line.count - range.count > 2
  }

  private var latestFullDate: (GregorianDay, Int)? {
    items.compactMap { item in fullDay(item.start).map { ($0, item.index) } }
      .filter { $0.0.year <= calendar.lastKnownYear + 1 }
      .max { $0.0 < $1.0 }
  }

  private func fullDay(_ point: TemporalPoint?) -> GregorianDay? {
    guard let point, case .number(let year)? = point.year, case .number(let month)? = point.month,
      case .number(let day)? = point.day
    else { return nil }
    return GregorianDay(year: year, month: month, day: day)
  }

  // MARK: Inferred

  /// A month and day with what has to hold on it.
  private struct Pair {
    var month: Int
    var day: Int
    var gloss: TemporalPoint
    var host: TemporalPoint
    var evidence: [Int]
    /// Lunar days single out one year in nineteen or so, weekdays one in seven.
    var weight: Int
  }

  private var pairs: [Pair] {
    let points = Dictionary(
      uniqueKeysWithValues: items.compactMap { item in item.start.map { (item.index, $0) } })
    return hosts.sorted { $0.key < $1.key }.compactMap { gloss, host in
      guard let first = points[host], let second = points[gloss] else { return nil }
      return pair(date: first, gloss: second, evidence: [host, gloss])
        ?? pair(date: second, gloss: first, evidence: [host, gloss])
    }
  }

  private func pair(date: TemporalPoint, gloss: TemporalPoint, evidence: [Int]) -> Pair? {
    guard date.year == nil, let (month, day) = monthAndDay(date) else { return nil }
    let weight: Int
    if gloss.lunar?.month != nil, gloss.lunar?.day != nil {
      weight = 3
    } else if gloss.festival != nil || gloss.term != nil {
      weight = 2
    } else if gloss.weekday != nil, gloss.week == nil {
      weight = 1
    } else {
      return nil
    }
    return Pair(
      month: month, day: day, gloss: gloss, host: date, evidence: evidence, weight: weight)
  }

  private func monthAndDay(_ point: TemporalPoint) -> (Int, Int)? {
    guard point.lunar == nil, case .number(let day)? = point.day else { return nil }
    if case .number(let month)? = point.month { return (month, day) }
    // 6月4日、5日: the month stands before.
    return nil
  }

  private func holds(_ pair: Pair, in year: Int) -> Bool {
    guard let day = GregorianDay(year: year, month: pair.month, day: pair.day) else {
      return false
    }
    if let lunar = pair.gloss.lunar, let month = lunar.month, let number = lunar.day {
      guard let name = try? LunarCalendar.lunarDay(of: day) else { return false }
      return name.month == month && name.day == number && name.isLeapMonth == lunar.isLeap
    }
    if let festival = pair.gloss.festival {
      return FestivalDays(festivals: calendar.festivals).day(of: festival, year: year)?.day == day
    }
    if let term = pair.gloss.term.flatMap(SolarTerm.init(rawValue:)) {
      return (try? SolarTerms.day(of: term, year: year)) == day
    }
    return pair.gloss.weekday == day.weekday
  }

  /// Years that a date of the text names outright.
  private var statedYears: [Int: [Int]] {
    var years: [Int: [Int]] = [:]
    for item in items {
      guard case .number(let year)? = item.start?.year, Self.years.contains(year) else { continue }
      years[year, default: []].append(item.index)
    }
    return years
  }

  private func inferredFromPairs() -> Solution? {
    let pairs = self.pairs
    guard !pairs.isEmpty else { return nil }
    let scores = Self.inferableYears.map { year in
      let holding = pairs.filter { holds($0, in: year) }
      return (year: year, count: holding.count, weight: holding.reduce(0) { $0 + $1.weight })
    }
    // Most pairs decide, so that one slip does not; of as many, those that prove more.
    guard let best = scores.max(by: { ($0.count, $0.weight) < ($1.count, $1.weight) }),
      best.count > 0
    else { return nil }
    let fitting = scores.filter { $0.count == best.count && $0.weight == best.weight }.map(\.year)
    let stated = statedYears
    let year =
      fitting.last { stated[$0] != nil && $0 <= calendar.lastKnownYear }
      ?? fitting.last { $0 <= calendar.lastKnownYear } ?? fitting.first
    guard let year else { return nil }
    let proof = pairs.filter { holds($0, in: year) }
    guard let first = proof.first,
      let anchor = GregorianDay(year: year, month: first.month, day: first.day)
    else { return nil }
    let others = fitting.filter { $0 != year && $0 <= calendar.lastKnownYear }.suffix(5)
    return solution(
      anchor: anchor, evidence: proof.flatMap(\.evidence) + (stated[year] ?? []),
      alternatives: others.reversed().map(fourDigits))
  }

  private func inferredFromYears() -> Solution? {
    let stated = statedYears
    guard let year = stated.keys.filter({ $0 <= calendar.lastKnownYear }).max(),
      let middle = GregorianDay(year: year, month: 7, day: 1)
    else { return nil }
    return solution(anchor: middle, evidence: stated[year] ?? [], alternatives: [])
  }

  /// The latest day that the text names in that year is its reference date.
  private func solution(
    anchor: GregorianDay, evidence: [Int], alternatives: [String]
  ) -> Solution {
    var latest: GregorianDay?
    for item in items where !cues.pointsAhead(item.range) {
      guard let point = item.start, point.lunar == nil, case .number(let month)? = point.month
      else { continue }
      var day = 1
      if case .number(let number)? = point.day { day = number }
      let years: [Int]
      if case .number(let year)? = point.year {
        years = [year]
      } else if point.year == nil {
        years = [anchor.year, anchor.year - 1, anchor.year + 1]
      } else {
        continue
      }
      let nearest = years.compactMap { GregorianDay(year: $0, month: month, day: day) }
        .min { $0.distance(to: anchor) < $1.distance(to: anchor) }
      if let nearest, nearest.year <= anchor.year, latest.map({ $0 < nearest }) ?? true {
        latest = nearest
      }
    }
    let day = latest ?? anchor
    return Solution(
      day: day,
      reference: ReferenceDate(
        date: day.description, basis: .inferred, evidence: Array(Set(evidence)).sorted(),
        alternatives: alternatives))
  }
}
