"""Kills `tongbao extract` at random moments, goes on with --resume, and compares the end.

    python3 Benchmarks/Scripts/kill_and_resume.py PROGRAM [--documents N] [--kills N] [--seed N]

For .jsonl, .csv and .sqlite outputs: runs once undisturbed, then again and again with `kill -9`
after a random time until a run comes through, and checks after every kill that the output is
readable and at the end that it is the same. Between two kills a document is added now and then,
also before those that are done. Then the same with a file system that is full and a reader of the
pipe that goes away. Exit status 0 when all is well.
"""

import argparse
import csv
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bulletins import bulletins


def command(arguments, folder, output, *more):
    return [arguments.program, "extract", str(folder), "--output", str(output), "--jobs", "2", *more]


def content(path):
    """What counts of an output: the bytes, or the rows but for the runs and the keys."""
    if path.suffix != ".sqlite":
        return path.read_bytes()
    base = sqlite3.connect(path)
    try:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",), "damaged database"
        queries = [
            "SELECT id, source, content_hash, reference_date, text FROM documents ORDER BY id",
            "SELECT d.id, m.* FROM mentions m JOIN documents d ON d.key = m.document",
            "SELECT d.id, f.* FROM figures f JOIN documents d ON d.key = f.document",
        ]
        rows = [base.execute(query).fetchall() for query in queries]
        return [sorted((row[:1] + row[2:] for row in table), key=repr) for table in rows]
    finally:
        base.close()


def check_readable(path):
    """After a kill: all records are whole but at most the one that was being written."""
    if not path.exists():
        return 0
    if path.suffix == ".sqlite":
        return len(content(path)[0])
    whole = path.read_bytes()
    whole = whole[: whole.rfind(b"\n") + 1].decode("utf-8")
    if path.suffix == ".jsonl":
        names = [json.loads(line)["id"] for line in whole.splitlines()]
        assert len(names) == len(set(names)), "a document stands twice"
        return len(names)
    rows = list(csv.reader(whole.removeprefix("\ufeff").splitlines(keepends=True)))
    assert len({len(row) for row in rows[:-1]}) <= 1, "a row is cut"
    return len(rows)


def kill_until_done(arguments, generator, folder, suffix, scratch):
    output, clean = scratch / f"killed{suffix}", scratch / f"clean{suffix}"
    started = time.monotonic()
    subprocess.run(command(arguments, folder, clean), check=True)
    whole = time.monotonic() - started
    kills = 0
    while True:
        process = subprocess.Popen(command(arguments, folder, output, "--resume"))
        wanted = kills < arguments.kills
        try:
            process.wait(generator.uniform(0.02, max(0.05, 0.5 * whole)) if wanted else None)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        if process.returncode == -signal.SIGKILL:
            kills += 1
            records = check_readable(output)
            print(f"  {suffix}: kill {kills}, {records} records readable")
            if suffix != ".sqlite" and kills % 3 == 0:
                name = f"{generator.choice('0mz')}{kills}.txt"
                (folder / name).write_text(f"截至2月{kills % 28 + 1}日，接报警情{kills}起。")
            continue
        assert process.returncode == 0, f"status {process.returncode}"
        if not wanted or kills >= arguments.kills:
            break
        output.unlink()
        Path(f"{output}.journal").unlink(missing_ok=True)
    subprocess.run(command(arguments, folder, clean), check=True)
    assert content(output) == content(clean), f"{output} differs from {clean}"
    leftovers = sorted(path.name for path in scratch.glob(f"killed{suffix}*"))
    assert not [name for name in leftovers if "leftovers" in name], leftovers
    print(f"  {suffix}: the same after {kills} kills; files: {', '.join(leftovers)}")


def check_full_disk(arguments, folder, suffix, scratch):
    """A limit on the size of files stands for a full disk; then it is lifted."""
    output, clean = scratch / f"full{suffix}", scratch / f"clean{suffix}"
    limit = 300_000

    def small_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    run = subprocess.run(
        command(arguments, folder, output), preexec_fn=small_files, capture_output=True, text=True)
    lines = run.stderr.splitlines()
    assert run.returncode == 2 and len(lines) == 1, (run.returncode, lines)
    records = check_readable(output)
    if suffix != ".sqlite":
        assert output.read_bytes().endswith(b"\n"), "a torn record was left"
    subprocess.run(command(arguments, folder, output, "--resume"), check=True)
    assert content(output) == content(clean)
    print(f"  {suffix}: full disk: {records} records readable, resumed; “{lines[0]}”")


def check_streams(arguments, folder):
    base = [arguments.program, "extract", str(folder), "--format", "jsonl"]
    with open("/dev/full", "w") as full:
        run = subprocess.run(base, stdout=full, stderr=subprocess.PIPE, text=True)
    assert run.returncode == 2 and len(run.stderr.splitlines()) == 1, run
    print(f"  /dev/full: status 2; “{run.stderr.strip()}”")
    process = subprocess.Popen(base, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(1000)
    process.stdout.close()
    messages = process.stderr.read()
    process.wait()
    assert process.returncode == 0 and messages == b"", (process.returncode, messages)
    print("  closed pipe: status 0, no message")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--documents", type=int, default=1500)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.program = os.path.abspath(arguments.program)
    generator = random.Random(arguments.seed)
    for suffix in [".jsonl", ".csv", ".sqlite"]:
        with tempfile.TemporaryDirectory() as scratch:
            scratch = Path(scratch)
            folder = scratch / "in"
            (folder / "deep").mkdir(parents=True)
            for index, text in enumerate(bulletins(arguments.documents)):
                place = folder / "deep" if index % 3 == 0 else folder
                (place / f"{index:06}.txt").write_text(text, encoding="utf-8")
            kill_until_done(arguments, generator, folder, suffix, scratch)
            check_full_disk(arguments, folder, suffix, scratch)
            if suffix == ".jsonl":
                check_streams(arguments, folder)
    print("all well")


if __name__ == "__main__":
    sys.exit(main())
