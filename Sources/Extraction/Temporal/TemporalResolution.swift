import ChineseCalendar
import TongbaoText

/// Decides what the temporal readings of a document mean: first the reference date, then each
/// reading in text order, every one leaning on what was named before it.
public enum TemporalResolution {
  /// - Parameters:
  ///   - readings: of any kind, in text order; only temporal ones are looked at.
  ///   - published: `YYYY-MM-DD`, or with `THH:mm:ss`; the reference date where it is given.
  /// - Complexity: linear in the readings; two hundred years are tried for each pair of a date
  ///   and its gloss where no date is given or stated.
  public static func resolve(
    _ readings: [Reading], in text: SourceText, published: String?, calendar: CalendarTables
  ) -> TemporalOutcome {
    DocumentResolver(
      readings, units: text.units, calendar: calendar, isTaiwanese: isTaiwanese(text.text)
    ).resolve(published: published)
  }

  /// 臺 is written in Taiwan alone; elsewhere the character is 台.
  private static func isTaiwanese(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= 3 else { return false }
      for end in 2..<bytes.count {
        // Most characters end otherwise.
        if bytes[end] == 0xBA, bytes[end - 1] == 0x87, bytes[end - 2] == 0xE8 { return true }  // 臺
        if bytes[end] == 0x8B, end >= 5, bytes[end - 1] == 0x9C, bytes[end - 2] == 0xE5,  // 國
          bytes[end - 3] == 0x91, bytes[end - 4] == 0xB0, bytes[end - 5] == 0xE6  // 民
        {
          return true
        }
      }
      return false
    }
  }
}

/// One document's way through the resolution.
struct DocumentResolver {
  private let cues: TextCues
  private let calendar: CalendarTables
  private let readingCount: Int
  /// The temporal readings in text order.
  private let items: [TemporalItem]
  private let isTaiwanese: Bool

  init(
    _ readings: [Reading], units: [UInt16], calendar: CalendarTables,
    isTaiwanese: @autoclosure () -> Bool = false
  ) {
    self.calendar = calendar
    readingCount = readings.count
    cues = TextCues(units: units)
    var items: [TemporalItem] = []
    for (index, reading) in readings.enumerated() {
      guard case .temporal(let expression) = reading.expression else { continue }
      items.append(TemporalItem(index: index, range: reading.range, expression: expression))
    }
    self.items = items
    // To look for such characters takes the whole text.
    self.isTaiwanese = items.contains { $0.expression.namesShortYear } && isTaiwanese()
    GlossFinder(cues: cues, items: items).findHosts()
  }

  func resolve(published: String?) -> TemporalOutcome {
    let solution =
      published.flatMap(ReferenceSolver.given)
      ?? ReferenceSolver(cues: cues, calendar: calendar, items: items).solve()
    return TemporalOutcome(reference: solution.reference, values: values(from: solution))
  }

  private func values(from solution: ReferenceSolver.Solution) -> TemporalValues {
    var values = TemporalValues(readingCount: readingCount, capacity: items.count)
    guard let first = items.first else { return values }
    var resolver = ValueResolver(
      days: DayResolver(
        calendar: calendar, context: context(from: solution),
        surroundings: ReadingSurroundings(of: first, after: nil, in: cues)))
    for (place, item) in items.enumerated() {
      var surroundings = ReadingSurroundings(
        of: item, after: place > 0 ? items[place - 1].range : nil, in: cues)
      surroundings.glossedDay = item.host?.firstDay
      settle(item, surroundings, in: &resolver.days.context)
      resolver.days.surroundings = surroundings
      resolver.inheritedPart = inheritedPart(at: place)
      if let monday = glossedWeek(at: place, resolver) {
        resolver.days.context.reportedWeek = monday
      }
      guard var result = resolver.value(of: item.expression) else { continue }
      if item.expression.bound == nil, item.expression.isPoint, result.value.interval != nil,
        surroundings.isBeginning
      {
        result.value.interval?.end = nil
      }
      values.insert(result.value, of: item.index)
      item.firstDay = result.stretch?.days?.lowerBound
      if item.host == nil, let stretch = result.stretch {
        resolver.days.context.remember(stretch, of: item, surroundings)
      }
    }
    return values
  }

  private func context(from solution: ReferenceSolver.Solution) -> ResolutionContext {
    var context = ResolutionContext()
    context.reference = solution.day
    context.referenceSeconds = solution.seconds
    context.countsRepublicYears = isTaiwanese
    if items.count == 1 { context.isQuery = cues.isWholeText(items[0].range) }
    return context
  }

  private func settle(
    _ item: TemporalItem, _ surroundings: ReadingSurroundings, in context: inout ResolutionContext
  ) {
    if let week = item.start?.week { context.settleWeek(week) }
    if let month = item.start?.month, item.start?.day == nil, !context.hasNamedMonth,
      !surroundings.isBeginning
    {
      context.settleMonth(month)
    }
  }

  /// Monday of the week that counts as the present one, where its days stand in parentheses behind
  /// 本周 or 上周, 本周(6月3日至9日), or right behind 下周 as a heading: 下周。1月2日至7日.
  private func glossedWeek(at place: Int, _ resolver: ValueResolver) -> GregorianDay? {
    guard case .relative(let shift)? = items[place].start?.week,
      items[place].start?.weekday == nil, place + 1 < items.count,
      items[place + 1].expression.isRange
    else { return nil }
    let isGloss = items[place + 1].host === items[place]
    let heads =
      shift > 0
      && cues.gap(from: items[place].range, to: items[place + 1].range)?.is(Self.headingMarks)
        == true
    guard isGloss || heads else { return nil }
    var resolver = resolver
    resolver.days.surroundings = ReadingSurroundings(
      of: items[place + 1], after: items[place].range, in: cues)
    guard let days = resolver.value(of: items[place + 1].expression)?.stretch?.days,
      let monday = days.lowerBound.monday, monday == days.upperBound.monday
    else { return nil }
    // A gloss names the whole week; behind a heading the days of rest that begin or end it may lack.
    let length = days.lowerBound.days(until: days.upperBound)
    guard length == 6 || (heads && length >= 3) else { return nil }
    return monday.adding(days: -7 * shift)
  }

  private static let headingMarks: UnitSet = "。:,\n(、"

  /// 每晚 right before a clock time tells which half of the day it is in.
  private func inheritedPart(at place: Int) -> DayPart? {
    guard place > 0, case .recurrence(let recurrence) = items[place - 1].expression.content,
      let gap = cues.gap(from: items[place - 1].range, to: items[place].range),
      gap.isEmpty || gap.is(Self.marksBehindRecurrences)
    else { return nil }
    return recurrence.part
  }

  private static let marksBehindRecurrences: UnitSet = "的,"
}
