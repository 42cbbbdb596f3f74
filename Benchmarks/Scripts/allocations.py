"""Counts what an analysis takes from the heap: allocations and bytes a character and a mention.

    python3 Benchmarks/Scripts/allocations.py PROGRAM [--kilobytes N]

A count does not depend on the machine's load as a time does, and most of an analysis that became
slower allocates more. The counter is a few lines of C, loaded before the C library. What a start
costs is told apart: a run over no text is taken off.
"""

import argparse
import json
import os
import subprocess
import tempfile
from pathlib import Path

from bulletins import bulletins

COUNTER = r"""
#define _GNU_SOURCE
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t), *__libc_memalign(size_t, size_t);
static atomic_ulong count, bytes;

static void add(size_t size) {
  atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
  atomic_fetch_add_explicit(&bytes, size, memory_order_relaxed);
}
void *malloc(size_t size) { add(size); return __libc_malloc(size); }
void *calloc(size_t items, size_t size) { add(items * size); return __libc_calloc(items, size); }
void *realloc(void *old, size_t size) { add(size); return __libc_realloc(old, size); }
void *memalign(size_t step, size_t size) { add(size); return __libc_memalign(step, size); }
void *aligned_alloc(size_t step, size_t size) { return memalign(step, size); }
int posix_memalign(void **result, size_t step, size_t size) {
  *result = memalign(step, size);
  return *result ? 0 : 12;
}
__attribute__((destructor)) static void tell(void) {
  FILE *file = fopen(getenv("ALLOCATIONS"), "w");
  if (!file) return;
  fprintf(file, "%lu %lu", atomic_load(&count), atomic_load(&bytes));
  fclose(file);
}
"""


def measure(program, counter, texts, folder):
    """Allocations, bytes and mentions of one run on one thread."""
    source, result = folder / "texts.jsonl", folder / "count"
    documents = ({"id": str(index), "text": text} for index, text in enumerate(texts))
    source.write_text("".join(json.dumps(document) + "\n" for document in documents))
    run = subprocess.run(
        [program, "extract", "--jobs", "1", "--format", "jsonl", source],
        env=os.environ | {"LD_PRELOAD": str(counter), "ALLOCATIONS": str(result)},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    count, size = map(int, result.read_text().split())
    mentions = sum(len(json.loads(line)["mentions"]) for line in run.stdout.splitlines())
    return count, size, mentions


def some(kilobytes):
    """Bulletins of that size together."""
    texts, size = [], 0
    for text in bulletins(kilobytes):
        if size >= kilobytes * 1000:
            break
        texts.append(text)
        size += len(text.encode())
    return texts


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("program", type=Path)
    arguments.add_argument("--kilobytes", type=int, default=300)
    options = arguments.parse_args()
    texts = some(options.kilobytes)
    length = sum(map(len, texts))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        counter = folder / "counter.so"
        subprocess.run(
            ["cc", "-O2", "-shared", "-fPIC", "-x", "c", "-", "-o", counter],
            input=COUNTER.encode(), check=True)
        program = options.program.resolve()
        measure(program, counter, [""], folder)  # makes the image, if it must be made
        start = measure(program, counter, [""], folder)
        count, size, mentions = measure(program, counter, texts, folder)
    count, size = count - start[0], size - start[1]
    print(f"start        {start[0]:10,} allocations  {start[1]:13,} bytes")
    print(f"a character  {count / length:10.2f} allocations  {size / length:13.1f} bytes")
    print(f"a mention    {count / mentions:10.1f} allocations  {size / mentions:13.0f} bytes")


if __name__ == "__main__":
    main()
