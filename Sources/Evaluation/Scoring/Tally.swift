import TongbaoText

/// Everything counted for one type of mention.
public struct TypeTally: Sendable, Hashable {
  /// By the place of the scheme in `MatchingScheme.allCases`.
  private var schemes = [OutcomeCounts](
    repeating: OutcomeCounts(), count: MatchingScheme.allCases.count)
  /// Annotated mentions of this type.
  public var gold = 0
  /// Predicted mentions of this type, also those paired with another type.
  public var predicted = 0
  /// Right span and type.
  public var rightSpans = 0
  /// Right span, type and value.
  public var rightValues = 0
  /// Right span and type; the value is wrong only by the reference date.
  public var referenceErrors = 0

  public init() {}

  public subscript(scheme: MatchingScheme) -> OutcomeCounts {
    get { schemes[Self.place(of: scheme)] }
    set { schemes[Self.place(of: scheme)] = newValue }
  }

  private static func place(of scheme: MatchingScheme) -> Int {
    switch scheme {
    case .strict: 0
    case .exact: 1
    case .partial: 2
    case .type: 3
    }
  }

  /// Scores of the type under a scheme.
  ///
  /// Where the type counts, a mention predicted as this type stands in the denominator of its
  /// precision, whatever it was annotated as; a pair's outcome alone is kept under the annotated
  /// type.
  public func ratios(_ scheme: MatchingScheme) -> Ratios {
    switch scheme {
    case .strict, .type:
      Ratios(hits: self[scheme].correct, gold: gold, predicted: predicted)
    case .exact, .partial: self[scheme].ratios
    }
  }

  /// Share of right values among right spans, as TempEval-3 has it.
  public var valueAccuracy: Double? {
    rightSpans > 0 ? Double(rightValues) / Double(rightSpans) : nil
  }

  /// Precision, recall and F1 of span, type and value together.
  public var valueRatios: Ratios { Ratios(hits: rightValues, gold: gold, predicted: predicted) }

  static func += (left: inout Self, right: Self) {
    for scheme in MatchingScheme.allCases { left[scheme] += right[scheme] }
    left.gold += right.gold
    left.predicted += right.predicted
    left.rightSpans += right.rightSpans
    left.rightValues += right.rightValues
    left.referenceErrors += right.referenceErrors
  }
}

extension OutcomeCounts {
  public subscript(outcome: Outcome) -> Int {
    get {
      switch outcome {
      case .correct: correct
      case .incorrect: incorrect
      case .partial: partial
      case .missed: missed
      case .spurious: spurious
      }
    }
    set {
      switch outcome {
      case .correct: correct = newValue
      case .incorrect: incorrect = newValue
      case .partial: partial = newValue
      case .missed: missed = newValue
      case .spurious: spurious = newValue
      }
    }
  }

  static func += (left: inout Self, right: Self) {
    left.correct += right.correct
    left.incorrect += right.incorrect
    left.partial += right.partial
    left.missed += right.missed
    left.spurious += right.spurious
  }
}

/// Found figures and what is right in them.
public struct FigureTally: Sendable, Hashable {
  public var gold = 0
  public var predicted = 0
  /// Figures whose amount is the same mention.
  public var found = 0
  public var object = 0
  public var action = 0
  public var aggregation = 0
  public var period = 0
  public var scope = 0
  public var comparison = 0

  public init() {}

  public var ratios: Ratios { Ratios(hits: found, gold: gold, predicted: predicted) }

  /// Each part with its share of the found figures.
  public var parts: [(name: String, share: Double?)] {
    [
      ("object", object), ("action", action), ("aggregation", aggregation), ("period", period),
      ("scope", scope), ("comparison", comparison),
    ].map { name, count in (name, found > 0 ? Double(count) / Double(found) : nil) }
  }

  static func += (left: inout Self, right: Self) {
    left.gold += right.gold
    left.predicted += right.predicted
    left.found += right.found
    left.object += right.object
    left.action += right.action
    left.aggregation += right.aggregation
    left.period += right.period
    left.scope += right.scope
    left.comparison += right.comparison
  }
}

/// Matched findings, counted for all codes or one.
public struct FindingTally: Sendable, Hashable {
  public var gold = 0
  public var predicted = 0
  public var matched = 0

  public init() {}

  public var ratios: Ratios { Ratios(hits: matched, gold: gold, predicted: predicted) }

  static func += (left: inout Self, right: Self) {
    left.gold += right.gold
    left.predicted += right.predicted
    left.matched += right.matched
  }
}

/// The counts of a document, or of many added up.
public struct Tally: Sendable, Hashable {
  public var types: [String: TypeTally] = [:]
  public var figures = FigureTally()
  public var findings: [String: FindingTally] = [:]

  public init() {}

  /// All types together; micro-averages come from this.
  public var overall: TypeTally { types.values.reduce(into: TypeTally()) { $0 += $1 } }

  public var allFindings: FindingTally { findings.values.reduce(into: FindingTally()) { $0 += $1 } }

  /// The mean over the types that are annotated or predicted.
  public func macro(_ scheme: MatchingScheme) -> Ratios {
    .mean(of: typeNames.compactMap { types[$0]?.ratios(scheme) })
  }

  public var macroValue: Ratios { .mean(of: typeNames.compactMap { types[$0]?.valueRatios }) }

  /// The mean over the types that have right spans.
  public var macroValueAccuracy: Double? {
    let shares = typeNames.compactMap { types[$0]?.valueAccuracy }
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }

  /// In the order of the guideline, types of others behind them by name.
  public var typeNames: [String] {
    let places = Dictionary(
      uniqueKeysWithValues: MentionType.allCases.enumerated().map { ($1.rawValue, $0) })
    return types.keys.sorted {
      (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1)
    }
  }

  static func += (left: inout Self, right: Self) {
    for (type, tally) in right.types { left.types[type, default: TypeTally()] += tally }
    left.figures += right.figures
    for (code, tally) in right.findings { left.findings[code, default: FindingTally()] += tally }
  }
}
