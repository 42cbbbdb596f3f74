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
///
/// Only what the checks read is kept: a whole `Mention` has a dozen references, and the checks copy
/// these values often.
struct PlacedMention: WithinText {
  /// Position among the mentions in text order.
  let index: Int
  let type: MentionType
  let span: Span
  let text: String
  let value: String
  let lunar: String?
  let candidates: [String]
  let range: Range<Int>
  let sentence: Int
  /// The days that its value covers; `nil` for what is no date and for an open value.
  let days: DayInterval?

  init(_ mention: Mention, index: Int, range: Range<Int>, sentence: Int) {
    self.index = index
    type = mention.type
    span = mention.span
    text = mention.text
    value = mention.value
    lunar = mention.lunar
    candidates = mention.candidates
    self.range = range
    self.sentence = sentence
    days = type == .date || type == .time ? DayInterval(value: mention.value) : nil
  }
}

/// An amount of the text as an interval, with the unit it counts in.
struct Quantity: WithinText {
  /// Position among the amounts in text order.
  let index: Int
  let mentionID: Int
  let type: MentionType
  let span: Span
  let text: String
  let range: Range<Int>
  let sentence: Int
  let amount: Amount
  /// The written unit; empty for a bare number.
  let unit: String
  let unitGroup: UnitGroup?
  /// What the amount may be: its approximation and its rounding worked in.
  let values: ValueRange

  var isPercent: Bool { unit == "%" || unit == "‰" }
  /// The one value that is written, in the written unit.
  var value: ExactDecimal? { amount.value }

  /// `nil` for a mention that is no amount.
  ///
  /// - Parameter written: the working text of the mention.
  init?(
    _ mention: Mention, index: Int, written: TextSlice, range: Range<Int> = 0..<0, sentence: Int = 0
  ) {
    guard [.count, .measure, .percent, .number].contains(mention.type),
      let amount = mention.number
    else { return nil }
    self.index = index
    mentionID = mention.id
    type = mention.type
    span = mention.span
    text = mention.text
    self.range = range
    self.sentence = sentence
    self.amount = amount
    unit = mention.unit ?? ""
    unitGroup = UnitGroup(unit: unit)
    let step = WrittenPrecision.step(of: written, isShare: type == .percent, unit: unit)
    values = ValueRange(amount, step: step)
  }

  /// Whether two amounts count in the same unit, 名 and 人 or 起 and 宗 taken together.
  func isComparable(with other: Quantity) -> Bool {
    if let unitGroup { return unitGroup == other.unitGroup }
    return other.unitGroup == nil && unit == other.unit
  }
}

/// Counting words that writers use for the same things.
enum UnitGroup: String, Sendable {
  case persons, cases

  /// The group of a written unit; `nil` for units that stand for themselves.
  init?(unit: String) {
    switch unit {
    case "人", "名", "位": self = .persons
    case "起", "宗", "件", "例": self = .cases
    default: return nil
    }
  }
}
