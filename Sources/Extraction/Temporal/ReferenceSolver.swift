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
  let items: [TemporalItem]

  struct Solution {
    var day: GregorianDay?
    var seconds: Int?
    var reference: ReferenceDate
  }

  /// The date that the caller gives, `YYYY-MM-DD` or with `THH:mm:ss`.
  static func given(_ published: String) -> Solution? {
    if let day = GregorianDay(iso: published) {
      return Solution(day: day, reference: ReferenceDate(date: published, basis: .given))
    }
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
    if let solution = stated(labelledDate ?? dateOnItsOwnLine) { return solution }
    if let solution = inferredFromPairs() { return solution }
    if let solution = stated(latestFullDate) { return solution }
    return inferredFromYears() ?? Solution(reference: .unknown)
  }

  // MARK: Stated

  private func stated(_ date: (day: GregorianDay, item: TemporalItem)?) -> Solution? {
    date.map { day, item in
      Solution(
        day: day,
        reference: ReferenceDate(date: day.description, basis: .stated, evidence: [item.index]))
    }
  }

  private var labelledDate: (day: GregorianDay, item: TemporalItem)? {
    for item in items {
      if let day = fullDay(item.start), cues.isLabelled(item.range.lowerBound) {
        return (day, item)
      }
    }
    return nil
  }

  /// The last date that is a line by itself, but for parentheses, a weekday or a clock time.
  private var dateOnItsOwnLine: (day: GregorianDay, item: TemporalItem)? {
    for item in items.reversed() where item.host == nil {
      guard let day = fullDay(item.start) else { continue }
      if cues.isAloneOnLine(item.range) || isDateline(item.range) { return (day, item) }
    }
    return nil
  }

  /// A short line that opens with a parenthesis: (2020年1月10日在市公安工作会议上).
  private func isDateline(_ range: Range<Int>) -> Bool {
    guard let line = cues.line(of: range, shorterThan: 40) else { return false }
    let first = line.lowerBound < range.lowerBound ? line.lowerBound : range.upperBound
    return first < line.upperBound && cues.units[first] == 0x28 && line.count - range.count > 2
  }

  /// The latest full date, but for what lies beyond the years known.
  private var latestFullDate: (day: GregorianDay, item: TemporalItem)? {
    var latest: (day: GregorianDay, item: TemporalItem)?
    for item in items {
      guard let day = fullDay(item.start), day.year <= calendar.lastKnownYear + 1 else { continue }
      if latest.map({ $0.day < day }) ?? true { latest = (day, item) }
    }
    return latest
  }

  private func fullDay(_ point: TemporalPoint?) -> GregorianDay? {
    guard let point, case .number(let year)? = point.year, case .number(let month)? = point.month,
      case .number(let day)? = point.day
    else { return nil }
    return GregorianDay(year: year, month: month, day: day)
  }
}
