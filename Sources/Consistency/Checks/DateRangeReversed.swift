import ChineseCalendar
import TongbaoText

/// `date.range-reversed`: a period that ends before it begins: 2月18日至2月9日.
///
/// Without a year the end may lie in the next one (12月28日至1月3日); more than half a year that
/// way is taken for an error.
struct DateRangeReversed: Check {
  static let code = "date.range-reversed"

  func findings(in view: ReportView) -> [Finding] {
    let dates = view.temporals
    var findings: [Finding] = []
    for index in dates.indices {
      let placed = view.mentions[dates[index]]
      if let found = reversedRange(placed, in: view) {
        findings.append(found)
      } else if index + 1 < dates.count,
        let found = reversedPair(placed, view.mentions[dates[index + 1]], in: view)
      {
        findings.append(found)
      }
    }
    return findings
  }

  private func reversedRange(_ placed: PlacedMention, in view: ReportView) -> Finding? {
    guard placed.isPeriod else { return nil }
    let isReversed = placed.days.map(Self.isReversed) ?? false
    guard isReversed || hasReversedHours(placed, in: view) || wrapsAroundTheYear(placed, in: view)
    else {
      return nil
    }
    return finding(
      at: [placed.span], "\(view.text(of: placed)) ends before it begins",
      expected: exchanged(placed, in: view) ?? "the end after the beginning",
      found: view.value(of: placed))
  }

  private static let months = Cue("月")

  /// The period with its sides exchanged, where each is written in full.
  private func exchanged(_ placed: PlacedMention, in view: ReportView) -> String? {
    let written = view.slice(placed.range)
    guard let joint = written.first(Self.sides), !written.contains(Self.yearWords),
      case let start = written[written.range.lowerBound..<joint.lowerBound],
      case let end = written[joint.upperBound..<written.range.upperBound],
      start.contains(Self.months), end.contains(Self.months)
    else { return nil }
    return "\(end)\(written[joint])\(start)"
  }

  private static func isReversed(_ days: DayInterval) -> Bool {
    guard let first = days.first, let last = days.last else { return false }
    return last < first
  }

  /// Clock times of one and the same day, 2024-02-18T19/2024-02-18T17.
  private func hasReversedHours(_ placed: PlacedMention, in view: ReportView) -> Bool {
    // A value of clock times alone names no day.
    guard placed.type == .time, case let value = view.value(of: placed),
      value.utf8.first != UInt8(ascii: "T")
    else { return false }
    let sides = value.utf8.split(separator: UInt8(ascii: "/"))
    guard sides.count == 2, let (day, start) = Self.timed(sides[0]),
      let (lastDay, end) = Self.timed(sides[1]), day.elementsEqual(lastDay)
    else { return false }
    return end.lexicographicallyPrecedes(start) && !start.starts(with: end)
  }

  /// The day of one side of a value and its clock time, which begins with a digit.
  private static func timed(
    _ side: Substring.UTF8View
  ) -> (day: Substring.UTF8View, time: Substring.UTF8View)? {
    let parts = side.split(separator: UInt8(ascii: "T"))
    guard parts.count == 2, let first = parts[1].first, 0x30...0x39 ~= first else { return nil }
    return (parts[0], parts[1])
  }

  private static let longestWrap = 183
  private static let sides = Cue("至", "到", "—", "-", "~")
  private static let yearWords = Cue("年")

  /// The value of 2月18日至2月9日 may have been carried into the next year.
  private func wrapsAroundTheYear(_ placed: PlacedMention, in view: ReportView) -> Bool {
    guard let days = placed.days, let first = days.first, let last = days.last,
      last.year == first.year + 1, (last.month, last.day) < (first.month, first.day),
      let count = days.count, count > Self.longestWrap
    else { return false }
    let written = view.slice(placed.range)
    guard let joint = written.first(Self.sides) else { return false }
    let end = written[joint.upperBound..<written.range.upperBound]
    return !end.contains(Self.yearWords)
  }

  private static let joints = Cue("至", "到", "起至", "日至", "—", "——", "-", "~", "起到")

  /// Two mentions with 至 between them.
  private func reversedPair(
    _ start: PlacedMention, _ end: PlacedMention, in view: ReportView
  ) -> Finding? {
    guard start.type == .date, end.type == .date,
      end.range.lowerBound > start.range.upperBound,
      let first = start.days?.day, let last = end.days?.day, last < first,
      let gap = view.gap(start, end, limit: 3), !gap.isEmpty,
      Self.joints.words.contains(where: { $0.elementsEqual(gap.trimmed.units) })
    else { return nil }
    return finding(
      at: [start.span, end.span],
      "\(view.text(of: start))至\(view.text(of: end)): \(last) is before \(first)",
      expected: "\(view.text(of: end))至\(view.text(of: start))", found: "\(first)/\(last)")
  }
}
