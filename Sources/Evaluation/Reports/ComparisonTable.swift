extension RunComparison {
  /// The differences, then every document and mention that changed, for a terminal.
  var table: String { differenceTable + "\n" + changeList }

  private var differenceTable: String {
    var grid = Grid(["F1", "this", "other", "difference", "p"])
    for row in differences {
      let sign = (row.difference ?? 0) > 0 ? "+" : ""
      grid.append([
        row.metric, ratioText(row.own), ratioText(row.other),
        row.difference == nil ? "-" : sign + ratioText(row.difference), chanceText(row.pValue),
      ])
    }
    return grid.text
  }

  private var changeList: String {
    let names = [
      ("better", betterDocuments), ("worse", worseDocuments),
    ]
    let documents = names.map { label, ids in
      "documents \(label): \(ids.isEmpty ? "none" : ids.joined(separator: ", "))\n"
    }
    let changes = changes.map { change in
      let place = "\(change.document):\(change.mention.span.start)"
      let text = change.text.replacing("\n", with: "⏎")
      let what = "\(text)|\(change.mention.type)|\(change.mention.value ?? "-")"
      let spurious = change.isSpurious ? " (not annotated)" : ""
      return "\(change.isBetter ? "+" : "-") \(place) \(what)\(spurious)\n"
    }
    return (documents + changes).joined()
  }
}

/// A p-value; the smallest that so few permutations can tell is not zero.
func chanceText(_ chance: Double?) -> String {
  if let chance, chance < 0.001 { return "<0.001" }
  return ratioText(chance)
}
