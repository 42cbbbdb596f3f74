import Evaluation
import Tongbao

/// Reads annotated documents once with all rules, then with each rule taken away.
struct LedgerRun {
  private let analyzer: Analyzer

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  func ledger(of gold: [AnnotatedDocument]) -> RuleLedger {
    let uses = analyzer.activity(in: gold.map(\.text)).map { row in
      RuleUse(
        rule: row.id, type: row.type, won: row.won, lost: row.lost, refused: row.refused,
        documents: row.texts, share: row.share)
    }
    return RuleLedger(gold: gold, predicted: analyzer.readings(of: gold), uses: uses) {
      rule, places in
      analyzer.without(rules: [rule]).mentions(of: places.map { gold[$0] })
    }
  }
}

extension Analyzer {
  /// Annotated documents as this analyzer reads them, the annotation unseen.
  func readings(of gold: [AnnotatedDocument]) -> [AnnotatedDocument] {
    gold.map { document in
      AnnotatedDocument(analyze(document.text, id: document.id, published: document.published))
    }
  }

  /// The same without figures and findings, which cost as much again.
  fileprivate func mentions(of gold: [AnnotatedDocument]) -> [AnnotatedDocument] {
    gold.map { document in
      AnnotatedDocument(mentions(in: document.text, id: document.id, published: document.published))
    }
  }
}
