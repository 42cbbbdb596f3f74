"""Reads what `tongbao` writes with DuckDB and pandas, without options, and compares every cell.

    python3 -m venv .env && .env/bin/pip install duckdb pandas
    .env/bin/python Benchmarks/Scripts/read_elsewhere.py PROGRAM

The text is the corpus twice over, with lines that are hard on readers of tables added. Exit status
0 when all is read as it was written.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas

from bulletins import bulletins

HARD = [
    "他说：\"共出动560人次\"，\r\n其中，民警20名；'=1+1'。",
    "=SUM(1,2) 出动3名民警\t\n@警力 +86名 -5℃",
    "",
    "截至2月18日,\u2028全局累计投入警力１，２３４人次🚓。" * 50,
]


def extract(program, folder, output, *options):
    run = subprocess.run(
        [program, *options, str(folder), "--output", str(output)], capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stderr


def written(path):
    """The table by Python's own reader of RFC 4180."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    return rows[0], rows[1:]


def same(cell, text):
    """Whether a reader's cell, which may be a number or a date to it, is what was written."""
    if cell is None or cell != cell or cell is pandas.NaT:
        return text == ""
    if isinstance(cell, bool):
        return str(cell).lower() == text
    if str(cell) == text:
        return True
    try:
        return float(cell) == float(text)
    except (TypeError, ValueError):
        pass
    # 2024-02-18 00:00:00 for 2024-02-18T00:00:00
    return str(cell).replace(" ", "T")[: len(text)] == text


def check_table(path):
    heading, rows = written(path)
    relation = duckdb.sql(f"FROM '{path}'")
    frame = pandas.read_csv(path)
    for name, columns, cells in [
        ("DuckDB", relation.columns, relation.fetchall()),
        ("pandas", list(frame.columns), list(frame.itertuples(index=False, name=None))),
    ]:
        assert list(columns) == heading, (name, columns)
        assert len(cells) == len(rows), (name, len(cells), len(rows))
        for number, (read, row) in enumerate(zip(cells, rows)):
            for column, cell, text in zip(heading, read, row):
                assert same(cell, text), (name, path.name, number, column, cell, text)
    print(f"{path.name}: {len(rows)} rows of {len(heading)} columns, the same in DuckDB and pandas")
    return relation


def check_lines(path):
    with open(path, encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    mentions = sum(len(document["mentions"]) for document in documents)
    count, read = duckdb.sql(
        f"SELECT count(*), sum(len(mentions)) FROM read_json_auto('{path}')").fetchall()[0]
    assert (count, read) == (len(documents), mentions), (count, read, len(documents), mentions)
    by_type = duckdb.sql(
        f"SELECT m.type, count(*) FROM (SELECT unnest(mentions) AS m FROM '{path}') GROUP BY ALL"
    ).fetchall()
    assert sum(count for _, count in by_type) == mentions
    frame = pandas.read_json(path, lines=True)
    assert len(frame) == len(documents)
    assert sum(map(len, frame["mentions"])) == mentions
    print(f"{path.name}: {count} documents, {mentions} mentions, the same in DuckDB and pandas")


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        folder = scratch / "in"
        folder.mkdir()
        for index, text in enumerate([*HARD, *bulletins(124)]):
            (folder / f"{index:03}.txt").write_text(text, encoding="utf-8", newline="")
        extract(program, folder, scratch / "figures.csv", "extract")
        extract(program, folder, scratch / "mentions.csv", "extract", "--rows", "mentions")
        extract(program, folder, scratch / "findings.csv", "check")
        extract(program, folder, scratch / "out.jsonl", "extract")
        for name in ["figures.csv", "mentions.csv", "findings.csv"]:
            relation = check_table(scratch / name)
            if name == "figures.csv":
                kinds = dict(zip(relation.columns, map(str, relation.types)))
                assert kinds["start"] == "BIGINT", kinds
        check_lines(scratch / "out.jsonl")
    print("all well")


if __name__ == "__main__":
    main()
