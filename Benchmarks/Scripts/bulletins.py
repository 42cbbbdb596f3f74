"""Bulletins to measure and test with: the project's corpus, repeated with other numbers, seeded."""

import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_INNERMOST = re.compile(r"⟦([^⟦⟧|]*)\|[^⟦⟧]*⟧")
_DIGIT = re.compile("[3-9]")


def corpus():
    """The texts of the annotated bulletins, in the order of their names."""
    files = sorted((ROOT / "Corpus").glob("*.gold"))
    if not files:
        raise SystemExit(f"{ROOT / 'Corpus'}: holds no .gold files; run this in a whole checkout")
    return [_plain(file.read_bytes().decode("utf-8")) for file in files]


def _plain(annotated):
    lines = annotated.split("\n")
    while lines and lines[0].startswith("# "):
        lines.pop(0)
    text = "\n".join(lines).split("\n--- figures", 1)[0]
    while True:
        stripped = _INNERMOST.sub(r"\1", text)
        if stripped == text:
            return text
        text = stripped


def varied(text, generator):
    """The text with other digits in the same places, so that no two copies are alike."""
    return _DIGIT.sub(lambda _: str(generator.randint(3, 9)), text)


def bulletins(count, seed=20240218):
    """That many texts, the corpus over and over."""
    generator = random.Random(seed)
    texts = corpus()
    for index in range(count):
        yield varied(texts[index % len(texts)], generator)
