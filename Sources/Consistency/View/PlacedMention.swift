import Numerals
import TongbaoText

/// Something with a place in the working text.
protocol WithinText {
  /// Units of the working text.
  var range: Range<Int> { get }
  /// Number of the sentence that it begins in.
  var sentence: Int { get }
}

/// A mention and where it stands in the working text.
struct PlacedMention: WithinText {
  /// Position among the mentions in text order.
  let index: Int
  let mention: Mention
  let range: Range<Int>
  let sentence: Int

  var type: MentionType { mention.type }
  var span: Span { mention.span }

  /// The days that its value covers; `nil` for what is no date and for an open value.
  var days: DayInterval? {
    type == .date || type == .time ? DayInterval(value: mention.value) : nil
  }
}

/// An amount of the text as an interval, with the unit it counts in.
struct Quantity: WithinText {
  /// Position among the amounts in text order.
  let index: Int
  let placed: PlacedMention
  let amount: Amount
  /// The written unit; empty for a bare number.
  let unit: String
  /// What the amount may be: its approximation and its rounding worked in.
  let values: ValueRange
  /// The distance between two values that are written alike: 0.1 for 20.9%, 100 for 1.36万, 0 for
  /// a plain whole number.
  let step: ExactDecimal

  var range: Range<Int> { placed.range }
  var sentence: Int { placed.sentence }
  var span: Span { placed.span }
  var text: String { placed.mention.text }
  var isPercent: Bool { unit == "%" || unit == "‰" }
  /// The one value that is written, in the written unit.
  var value: ExactDecimal? { amount.value }

  /// - Parameter written: the working text of the mention.
  init?(_ placed: PlacedMention, written: TextSlice, index: Int) {
    guard [.count, .measure, .percent, .number].contains(placed.type),
      let amount = placed.mention.number
    else { return nil }
    self.index = index
    self.placed = placed
    self.amount = amount
    unit = placed.mention.unit ?? ""
    step = WrittenPrecision.step(of: written, isShare: placed.type == .percent, unit: unit)
    values = ValueRange(amount, step: step)
  }

  /// Whether two amounts count in the same unit, 名 and 人 or 起 and 宗 taken together.
  func isComparable(with other: Quantity) -> Bool {
    UnitGroup.areInterchangeable(unit, other.unit)
  }
}

/// Counting words that writers use for the same things.
enum UnitGroup: String, Sendable, CaseIterable {
  case persons, cases

  private var words: Set<String> {
    switch self {
    case .persons: ["人", "名", "位"]
    case .cases: ["起", "宗", "件", "例"]
    }
  }

  init?(unit: String) {
    guard let group = Self.allCases.first(where: { $0.words.contains(unit) }) else { return nil }
    self = group
  }

  static func areInterchangeable(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    guard let group = UnitGroup(unit: left) else { return false }
    return group == UnitGroup(unit: right)
  }
}
