extension RuleLedgerReport {
  /// The ledger for machines: an object, ratios with four digits, `null` where one is undefined.
  public var json: String {
    var value: JSONValue = ["schema": 1]
    value.set("rules", jsonValue(of: own.ledger))
    value.set("summary", summary(of: own))
    if let other {
      value.set("otherRules", jsonValue(of: other.ledger))
      value.set("otherSummary", summary(of: other))
    }
    if let comparison { value.set("comparison", comparison.jsonValue) }
    return value.text(levels: 2) + "\n"
  }

  private func jsonValue(of ledger: RuleLedger) -> JSONValue {
    .array(ledger.entries.map(\.jsonValue))
  }

  private func summary(of side: Side) -> JSONValue {
    let ledger = side.ledger
    let overall = ledger.result.tally.overall
    return [
      "rules": .string(side.name), "documents": JSONValue(ledger.result.documents.count),
      "f1": JSONValue(overall.valueRatios.f1), "spanF1": JSONValue(overall.ratios(.strict).f1),
      "dead": .array(ledger.dead.map { .string($0.use.rule) }),
      "harmful": .array(ledger.harmful.map { .string($0.use.rule) }),
    ]
  }
}

extension RuleLedger.Entry {
  var jsonValue: JSONValue {
    [
      "rule": .string(use.rule), "type": .string(use.type), "won": JSONValue(use.won),
      "lost": JSONValue(use.lost), "refused": JSONValue(use.refused), "found": JSONValue(found),
      "correct": JSONValue(correct), "wrong": JSONValue(wrong), "spurious": JSONValue(spurious),
      "precision": JSONValue(precision), "unique": JSONValue(unique),
      "marginalF1": marginal(marginalF1), "marginalSpanF1": marginal(marginalSpanF1),
      "overlaps": json(of: overlaps), "conflicts": json(of: conflicts),
      "matchingShare": JSONValue(use.share),
    ]
  }

  /// One mention of thousands moves the sixth digit.
  private func marginal(_ difference: Double) -> JSONValue {
    .number(JSONValue.fixed(difference, digits: 6))
  }

  private func json(of counterparts: [RuleLedger.Counterpart]) -> JSONValue {
    .array(counterparts.map { ["rule": .string($0.rule), "count": JSONValue($0.count)] })
  }
}
