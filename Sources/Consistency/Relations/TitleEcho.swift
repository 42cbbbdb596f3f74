import Numerals
import TongbaoText

/// Amounts of the title that the body seems to repeat with a misprint, found by their words alone.
///
/// For titles whose amounts were not linked to figures. The body must count the same noun in the
/// same unit, with a number that differs as misprints do, and must nowhere bear the title's number.
/// A number of four digits or more needs no noun; a rounded one (近1.3万) must be near.
struct TitleEcho {
  let title: Quantity
  let body: Quantity

  static func all(in view: ReportView, except linked: [Int]) -> [TitleEcho] {
    let quantities = view.quantities
    let body = quantities.firstIndex { !view.isInTitle($0) } ?? quantities.count
    var echoes: [TitleEcho] = []
    for index in 0..<min(body, longestTitle) where !linked.contains(index) {
      let amount = quantities[index]
      let isBare = amount.unit.kind == .none
      var echo: Int?
      var isBorne = false
      // A title that ends in a rounded number (达688.2万) leaves the unit to the text.
      for other in body..<quantities.count
      where isBare || quantities[other].isComparable(with: amount) {
        isBorne = bears(quantities[other], amount)
        if isBorne { break }
        if echo == nil, isEcho(quantities[other], of: amount, in: view) { echo = other }
      }
      if !isBorne, let echo {
        echoes.append(TitleEcho(title: amount, body: quantities[echo]))
      }
    }
    return echoes
  }

  /// Amounts of a first line that are looked for; a longer one is no title.
  static let longestTitle = 16

  /// Whether an amount of the body may be the title's number, be it exact or rounded. 2万余 may be
  /// anything above, but is not said of twice as much.
  private static func bears(_ body: Quantity, _ title: Quantity) -> Bool {
    guard let one = title.value, let other = body.value else { return false }
    return isNear(one, other) && !body.values.excludes(title.values)
  }

  private static let average = Cue("日均", "平均", "人均", "月均")

  private static func isEcho(_ body: Quantity, of title: Quantity, in view: ReportView) -> Bool {
    guard body.amount.isExactValue, let one = title.value, let other = body.value else {
      return false
    }
    // The numbers decide nearly always; only then the words around them are read.
    let isExact = title.amount.isExactValue
    guard isExact ? Misprint.isLikely(one, other) : isNear(one, other) else { return false }
    let (left, right) = (surroundings(of: title, in: view), surroundings(of: body, in: view))
    let shared = left.pairs.intersection(right.pairs).count
    guard left.isAverage == right.isAverage else { return false }
    return isExact
      ? shared > 0 || isDistinctive(one) || tellTheSame(title, body, in: view) : shared > 1
  }

  /// Whether different words say the same of both amounts: 退赃 in the title, 返还资金 in the text.
  private static func tellTheSame(
    _ title: Quantity, _ body: Quantity, in view: ReportView
  ) -> Bool {
    let (one, other) = (view.lead(of: title, limit: 8), view.lead(of: body, limit: 10))
    return deeds.contains { one.contains($0) && other.contains($0) }
  }

  /// What was got back, and who was caught, as titles and texts put it.
  private static let deeds = [
    Cue("退赃", "返赃", "返还", "发还", "退还", "归还", "追赃", "挽损", "追回", "追缴", "挽回"),
    Cue("抓", "拘", "捕", "擒", "落网", "归案", "到案", "查获嫌疑人"),
  ]

  private static func isDistinctive(_ value: ExactDecimal) -> Bool {
    value.coefficient.magnitude >= 1000
  }

  /// Within a tenth of the larger.
  private static func isNear(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    guard let difference = (left - right)?.magnitude, let tenfold = difference * ExactDecimal(10)
    else { return false }
    return tenfold <= max(left, right)
  }

  /// The pairs of Chinese characters within a few units of an amount.
  private static func surroundings(
    of quantity: Quantity, in view: ReportView
  ) -> (pairs: Set<[UInt16]>, isAverage: Bool) {
    let sides = [view.lead(of: quantity, limit: 8), view.after(quantity, limit: 6)]
    var pairs: Set<[UInt16]> = []
    for side in sides {
      let units = Array(side.units)
      for (one, other) in zip(units, units.dropFirst())
      where TextSlice.isHan(one) && TextSlice.isHan(other) {
        pairs.insert([one, other])
      }
    }
    return (pairs.subtracting(average.words), sides[0].contains(average))
  }
}
