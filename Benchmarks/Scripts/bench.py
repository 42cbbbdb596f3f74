"""Measures this project beside its peers on the same text, in turn, in one run.

    python3 Benchmarks/Scripts/bench.py [--text bulletins|news|mixed] [--kilobytes N] [--rounds N]

Before anything is timed, the scores on the corpus must be right. Prints throughput with its spread,
the ratio to this project, start-up time and peak memory, then what odd shapes of text cost, and
keeps all of it as a dated CSV file in Benchmarks/Results. Peers are installed from PyPI into an
environment of their own below Benchmarks/.build; those that cannot be had are left out.
"""

import argparse
import csv
import datetime
import os
import platform
import random
import statistics
import subprocess
import sys
import time
import venv
from pathlib import Path

from bulletins import ROOT, bulletins, varied

FOLDER = ROOT / "Benchmarks"
PEERS = FOLDER / ".build" / "peers"

# Name, word for the worker, what the job is.
OURS = [
    ("tongbao", "analysis", "mentions, figures, findings"),
    ("ICU words", "words", "word segmentation alone"),
]
# Name, packages to install, the peer's nearest equivalent of our job.
OTHERS = [
    ("jieba", ["jieba"], "word segmentation"),
    ("rjieba", ["rjieba"], "word segmentation"),
    ("jionlp", ["jionlp"], "times and money, with values"),
    ("cpca", ["cpca"], "places"),
    ("recognizers", ["recognizers-text-suite", "emoji<2"], "dates, numbers, units, with values"),
]
LEAST_F1 = 0.9


def build():
    print("building…", file=sys.stderr)
    # The plan of an earlier build does not know of files that came to the project since.
    (FOLDER / ".build" / "release.yaml").unlink(missing_ok=True)
    for command, folder in [
        (["make", "build"], ROOT),
        (["swift", "build", "-c", "release", "--product", "throughput"], FOLDER),
    ]:
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if run.returncode != 0:
            raise SystemExit(f"{' '.join(command)} failed:\n{run.stdout}{run.stderr}")


