/// What stands on every page.
enum HTMLParts {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static let style = """
    :root { color-scheme: light dark; }
    body { font: 15px/1.5 system-ui, sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em; }
    svg { max-width: 100%; height: auto; } svg text { fill: currentColor; font-size: 13px; }
    svg text.small { font-size: 10px; }
    svg line { stroke: currentColor; stroke-width: 2; }
    rect.strict, i.strict { fill: #4477aa; background: #4477aa; }
    rect.value, i.value { fill: #ccbb44; background: #ccbb44; }
    i { display: inline-block; width: 1em; height: .8em; }
    pre { overflow-x: auto; font-size: 12px; }
    table { border-collapse: collapse; font-size: 13px; }
    th, td { padding: .2em .5em; text-align: right; border: 1px solid #8884; }
    td.right { background: #22883340; } td.wrong { background: #ee667740; }
    form label { margin-right: 1em; }
    .error { border-top: 1px solid #8884; padding: .5em 0; }
    .error b { margin-right: .6em; } .error small { opacity: .7; }
    .error p { margin: .3em 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    mark { color: inherit; background: none; padding-bottom: 1px; }
    mark.gold { border-bottom: 3px solid #228833; }
    mark.predicted { background: #ee667740; }
    """

  /// Fills the filters and shows the errors that pass them, each in its stretch of text.
  ///
  /// Everything from documents goes in as text nodes, so that no text can become markup.
  static let script = """
    "use strict";
    const documents = JSON.parse(document.getElementById("data").textContent);
    const rows = documents.flatMap(d => {
      const characters = Array.from(d.text);
      return d.errors.map(error => ({ id: d.id, characters, error }));
    });
    const filters = {
      type: r => [r.error.gold, r.error.predicted].filter(m => m).map(m => m.type),
      kind: r => [r.error.kind],
      rule: r => [(r.error.predicted && r.error.predicted.rule) || "(none)"],
    };
    const element = (tag, text, className) => {
      const node = document.createElement(tag);
      if (text) node.textContent = text;
      if (className) node.className = className;
      return node;
    };
    for (const [name, values] of Object.entries(filters)) {
      const select = document.getElementById(name);
      const counts = new Map();
      for (const row of rows)
        for (const value of new Set(values(row))) counts.set(value, (counts.get(value) || 0) + 1);
      select.append(new Option(`all (${rows.length})`, ""));
      for (const [value, count] of [...counts].sort((a, b) => b[1] - a[1]))
        select.append(new Option(`${value} (${count})`, value));
      select.addEventListener("change", show);
    }
    function described(mention) {
      return mention ? `${mention.type} ${mention.value ?? ""}`.trim() : "nothing";
    }
    function passage(row) {
      const { gold, predicted } = row.error;
      const marks = [gold, predicted].filter(m => m);
      const start = Math.max(0, Math.min(...marks.map(m => m.start)) - 30);
      const end = Math.min(row.characters.length, Math.max(...marks.map(m => m.end)) + 30);
      const cuts = new Set([start, end, ...marks.flatMap(m => [m.start, m.end])]);
      const places = [...cuts].sort((a, b) => a - b);
      const paragraph = element("p");
      if (start > 0) paragraph.append("…");
      for (let i = 0; i + 1 < places.length; i++) {
        const text = row.characters.slice(places[i], places[i + 1]).join("");
        const inside = m => m && m.start <= places[i] && places[i] < m.end;
        const names = [inside(gold) ? "gold" : "", inside(predicted) ? "predicted" : ""];
        const className = names.filter(n => n).join(" ");
        paragraph.append(className ? element("mark", text, className) : text);
      }
      if (end < row.characters.length) paragraph.append("…");
      return paragraph;
    }
    function show() {
      const passing = rows.filter(row => Object.entries(filters).every(([name, values]) => {
        const wanted = document.getElementById(name).value;
        return !wanted || values(row).includes(wanted);
      }));
      document.getElementById("count").textContent = `${passing.length} errors`;
      document.getElementById("errors").replaceChildren(...passing.slice(0, 1000).map(row => {
        const { kind, gold, predicted } = row.error;
        const box = element("div", "", "error");
        box.append(element("b", kind));
        box.append(`${described(gold)} → ${described(predicted)} `);
        const rule = predicted && predicted.rule ? ` ${predicted.rule}` : "";
        box.append(element("small", row.id + rule));
        box.append(passage(row));
        return box;
      }));
    }
    show();
    """
}
