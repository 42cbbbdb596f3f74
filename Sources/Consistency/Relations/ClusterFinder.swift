import ChineseCalendar
import TongbaoText

/// Finds the days of a report that have glosses.
struct ClusterFinder {
  let view: ReportView
  private let dates: [PlacedMention]
  /// For each date the position of what it says as a gloss, or -1 where it is none.
  private let assertionOfDate: [Int]
  private let assertions: [DayAssertion]
  private var result: [DateCluster] = []
  private var undated: [UndatedCluster] = []

  /// `nil` where no date can be a gloss, so that there is nothing to find.
  init?(view: ReportView, names: DayNames) {
    var assertions: [DayAssertion] = []
    var assertionOfDate: [Int] = []
    assertionOfDate.reserveCapacity(view.temporals.count)
    for mention in view.temporals {
      guard DayAssertion.mayBe(view.mentions[mention], in: view),
        let found = DayAssertion(view.mentions[mention], in: view, names: names)
      else {
        assertionOfDate.append(-1)
        continue
      }
      assertionOfDate.append(assertions.count)
      assertions.append(found)
    }
    guard !assertions.isEmpty else { return nil }
    self.view = view
    self.assertions = assertions
    self.assertionOfDate = assertionOfDate
    dates = view.temporals.map { view.mentions[$0] }
  }

  mutating func clusters() -> [DateCluster] {
    var next = 0
    while next < dates.count {
      let glosses = glosses(after: next)
      if glosses.isEmpty {
        appendReversed(at: next)
        next += 1
      } else {
        append(glosses, to: next)
        next += glosses.count + 1
      }
    }
    return settled() + YearSolver.resolve(undated)
  }

  /// The dated clusters; those whose year the analysis inferred are dated anew where the text
  /// speaks against that year, for a wrong gloss leads to a year in which it would be right.
  private func settled() -> [DateCluster] {
    let (own, inferred) = (result.filter(hasYear), result.filter { !hasYear($0) })
    guard let year = view.inferredYear, !inferred.isEmpty else { return result }
    let stated = Set(
      own.filter { day in day.assertions.allSatisfy { $0.holds(on: day.day) } }.map(\.day.year))
    guard stated.isEmpty ? !YearSolver.years.contains(year) : !stated.contains(year) else {
      return result
    }
    let redated = YearSolver.resolve(inferred.map { UndatedCluster($0) }, stated: stated)
    return redated.isEmpty ? result : own + redated
  }

  private static let yearWord = Cue("年")

  private func hasYear(_ cluster: DateCluster) -> Bool {
    view.slice(cluster.anchor.range).contains(Self.yearWord)
  }

  /// The glosses that directly follow a date: within one parenthesis, or without one.
  private func glosses(after index: Int) -> [DayAssertion] {
    guard !isAssertion(index), isAssertion(index + 1) else { return [] }
    var found: [DayAssertion] = []
    var isBracketed = false
    var next = index + 1
    while next < dates.count, let assertion = assertion(at: next),
      let gap = view.gap(dates[next - 1], dates[next], limit: 8),
      found.isEmpty ? opens(gap, before: assertion) : isBracketed && continues(gap)
    {
      isBracketed = isBracketed || gap.contains(Self.brackets)
      guard isWhole(assertion, isBracketed: isBracketed) else { break }
      found.append(assertion)
      next += 1
    }
    return found
  }

  private static let brackets = Cue("(", "[")
  private static let glossEnds = Cue(")", "]", "、", ",", ";", "和", " ")
  private static let shifts = Cue("前", "后", "期间", "之前", "之后", "临近", "假期", "至", "到")

  /// Whether nothing after the name changes what it names (元宵节前一天).
  private func isWhole(_ assertion: DayAssertion, isBracketed: Bool) -> Bool {
    let after = view.after(assertion.placed, limit: 2)
    return isBracketed ? after.hasPrefix(Self.glossEnds) : !after.hasPrefix(Self.shifts)
  }

  private static let openers = Cue(
    "(", "(农历", "(即", "", "即", ",即", "是", "正是", "为", "恰逢", "适逢", "正值", "迎来", "将迎来")

  /// Whether the text between a date and what may gloss it makes it a gloss.
  private func opens(_ gap: TextSlice, before assertion: DayAssertion) -> Bool {
    let text = gap.withoutWhitespace
    if text.count == 1, text.units.first == 0x3001 {  // 、
      if case .lunar(_, _, .some) = assertion.claim { return isLunarDayText(assertion) }
      return false
    }
    if text.count == 1, text.units.first == 0x2C {
      return view.after(assertion.placed, limit: 1).isFiller
    }
    return text.isAny(of: Self.openers)
  }

