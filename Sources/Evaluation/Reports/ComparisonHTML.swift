extension RunComparison {
  /// The differences as a table, the changed mentions in a list to open.
  var html: String {
    let rows = differences.map { row in
      let sign = (row.difference ?? 0) > 0 ? "+" : ""
      let difference = row.difference == nil ? "-" : sign + ratioText(row.difference)
      let kind = (row.difference ?? 0) > 0 ? "right" : (row.difference ?? 0) < 0 ? "wrong" : ""
      return "<tr><th>\(HTMLParts.escaped(row.metric))</th><td>\(ratioText(row.own))</td>"
        + "<td>\(ratioText(row.other))</td><td class=\"\(kind)\">\(difference)</td>"
        + "<td>\(HTMLParts.escaped(chanceText(row.pValue)))</td></tr>\n"
    }
    return """
      <table class="differences"><tr><th>F1</th><th>this</th><th>other</th><th>difference</th>
      <th>p</th></tr>
      \(rows.joined())</table>
      \(changeList("Better", where: { $0.isBetter }, documents: betterDocuments))
      \(changeList("Worse", where: { !$0.isBetter }, documents: worseDocuments))
      """
  }

  private func changeList(
    _ label: String, where isWanted: (Change) -> Bool, documents: [String]
  ) -> String {
    let changes = changes.filter(isWanted)
    let rows = changes.map { change in
      let spurious = change.isSpurious ? " (not annotated)" : ""
      let place = "\(change.document):\(change.mention.span.start)"
      let what =
        "\(place) \(change.mention.type) “\(change.text)” \(change.mention.value ?? "-")"
      return "<li>\(HTMLParts.escaped(what))\(spurious)</li>\n"
    }
    let names = documents.isEmpty ? "" : ": " + documents.joined(separator: ", ")
    return """
      <details><summary>\(label): \(changes.count) mentions; \(documents.count) \
      documents\(HTMLParts.escaped(names))</summary><ul>
      \(rows.joined())</ul></details>
      """
  }
}
