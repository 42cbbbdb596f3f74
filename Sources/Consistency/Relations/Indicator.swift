import Numerals
import TongbaoText

/// A figure joined with its amount: what was counted, by whom, for which time.
///
/// Numbers alone, for every check goes through all of them; what the figure says is asked of it
/// where the numbers leave two figures comparable.
struct Indicator: Sendable {
  /// Position among the figures of the report.
  let figure: Int
  /// Position of its amount among the quantities.
  let quantity: Int
  let isInTitle: Bool
  let aggregation: Figure.Aggregation
  /// Equal for equal words, marks that do not change them left out, and nearly never else.
  let object: PlainWords
  let action: PlainWords

  private init(_ figure: Figure, at position: Int, quantity: Int, isInTitle: Bool) {
    self.figure = position
    self.quantity = quantity
    self.isInTitle = isInTitle
    aggregation = figure.aggregation
    object = PlainWords(figure.object)
    action = PlainWords(figure.action)
  }

  /// Whether the object says anything.
  var isNamed: Bool { object.length >= 2 }
  /// Whether the object is too long to be a mere kind of thing (案件, 人员).
  var isSpelledOut: Bool { object.length >= 4 }

  var isAverage: Bool { aggregation == .average }

  /// Whether the amount is said to be all there is (共, 累计), or an average over it.
  var saysAll: Bool { isAverage || aggregation == .total }

  /// All figures that report an amount of their own, in text order. Linear.
  static func all(in view: ReportView) -> [Indicator] {
    guard !view.figures.isEmpty else { return [] }
    let amounts = AmountTable(view)
    var indicators: [Indicator] = []
    indicators.reserveCapacity(view.figures.count)
    for position in view.figures.indices where view.figures[position].aggregation != .change {
      guard let quantity = amounts.quantity(ofMention: view.figures[position].mention) else {
        continue
      }
      indicators.append(
        Indicator(
          view.figures[position], at: position, quantity: quantity,
          isInTitle: view.isInTitle(view.quantities[quantity])))
    }
    return indicators
  }

  func hasObject(of other: Indicator) -> Bool { object == other.object }

  func hasAction(of other: Indicator) -> Bool { action == other.action }

  func mayShareAction(with other: Indicator) -> Bool {
    hasAction(of: other) || action.length == 0 || other.action.length == 0
  }
}

/// Finds amounts by the identifier of their mention, which mostly is its position.
private struct AmountTable {
  private var byIdentifier: [Int32]
  private var others: [Int: Int] = [:]

  init(_ view: ReportView) {
    byIdentifier = Array(repeating: -1, count: view.mentions.count)
    for quantity in view.quantities {
      let identifier = view.identifier(of: quantity)
      if byIdentifier.indices.contains(identifier) {
        byIdentifier[identifier] = Int32(truncatingIfNeeded: quantity.index)
      } else {
        others[identifier] = quantity.index
      }
    }
  }

  func quantity(ofMention identifier: Int) -> Int? {
    guard byIdentifier.indices.contains(identifier) else { return others[identifier] }
    let found = Int(byIdentifier[identifier])
    return found < 0 ? nil : found
  }
}

/// Words without quotation marks, blanks, 的 and 了, as a number and a length: equal words have
/// equal ones, and others have them so seldom that no report will show it.
struct PlainWords: Hashable, Sendable {
  private(set) var digest = Digest.start
  /// Code points.
  private(set) var length = 0

  init(_ words: String) { append(words) }

  /// The words with all their marks.
  init(exactly words: String) {
    for scalar in words.unicodeScalars { append(scalar) }
  }

  /// These words and behind them others.
  func followed(by words: String) -> PlainWords {
    var both = self
    both.append(words)
    return both
  }

  private mutating func append(_ words: String) {
    for scalar in words.unicodeScalars where !Self.isIgnored(scalar) { append(scalar) }
  }

  @inline(__always)
  private mutating func append(_ scalar: Unicode.Scalar) {
    digest = Digest.mixed(digest, UInt64(scalar.value))
    length += 1
  }

  static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "\"", "‘", "’", "「", "」", "的", "了", " ", "\n", "\u{3000}": true
    default: false
    }
  }

  /// The words themselves.
  static func text(of words: String) -> String {
    guard words.unicodeScalars.contains(where: isIgnored) else { return words }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: words.unicodeScalars.filter { !isIgnored($0) })
    return String(view)
  }
}

// MARK: - What the figures say

extension ReportView {
  func quantity(of indicator: Indicator) -> Quantity { quantities[indicator.quantity] }

  /// The object without marks that do not change it.
  func object(of indicator: Indicator) -> String {
    PlainWords.text(of: figures[indicator.figure].object)
  }

  func action(of indicator: Indicator) -> String {
    PlainWords.text(of: figures[indicator.figure].action)
  }

  func period(of indicator: Indicator) -> String { figures[indicator.figure].period?.value ?? "" }

  func scope(of indicator: Indicator) -> String { figures[indicator.figure].scope?.text ?? "" }

  /// The day up to which a cumulative figure counts; `nil` for other periods.
  func countedTo(_ indicator: Indicator) -> DayInterval? {
    guard indicator.aggregation == .total, let period = figures[indicator.figure].period?.value,
      period.utf8.contains(UInt8(ascii: "/"))
    else { return nil }
    return DayInterval(value: period)
  }

  /// Whether both can be figures of one and the same thing as far as action, object and unit go.
  func measureSame(_ left: Indicator, _ right: Indicator) -> Bool {
    left.isNamed && left.hasObject(of: right) && left.mayShareAction(with: right)
      && quantities[left.quantity].isComparable(with: quantities[right.quantity])
  }

  /// Whether one amount can only be the other misprinted.
  func areMisprints(_ left: Indicator, _ right: Indicator) -> Bool {
    guard let one = quantities[left.quantity].value, let other = quantities[right.quantity].value
    else { return false }
    return Misprint.isPlain(one, other)
  }

  /// Whether both periods are written alike or one is left to the other.
  func mayShareSpelledPeriod(_ left: Indicator, _ right: Indicator) -> Bool {
    let (one, other) = (period(of: left), period(of: right))
    return one.isEmpty || other.isEmpty || one == other
  }

  /// Whether one scope may stand for the other: equal, left out, or its short form.
  func mayShareScope(_ left: Indicator, _ right: Indicator) -> Bool {
    let (one, other) = (scope(of: left), scope(of: right))
    return one.isEmpty || other.isEmpty || one == other || one.holds(other) || other.holds(one)
  }
}

extension String {
  /// Whether the bytes of the other text stand somewhere in this one.
  fileprivate func holds(_ other: String) -> Bool {
    let bytes = Array(utf8)
    let wanted = Array(other.utf8)
    guard wanted.count <= bytes.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
  }
}
