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
    text.unicodeScalars.contains("臺") || text.contains("民國")
  }
}

/// One document's way through the resolution.
struct DocumentResolver {
  private let readings: [Reading]
  private let cues: TextCues
  private let calendar: CalendarTables
  private let items: [GlossFinder.Item]
  private let expressions: [Int: TemporalExpression]
  private let hosts: [Int: Int]
  private let isTaiwanese: Bool

  init(
    _ readings: [Reading], units: [UInt16], calendar: CalendarTables, isTaiwanese: Bool = false
  ) {
    self.isTaiwanese = isTaiwanese
    self.readings = readings
    self.calendar = calendar
    cues = TextCues(units: units)
    var items: [GlossFinder.Item] = []
    var expressions: [Int: TemporalExpression] = [:]
    for (index, reading) in readings.enumerated() {
      guard case .temporal(let expression) = reading.expression else { continue }
      expressions[index] = expression
      items.append(
        GlossFinder.Item(index: index, range: reading.range, start: expression.firstPoint))
    }
    self.items = items
    self.expressions = expressions
    hosts = GlossFinder(cues: cues).hosts(of: items)
  }

  func resolve(published: String?) -> TemporalOutcome {
    let solution =
      published.flatMap(ReferenceSolver.given)
      ?? ReferenceSolver(cues: cues, calendar: calendar, items: items, hosts: hosts).solve()
    var context = ResolutionContext()
    context.reference = solution.day
    context.referenceSeconds = solution.seconds
    context.countsRepublicYears = isTaiwanese
    if let only = items.first, items.count == 1 {
      context.isQuery = cues.isWholeText(only.range)
    }

    var values: [Int: TemporalValue] = [:]
    var stretches: [Int: CalendarStretch] = [:]
    for (order, item) in items.enumerated() {
      guard let expression = expressions[item.index] else { continue }
      let previous = order > 0 ? items[order - 1] : nil
      var surroundings = self.surroundings(of: item, after: previous)
      if let host = hosts[item.index] {
        surroundings.glossedDay = stretches[host]?.days?.lowerBound
      }
      settleWeek(expression.firstPoint?.week, in: &context)
      if let point = expression.firstPoint, point.day == nil, !surroundings.isBeginning {
        settleMonth(point.month, in: &context)
      }
      let days = DayResolver(calendar: calendar, context: context, surroundings: surroundings)
      let resolver = ValueResolver(days: days, inheritedPart: inheritedPart(of: item, previous))
      guard let result = resolver.value(of: expression) else { continue }
      var value = result.value
      let stretch = result.stretch
      if surroundings.isBeginning, expression.bound == nil, expression.isPoint {
        value.interval?.end = nil
      }
      values[item.index] = value
      stretches[item.index] = stretch
      if hosts[item.index] == nil {
        remember(stretch, of: expression, surroundings, in: &context)
      }
    }
    return TemporalOutcome(reference: solution.reference, values: values)
  }

  // MARK: Surroundings

  private func surroundings(
    of item: GlossFinder.Item, after previous: GlossFinder.Item?
  ) -> ReadingSurroundings {
    var result = ReadingSurroundings()
    let range = item.range
    if let previous, previous.range.upperBound <= range.lowerBound {
      let between = previous.range.upperBound..<range.lowerBound
      result.continuesParagraph = !cues.hasLineEnd(in: between)
      result.continuesSentence = result.continuesParagraph && !cues.hasSentenceEnd(in: between)
      result.continuesList =
        cues.gap(between).map { ["、", ",", "和", "及", "与", "至", "到", "或", ""].contains($0) } ?? false
    }
    result.pointsAhead = cues.pointsAhead(range)
    result.isComparisonBase = cues.isComparisonBase(
      range.lowerBound, isRange: expressions[item.index]?.isRange == true)
    result.isBeginning = cues.isBeginning(range.upperBound)
    result.isBackground = cues.isBackground(range)
    result.isClosing = cues.isClosing(range.lowerBound)
    result.headsLine =
      cues.isAtLineHead(range.lowerBound) && cues.hasComma(at: range.upperBound)
    result.isInTitle = isInTitle(range)
    return result
  }

  private func isInTitle(_ range: Range<Int>) -> Bool {
    // The first line with characters in it.
    guard range.lowerBound < 200 else { return false }
    let head = cues.units.prefix(range.lowerBound).drop { $0 <= 0x20 }
    return !head.contains(0x0A) && !cues.hasSentenceEnd(in: head.indices)
  }

  /// 每晚 right before a clock time tells which half of the day it is in.
  private func inheritedPart(
    of item: GlossFinder.Item, _ previous: GlossFinder.Item?
  ) -> DayPart? {
    guard let previous, previous.range.upperBound <= item.range.lowerBound,
      case .recurrence(let recurrence)? = expressions[previous.index]?.content,
      let gap = cues.gap(previous.range.upperBound..<item.range.lowerBound),
      ["", "的", ","].contains(gap)
    else { return nil }
    return recurrence.part
  }

