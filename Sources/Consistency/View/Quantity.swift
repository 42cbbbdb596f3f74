import Numerals
import TongbaoText

/// An amount of the text as an interval, with the unit it counts in. Numbers alone, as
/// `PlacedMention`.
struct Quantity: WithinText, Sendable {
  /// Position among the amounts in text order.
  let index: Int
  let mention: Int
  let type: MentionType
  let span: Span
  let range: Range<Int>
  let sentence: Int
  let amount: Amount
  let unit: UnitKey
  /// The power of ten by which two neighbours of the same form differ; `nil` if it is exact.
  private let step: Int?

  var unitGroup: UnitGroup? { unit.group }
  var isPercent: Bool { unit.kind == .percent || unit.kind == .permille }
  /// Whether it counts percentage points.
  var isPoints: Bool { unit.kind == .points }
  var isTimes: Bool { unit.kind == .times }

  /// The one value that is written, in the written unit.
  var value: ExactDecimal? { amount.value }

  /// What the amount may be: its approximation and its rounding worked in.
  var values: ValueRange {
    ValueRange(amount, step: step.map(WrittenPrecision.power) ?? .zero)
  }

  /// `nil` for a mention that is no amount.
  ///
  /// - Parameters:
  ///   - mention: the position of the record among the records of the report.
  ///   - written: the working text of the mention.
  init?(
    _ mention: Int, of records: [Mention], index: Int, written: @autoclosure () -> TextSlice,
    range: Range<Int> = 0..<0, sentence: Int = 0
  ) {
    switch records[mention].type {
    case .count, .measure, .percent, .number: break
    default: return nil
    }
    guard let amount = records[mention].number else { return nil }
    self.index = index
    self.mention = mention
    type = records[mention].type
    span = records[mention].span
    self.range = range
    self.sentence = sentence
    self.amount = amount
    unit = records[mention].unit.map { UnitKey($0) } ?? .none
    step = WrittenPrecision.exponent(
      of: written(), isShare: type == .percent,
      isPercent: unit.kind == .percent || unit.kind == .permille)
  }

  /// Whether one counts persons and the other cases; 人 and 人次 only differ in what is a person.
  func countsOthers(than other: Quantity) -> Bool {
    guard let unitGroup, let group = other.unitGroup else { return false }
    return unitGroup != group
  }

  /// Whether two amounts count in the same unit, 名 and 人 or 起 and 宗 taken together.
  func isComparable(with other: Quantity) -> Bool { unit == other.unit }
}

/// A written unit as far as checks tell units apart.
struct UnitKey: Sendable, Hashable {
  enum Kind: UInt8, Sendable {
    case none, percent, permille, points, times, persons, cases, other
  }

  let kind: Kind
  /// Of the unit itself where its kind does not name it; else 0.
  let digest: UInt64

  /// The unit of a bare number.
  static let none = UnitKey("")

  init(_ unit: String) {
    var unit = unit
    (kind, digest) = unit.withUTF8 { bytes in
      let kind = Self.kind(of: bytes)
      return (kind, kind == .other ? Digest.of(bytes) : 0)
    }
  }

  /// Units that stand for the same thing are one group.
  var group: UnitGroup? {
    switch kind {
    case .persons: .persons
    case .cases: .cases
    default: nil
    }
  }

  private static func kind(of unit: UnsafeBufferPointer<UInt8>) -> Kind {
    switch unit.count {
    case 0: return .none
    case 1: return unit[0] == UInt8(ascii: "%") ? .percent : .other
    case 3: break
    case 9: return unit.elementsEqual("百分点".utf8) ? .points : .other
    case 12: return unit.elementsEqual("个百分点".utf8) ? .points : .other
    default: return .other
    }
    // One character of three bytes, else none of these.
    guard unit[0] >= 0xE0 else { return .other }
    let (head, middle, last) = (UInt32(unit[0]), UInt32(unit[1]), UInt32(unit[2]))
    switch Unicode.Scalar((head & 0xF) << 12 | (middle & 0x3F) << 6 | last & 0x3F) {
    case "‰": return .permille
    case "倍": return .times
    case "人", "名", "位": return .persons
    case "起", "宗", "件", "例": return .cases
    default: return .other
    }
  }
}

/// Counting words that writers use for the same things.
enum UnitGroup: String, Sendable {
  case persons, cases
}

extension String {
  /// A number that is equal for strings of the same bytes and nearly never else (FNV-1a): unequal
  /// strings of Chinese characters cost far more to compare.
  var digest: UInt64 {
    utf8.withContiguousStorageIfAvailable(Digest.of)
      ?? utf8.reduce(Digest.start) { Digest.mixed($0, UInt64($1)) }
  }
}

/// Steps of the Fowler–Noll–Vo hash, variant 1a.
enum Digest {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func mixed(_ digest: UInt64, _ value: UInt64) -> UInt64 {
    (digest ^ value) &* 0x100_0000_01B3
  }

  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var digest = start
    for byte in bytes { digest = mixed(digest, UInt64(byte)) }
    return digest
  }
}
