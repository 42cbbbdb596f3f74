import ChineseCalendar
import Numerals
import TongbaoText

/// `figure.cumulative-decrease`: a running total that is smaller on a later day: 截至16日累计300起,
/// 截至18日累计280起.
struct FigureCumulativeDecrease: Check {
  static let code = "figure.cumulative-decrease"

  func findings(in view: ReportView) -> [Finding] {
    var series: [String: [RunningTotal]] = [:]
    var previous: [RunningTotal] = []
    var reported: Set<Int> = []
    var findings: [Finding] = []
    for total in RunningTotal.all(in: view) {
      let others = series[total.name, default: []] + previous.filter(total.isElliptical(after:))
      if let other = others.first(where: { $0.contradicts(total) }),
        reported.insert(total.quantity.index).inserted
      {
        findings.append(decrease(other, total))
      }
      // A long series is compared by its latest members only, which keeps the work linear.
      series[total.name, default: []].append(total)
      if series[total.name, default: []].count > 8 { series[total.name]?.removeFirst() }
      previous.append(total)
      if previous.count > 4 { previous.removeFirst() }
    }
    return findings
  }

  private func decrease(_ first: RunningTotal, _ second: RunningTotal) -> Finding {
    let (early, late) = first.last < second.last ? (first, second) : (second, first)
    return finding(
      at: [early.quantity.span, late.quantity.span],
      "\(early.quantity.text) up to \(early.last), \(late.quantity.text) up to \(late.last)",
      expected: "at least \(early.quantity.text)", found: late.quantity.text)
  }
}

/// An amount that accumulated up to a day.
private struct RunningTotal {
  /// Action, object and kind of unit.
  var name: String
  var quantity: Quantity
  var scope: String
  var first: GregorianDay?
  var last: GregorianDay

  /// Whether the later of two totals of one count is smaller. Totals of different years or with
  /// different beginnings are different counts.
  func contradicts(_ other: RunningTotal) -> Bool {
    guard quantity.isComparable(with: other.quantity), first == other.first,
      first != nil || last.year == other.last.year,
      scope == other.scope || scope.isEmpty || other.scope.isEmpty
    else { return false }
    return last < other.last
      ? other.quantity.values.isBelow(quantity.values)
      : other.last < last && quantity.values.isBelow(other.quantity.values)
  }

  /// Whether this names only the beginning of what was just counted: 排查 after 排查临水临崖路段.
  /// A number of less than half counts something else.
  func isElliptical(after other: RunningTotal) -> Bool {
    guard name.count >= 2, other.name.count > name.count, other.name.hasPrefix(name),
      quantity.sentence - other.quantity.sentence <= 1, let mine = quantity.value,
      let theirs = other.quantity.value, let twice = mine + mine
    else { return false }
    return twice > theirs
  }

  /// All totals in text order; one amount may stand here twice, as linked and by its words.
  static func all(in view: ReportView) -> [RunningTotal] {
    let linked = view.relations.indicators.compactMap(RunningTotal.init)
    let written = view.mentions.compactMap { RunningTotal(countedTo: $0, in: view) }
    return (linked + written).sorted { $0.quantity.index < $1.quantity.index }
  }

  private init?(_ indicator: Indicator) {
    guard let days = indicator.countedTo, let last = days.last else { return nil }
    let name = indicator.action + indicator.object
    guard name.count >= 2 else { return nil }
    self.init(name: name, quantity: indicator.quantity, first: days.first, last: last)
    scope = indicator.scope
  }

  private init(name: String, quantity: Quantity, first: GregorianDay?, last: GregorianDay) {
    self.name = name
    self.quantity = quantity
    self.first = first
    self.last = last
    scope = ""
  }

  private static let upTo = Cue("截至", "截止", "截止到", "截至到")
  private static let running = Cue("累计", "共", "总计", "已")

  /// 截至16日累计化解纠纷300起, read from the words where no figure was linked.
  private init?(countedTo date: PlacedMention, in view: ReportView) {
    guard date.type == .date || date.type == .time, let last = date.days?.day,
      view.before(date, limit: 4).hasSuffix(Self.upTo),
      let quantity = view.firstQuantity(after: date), quantity.sentence == date.sentence,
      let gap = view.gap(date, quantity, limit: 40), let cue = gap.last(Self.running)
    else { return nil }
    let name = gap[cue.upperBound..<gap.range.upperBound]
    guard name.units.allSatisfy({ TextSlice.isHan($0) || $0 == 0x3001 }) else { return nil }  // 、
    // The same words must name the count; where none stand, the clause before must be all.
    guard name.count >= 2 || gap.consists(of: Self.running) else { return nil }
    self.init(name: name.description, quantity: quantity, first: nil, last: last)
    scope = view.relations.figures[quantity.index]?.scope ?? ""
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
