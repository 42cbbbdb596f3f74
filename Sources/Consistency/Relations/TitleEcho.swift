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

  static func all(in view: ReportView, except linked: Set<Int>) -> [TitleEcho] {
    let title = view.quantities.prefix { view.isInTitle($0) }.prefix(longestTitle)
    guard !title.isEmpty else { return [] }
    let body = view.quantities.drop { view.isInTitle($0) }
    return title.filter { !linked.contains($0.index) }.compactMap { amount in
      // A title that ends in a rounded number (达688.2万) leaves the unit to the text.
      let same = body.filter { $0.isComparable(with: amount) || amount.unit.isEmpty }
      guard !same.contains(where: { bears($0, amount) }),
        let echo = same.first(where: { isEcho($0, of: amount, in: view) })
      else { return nil }
      return TitleEcho(title: amount, body: echo)
    }
  }

  /// Amounts of a first line that are looked for; a longer one is no title.
  static let longestTitle = 16

  /// Whether an amount of the body may be the title's number, be it exact or rounded. 2万余 may be
  /// anything above, but is not said of twice as much.
  private static func bears(_ body: Quantity, _ title: Quantity) -> Bool {
    guard !body.values.excludes(title.values), let one = title.value, let other = body.value else {
      return false
    }
    return isNear(one, other)
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
    return isExact ? shared > 0 || isDistinctive(one) : shared > 1
  }

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
