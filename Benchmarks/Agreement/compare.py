#!/usr/bin/env python3
"""Sets the four schemes of `tongbao evaluate` beside nervaluate 1.2.1 on the same mentions.

    pip install nervaluate==1.2.1
    python3 compare.py PROGRAM [FOLDER]

PROGRAM is the built tongbao. Made-up flat documents come first: annotated mentions side by side,
and predictions that drop, retype, shift, cut, join, split and invent. There every count must be the
same, or the exit status is 1. Two of these families are those of the module's tests, whose expected
counts are the ones printed here. FOLDER, a folder of annotated documents that nest, is read by the
program's own extractor; there the two scorers may differ, and how often is printed.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from nervaluate.evaluator import Evaluator

SCHEMES = {"strict": "strict", "exact": "exact", "partial": "partial", "type": "ent_type"}
OUTCOMES = ["correct", "incorrect", "partial", "missed", "spurious"]
TYPES = ["date", "count", "place", "percent"]
LENGTH = 400


class Draws:
    """SplitMix64 with plain remainders, as the tests of the Evaluation module draw."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        return (mixed ^ (mixed >> 31)) % bound

    def pick(self, choices):
        return choices[self.below(len(choices))]


def side_by_side(draws, gap=6, length=5, end_of_text=300):
    """Mentions side by side: `gap` bounds the stretch between two, `length` each of them."""
    mentions, end = [], 0
    while True:
        start = end + draws.below(gap)
        end = start + 1 + draws.below(length)
        if end > end_of_text:
            return mentions
        mentions.append((draws.pick(TYPES), start, end))


def worked_example(_):
    """The example of EVALUATION.md: 2月18日，延安市投入560人次，上半年与正月初九再查三项。"""
    gold = [
        ("date", 0, 5), ("place", 6, 9), ("count", 11, 16), ("date", 17, 20), ("date", 21, 25)]
    predicted = [
        ("date", 0, 5), ("organization", 6, 9), ("count", 11, 15), ("duration", 18, 20),
        ("count", 27, 29)]
    return gold, predicted


def near(draws):
    """As `SchemeTests.flatDocument`: no prediction touches two annotated mentions by halves."""
    gold = side_by_side(draws)
    predicted, index = [], 0
    while index < len(gold):
        kind, start, end = gold[index]
        following = gold[index + 1] if index + 1 < len(gold) else None
        change = draws.below(12)
        if change == 0:
            pass
        elif change == 1:
            predicted.append((draws.pick(TYPES), start, end))
        elif change == 2 and end - start > 1:
            predicted.append((kind, start, end - 1))
        elif change == 3 and end - start > 1:
            predicted.append((draws.pick(TYPES), start + 1, end))
        elif change == 4 and following:
            predicted.append((draws.pick(TYPES), start, following[2]))
            index += 1
        elif change == 5 and (following[1] if following else end) - end >= 2:
            predicted.append((kind, start, end))
            predicted.append((draws.pick(TYPES), end, end + 1))
        else:
            predicted.append((kind, start, end))
        index += 1
    return gold, predicted


def independent(draws):
    """As `SchemeTests.independentDocument`: most predictions touch several annotated mentions."""
    return side_by_side(draws), side_by_side(draws)


def dense(draws):
    """Mentions that touch, and predictions whose borders slip into their neighbours."""
    gold = side_by_side(draws, gap=2, length=6)
    wanted = []
    for index, (kind, start, end) in enumerate(gold):
        change = draws.below(14)
        if change == 0:
            continue
        if change == 1:
            kind = draws.pick(TYPES)
        elif change == 2:
            start += draws.below(5) - 2
        elif change == 3:
            end += draws.below(5) - 2
        elif change == 4 and index + 1 < len(gold):
            end = gold[index + 1][2]
        elif change == 5 and end - start > 2:
            wanted.append((kind, start, start + 1))
            start, kind = start + 1, draws.pick(TYPES)
        elif change == 6:
            wanted.append((draws.pick(TYPES), end, end + 1))
        wanted.append((kind, start, end))
    return gold, without_overlaps(wanted)


