/// One reported amount with what it measures: who did how many of what, when and where.
public struct Figure: Sendable, Hashable {
  public enum Aggregation: String, Sendable, CaseIterable, BitwiseCopyable {
    case plain, total, average, increment, change
  }

  public struct Period: Sendable, Hashable {
    public var value: String
    /// Identifier of the mention that gives the period.
    public var mention: Int?

    @inlinable
    public init(value: String, mention: Int? = nil) {
      self.value = value
      self.mention = mention
    }
  }

  public struct Scope: Sendable, Hashable {
    /// The organization or place as written.
    public var text: String
    public var mention: Int?
    public var code: String?

    @inlinable
    public init(text: String, mention: Int? = nil, code: String? = nil) {
      self.text = text
      self.mention = mention
      self.code = code
    }
  }

  public struct Comparison: Sendable, Hashable {
    public enum Kind: String, Sendable, BitwiseCopyable { case yoy, mom, base }
    public enum Direction: String, Sendable, BitwiseCopyable { case up, down, flat }

    public var kind: Kind
    public var direction: Direction
    /// Percentage of change as a plain decimal, where the amount is one.
    public var percent: String?
    /// Period that a `base` comparison counts from, as a date value or as written.
    public var base: String?
    /// Identifier of the mention that gives the compared amount.
    public var mention: Int?

    /// The form of the annotation guideline: `yoy-`, `mom+`, `base:2024+`, `yoy=`.
    public var value: String {
      let sign =
        switch direction {
        case .up: "+"
        case .down: "-"
        case .flat: "="
        }
      return kind == .base ? "base:\(base ?? "")\(sign)" : kind.rawValue + sign
    }

    @inlinable
    public init(
      kind: Kind, direction: Direction, percent: String? = nil, base: String? = nil,
      mention: Int? = nil
    ) {
      self.kind = kind
      self.direction = direction
      self.percent = percent
      self.base = base
      self.mention = mention
    }
  }

  public var action: String
  public var object: String
  /// Identifier of the mention that gives the amount.
  public var mention: Int
  public var aggregation: Aggregation
  public var period: Period?
  public var scope: Scope?
  public var comparison: Comparison?
  /// From the action or object, whichever is first, to the end of the amount.
  public var span: Span

  public init(
    action: String, object: String, mention: Int, aggregation: Aggregation, period: Period? = nil,
    scope: Scope? = nil, comparison: Comparison? = nil, span: Span
  ) {
    self.action = action
    self.object = object
    self.mention = mention
    self.aggregation = aggregation
    self.period = period
    self.scope = scope
    self.comparison = comparison
    self.span = span
  }
}

/// An inconsistency that a reader can prove from the text and the calendar alone.
public struct Finding: Sendable, Hashable {
  public enum Severity: String, Sendable { case error, warning }

  public var code: String
  public var severity: Severity
  public var spans: [Span]
  public var message: String
  public var expected: String?
  public var found: String?

  public init(
    code: String, severity: Severity, spans: [Span], message: String, expected: String? = nil,
    found: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.spans = spans
    self.message = message
    self.expected = expected
    self.found = found
  }
}
