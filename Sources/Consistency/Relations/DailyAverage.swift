import Numerals
import TongbaoText

/// A total of some days and what the text gives as its average: 2月10日至17日累计出动警力4024人次,日均503
/// 人次.
struct DailyAverage {
  var total: Quantity
  var average: Quantity
  var days: Int

  /// The averages that follow from the total, within what rounding to whole units allows.
  var actual: ValueRange? {
    guard let low = total.values.low, let high = total.values.high,
      let least = low.divided(by: ExactDecimal(days), scale: 2),
      let most = high.divided(by: ExactDecimal(days), scale: 2)
    else { return nil }
    let rounding = ValueRange(low: ExactDecimal(-1), high: ExactDecimal(1))
    return ValueRange(low: least, high: most) + rounding
  }

  static let daily = Cue("日均", "平均每天", "平均每日", "每天平均", "每日平均")
  /// Periods that an average over days is made for.
  private static let lengths = 2...366

  /// All averages whose total and period are certain. Linear in amounts and figures.
  static func all(in view: ReportView) -> [DailyAverage] {
    // Both kinds are announced by one of these words.
    guard view.cues.contains(.daily) else { return [] }
    var direct: [DailyAverage] = []
    for index in view.quantities.indices
    where index > 0 && view.cues(around: view.quantities[index]).contains(.daily) {
      if let found = behindTotal(view.quantities[index], in: view) { direct.append(found) }
    }
    let known = Set(direct.map(\.average.index))
    return direct + linked(in: view).filter { !known.contains($0.average.index) }
  }

  /// 2月10日至16日查验旅客18.6万人次,日均2.7万人次: an average of the amount just before it, over the
  /// last days named before that.
  private static func behindTotal(_ average: Quantity, in view: ReportView) -> DailyAverage? {
    guard case let total = view.quantities[average.index - 1],
      total.sentence == average.sentence, total.isComparable(with: average),
      let gap = view.gap(total, average, limit: 8), gap.contains(daily), gap.consists(of: daily),
      case let start = view.sentences.range(total.sentence).lowerBound,
      let period = view.lastDate(in: view.slice(start..<max(start, total.range.lowerBound))),
      period.type == .date, period.isPeriod, let days = period.days?.count, lengths ~= days
    else { return nil }
    return DailyAverage(total: total, average: average, days: days)
  }

  /// Averages whose total is a figure of the same name, unit and period in the same or the
  /// neighbouring sentence.
  private static func linked(in view: ReportView) -> [DailyAverage] {
    let indicators = view.relations.indicators
    let averages = indicators.indices.filter {
      indicators[$0].isAverage && indicators[$0].isNamed
    }
    guard !averages.isEmpty else { return [] }
    let totals = NamedTotals(in: view)
    return averages.compactMap { position in
      let average = indicators[position]
      guard let total = totals.last(like: average, in: view), total.mayShareAction(with: average),
        view.scope(of: total) == view.scope(of: average),
        case (let whole, let mean) = (view.quantity(of: total), view.quantity(of: average)),
        abs(whole.sentence - mean.sentence) <= 1,
        let days = DayInterval(value: view.period(of: average))?.count, lengths ~= days,
        view.lead(of: mean, limit: 12).contains(daily)
      else { return nil }
      // Of several totals before an average, another one may be meant: 发送38.2万、到达40.3万,日均发送…
      let fitsAnother = totals.near(mean, in: view).contains {
        DailyAverage(total: $0, average: mean, days: days).isFitting
      }
      return fitsAnother ? nil : DailyAverage(total: whole, average: mean, days: days)
    }
  }

  /// Whether the average may follow from the total.
  private var isFitting: Bool { actual.map { !$0.excludes(average.values) } ?? true }
}

/// The totals of a report by what they name and by where they stand.
private struct NamedTotals {
  /// By object, unit and period.
  private var byName = DigestIndex()
  /// By unit and sentence.
  private var byPlace = DigestIndex()

  init(in view: ReportView) {
    let indicators = view.relations.indicators
    for position in indicators.indices
    where indicators[position].aggregation == .total && indicators[position].isNamed {
      let quantity = view.quantity(of: indicators[position])
      let unit = view.unit(of: quantity).digest
      byName.add(Self.name(of: indicators[position], unit: unit, in: view), at: position)
      byPlace.add(Digest.mixed(unit, UInt64(quantity.sentence)), at: position)
    }
    byName.sort()
    byPlace.sort()
  }

  private static func name(of indicator: Indicator, unit: UInt64, in view: ReportView) -> UInt64 {
    Digest.mixed(Digest.mixed(indicator.object.digest, unit), view.period(of: indicator).digest)
  }

  /// The last one of the same object, unit and period. O(log *n*).
  func last(like average: Indicator, in view: ReportView) -> Indicator? {
    let unit = view.unit(of: view.quantity(of: average)).digest
    return byName.positions(of: Self.name(of: average, unit: unit, in: view)).last
      .map { view.relations.indicators[$0] }
  }

  private static let longestMemory = 8

  /// The first amounts in the unit of an average in its sentence and in the one before.
  func near(_ average: Quantity, in view: ReportView) -> [Quantity] {
    let unit = view.unit(of: average).digest
    var amounts: [Quantity] = []
    for sentence in max(0, average.sentence - 1)...average.sentence {
      let found = byPlace.positions(of: Digest.mixed(unit, UInt64(sentence)))
      for position in found.prefix(Self.longestMemory) {
        amounts.append(view.quantity(of: view.relations.indicators[position]))
      }
    }
    return amounts
  }
}

/// Positions by digests, in a sorted list.
private struct DigestIndex {
  private var entries: [(digest: UInt64, position: Int)] = []

  mutating func add(_ digest: UInt64, at position: Int) { entries.append((digest, position)) }

  mutating func sort() { if entries.count > 1 { entries.sort { $0 < $1 } } }

  /// The positions of a digest, ascending. O(log *n*) and their number.
  func positions(of digest: UInt64) -> [Int] {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].digest < digest { low = middle + 1 } else { high = middle }
    }
    return entries[low...].prefix { $0.digest == digest }.map(\.position)
  }
}
