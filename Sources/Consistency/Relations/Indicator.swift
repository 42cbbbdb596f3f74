import Numerals
import TongbaoText

/// A figure joined with its amount: what was counted, by whom, for which time.
///
/// A class without mutable parts, for a figure has a dozen strings and every check asks for it.
final class Indicator: Sendable {
  let figure: Figure
  let quantity: Quantity
  let isInTitle: Bool

  /// The object without marks that do not change it.
  let object: String
  let action: String
  /// Equal for equal words, and nearly never else: what is to be found again is looked up by these
  /// and then compared word by word.
  let objectDigest: UInt64
  let actionDigest: UInt64
  /// Code points of the object.
  private let objectLength: Int

  private init(figure: Figure, quantity: Quantity, isInTitle: Bool) {
    self.figure = figure
    self.quantity = quantity
    self.isInTitle = isInTitle
    object = Self.plain(figure.object)
    action = Self.plain(figure.action)
    objectDigest = object.digest
    actionDigest = action.digest
    objectLength = object.unicodeScalars.count
  }

  /// Without quotation marks, blanks, 的 and 了; most words have none.
  private static func plain(_ words: String) -> String {
    guard words.unicodeScalars.contains(where: isIgnored) else { return words }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: words.unicodeScalars.filter { !isIgnored($0) })
    return String(view)
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "\"", "‘", "’", "「", "」", "的", "了", " ", "\n", "\u{3000}": true
    default: false
    }
  }

  /// Whether the object says anything.
  var isNamed: Bool { objectLength >= 2 }
  /// Whether the object is too long to be a mere kind of thing (案件, 人员).
  var isSpelledOut: Bool { objectLength >= 4 }

  var period: String { figure.period?.value ?? "" }
  var scope: String { figure.scope?.text ?? "" }

  /// The day up to which a cumulative figure counts; `nil` for other periods.
  var countedTo: DayInterval? {
    guard figure.aggregation == .total, period.utf8.contains(UInt8(ascii: "/")) else { return nil }
    return DayInterval(value: period)
  }

  /// All figures that report an amount of their own, in text order. Linear.
  static func all(in view: ReportView) -> [Indicator] {
    var byMention: [Int: Quantity] = [:]
    byMention.reserveCapacity(view.quantities.count)
    for quantity in view.quantities { byMention[quantity.mentionID] = quantity }
    return view.figures.compactMap { figure in
      guard figure.aggregation != .change, let quantity = byMention[figure.mention] else {
        return nil
      }
      return Indicator(figure: figure, quantity: quantity, isInTitle: view.isInTitle(quantity))
    }
  }

  /// Whether both can be figures of one and the same thing as far as action, object and unit go.
  func measuresSame(as other: Indicator) -> Bool {
    isNamed && hasObject(of: other) && mayShareAction(with: other)
      && quantity.isComparable(with: other.quantity)
  }

  var isAverage: Bool { figure.aggregation == .average }

  /// Whether the amount is said to be all there is (共, 累计), or an average over it.
  var saysAll: Bool { isAverage || figure.aggregation == .total }

  /// Whether one amount can only be the other misprinted.
  func isMisprint(of other: Indicator) -> Bool {
    guard let mine = quantity.value, let theirs = other.quantity.value else { return false }
    return Misprint.isPlain(mine, theirs)
  }

  /// Whether both periods are written alike or one is left to the other.
  func mayShareSpelledPeriod(with other: Indicator) -> Bool {
    period == other.period || period.isEmpty || other.period.isEmpty
  }

  func mayShareAction(with other: Indicator) -> Bool {
    hasAction(of: other) || action.isEmpty || other.action.isEmpty
  }

  func hasObject(of other: Indicator) -> Bool {
    objectDigest == other.objectDigest && object == other.object
  }

  func hasAction(of other: Indicator) -> Bool {
    actionDigest == other.actionDigest && action == other.action
  }

  /// Whether one scope may stand for the other: equal, left out, or its short form.
  func mayShareScope(with other: Indicator) -> Bool {
    let (mine, theirs) = (scope, other.scope)
    return mine == theirs || mine.isEmpty || theirs.isEmpty || mine.contains(theirs)
      || theirs.contains(mine)
  }
}