def check_answers():
    """Times of wrong answers mean nothing."""
    program = ROOT / ".build" / "release" / "tongbao"
    run = subprocess.run(
        [program, "evaluate", ROOT / "Corpus", "--minimum-f1", str(LEAST_F1)],
        capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit(f"the answers are wrong, nothing was timed:\n{run.stdout}{run.stderr}")
    print(f"answers checked: F1 of all mentions of the corpus is {LEAST_F1} or more")


def install_peers():
    """The Python of the peers' environment and those that could be installed."""
    python = PEERS / "bin" / "python"
    try:
        if not python.exists():
            venv.create(PEERS, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as fault:
        print(f"left out: all peers, for no environment can be made ({fault}); "
              "on Debian: apt-get install python3-venv")
        return python, []
    install = [
        python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--retries", "1",
        "--timeout", "20",
    ]
    present = []
    # The installers of some of the peers still need the old setuptools.
    subprocess.run([*install, "setuptools<80"], capture_output=True)
    for name, packages, _ in OTHERS:
        run = subprocess.run([*install, *packages], capture_output=True, text=True)
        if run.returncode == 0:
            present.append(name)
        else:
            reason = (run.stderr.strip().splitlines() or ["no reason given"])[-1]
            print(f"left out: {name} could not be installed ({reason})")
    return python, present


class Tool:
    """A process that does one job whenever it is asked."""

    def __init__(self, name, job, command):
        self.name, self.job = name, job
        self.rates, self.results = [], set()
        self.peak = 0.0
        start = time.perf_counter()
        self.process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        first = self.process.stdout.readline().strip()
        self.start = time.perf_counter() - start
        if first != "ready":
            raise RuntimeError(f"{name} did not start")

    def round(self, limit, size):
        """One round; the same work must give the same results every time."""
        self.process.stdin.write(f"{limit}\n")
        self.process.stdin.flush()
        seconds, read, results = map(float, self.process.stdout.readline().split())
        self.rates.append(read / 1e6 / seconds)
        if read == size:
            self.results.add(results)
        if len(self.results) > 1:
            raise SystemExit(f"the results of {self.name} differ from round to round")
        return seconds, int(read), int(results)

    def close(self):
        self.process.stdin.close()
        _, _, usage = os.wait4(self.process.pid, 0)
        # Kilobytes on Linux, bytes on macOS.
        self.peak = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def texts(kind, size, seed=20240218):
    """Documents of about `size` bytes in all."""
    generator = random.Random(seed)
    news = [path.read_text(encoding="utf-8") for path in sorted((FOLDER / "News").glob("*.txt"))]
    sources = {
        "bulletins": lambda: bulletins(10**9, seed),
        "news": lambda: (varied(news[i % len(news)], generator) for i in range(10**9)),
    }
    sources["mixed"] = lambda: (
        text for pair in zip(sources["bulletins"](), sources["news"]()) for text in pair)
    documents, total = [], 0
    for text in sources[kind]():
        documents.append(text)
        total += len(text.encode("utf-8"))
        if total >= size:
            return documents


def measure(tools, rounds, limit, size, rows):
    for number in range(1, rounds + 1):
        for tool in tools:
            seconds, read, results = tool.round(limit, size)
            rows.append([tool.name, tool.job, number, f"{seconds:.4f}", read, results])
            print(f"round {number}: {tool.name} {read / 1e6 / seconds:.3f} MB/s", file=sys.stderr)


def table(tools):
    """Medians; ratios are taken round by round, since the machine's own speed drifts."""
    print(
        f"{'tool':<12} {'job':<36} {'MB/s':>8} {'from–to':>15} {'ratio':>7} {'start s':>8} "
        f"{'peak MB':>8}")
    for tool in tools:
        rate = statistics.median(tool.rates)
        ratio = statistics.median(
            theirs / ours for theirs, ours in zip(tool.rates, tools[0].rates))
        spread = f"{min(tool.rates):.3f}–{max(tool.rates):.3f}"
        print(
            f"{tool.name:<12} {tool.job:<36} {rate:>8.3f} {spread:>15} {ratio:>7.2f} "
            f"{tool.start:>8.2f} {tool.peak:>8.0f}")


def shapes(program, largest):
    run = subprocess.run(
        [program, "shapes", str(largest)], capture_output=True, text=True, check=True)
    lines = [line.split("\t") for line in run.stdout.splitlines()]
    for name, size, _, seconds, cost, before in lines:
        print(f"{name:<22} {size:>10} {seconds:>10} {cost:>14} {before:>16}")
    return lines[1:]


def machine():
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


def commit():
    run = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    return run.stdout.strip() or "unknown"


def keep(arguments, rounds, tools, odd):
    """All that was measured, in one table, every row with its circumstances."""
    now = datetime.datetime.now()
    folder = FOLDER / "Results"
    folder.mkdir(exist_ok=True)
    path = folder / f"{now:%Y-%m-%d-%H%M}-{arguments.text}.csv"
    whence = [now.isoformat(timespec="seconds"), commit(), machine(), arguments.text]
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["time", "commit", "machine", "text", "kind", "name", "job", "round", "seconds",
             "bytes", "results", "start_seconds", "peak_mb", "ns_per_code_point"])
        for name, job, number, seconds, read, results in rounds:
            writer.writerow(
                whence + ["round", name, job, number, seconds, read, results, "", "", ""])
        for tool in tools:
            writer.writerow(
                whence + ["process", tool.name, tool.job, "", "", "", "", f"{tool.start:.3f}",
                          f"{tool.peak:.1f}", ""])
        for name, size, _, seconds, cost, _ in odd:
            writer.writerow(
                whence + ["shape", name, "mentions, figures, findings", "", seconds, size, "", "",
                          "", cost])
    print(f"kept in {path.relative_to(ROOT)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--text", choices=["bulletins", "news", "mixed"], default="bulletins")
    parser.add_argument("--kilobytes", type=int, default=2000, help="size of the text")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--limit", type=float, default=10, help="seconds after which a round of a slow tool ends")
    parser.add_argument("--largest", type=int, default=1000, help="largest plain text, in KB")
    parser.add_argument("--no-peers", action="store_true", help="measure this project and ICU only")
    parser.add_argument("--no-shapes", action="store_true", help="leave the odd shapes out")
    arguments = parser.parse_args()

    build()
    check_answers()
    documents = texts(arguments.text, arguments.kilobytes * 1000)
    file = FOLDER / ".build" / "text"
    file.write_text("\0".join(documents), encoding="utf-8", newline="")
    size = sum(len(text.encode("utf-8")) for text in documents)
    throughput = FOLDER / ".build" / "release" / "throughput"
    # The first run of a new program compiles the dictionaries, which is not what is measured.
    Tool(*OURS[0][::2], [throughput, "worker", OURS[0][1], file]).close()
    tools = [Tool(name, job, [throughput, "worker", word, file]) for name, word, job in OURS]
    if not arguments.no_peers:
        python, present = install_peers()
        script = Path(__file__).with_name("peer.py")
        for name, _, job in OTHERS:
            if name not in present:
                continue
            try:
                tools.append(Tool(name, job, [python, script, name, file]))
            except RuntimeError as fault:
                print(f"left out: {fault}")
    print(f"{machine()}; {len(documents)} documents of {arguments.text}, "
          f"{size} bytes, {arguments.rounds} rounds in turn")
    rounds = []
    measure(tools, arguments.rounds, arguments.limit, size, rounds)
    for tool in tools:
        tool.close()
    table(tools)
    odd = [] if arguments.no_shapes else shapes(throughput, arguments.largest)
    keep(arguments, rounds, tools, odd)


if __name__ == "__main__":
    main()
