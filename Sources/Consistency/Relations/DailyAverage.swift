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

  private static let daily = Cue("日均", "平均每天", "平均每日")

  /// All averages whose total is a figure of the same name, unit and period in the same or the
  /// neighbouring sentence.
  ///
  /// - Complexity: linear in the figures.
  static func all(in view: ReportView) -> [DailyAverage] {
    struct Key: Hashable {
      var object: UInt64
      var unit: String
      var period: String
    }
    var totals: [Key: Indicator] = [:]
    var averages: [(Key, Indicator)] = []
    for indicator in view.relations.indicators where indicator.isNamed {
      let key = Key(
        object: indicator.objectDigest, unit: indicator.quantity.unit, period: indicator.period)
      switch indicator.figure.aggregation {
      case .total: totals[key] = indicator
      case .average: averages.append((key, indicator))
      case .plain, .increment, .change: break
      }
    }
    return averages.compactMap { key, average in
      guard let total = totals[key], total.hasObject(of: average),
        total.mayShareAction(with: average),
        total.scope == average.scope,
        abs(total.quantity.sentence - average.quantity.sentence) <= 1,
        let days = DayInterval(value: key.period)?.count, (2...366).contains(days),
        view.lead(of: average.quantity, limit: 12).contains(daily)
      else { return nil }
      return DailyAverage(total: total.quantity, average: average.quantity, days: days)
    }
  }
}
