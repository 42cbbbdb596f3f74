/// A half-open range of Unicode code points in the decoded original text, damage included.
public struct Span: Sendable, Hashable, Comparable {
  /// First code point that belongs to the span.
  public var start: Int
  /// First code point after the span.
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span cannot end before it starts")
    self.start = start
    self.end = end
  }

  public var count: Int { end - start }

  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// By start, the longer first: an enclosing span comes before what it encloses.
  public static func < (left: Span, right: Span) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}