def without_overlaps(mentions):
    kept, reached = [], 0
    for kind, start, end in sorted(mentions, key=lambda mention: mention[1:]):
        start, end = max(start, reached), min(end, LENGTH)
        if start < end:
            kept.append((kind, start, end))
            reached = end
    return kept


def jsonl(path, documents):
    with open(path, "w", encoding="utf-8") as file:
        for name, mentions in documents.items():
            marks = [
                {"id": index, "type": kind, "start": start, "end": end, "value": "-"}
                for index, (kind, start, end) in enumerate(mentions)
            ]
            text = "字" * LENGTH
            file.write(json.dumps({"id": name, "text": text, "mentions": marks}) + "\n")


def counts_of_program(program, gold, predicted):
    """Counts by scheme, and the mentions themselves where the paths hold real documents."""
    output = subprocess.run(
        [program, "evaluate", gold, predicted, "--format", "json"],
        check=True, capture_output=True, text=True).stdout
    overall = json.loads(output)["overall"]
    return {name: [overall[name][outcome] for outcome in OUTCOMES] for name in SCHEMES}


def counts_of_nervaluate(gold, predicted):
    def entities(documents):
        # Its ends are included, and it reads the mentions in the order given.
        return [
            [{"label": kind, "start": start, "end": end - 1} for kind, start, end in documents[name]]
            for name in sorted(gold)
        ]

    kinds = sorted({m[0] for side in (gold, predicted) for ms in side.values() for m in ms})
    overall = Evaluator(entities(gold), entities(predicted), tags=kinds, loader="dict").evaluate()
    return {
        name: [getattr(overall["overall"][other], outcome) for outcome in OUTCOMES]
        for name, other in SCHEMES.items()
    }


def compare(title, ours, theirs):
    print(title)
    for name in SCHEMES:
        verdict = "the same" if ours[name] == theirs[name] else f"nervaluate {theirs[name]}"
        print(f"  {name:8}{ours[name]}  {verdict}")
    return ours == theirs


def flat_documents(program, folder):
    is_same = True
    for title, family, seed, number in [
        ("the worked example", worked_example, 0, 1),
        ("flat, one prediction for one annotation", near, 42, 20),
        ("flat, drawn independently", independent, 43, 20),
        ("flat and dense, borders that slip", dense, 44, 200),
    ]:
        draws = Draws(seed)
        pairs = {f"{number:03}": family(draws) for number in range(number)}
        gold = {name: pair[0] for name, pair in pairs.items()}
        predicted = {name: pair[1] for name, pair in pairs.items()}
        paths = [str(folder / "gold.jsonl"), str(folder / "predicted.jsonl")]
        jsonl(paths[0], gold)
        jsonl(paths[1], predicted)
        ours = counts_of_program(program, *paths)
        is_same &= compare(title, ours, counts_of_nervaluate(gold, predicted))
    return is_same


def nested_documents(program, corpus, folder):
    gold, predicted = str(folder / "gold.jsonl"), str(folder / "predicted.jsonl")
    subprocess.run(
        [program, "convert", corpus, "--to", "jsonl", "--output", gold], check=True)
    subprocess.run(
        [program, "extract", gold, "--format", "jsonl", "--output", predicted], check=True)

    def read(path):
        documents = {}
        for line in open(path, encoding="utf-8"):
            document = json.loads(line)
            documents[document["id"]] = [
                (m["type"], m["start"], m["end"]) for m in document["mentions"]]
        return documents

    ours = counts_of_program(program, gold, predicted)
    wanted, found = read(gold), read(predicted)
    compare(f"{corpus}, nested, in text order", ours, counts_of_nervaluate(wanted, found))
    backwards = {name: mentions[::-1] for name, mentions in found.items()}
    compare(f"{corpus}, predictions backwards", ours, counts_of_nervaluate(wanted, backwards))


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        is_same = flat_documents(program, Path(folder))
        for corpus in sys.argv[2:]:
            nested_documents(program, corpus, Path(folder))
    sys.exit(0 if is_same else 1)


if __name__ == "__main__":
    main()
