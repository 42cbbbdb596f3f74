extension EvaluationReport {
  /// The scores for machines: an object, ratios with four digits, `null` where one is undefined.
  public var json: String { jsonValue.text(levels: 2) + "\n" }

  private var jsonValue: JSONValue {
    let tally = result.tally
    var value: JSONValue = [
      "schema": 1, "documents": JSONValue(result.documents.count),
      "unanswered": .array(result.unanswered.map { .string($0) }),
      "unknown": .array(result.unknown.map { .string($0) }),
      "overall": json(of: tally.overall, "strict", "value"),
    ]
    var macro: JSONValue = [:]
    for scheme in MatchingScheme.allCases {
      macro.set(scheme.rawValue, json(of: tally.macro(scheme)))
    }
    var macroValue = json(of: tally.macroValue)
    macroValue.set("accuracy", JSONValue(tally.macroValueAccuracy))
    macro.set("value", macroValue)
    value.set("macro", macro)
    var types: JSONValue = [:]
    for name in tally.typeNames {
      types.set(name, json(of: tally.types[name] ?? TypeTally(), name, "\(name).value"))
    }
    value.set("types", types)
    value.set("confusion", confusionJSON)
    value.set("figures", figuresJSON(tally.figures))
    value.set("findings", findingsJSON(tally))
    if let comparison { value.set("comparison", comparison.jsonValue) }
    return value
  }

  private func json(of ratios: Ratios, interval metric: String? = nil) -> JSONValue {
    var value: JSONValue = [
      "precision": JSONValue(ratios.precision), "recall": JSONValue(ratios.recall),
      "f1": JSONValue(ratios.f1),
    ]
    if let metric {
      let interval = intervals[metric].map { JSONValue.array([.init($0.low), .init($0.high)]) }
      value.set("interval95", interval ?? .null)
    }
    return value
  }

  private func json(of tally: TypeTally, _ metric: String, _ valueMetric: String) -> JSONValue {
    var value: JSONValue = ["gold": JSONValue(tally.gold), "predicted": JSONValue(tally.predicted)]
    for scheme in MatchingScheme.allCases {
      // All types together have an interval for each scheme, a type for the strict one.
      let name = metric == "strict" ? scheme.rawValue : scheme == .strict ? metric : nil
      var own = json(of: tally.ratios(scheme), interval: name)
      for outcome in Outcome.allCases {
        own.set("\(outcome)", JSONValue(tally[scheme][outcome]))
      }
      value.set(scheme.rawValue, own)
    }
    var values = json(of: tally.valueRatios, interval: valueMetric)
    values.set("accuracy", JSONValue(tally.valueAccuracy))
    values.set("rightSpans", JSONValue(tally.rightSpans))
    values.set("rightValues", JSONValue(tally.rightValues))
    values.set("referenceErrors", JSONValue(tally.referenceErrors))
    value.set("value", values)
    return value
  }

  private var confusionJSON: JSONValue {
    let pairs = result.confusion.sorted {
      ($0.key.gold, $0.key.predicted) < ($1.key.gold, $1.key.predicted)
    }
    return .array(
      pairs.map { pair, count in
        [
          "gold": JSONValue(pair.gold.isEmpty ? nil : pair.gold),
          "predicted": JSONValue(pair.predicted.isEmpty ? nil : pair.predicted),
          "count": JSONValue(count),
        ]
      })
  }

  private func figuresJSON(_ tally: FigureTally) -> JSONValue {
    var value = json(of: tally.ratios, interval: "figures")
    value.set("gold", JSONValue(tally.gold))
    value.set("predicted", JSONValue(tally.predicted))
    value.set("found", JSONValue(tally.found))
    for (name, share) in tally.parts { value.set(name, JSONValue(share)) }
    return value
  }

  private func findingsJSON(_ tally: Tally) -> JSONValue {
    var value = json(of: tally.allFindings.ratios, interval: "findings")
    var codes: JSONValue = [:]
    for code in tally.findings.keys.sorted() {
      let own = tally.findings[code] ?? FindingTally()
      var row = json(of: own.ratios)
      row.set("gold", JSONValue(own.gold))
      row.set("predicted", JSONValue(own.predicted))
      row.set("matched", JSONValue(own.matched))
      codes.set(code, row)
    }
    value.set("codes", codes)
    return value
  }
}

extension RunComparison {
  var jsonValue: JSONValue {
    [
      "differences": .array(
        differences.map { row in
          [
            "metric": .string(row.metric), "this": JSONValue(row.own),
            "other": JSONValue(row.other),
            "difference": JSONValue(row.difference), "p": JSONValue(row.pValue),
          ]
        }),
      "betterDocuments": .array(betterDocuments.map { .string($0) }),
      "worseDocuments": .array(worseDocuments.map { .string($0) }),
      "changes": .array(
        changes.map { change in
          [
            "document": .string(change.document), "start": JSONValue(change.mention.span.start),
            "end": JSONValue(change.mention.span.end), "type": .string(change.mention.type),
            "text": .string(change.text), "value": JSONValue(change.mention.value),
            "better": .bool(change.isBetter), "spurious": .bool(change.isSpurious),
          ]
        }),
    ]
  }
}
