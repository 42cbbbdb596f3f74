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
    struct Key: Hashable {
      var object: PlainWords
      var unit: String
      var period: String
    }
    struct Place: Hashable {
      var unit: String
      var sentence: Int
    }
    let indicators = view.relations.indicators
    let wanted = Set(indicators.lazy.filter(\.isAverage).map(\.object))
    guard !wanted.isEmpty else { return [] }
    var totals: [Key: Indicator] = [:]
    var totalsByPlace: [Place: [Quantity]] = [:]
    var averages: [(Key, Indicator)] = []
    for indicator in indicators where indicator.isNamed && indicator.aggregation != .plain {
      let quantity = view.quantity(of: indicator)
      let key = Key(
        object: indicator.object, unit: view.unit(of: quantity), period: view.period(of: indicator))
      switch indicator.aggregation {
      case .total:
        if wanted.contains(indicator.object) { totals[key] = indicator }
        totalsByPlace[Place(unit: key.unit, sentence: quantity.sentence), default: []]
          .append(quantity)
      case .average: averages.append((key, indicator))
      case .plain, .increment, .change: break
      }
    }
    return averages.compactMap { key, average in
      guard let total = totals[key], total.mayShareAction(with: average),
        view.scope(of: total) == view.scope(of: average),
        case let (whole, mean) = (view.quantity(of: total), view.quantity(of: average)),
        abs(whole.sentence - mean.sentence) <= 1,
        let days = DayInterval(value: key.period)?.count, lengths ~= days,
        view.lead(of: mean, limit: 12).contains(daily)
      else { return nil }
      // Of several totals before an average, another one may be meant: 发送38.2万、到达40.3万,日均发送…
      let sentence = mean.sentence
      let fitsAnother = [sentence - 1, sentence].contains { sentence in
        totalsByPlace[Place(unit: key.unit, sentence: sentence), default: []].prefix(8).contains {
          DailyAverage(total: $0, average: mean, days: days).isFitting
        }
      }
      if fitsAnother { return nil }
      return DailyAverage(total: whole, average: mean, days: days)
    }
  }

  /// Whether the average may follow from the total.
  private var isFitting: Bool { actual.map { !$0.excludes(average.values) } ?? true }
}
