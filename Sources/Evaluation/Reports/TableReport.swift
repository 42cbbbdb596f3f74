extension EvaluationReport {
  /// The scores for a terminal.
  public var table: String {
    var parts = [schemeTable, typeTable, restTable]
    if !result.unanswered.isEmpty {
      parts.append("no prediction for: \(result.unanswered.joined(separator: ", "))\n")
    }
    if !result.unknown.isEmpty {
      parts.append("not annotated, not scored: \(result.unknown.joined(separator: ", "))\n")
    }
    if let comparison { parts.append(comparison.table) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func interval(_ metric: String) -> String {
    intervals[metric].map { "\(ratioText($0.low))–\(ratioText($0.high))" } ?? "-"
  }

  private var schemeTable: String {
    var grid = Grid([
      "scheme", "correct", "incorrect", "partial", "missed", "spurious", "P", "R", "F1", "95 %",
      "macro F1",
    ])
    let overall = result.tally.overall
    for scheme in MatchingScheme.allCases {
      let counts = overall[scheme]
      let ratios = counts.ratios
      grid.append(
        [scheme.rawValue] + Outcome.allCases.map { "\(counts[$0])" }
          + [ratios.precision, ratios.recall, ratios.f1].map(ratioText)
          + [interval(scheme.rawValue), ratioText(result.tally.macro(scheme).f1)])
    }
    return grid.text
  }

  private var typeTable: String {
    var grid = Grid([
      "type", "gold", "found", "P", "R", "F1", "95 %", "exact", "partial", "type", "values",
      "value F1", "95 %", "reference errors",
    ])
    for name in result.tally.typeNames {
      grid.append(typeRow(name, result.tally.types[name] ?? TypeTally(), name, "\(name).value"))
    }
    grid.append(typeRow("all (micro)", result.tally.overall, "strict", "value"))
    grid.append(macroRow)
    return grid.text
  }

  /// Means over the types; they have no interval.
  private var macroRow: [String] {
    let strict = result.tally.macro(.strict)
    let others = [MatchingScheme.exact, .partial, .type].map {
      ratioText(result.tally.macro($0).f1)
    }
    return ["mean (macro)", "", ""] + [strict.precision, strict.recall, strict.f1].map(ratioText)
      + [""] + others + [ratioText(result.tally.macroValueAccuracy)]
      + [ratioText(result.tally.macroValue.f1), "", ""]
  }

  private func typeRow(
    _ name: String, _ tally: TypeTally, _ metric: String, _ valueMetric: String
  ) -> [String] {
    let strict = tally.ratios(.strict)
    let others = [MatchingScheme.exact, .partial, .type].map { ratioText(tally.ratios($0).f1) }
    return [name, "\(tally.gold)", "\(tally.predicted)"]
      + [strict.precision, strict.recall, strict.f1].map(ratioText) + [interval(metric)] + others
      + [ratioText(tally.valueAccuracy), ratioText(tally.valueRatios.f1), interval(valueMetric)]
      + ["\(tally.referenceErrors)"]
  }

  private var restTable: String {
    var grid = Grid(["", "gold", "found", "P", "R", "F1", "95 %"])
    let figures = result.tally.figures
    func row(_ name: String, _ gold: Int, _ found: Int, _ ratios: Ratios, _ interval: String) {
      grid.append(
        [name, "\(gold)", "\(found)"]
          + [ratios.precision, ratios.recall, ratios.f1].map(ratioText) + [interval])
    }
    row("figures", figures.gold, figures.predicted, figures.ratios, interval("figures"))
    let findings = result.tally.allFindings
    row("findings", findings.gold, findings.predicted, findings.ratios, interval("findings"))
    let codes = result.tally.findings
    for code in codes.keys.sorted() {
      let tally = codes[code] ?? FindingTally()
      row("  " + code, tally.gold, tally.predicted, tally.ratios, "-")
    }
    let parts = figures.parts.map { "\($0.name) \(ratioText($0.share))" }.joined(separator: ", ")
    return grid.text + "of the figures found: \(parts)\n"
  }
}
