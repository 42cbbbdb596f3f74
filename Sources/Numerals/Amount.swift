/// How the text qualifies an amount.
public enum Approximation: String, Sendable, Hashable, CaseIterable {
  /// No qualification: one value, or a range with both ends said (二三十).
  case exact
  /// 约, 左右, 来.
  case about
  /// 余, 多, 超过.
  case over
  /// 近, 不足.
  case under
  /// 至少, 以上.
  case atLeast
  /// 最多, 以下.
  case atMost
}

/// A quantity as a text states it: one value, a range, or a bound.
///
/// | text | `min` | `max` | `approximation` |
/// | --- | --- | --- | --- |
/// | 5 | 5 | 5 | `exact` |
/// | 二三十 | 20 | 30 | `exact` |
/// | 约120 | 120 | 120 | `about` |
/// | 500余 | 500 | – | `over` |
/// | 不足50 | – | 50 | `under` |
public struct Amount: Sendable, Hashable {
  public var min: ExactDecimal?
  public var max: ExactDecimal?
  public var approximation: Approximation

  public init(min: ExactDecimal?, max: ExactDecimal?, approximation: Approximation) {
    self.min = min
    self.max = max
    self.approximation = approximation
  }

  /// Exactly that value.
  public init(_ value: ExactDecimal) {
    self.init(min: value, max: value, approximation: .exact)
  }

  /// Exactly that value.
  public init(_ value: Int) {
    self.init(ExactDecimal(value))
  }

  /// Between two values, both included.
  public init(from min: ExactDecimal, to max: ExactDecimal) {
    self.init(min: min, max: max, approximation: .exact)
  }

  /// The one value that is said, whether qualified or not; `nil` for a range.
  public var value: ExactDecimal? {
    switch (min, max) {
    case (let min?, let max?): min == max ? min : nil
    case (let only?, nil), (nil, let only?): only
    case (nil, nil): nil
    }
  }

  /// Whether it is one value without qualification.
  public var isExactValue: Bool { approximation == .exact && min != nil && min == max }

  /// The guideline's notation: `560`, `~120`, `>500`, `>=3`, `<50`, `<=50`, `20..30`.
  public var canonical: String {
    switch approximation {
    case .exact: body
    case .about: "~" + body
    case .over: ">" + body
    case .atLeast: ">=" + body
    case .under: "<" + body
    case .atMost: "<=" + body
    }
  }

  private var body: String {
    if let value { return value.description }
    guard let min, let max else { return "" }
    return "\(min)..\(max)"
  }

  /// The amount times a positive factor, as 万 or a unit's multiplier asks; `nil` on overflow and
  /// for a factor that is zero or negative.
  public func scaled(by factor: ExactDecimal) -> Amount? {
    guard factor > .zero else { return nil }
    var result = self
    if let min {
      guard let product = min * factor else { return nil }
      result.min = product
    }
    if let max {
      guard let product = max * factor else { return nil }
      result.max = product
    }
    return result
  }

  /// The exact amount under a qualifier: 500 with `over` is `>500`; of a range the nearer end
  /// bounds. An amount that is a bound already stays one: 约30余 says no more than 30余.
  public func with(_ approximation: Approximation) -> Amount {
    guard self.approximation == .exact || self.approximation == .about else { return self }
    return switch approximation {
    case .exact: self
    case .about: Amount(min: min, max: max, approximation: .about)
    case .over, .atLeast: Amount(min: min, max: nil, approximation: approximation)
    case .under, .atMost: Amount(min: nil, max: max, approximation: approximation)
    }
  }

  /// The amount below zero; the sides change places and a lower bound becomes an upper one.
  public var negated: Amount {
    let opposite: Approximation =
      switch approximation {
      case .exact, .about: approximation
      case .over: .under
      case .under: .over
      case .atLeast: .atMost
      case .atMost: .atLeast
      }
    return Amount(min: max?.negated, max: min?.negated, approximation: opposite)
  }
}
