/// The four ways in which SemEval-2013 task 9.1 counts a predicted mention against an annotated
/// one.
///
/// | pair | `strict` | `exact` | `partial` | `type` |
/// | --- | --- | --- | --- | --- |
/// | same span, same type | correct | correct | correct | correct |
/// | same span, other type | incorrect | correct | correct | incorrect |
/// | overlapping, same type | incorrect | incorrect | partial | correct |
/// | overlapping, other type | incorrect | incorrect | partial | incorrect |
/// | annotated alone | missed | missed | missed | missed |
/// | predicted alone | spurious | spurious | spurious | spurious |
///
/// `EVALUATION.md` works an example through.
///
/// A pair counts under the annotated mention's type, so the counts of the types add up to those
/// of all. How mentions are paired, see `MentionMatcher`. On mentions that stand side by side the
/// counts are those of nervaluate 1.2.1. Where they nest or cross it takes, scheme by scheme, the
/// first overlap it meets, so that its counts hang on the order of the mentions; the pairs here do
/// not. `Benchmarks/Agreement` sets the two side by side.
public enum MatchingScheme: String, Sendable, CaseIterable {
  /// Span and type.
  case strict
  /// Span alone.
  case exact
  /// Any overlap, whatever the type; half a point where the spans differ.
  case partial
  /// Any overlap of the same type.
  case type

  func outcome(sameSpan: Bool, sameType: Bool) -> Outcome {
    switch self {
    case .strict: sameSpan && sameType ? .correct : .incorrect
    case .exact: sameSpan ? .correct : .incorrect
    case .partial: sameSpan ? .correct : .partial
    case .type: sameType ? .correct : .incorrect
    }
  }
}

/// What became of one mention.
public enum Outcome: Int, Sendable, CaseIterable {
  case correct, incorrect, partial, missed, spurious
}

/// Outcomes counted; every annotated and every predicted mention is in exactly one of them, a
/// pair in one for both.
public struct OutcomeCounts: Sendable, Hashable {
  public var correct = 0
  public var incorrect = 0
  public var partial = 0
  public var missed = 0
  public var spurious = 0

  public init() {}

  /// Annotated mentions.
  public var possible: Int { correct + incorrect + partial + missed }
  /// Predicted mentions.
  public var actual: Int { correct + incorrect + partial + spurious }

  /// Score of the mentions, partial ones half, by the SemEval definition.
  public var ratios: Ratios {
    Ratios(hits: Double(correct) + 0.5 * Double(partial), gold: possible, predicted: actual)
  }
}

/// Precision, recall and F1; each absent where its denominator is zero.
public struct Ratios: Sendable, Hashable {
  public var precision: Double?
  public var recall: Double?
  /// Harmonic mean; 0 where something is annotated or predicted and nothing is right.
  public var f1: Double?

  init(hits: Double, gold: Int, predicted: Int) {
    precision = predicted > 0 ? hits / Double(predicted) : nil
    recall = gold > 0 ? hits / Double(gold) : nil
    f1 = gold + predicted > 0 ? 2 * hits / Double(gold + predicted) : nil
  }

  init(hits: Int, gold: Int, predicted: Int) {
    self.init(hits: Double(hits), gold: gold, predicted: predicted)
  }

  init(precision: Double?, recall: Double?, f1: Double?) {
    (self.precision, self.recall, self.f1) = (precision, recall, f1)
  }

  /// The plain mean over types, each ratio over the types that have it.
  static func mean(of ratios: [Ratios]) -> Ratios {
    func mean(_ values: [Double]) -> Double? {
      values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
    return Ratios(
      precision: mean(ratios.compactMap(\.precision)), recall: mean(ratios.compactMap(\.recall)),
      f1: mean(ratios.compactMap(\.f1)))
  }
}
