import TongbaoText

/// Something that the predicted mentions have wrong.
public struct MentionError: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case missed, spurious
    /// The span is right, the type is not.
    case type
    /// The span is not right.
    case boundary
    /// Span and type are right, the value is not.
    case value
    /// The value is wrong only by the reference date.
    case reference
  }

  public var kind: Kind
  public var gold: AnnotatedDocument.Mention?
  public var predicted: AnnotatedDocument.Mention?
}

/// The score of one document.
public struct DocumentScore: Sendable {
  public var gold: AnnotatedDocument
  public var predicted: AnnotatedDocument
  public var tally: Tally
  /// In text order.
  public var errors: [MentionError]
  /// How often a type was predicted for an annotated one; an empty name stands for none.
  public var confusion: [TypePair: Int]
}

/// An annotated and a predicted type; empty where there is none.
public struct TypePair: Sendable, Hashable {
  public var gold: String
  public var predicted: String
}

/// The score of a whole run.
public struct EvaluationResult: Sendable {
  /// In the order of the annotated documents.
  public var documents: [DocumentScore]
  public var tally: Tally
  /// Annotated documents for which there is no prediction; all in them is missed.
  public var unanswered: [String]
  /// Predicted documents that nobody has annotated; they do not count.
  public var unknown: [String]

  public var confusion: [TypePair: Int] {
    documents.reduce(into: [:]) { sum, document in
      sum.merge(document.confusion, uniquingKeysWith: +)
    }
  }
}

/// Scores predicted against annotated documents.
public enum Evaluator {
  /// - Parameters:
  ///   - gold: annotated documents, with different identifiers.
  ///   - predicted: found by identifier, in any order.
  ///   - types: the types that count; `nil` for all.
  /// - Complexity: linear in the mentions, as long as they overlap in small groups.
  public static func evaluate(
    gold: [AnnotatedDocument], predicted: [AnnotatedDocument], types: Set<String>? = nil
  ) -> EvaluationResult {
    let answers = Dictionary(predicted.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(gold.map(\.id))
    let scores = gold.map { document in
      let answer =
        answers[document.id] ?? AnnotatedDocument(id: document.id, text: document.text)
      return score(document.limited(to: types), answer.limited(to: types))
    }
    return EvaluationResult(
      documents: scores, tally: scores.reduce(into: Tally()) { $0 += $1.tally },
      unanswered: gold.map(\.id).filter { answers[$0] == nil },
      unknown: predicted.map(\.id).filter { !known.contains($0) })
  }

  private static func score(
    _ gold: AnnotatedDocument, _ predicted: AnnotatedDocument
  ) -> DocumentScore {
    var score = DocumentScore(
      gold: gold, predicted: predicted, tally: Tally(), errors: [], confusion: [:])
    let pairs = MentionMatcher.pairs(gold: gold.mentions, predicted: predicted.mentions)
    for pair in pairs.common {
      score.add(pair.gold.map { gold.mentions[$0] }, pair.predicted.map { predicted.mentions[$0] })
    }
    for pair in pairs.type {
      score.count(
        pair.gold.map { gold.mentions[$0] }, pair.predicted.map { predicted.mentions[$0] },
        by: .type)
    }
    score.errors.sort { left, right in
      guard let one = left.gold ?? left.predicted, let other = right.gold ?? right.predicted else {
        return false
      }
      return one.sortsBefore(other)
    }
    score.tally.figures = FigureScorer.tally(gold: gold.figures, predicted: predicted.figures)
    score.tally.findings = FindingScorer.tally(gold: gold.findings, predicted: predicted.findings)
    return score
  }
}

extension AnnotatedDocument {
  fileprivate func limited(to types: Set<String>?) -> AnnotatedDocument {
    guard let types else { return self }
    var document = self
    document.mentions.removeAll { !types.contains($0.type) }
    return document
  }
}

extension DocumentScore {
  /// Counts the outcome of a pair, or of a mention without partner, under the annotated type.
  fileprivate mutating func count(
    _ wanted: AnnotatedDocument.Mention?, _ found: AnnotatedDocument.Mention?,
    by scheme: MatchingScheme
  ) {
    guard let type = wanted?.type ?? found?.type else { return }
    let outcome: Outcome =
      if let wanted, let found {
        scheme.outcome(sameSpan: wanted.span == found.span, sameType: wanted.type == found.type)
      } else {
        found == nil ? .missed : .spurious
      }
    tally.types[type, default: TypeTally()][scheme][outcome] += 1
  }

  /// Counts a pair of the common pairing in all but the scheme `type`, and what is wrong in it.
  fileprivate mutating func add(
    _ wanted: AnnotatedDocument.Mention?, _ found: AnnotatedDocument.Mention?
  ) {
    guard let type = wanted?.type ?? found?.type else { return }
    for scheme in MatchingScheme.allCases where scheme != .type {
      count(wanted, found, by: scheme)
    }
    var own = tally.types[type] ?? TypeTally()
    if wanted != nil { own.gold += 1 }
    let kind = errorKind(wanted, found)
    if kind == nil || kind == .value || kind == .reference { own.rightSpans += 1 }
    if kind == nil { own.rightValues += 1 }
    if kind == .reference { own.referenceErrors += 1 }
    tally.types[type] = own
    if let found { tally.types[found.type, default: TypeTally()].predicted += 1 }
    confusion[TypePair(gold: wanted?.type ?? "", predicted: found?.type ?? ""), default: 0] += 1
    if let kind { errors.append(MentionError(kind: kind, gold: wanted, predicted: found)) }
  }

  private func errorKind(
    _ wanted: AnnotatedDocument.Mention?, _ found: AnnotatedDocument.Mention?
  ) -> MentionError.Kind? {
    guard let wanted else { return .spurious }
    guard let found else { return .missed }
    guard wanted.span == found.span else { return .boundary }
    guard wanted.type == found.type else { return .type }
    if CanonicalValue.areEqual(wanted.value, found.value, type: wanted.type) { return nil }
    let isTemporal = wanted.type == "date" || wanted.type == "time"
    let byReference =
      isTemporal
      && CanonicalValue.differsByReference(
        wanted.value, found.value, references: (gold.published, predicted.published))
    return byReference ? .reference : .value
  }
}
