extension RuleLedgerReport {
  /// One page that needs nothing beside itself: a table to sort and filter, in which dead and
  /// harmful rules stand out.
  public var html: String {
    let escaped = HTMLParts.escaped
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Tongbao rule ledger</title>
      <style>
      \(HTMLParts.style)
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>Rule ledger: \(escaped(own.name))</h1>
      \(headline)
      <form id="filters">
      <label>Rule <input id="name" type="search" placeholder="part of a name"></label>
      <label>Show <select id="state"><option value="">all</option>
      <option value="harmful">F1 rises without it</option><option value="dead">dead</option>
      <option value="spurious">with spurious mentions</option></select></label>
      <output id="count"></output>
      </form>
      \(ruleTable)
      <p class="legend">“F1 with it” is F1 of span, type and value with the rule less F1 without it.
      Overlaps: the other rule gives the same mention when this one is taken away; conflicts: it gives
      something else in its place. Matching is the share of the visits of automaton nodes.</p>
      \(comparisonSection)
      <script>
      \(Self.script)
      </script>
      </body>
      </html>

      """
  }

  private var headline: String {
    let ledger = own.ledger
    let f1 = ratioText(ledger.result.tally.overall.valueRatios.f1)
    return """
      <p>\(ledger.entries.count) rules in \(ledger.result.documents.count) documents, F1 of span, \
      type and value \(f1). <b class="dead">\(ledger.dead.count) dead</b>,
      <b class="harmful">\(ledger.harmful.count) whose removal raises F1</b>.</p>
      """
  }

  // MARK: - Table

  private static let columns = [
    "rule", "type", "won", "found", "correct", "wrong", "spurious", "P", "unique", "F1 with it",
    "span F1", "overlaps", "conflicts", "matching",
  ]

  private var ruleTable: String {
    let heads = Self.columns.map { "<th><button type=\"button\">\($0)</button></th>" }
    let largest = own.ledger.entries.map(\.marginalF1.magnitude).max() ?? 0
    let rows = (ranked + own.ledger.dead).map { row(of: $0, largest: largest) }
    return "<table id=\"rules\"><thead><tr>\(heads.joined())</tr></thead>\n<tbody>\n"
      + rows.joined() + "</tbody></table>"
  }

  private func row(of entry: RuleLedger.Entry, largest: Double) -> String {
    let state = entry.isDead ? "dead" : entry.isHarmful ? "harmful" : ""
    let counts = [entry.use.won, entry.found, entry.correct, entry.wrong, entry.spurious]
    // By the root, or the few great rules would leave the others without a bar.
    let width = largest > 0 ? 40 * (entry.marginalF1.magnitude / largest).squareRoot() : 0
    let bar = "<i style=\"width:\(JSONValue.fixed(width, digits: 1))px\"></i>"
    var cells = counts.map { cell("\($0)", Double($0)) }
    cells.append(cell(ratioText(entry.precision), entry.precision ?? -1))
    cells.append(cell("\(entry.unique)", Double(entry.unique)))
    cells.append(cell(bar + differenceText(entry.marginalF1), entry.marginalF1))
    cells.append(cell(differenceText(entry.marginalSpanF1), entry.marginalSpanF1))
    cells += [entry.overlaps, entry.conflicts].map(counterpartCell)
    cells.append(cell(percentText(entry.use.share), entry.use.share))
    return "<tr class=\"\(state)\" data-spurious=\"\(entry.spurious)\">"
      + "<th>\(HTMLParts.escaped(entry.use.rule))</th><td>\(HTMLParts.escaped(entry.use.type))</td>"
      + cells.joined() + "</tr>\n"
  }

  private func cell(_ content: String, _ key: Double) -> String {
    "<td data-key=\"\(JSONValue.fixed(key, digits: 6))\">\(content)</td>"
  }

  private func counterpartCell(_ list: [RuleLedger.Counterpart]) -> String {
    let sum = list.reduce(0) { $0 + $1.count }
    let names = list.isEmpty ? "" : HTMLParts.escaped(list.text())
    let content = list.isEmpty ? "" : "<details><summary>\(sum)</summary>\(names)</details>"
    return cell(content, Double(sum))
  }

  // MARK: - Comparison

  private var comparisonSection: String {
    guard let other, let comparison else { return "" }
    let rows = changedRules.map { rule, one, two in
      let sides = [one, two]
      let cells =
        sides.map { $0.map { "\($0.correct)" } ?? "-" }
        + sides.map { $0.map { "\($0.spurious)" } ?? "-" }
        + sides.map { ratioText($0?.precision) } + sides.map { differenceText($0?.marginalF1) }
      return "<tr><th>\(HTMLParts.escaped(rule))</th>"
        + cells.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }
    let heads = ["correct", "spurious", "P", "F1 with it"].map { "<th>\($0)</th><th>other</th>" }
    return """
      <h2>Beside \(HTMLParts.escaped(other.name))</h2>
      <table><tr><th>rule that differs</th>\(heads.joined())</tr>
      \(rows.joined())</table>
      \(comparison.html)
      """
  }

  // MARK: - Style and script

  private static let style = """
    body { max-width: 90em; }
    #rules { font-size: 12px; } #rules td, #rules th { padding: .2em .4em; }
    #rules th button { font: inherit; font-weight: bold; border: 0; background: none; color: inherit;
      cursor: pointer; padding: 0; }
    #rules thead th { position: sticky; top: 0; background: Canvas; }
    #rules th:first-child, #rules td:nth-child(2), #rules details { text-align: left; }
    #rules tbody th { font-weight: normal; white-space: nowrap; }
    #rules td { white-space: nowrap; }
    #rules details { max-width: 24em; white-space: normal; }
    #rules i { background: #4477aa; height: .6em; margin-right: .4em; }
    tr.harmful, b.harmful { background: #ee667740; } #rules tr.harmful i { background: #ee6677; }
    tr.dead, b.dead { background: #8883; }
    """

  private static let script = """
    "use strict";
    const body = document.querySelector("#rules tbody");
    const rows = [...body.rows];
    const nameField = document.getElementById("name");
    const stateField = document.getElementById("state");
    function passes(row) {
      const state = stateField.value;
      const fits = state === "spurious" ? row.dataset.spurious !== "0"
        : !state || row.className === state;
      return fits && row.cells[0].textContent.includes(nameField.value.trim());
    }
    function show() {
      for (const row of rows) row.hidden = !passes(row);
      const count = rows.filter(row => !row.hidden).length;
      document.getElementById("count").textContent = `${count} rules`;
    }
    nameField.addEventListener("input", show);
    stateField.addEventListener("change", show);
    document.querySelectorAll("#rules thead button").forEach((button, column) => {
      let isDescending = false;
      button.addEventListener("click", () => {
        isDescending = !isDescending;
        const key = row => row.cells[column].dataset.key;
        const order = (a, b) => key(a) === undefined
          ? a.cells[column].textContent.localeCompare(b.cells[column].textContent) * -1
          : Number(a.cells[column].dataset.key) - Number(b.cells[column].dataset.key);
        rows.sort((a, b) => isDescending ? order(b, a) : order(a, b));
        body.append(...rows);
      });
    });
    show();
    """
}
