/// A repeating time: `R/P1D`, `R/P1W-5`, `R/P1Y-04-15`.
public struct RecurrenceValue: Sendable, Hashable {
  /// ISO 8601 duration of one turn.
  public var period: String
  /// Which day of the period, after a hyphen each.
  public var position: String?
  /// 每晚: the part of the day it falls in, which decides the hour of a clock time behind it.
  public var part: DayPart?

  public init(period: String, position: String? = nil, part: DayPart? = nil) {
    self.period = period
    self.position = position
    self.part = part
  }

  public var value: String { "R/" + period + (position.map { "-" + $0 } ?? "") }
}
