import Numerals
import TongbaoText

// A total and its average stand side by side; only one of them is compared.

extension ComparisonFinder {
  private static let averages =
    DailyAverage.daily + Cue("平均", "月均", "周均", "年均", "人均", "户均", "每天", "每日", "每月")

  /// 共接报2480起,日均80起;与上年同期的2600起相比: the total is meant where the base is nearer to it
  /// and is called no average itself.
  func isAverageBesideTotal(_ average: Quantity, against base: Quantity) -> Bool {
    guard average.index > 0, view.lead(of: average, limit: 8).hasSuffix(Self.averages),
      !view.lead(of: base, limit: 12).contains(Self.averages),
      case let total = view.quantities[average.index - 1], total.sentence == average.sentence,
      total.isComparable(with: average), let sum = total.value, let mean = average.value,
      let value = base.value, value > mean
    else { return false }
    guard sum > value else { return true }
    guard let above = sum - value, let below = value - mean else { return false }
    return above < below
  }
}