  // MARK: Memory

  /// 自6月25日起…,截至9月30日… says in two places what period the figures are of.
  private func rememberCampaign(
    _ days: ClosedRange<GregorianDay>, _ surroundings: ReadingSurroundings,
    in context: inout ResolutionContext
  ) {
    let day = days.upperBound
    if surroundings.isBeginning, !surroundings.pointsAhead {
      context.beginning = days.lowerBound
    } else if surroundings.isClosing, let first = context.beginning, first <= day,
      first.days(until: day) <= 366
    {
      context.period = .days(first...day)
      context.periodFestival = nil
    }
  }

  /// A weekly report that comes out after the week calls it 本周 still, and the one before 上周.
  private func settleWeek(_ week: TemporalPoint.Week?, in context: inout ResolutionContext) {
    guard !context.hasNamedWeek, case .relative(let shift)? = week else { return }
    context.hasNamedWeek = true
    if shift == 0 { context.reportedWeek = context.coveredWeek }
  }

  /// Likewise for 本月 in a monthly report of the month before.
  private func settleMonth(_ month: TemporalPoint.Month?, in context: inout ResolutionContext) {
    guard !context.hasNamedMonth, case .relative(let shift)? = month else { return }
    context.hasNamedMonth = true
    if shift == 0 { context.reportedMonth = context.coveredMonth }
  }

  private func rememberMonth(
    _ stretch: CalendarStretch, isInTitle: Bool, in context: inout ResolutionContext
  ) {
    guard isInTitle, context.coveredMonth == nil, let days = stretch.days,
      stretch.value.utf8.count == 7, !stretch.value.contains("Q"),
      let reference = context.reference,
      let before = reference.adding(months: -1), before.year == days.lowerBound.year,
      before.month == days.lowerBound.month
    else { return }
    context.coveredMonth = (before.year, before.month)
  }

  private func rememberWeek(
    _ days: ClosedRange<GregorianDay>, in context: inout ResolutionContext
  ) {
    let (monday, sunday) = (days.lowerBound, days.upperBound)
    guard monday.weekday == 1, monday.days(until: sunday) == 6 else { return }
    context.focusWeek = monday
    guard context.coveredWeek == nil, let reference = context.reference else { return }
    if (1...7).contains(sunday.days(until: reference)) { context.coveredWeek = monday }
  }

  private func remember(
    _ stretch: CalendarStretch?, of expression: TemporalExpression,
    _ surroundings: ReadingSurroundings, in context: inout ResolutionContext
  ) {
    guard let stretch, let days = stretch.days, !surroundings.isBackground else { return }
    let point = expression.firstPoint
    rememberWeek(days, in: &context)
    rememberMonth(stretch, isInTitle: surroundings.isInTitle, in: &context)
    if expression.bound == nil, !surroundings.isComparisonBase {
      // 2019年,全市… and the title say what year the document is about.
      if point?.namesYearOnly == true, stretch.value.utf8.count == 4,
        surroundings.headsLine || (surroundings.isInTitle && context.topicYear == nil)
      {
        context.topicYear = days.lowerBound.year
      }
      if stretch.day == nil || context.period == nil {
        context.period = stretch
        context.periodFestival = expression.holidayFestival
      }
      rememberCampaign(days, surroundings, in: &context)
    } else if expression.bound == .since {
      context.period = stretch
      context.periodFestival = nil
      return
    }
    guard expression.isCalendarDate, !surroundings.isComparisonBase else { return }
    context.focusYear = days.upperBound.year
    // A half or quarter of a year leaves the month open.
    let namesMonth = stretch.value.utf8.count > 7 || days.lowerBound.month == days.upperBound.month
    if point?.namesYearOnly != true, namesMonth, !stretch.value.contains("Q") {
      context.focusMonth = (days.upperBound.year, days.upperBound.month)
      context.focusDay = stretch.value.utf8.count > 7 ? days.upperBound : nil
    }
  }
}

extension TemporalExpression {
  /// The point that begins it.
  var firstPoint: TemporalPoint? {
    switch content {
    case .point(let point), .range(let point, _), .holiday(let point, _), .samePeriod(let point):
      point
    case .duration, .recurrence, .offset, .window, .moment, .years: nil
    }
  }

  /// The festival of a single holiday.
  var holidayFestival: TemporalPoint? {
    if case .holiday(let point, nil) = content { point } else { nil }
  }

  var isRange: Bool { if case .range = content { true } else { false } }

  var isPoint: Bool { if case .point = content { true } else { false } }

  /// Whether later dates of the story may lean on it: no holiday name and no comparison.
  var isCalendarDate: Bool {
    switch content {
    case .point, .range: true
    case .holiday, .samePeriod, .duration, .recurrence, .offset, .window, .moment, .years: false
    }
  }
}

extension TemporalPoint {
  var namesYearOnly: Bool {
    guard year != nil else { return false }
    var rest = self
    rest.year = nil
    return rest == TemporalPoint()
  }
}
