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
/// Only what the checks read is kept. A class without mutable parts, for the checks hand it on all
/// the time: a copy then costs one count, not one for each of its strings.
final class PlacedMention: WithinText, Sendable {
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
  /// Whether the value has two sides.
  let isPeriod: Bool
  var isTemporal: Bool { type == .date || type == .time }
  /// Whether it names a day whose year is open: `XXXX-02-18`.
  var isUndated: Bool { value.utf8.first == UInt8(ascii: "X") }

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
    let isTemporal = type == .date || type == .time
    days = isTemporal ? DayInterval(value: mention.value) : nil
    isPeriod = isTemporal && mention.value.utf8.contains(UInt8(ascii: "/"))
  }
}

/// An amount of the text as an interval, with the unit it counts in. A class for the same reason as
/// `PlacedMention`.
final class Quantity: WithinText, Sendable {
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
  private let unitDigest: UInt64
  /// What the amount may be: its approximation and its rounding worked in.
  let values: ValueRange
  let isPercent: Bool
  /// Whether it counts percentage points.
  let isPoints: Bool

  /// The one value that is written, in the written unit.
  var value: ExactDecimal? { amount.value }

  /// `nil` for a mention that is no amount.
  ///
  /// - Parameter written: the working text of the mention.
  init?(
    _ mention: Mention, index: Int, written: TextSlice, range: Range<Int> = 0..<0, sentence: Int = 0
  ) {
    switch mention.type {
    case .count, .measure, .percent, .number: break
    default: return nil
    }
    guard let amount = mention.number else { return nil }
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
    unitDigest = unit.digest
    isPercent = unit == "%" || unit == "‰"
    isPoints = unit == "百分点" || unit == "个百分点"
    let step = WrittenPrecision.step(of: written, isShare: type == .percent, unit: unit)
    values = ValueRange(amount, step: step)
  }

  /// Whether one counts persons and the other cases; 人 and 人次 only differ in what is a person.
  func countsOthers(than other: Quantity) -> Bool {
    guard let unitGroup, let group = other.unitGroup else { return false }
    return unitGroup != group
  }

  /// Whether two amounts count in the same unit, 名 and 人 or 起 and 宗 taken together.
  func isComparable(with other: Quantity) -> Bool {
    if let unitGroup { return unitGroup == other.unitGroup }
    return unitDigest == other.unitDigest && other.unitGroup == nil && unit == other.unit
  }
}

/// Counting words that writers use for the same things.
enum UnitGroup: String, Sendable {
  case persons, cases

  /// The group of a written unit; `nil` for units that stand for themselves.
  init?(unit: String) {
    let scalars = unit.unicodeScalars
    guard let only = scalars.first, scalars.dropFirst().isEmpty else { return nil }
    switch only {
    case "人", "名", "位": self = .persons
    case "起", "宗", "件", "例": self = .cases
    default: return nil
    }
  }
}

extension String {
  /// A number that is equal for strings of the same bytes and nearly never else (FNV-1a): unequal
  /// strings of Chinese characters cost far more to compare.
  var digest: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