  private static let months = Cue("月")
  private static let lunar = Cue("农历")

  /// A list of days may mix calendars in its festivals (2月9日、元宵节) but hardly in its days.
  private func isLunarDayText(_ assertion: DayAssertion) -> Bool {
    let text = view.slice(assertion.placed.range)
    return text.contains(Self.months) || text.hasPrefix(Self.lunar)
  }

  private static let continuing: UnitSet = "、, ;和"

  private func continues(_ gap: TextSlice) -> Bool {
    gap.units.allSatisfy(Self.continuing.contains)
  }

  private func isAssertion(_ index: Int) -> Bool {
    index < assertionOfDate.count && assertionOfDate[index] >= 0
  }

  private func assertion(at index: Int) -> DayAssertion? {
    isAssertion(index) ? assertions[assertionOfDate[index]] : nil
  }

  /// Two glosses of one kind belong to a list of two days (4日、5日(周六、周日)).
  private mutating func append(_ glosses: [DayAssertion], to index: Int) {
    if glosses.count == 1 { return append(glosses, at: index) }
    var byAnchor: [Int: [DayAssertion]] = [:]
    for form in GlossForm.allCases {
      let kind = glosses.filter { self.form(of: $0) == form }
      let anchors = anchors(endingAt: index, count: kind.count)
      guard anchors.count == kind.count else { continue }
      for (anchor, gloss) in zip(anchors, kind) { byAnchor[anchor, default: []].append(gloss) }
    }
    for (anchor, glosses) in byAnchor.sorted(by: { $0.key < $1.key }) {
      // The kinds came one after the other.
      let ordered = glosses.sorted {
        $0.placed.range.lowerBound < $1.placed.range.lowerBound
      }
      append(ordered, at: anchor)
    }
  }

  private mutating func append(_ glosses: [DayAssertion], at anchor: Int) {
    if let day = anchorDay(at: anchor) {
      result.append(cluster(at: anchor, day: day, glosses))
    } else if let cluster = UndatedCluster(
      anchor: dates[anchor], text: view.text(of: dates[anchor]),
      value: view.value(of: dates[anchor]), assertions: glosses)
    {
      undated.append(cluster)
    }
  }

  private func cluster(
    at index: Int, day: GregorianDay, _ glosses: [DayAssertion]
  ) -> DateCluster {
    DateCluster(
      anchor: dates[index], text: view.text(of: dates[index]), day: day, assertions: glosses)
  }

  private enum GlossForm: CaseIterable { case weekday, lunarDay, festival }

  private func form(of gloss: DayAssertion) -> GlossForm {
    if gloss.isWeekday { return .weekday }
    return isLunarDayText(gloss) ? .lunarDay : .festival
  }

  private static let listMarks = Cue("、", "和", "及", "与", ",")

  /// The last `count` dates of the list that ends at an index.
  private func anchors(endingAt index: Int, count: Int) -> [Int] {
    var first = index
    while index - first + 1 < count, first > 0,
      let gap = view.gap(dates[first - 1], dates[first], limit: 4),
      gap.withoutWhitespace.isAny(of: Self.listMarks)
    {
      first -= 1
    }
    return Array(first...index)
  }

  private func anchorDay(at index: Int) -> GregorianDay? { dates[index].days?.day }

  private static let reversedOpeners = Cue("(", "(即")
  private static let closer = Cue(")")

  /// A gloss the other way round: 正月初九(2月18日), 周五(3月8日).
  private mutating func appendReversed(at index: Int) {
    guard index + 1 < dates.count, !isAssertion(index + 1), let head = assertion(at: index),
      let gap = view.gap(dates[index], dates[index + 1], limit: 3),
      gap.withoutWhitespace.isAny(of: Self.reversedOpeners),
      view.after(dates[index + 1], limit: 1).hasPrefix(Self.closer),
      let day = anchorDay(at: index + 1), head.isWeekday || hasDay(head)
    else { return }
    result.append(cluster(at: index + 1, day: day, [head]))
  }

  private func hasDay(_ assertion: DayAssertion) -> Bool {
    if case .lunar(_, _, nil) = assertion.claim { false } else { true }
  }
}
