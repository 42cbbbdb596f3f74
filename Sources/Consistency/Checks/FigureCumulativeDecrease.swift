import ChineseCalendar
import Numerals
import TongbaoText

/// `figure.cumulative-decrease`: a running total that is smaller on a later day: 截至16日累计300起,
/// 截至18日累计280起.
struct FigureCumulativeDecrease: Check {
  static let code = "figure.cumulative-decrease"

  func findings(in view: ReportView) -> [Finding] {
    let totals = RunningTotal.all(in: view)
    guard totals.count > 1 else { return [] }
    let named = contradictionsByName(totals, in: view)
    var reported: Set<Int> = []
    var findings: [Finding] = []
    for (position, total) in totals.enumerated() {
      let previous = max(0, position - Self.shortMemory)..<position
      let other =
        named[position]
        ?? previous.first {
          totals[$0].contradicts(total, in: view) && total.isElliptical(after: totals[$0], in: view)
        }
      if let other, reported.insert(total.quantity).inserted {
        findings.append(decrease(totals[other], total, in: view))
      }
    }
    return findings
  }

  /// How many totals before it one may continue with fewer words.
  private static let shortMemory = 4
  /// A long series is compared by its latest members only, which keeps the work linear.
  private static let longMemory = 8

  /// For each total the earliest remembered one of the same name that contradicts it.
  private func contradictionsByName(
    _ totals: [RunningTotal], in view: ReportView
  ) -> [Int: Int] {
    var groups = DigestGroups(capacity: totals.count)
    for (position, total) in totals.enumerated() { groups.add(total.name.digest, at: position) }
    var found: [Int: Int] = [:]
    groups.forEachRepeated { members in
      for (order, position) in members.enumerated() {
        let known = members[max(0, order - Self.longMemory)..<order]
        found[position] = known.first { totals[$0].contradicts(totals[position], in: view) }
      }
    }
    return found
  }

  private func decrease(
    _ first: RunningTotal, _ second: RunningTotal, in view: ReportView
  ) -> Finding {
    let (early, late) = first.last < second.last ? (first, second) : (second, first)
    let (before, after) = (view.quantities[early.quantity], view.quantities[late.quantity])
    let (text, other) = (view.text(of: before), view.text(of: after))
    return finding(
      at: [before.span, after.span], "\(text) up to \(early.last), \(other) up to \(late.last)",
      expected: "at least \(text)", found: other)
  }
}

/// An amount that accumulated up to a day.
struct RunningTotal {
  /// Action and object.
  let name: PlainWords
  /// Where they are written: the position of an indicator, or units of the working text.
  private let source: Source
  /// Position of the amount among the quantities.
  let quantity: Int
  private let scope: String
  private let first: GregorianDay?
  let last: GregorianDay

  private enum Source {
    case indicator(Int)
    case text(Range<Int>)
  }

  private func name(in view: ReportView) -> String {
    switch source {
    case .indicator(let position):
      let indicator = view.relations.indicators[position]
      return view.action(of: indicator) + view.object(of: indicator)
    case .text(let range): return view.slice(range).description
    }
  }

  /// Whether the later of two totals of one count is smaller. Totals of different years or with
  /// different beginnings are different counts.
  func contradicts(_ other: RunningTotal, in view: ReportView) -> Bool {
    let (mine, theirs) = (view.quantities[quantity], view.quantities[other.quantity])
    guard mine.isComparable(with: theirs), first == other.first,
      first != nil || last.year == other.last.year,
      scope == other.scope || scope.isEmpty || other.scope.isEmpty
    else { return false }
    return last < other.last
      ? theirs.values.isBelow(mine.values)
      : other.last < last && mine.values.isBelow(theirs.values)
  }

  /// Whether this names only the beginning of what was just counted: 排查 after 排查临水临崖路段.
  /// A number of less than half counts something else.
  func isElliptical(after other: RunningTotal, in view: ReportView) -> Bool {
    let (mine, theirs) = (view.quantities[quantity], view.quantities[other.quantity])
    guard name.length >= 2, other.name.length > name.length,
      mine.sentence - theirs.sentence <= 1, let one = mine.value, let before = theirs.value,
      let twice = one + one
    else { return false }
    return twice > before && other.name(in: view).hasPrefix(name(in: view))
  }

  /// All totals in text order; one amount may stand here twice, as linked and by its words.
  static func all(in view: ReportView) -> [RunningTotal] {
    var totals: [RunningTotal] = []
    let indicators = view.relations.indicators
    for position in indicators.indices where indicators[position].aggregation == .total {
      if let total = RunningTotal(indicators[position], at: position, in: view) {
        totals.append(total)
      }
    }
    if view.cues.contains(.upTo) {
      totals += view.temporals.compactMap {
        RunningTotal(countedTo: view.mentions[$0], in: view)
      }
    }
    return totals.sorted { $0.quantity < $1.quantity }
  }

  private init?(_ indicator: Indicator, at position: Int, in view: ReportView) {
    guard let days = view.countedTo(indicator), let last = days.last else { return nil }
    name = indicator.action.followed(by: view.figures[indicator.figure].object)
    guard name.length >= 2 else { return nil }
    source = .indicator(position)
    quantity = indicator.quantity
    first = days.first
    self.last = last
    scope = view.scope(of: indicator)
  }

  static let upTo = Cue("截至", "截止", "截止到", "截至到")
  private static let running = Cue("累计", "共", "总计", "已")

  /// 截至16日累计化解纠纷300起, read from the words where no figure was linked.
  private init?(countedTo date: PlacedMention, in view: ReportView) {
    guard view.cues(around: date).contains(.upTo), let last = date.days?.day,
      view.before(date, limit: 4).hasSuffix(Self.upTo),
      let amount = view.firstQuantity(after: date), amount.sentence == date.sentence,
      let gap = view.gap(date, amount, limit: 40), let cue = gap.last(Self.running)
    else { return nil }
    let words = gap[cue.upperBound..<gap.range.upperBound]
    guard words.units.allSatisfy({ TextSlice.isHan($0) || $0 == 0x3001 }) else { return nil }  // 、
    // The same words must name the count; where none stand, the clause before must be all.
    guard words.count >= 2 || gap.consists(of: Self.running) else { return nil }
    name = PlainWords(exactly: words.description)
    source = .text(words.range)
    quantity = amount.index
    first = nil
    self.last = last
    scope = view.relations.indicator(of: amount.index).map(view.scope) ?? ""
  }
}

extension ReportView {
  /// The first amount that begins after a place. O(log n).
  func firstQuantity(after place: some WithinText) -> Quantity? {
    var low = 0
    var high = quantities.count
    while low < high {
      let middle = (low + high) / 2
      if quantities[middle].range.lowerBound < place.range.upperBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < quantities.count ? quantities[low] : nil
  }
}
