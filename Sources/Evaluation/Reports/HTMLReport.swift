extension EvaluationReport {
  /// One page that needs nothing beside itself: scores as bars, confusion between types, and the
  /// errors in their text with filters.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tongbao evaluation</title>
    <style>
    \(HTMLParts.style)
    </style>
    </head>
    <body>
    <h1>Evaluation of \(result.documents.count) documents</h1>
    <h2>Scores</h2>
    \(bars)
    <details><summary>All numbers</summary><pre>\(HTMLParts.escaped(table))</pre></details>
    <h2>Confusion between types</h2>
    \(confusionTable)
    \(comparison.map { "<h2>Beside the other run</h2>\n" + $0.html } ?? "")
    <h2>Errors</h2>
    <form id="filters">
    <label>Type <select id="type"></select></label>
    <label>Error <select id="kind"></select></label>
    <label>Rule <select id="rule"></select></label>
    <output id="count"></output>
    </form>
    <p class="legend"><mark class="gold">annotated</mark> <mark class="predicted">predicted</mark>
    <mark class="gold predicted">both</mark></p>
    <div id="errors"></div>
    <script type="application/json" id="data">\(errorData)</script>
    <script>
    \(HTMLParts.script)
    </script>
    </body>
    </html>

    """
  }

  // MARK: - Bars

  /// A bar for F1 of each type, strict above span and value, with the interval as a whisker.
  private var bars: String {
    let names = result.tally.typeNames
    let rows =
      [("all", "strict", "value")] + names.map { ($0, $0, "\($0).value") }
      + [("figures", "figures", ""), ("findings", "findings", "")]
    let metrics = Dictionary(
      Metric.all(in: result.tally).map { ($0.name, $0.f1(result.tally)) },
      uniquingKeysWith: { first, _ in first })
    let height = 30 * rows.count + 10
    var svg = """
      <svg viewBox="0 0 720 \(height)" width="720" height="\(height)" role="img" \
      aria-label="F1 by type">

      """
    for (index, row) in rows.enumerated() {
      let top = 30 * index + 8
      svg +=
        "<text x=\"110\" y=\"\(top + 14)\" text-anchor=\"end\">\(HTMLParts.escaped(row.0))</text>\n"
      svg += bar(metrics[row.1] ?? nil, intervals[row.1], at: top, "strict")
      if !row.2.isEmpty {
        svg += bar(metrics[row.2] ?? nil, intervals[row.2], at: top + 11, "value")
      }
    }
    return svg + "</svg>\n<p class=\"legend\"><i class=\"strict\"></i> strict F1 "
      + "<i class=\"value\"></i> F1 of span, type and value; lines are 95 % intervals</p>"
  }

  private func bar(_ f1: Double?, _ interval: Interval?, at top: Int, _ kind: String) -> String {
    guard let f1 else { return "" }
    func x(_ ratio: Double) -> String { JSONValue.fixed(120 + 500 * ratio, digits: 1) }
    let width = JSONValue.fixed(500 * f1, digits: 1)
    var svg =
      "<rect class=\"\(kind)\" x=\"120\" y=\"\(top)\" width=\"\(width)\" height=\"9\"/>"
      + "<text class=\"small\" x=\"640\" y=\"\(top + 8)\">\(ratioText(f1))</text>\n"
    if let interval {
      svg +=
        "<line x1=\"\(x(interval.low))\" x2=\"\(x(interval.high))\" y1=\"\(top + 4)\" "
        + "y2=\"\(top + 4)\"/>\n"
    }
    return svg
  }

  // MARK: - Confusion

  private var confusionTable: String {
    let confusion = result.confusion
    let names = result.tally.typeNames
    let head = (names + ["missed"]).map { "<th>\(HTMLParts.escaped($0))</th>" }.joined()
    let rows = (names + [""]).map { gold in
      let cells = (names + [""]).map { predicted in
        let count = confusion[TypePair(gold: gold, predicted: predicted)] ?? 0
        let kind = count == 0 ? "" : gold == predicted ? " class=\"right\"" : " class=\"wrong\""
        return "<td\(kind)>\(count == 0 ? "" : "\(count)")</td>"
      }
      let label = gold.isEmpty ? "spurious" : HTMLParts.escaped(gold)
      return "<tr><th>\(label)</th>\(cells.joined())</tr>\n"
    }
    return "<table><tr><th>annotated ↓ predicted →</th>\(head)</tr>\n\(rows.joined())</table>"
  }

  // MARK: - Errors

  /// Documents that have errors, with their marks, as the page's script reads them.
  private var errorData: String {
    let documents = result.documents.filter { !$0.errors.isEmpty }.map { document -> JSONValue in
      [
        "id": .string(document.gold.id), "text": .string(document.gold.text),
        "errors": .array(
          document.errors.map { error in
            [
              "kind": .string(error.kind.rawValue), "gold": json(of: error.gold),
              "predicted": json(of: error.predicted),
            ]
          }),
      ]
    }
    // Only in strings can “<” stand, where its escape means the same and ends no script.
    return JSONValue.array(documents).text.replacing("<", with: "\\u003C")
  }

  private func json(of mention: AnnotatedDocument.Mention?) -> JSONValue {
    guard let mention else { return .null }
    return [
      "type": .string(mention.type), "start": JSONValue(mention.span.start),
      "end": JSONValue(mention.span.end), "value": JSONValue(mention.value),
      "rule": JSONValue(mention.rule),
    ]
  }
}
