import Numerals

/// The kinds of mention, as the annotation guideline names them.
public enum MentionType: String, Sendable, CaseIterable, Hashable {
  case date, time, duration, recurrence
  case count, measure, percent, ordinal, number
  case place, organization
}

/// What a unit measures.
public enum Dimension: String, Sendable, CaseIterable, Hashable {
  case count, money, mass, length, area, volume, time, speed, energy, temperature, data, ratio, age
  case other
}

/// A half-open interval of local time without a zone, in ISO 8601; `nil` is an open side.
public struct LocalInterval: Sendable, Hashable {
  public var start: String?
  public var end: String?

  public init(start: String?, end: String?) {
    self.start = start
    self.end = end
  }
}

/// A typed span of the original text with its canonical value and the rule that found it.
public struct Mention: Sendable, Hashable, Identifiable {
  /// Position in the document's list of mentions.
  public var id: Int
  public var type: MentionType
  public var span: Span
  /// The very slice of the original text that the span names.
  public var text: String
  /// Canonical value by the annotation guideline; an ambiguous one is said in `candidates`.
  public var value: String
  /// Identifier of the rule that found it.
  public var rule: String
  /// Lunar day behind a Gregorian value, `YYYY-MM-DD` or `YYYY-MM*-DD` in a leap month.
  public var lunar: String?
  /// What a date or dated time covers.
  public var interval: LocalInterval?
  /// Clock times `HH:mm:ss` where the day is unknown.
  public var clock: LocalInterval?
  /// ISO 8601 duration.
  public var duration: String?
  public var number: Amount?
  public var unit: String?
  public var dimension: Dimension?
  /// Full official name of a place, from the province down.
  public var name: String?
  /// What else an ambiguous mention could be, best first.
  public var candidates: [String] = []
  /// Whether the value rests on characters that a repair put there.
  public var isRepaired = false

  public init(
    id: Int = 0, type: MentionType, span: Span, text: String, value: String, rule: String
  ) {
    self.id = id
    self.type = type
    self.span = span
    self.text = text
    self.value = value
    self.rule = rule
  }
}
