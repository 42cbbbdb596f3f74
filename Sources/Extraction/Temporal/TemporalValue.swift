import ChineseCalendar
import TongbaoText

/// What a temporal reading means in its document.
public struct TemporalValue: Sendable, Hashable {
  /// Where it differs from that of the rule: 两小时前 is a time, 两天前 a date.
  public var type: MentionType?
  /// Canonical value of the guideline.
  public var value: String
  public var lunar: String?
  public var interval: LocalInterval?
  /// Clock times where the day is unknown.
  public var clock: LocalInterval?
  /// ISO 8601, without approximation mark.
  public var duration: String?
  public var candidates: [String] = []

  public init(value: String) { self.value = value }

  /// - Parameter write: puts the value together.
  init(_ write: (inout DigitText) -> Void) {
    var text = DigitText()
    write(&text)
    self.init(value: text.string)
  }
}

/// The reference date of a document and the value of each of its temporal readings.
public struct TemporalOutcome: Sendable {
  /// `evidence` holds indices into the readings.
  public var reference: ReferenceDate
  public var values: TemporalValues
}

/// Temporal values by the index of their reading.
public struct TemporalValues: Sendable {
  private static let none: Int32 = -1
  /// By reading, where in `values` its value stands: most readings are not temporal.
  private var places: [Int32]
  private var values: [TemporalValue] = []

  init(readingCount: Int, capacity: Int) {
    places = [Int32](repeating: Self.none, count: readingCount)
    values.reserveCapacity(capacity)
  }

  /// The value of a reading; `nil` for readings of other kinds and for those left open.
  public subscript(reading: Int) -> TemporalValue? {
    places[reading] == Self.none ? nil : values[Int(places[reading])]
  }

  mutating func insert(_ value: TemporalValue, of reading: Int) {
    places[reading] = Int32(truncatingIfNeeded: values.count)
    values.append(value)
  }
}
