extension RuleLedgerReport {
  /// The ledger for a terminal.
  public var table: String {
    var parts = [ruleTable, summary]
    if other != nil { parts.append(changeTable) }
    if let comparison { parts.append(comparison.table) }
    return parts.joined(separator: "\n")
  }

  private var ruleTable: String {
    var grid = Grid([
      "rule", "type", "won", "found", "correct", "wrong", "spurious", "P", "unique", "F1 with it",
      "span F1", "overlaps", "conflicts", "matching",
    ])
    for entry in ranked {
      let counts = [entry.use.won, entry.found, entry.correct, entry.wrong, entry.spurious]
      grid.append(
        [entry.use.rule, entry.use.type] + counts.map(String.init)
          + [ratioText(entry.precision), "\(entry.unique)", differenceText(entry.marginalF1)]
          + [differenceText(entry.marginalSpanF1)]
          + [entry.overlaps, entry.conflicts].map { "\($0.reduce(0) { $0 + $1.count })" }
          + [percentText(entry.use.share)])
    }
    return grid.text
  }

  private var summary: String {
    let ledger = own.ledger
    let (overall, all) = (ledger.result.tally.overall, ledger.entries.count)
    var text = "\(all) rules, \(all - ledger.dead.count) of them won a match in "
    text += "\(ledger.result.documents.count) documents; F1 of span, type and value "
    text += "\(ratioText(overall.valueRatios.f1)), of span and type "
    text += "\(ratioText(overall.ratios(.strict).f1))\n"
    let harmful = ledger.harmful.map { "\($0.use.rule) \(differenceText($0.marginalF1))" }
    text += list("F1 rises without", harmful)
    text += list("dead, no match here", ledger.dead.map(\.use.rule))
    let withOthers = ledger.entries.filter { !$0.overlaps.isEmpty || !$0.conflicts.isEmpty }
    guard !withOthers.isEmpty else { return text }
    text += "\nwithout a rule, others give the same (overlap) or something else (conflict):\n"
    return text
      + withOthers.map { entry in
        "  \(entry.use.rule): overlaps \(entry.overlaps.text(atMost: 4)); "
          + "conflicts \(entry.conflicts.text(atMost: 4))\n"
      }.joined()
  }

  private func list(_ label: String, _ names: [String]) -> String {
    "\(label): \(names.isEmpty ? "none" : names.joined(separator: ", "))\n"
  }

  private var changeTable: String {
    guard let other else { return "" }
    var grid = Grid([
      "rule that differs", "correct", "other", "spurious", "other", "P", "other", "F1 with it",
      "other",
    ])
    for (rule, one, two) in changedRules {
      let sides = [one, two]
      grid.append(
        [rule] + sides.map { $0.map { "\($0.correct)" } ?? "-" }
          + sides.map { $0.map { "\($0.spurious)" } ?? "-" }
          + sides.map { ratioText($0?.precision) } + sides.map { differenceText($0?.marginalF1) })
    }
    return "this: \(own.name), other: \(other.name)\n" + grid.text
  }
}
