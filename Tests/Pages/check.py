#!/usr/bin/env python3
"""Opens the program's pages in headless Chromium, works their filters and checks what they show.

    apt-get install chromium
    python3 check.py PROGRAM GOLD [SCREENSHOT-FOLDER]

PROGRAM is the built tongbao, GOLD a folder of annotated documents. Each page is written by the
program, gets a script behind its own that works it as a reader would, and is dumped. Exit status 1
if anything is not as it must be. The network is cut off, so a page that needs any fails.
"""

import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# Before all else on the page: an error of its scripts must not go unseen.
WATCH = """<script>
window.failures = [];
window.onerror = (message, source, line) => { failures.push(`script: ${message} at ${line}`); };
window.expect = (holds, what) => { if (!holds) failures.push(what); };
window.choose = (id, value) => {
  const field = document.getElementById(id);
  field.value = value;
  field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input"));
};
window.done = () => {
  const result = document.createElement("pre");
  result.id = "test-result";
  result.textContent = JSON.stringify({ failures, steps: window.steps });
  document.body.append(result);
};
window.addEventListener("securitypolicyviolation", e => failures.push(`loads ${e.blockedURI}`));
</script>
"""

EVALUATION = """<script>
window.steps = 0;
const data = JSON.parse(document.getElementById("data").textContent);
const errors = data.flatMap(d => d.errors.map(e => ({ ...e, text: Array.from(d.text) })));
const shown = () => [...document.querySelectorAll("#errors .error")];
const count = () => parseInt(document.getElementById("count").textContent);
expect(errors.length > 0, "there are errors to browse");
expect(count() === errors.length, "all errors are counted at first");
expect(shown().length === Math.min(errors.length, 1000), "all errors are shown at first");
for (const field of ["type", "kind", "rule"]) {
  for (const option of [...document.getElementById(field).options].slice(1)) {
    choose(field, option.value);
    const wanted = errors.filter(e => field === "kind" ? e.kind === option.value
      : field === "rule" ? ((e.predicted && e.predicted.rule) || "(none)") === option.value
      : [e.gold, e.predicted].some(m => m && m.type === option.value));
    expect(count() === wanted.length, `${field} ${option.value}: ${count()}, not ${wanted.length}`);
    expect(shown().length === wanted.length, `${field} ${option.value}: list and count differ`);
    steps += 1;
  }
  choose(field, "");
}
shown().forEach((box, index) => {
  for (const side of ["gold", "predicted"]) {
    const mention = errors[index][side];
    const marked = [...box.querySelectorAll(`mark.${side}`)].map(m => m.textContent).join("");
    const slice = mention ? errors[index].text.slice(mention.start, mention.end).join("") : "";
    expect(marked === slice, `${side} of error ${index} is marked as “${marked}”, not “${slice}”`);
  }
});
choose("type", errors[0].gold ? errors[0].gold.type : errors[0].predicted.type);
choose("kind", errors[0].kind);
expect(count() > 0 && count() < errors.length, "filters work together");
const bars = document.querySelectorAll("svg rect.strict");
expect(bars.length > 2, "scores are drawn as bars");
expect([...bars].every(b => b.getBoundingClientRect().width <= 500.5), "bars stay on their scale");
expect(document.querySelectorAll("td.right").length > 2, "the confusion table has its diagonal");
expect(document.documentElement.scrollWidth <= innerWidth + 1, "the page is no wider than the window");
done();
</script>
"""

LEDGER = """<script>
window.steps = 0;
const table = document.querySelector("#rules tbody");
const visible = () => [...table.rows].filter(r => r.offsetParent !== null);
const total = table.rows.length;
expect(total > 100, "every rule has a row");
expect(visible().length === total, "all rules are shown at first");
for (const state of ["harmful", "dead"]) {
  choose("state", state);
  expect(visible().every(r => r.className === state), `only ${state} rules are shown`);
  expect(visible().length === table.querySelectorAll(`tr.${state}`).length, `all ${state} rules are`);
  steps += 1;
}
choose("state", "");
choose("name", "date.");
expect(visible().length > 0 && visible().length < total, "a part of a name finds some rules");
expect(visible().every(r => r.cells[0].textContent.includes("date.")), "and no others");
choose("name", "");
expect(document.documentElement.scrollWidth <= innerWidth + 1, "the page is no wider than the window");
document.querySelectorAll("#rules thead button").forEach((button, column) => {
  for (const sign of [-1, 1]) {
    button.click();
    const keys = [...table.rows].map(r => r.cells[column].dataset.key ?? r.cells[column].textContent);
    const isNumeric = table.rows[0].cells[column].dataset.key !== undefined;
    const isSorted = keys.every((key, i) => i === 0 || (isNumeric
      ? sign * (Number(key) - Number(keys[i - 1])) >= 0
      : sign * -key.localeCompare(keys[i - 1]) >= 0));
    expect(isSorted, `column ${button.textContent} sorts, direction ${sign}`);
    steps += 1;
  }
});
done();
</script>
"""

# The scores without a family of rules beside those with it.
COMPARISON = EVALUATION.replace("done();", """
const differences = [...document.querySelectorAll("table.differences tr")].slice(1);
expect(differences.length > 4, "every score has its difference");
const date = differences.find(r => r.cells[0].textContent === "date");
expect(date && date.cells[3].className === "wrong", "dates are worse without their rules");
const lists = [...document.querySelectorAll("details ul")].map(l => l.children.length);
expect(lists.length === 2 && lists[1] > 0, "the mentions that changed are listed");
done();
""")

POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n")


def chromium(page, *options):
    return subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,1600",
         "--host-resolver-rules=MAP * ~NOTFOUND", *options, page.as_uri()],
        check=True, capture_output=True, text=True, timeout=120).stdout


def check(name, content, test, folder, pictures):
    page = folder / f"{name}.html"
    page.write_text(content, encoding="utf-8")
    if pictures:
        chromium(page, f"--screenshot={(pictures / (name + '.png')).resolve()}")
    worked = content.replace("<head>\n", "<head>\n" + POLICY + WATCH, 1)
    page.write_text(worked.replace("</body>", test + "</body>", 1), encoding="utf-8")
    dump = chromium(page, "--dump-dom")
    result = re.search(r'<pre id="test-result">(.*?)</pre>', dump, re.S)
    if not result:
        print(f"{name}: the page never came to its end")
        return False
    outcome = json.loads(html.unescape(result.group(1)))
    for failure in outcome["failures"]:
        print(f"{name}: {failure}")
    print(f"{name}: {outcome['steps']} filters and orders tried, {len(outcome['failures'])} failures")
    return not outcome["failures"]


def main():
    program, gold = sys.argv[1:3]
    pictures = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)

    def written(*arguments):
        return subprocess.run(
            [program, *arguments, "--format", "html"], check=True, capture_output=True, text=True
        ).stdout

    with tempfile.TemporaryDirectory() as folder:
        pages = [
            ("evaluation", written("evaluate", gold), EVALUATION),
            ("ledger", written("rules", "profile", gold), LEDGER),
            ("comparison", written("rules", "profile", gold, "--ablate", "date.*"), COMPARISON),
        ]
        results = [check(*page, Path(folder), pictures) for page in pages]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
