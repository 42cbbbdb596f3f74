/// A scale from zero, or from below it, with round steps. Only for drawing: values stay exact
/// everywhere else.
struct ChartAxis {
  let low: Double
  let high: Double
  let step: Double

  /// - Parameter values: finite numbers; without any the axis runs from 0 to 1.
  init(for values: [Double], steps: Int = 5) {
    let top = max(values.max() ?? 1, 0)
    let bottom = min(values.min() ?? 0, 0)
    let span = top - bottom > 0 ? top - bottom : 1
    step = Self.roundStep(atLeast: span / Double(steps))
    low = (bottom / step).rounded(.down) * step
    high = max((top / step).rounded(.up) * step, low + step)
  }

  /// 1, 2, 2.5 or 5 times a power of ten.
  private static func roundStep(atLeast size: Double) -> Double {
    var power = 1.0
    while power * 10 <= size, power < 1e300 { power *= 10 }
    while power > size, power > 1e-300 { power /= 10 }
    return [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= size } ?? power
  }

  var ticks: [Double] {
    let count = Int(((high - low) / step).rounded())
    return (0...max(count, 1)).map { low + Double($0) * step }
  }

  /// Where a value lies between the ends, 0 to 1.
  func fraction(of value: Double) -> Double { (value - low) / (high - low) }

  /// As Chinese reports write it: 2500, 3.5万, 1.2亿.
  func label(of tick: Double) -> String {
    let (unit, name) =
      high >= 1e8 ? (1e8, "亿") : high >= 1e5 ? (1e4, "万") : (1, "")
    return tick == 0 ? "0" : Self.plain(tick / unit) + name
  }

  private static func plain(_ value: Double) -> String {
    // Three digits behind the point are finer than any step of a chart's five.
    let thousandths = (value * 1000).rounded()
    guard abs(thousandths) < 1e15 else { return "\(value)" }
    var text = "\(thousandths / 1000)"
    if text.hasSuffix(".0") { text.removeLast(2) }
    return text
  }
}
