"""Does one job of a peer on a file of texts, a round for every line on standard input.

    python3 peer.py JOB FILE

Prints `ready` when the peer is loaded, then for every round `SECONDS BYTES RESULTS`. A round ends
early after the seconds that its line names; `BYTES` says how far it came.
"""

import sys
import time


def jieba_words():
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    return lambda text: sum(1 for _ in jieba.cut(text))


def rjieba_words():
    import rjieba

    rjieba.cut("通报")
    return lambda text: len(rjieba.cut(text))


def jionlp_entities():
    import contextlib

    with contextlib.redirect_stdout(sys.stderr):
        import jionlp

        jionlp.ner.extract_time("2月18日")
        jionlp.ner.extract_money("5元")

    def run(text):
        times = jionlp.ner.extract_time(text, time_base=(2024, 2, 19, 0, 0, 0), with_parsing=True)
        return len(times) + len(jionlp.ner.extract_money(text, with_parsing=True))

    return run


def cpca_places():
    import cpca

    cpca.transform(["陕西省延安市宝塔区"])
    return lambda text: len(cpca.transform([text]))


def recognizers_entities():
    from datetime import datetime

    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    culture, day = Culture.Chinese, datetime(2024, 2, 19)

    def run(text):
        found = recognize_datetime(text, culture, reference=day)
        for recognize in [recognize_number, recognize_currency, recognize_dimension]:
            found += recognize(text, culture)
        return len(found)

    run("2月18日出动560人")
    return run


JOBS = {
    "jieba": jieba_words,
    "rjieba": rjieba_words,
    "jionlp": jionlp_entities,
    "cpca": cpca_places,
    "recognizers": recognizers_entities,
}


def main():
    run = JOBS[sys.argv[1]]()
    print("ready", flush=True)
    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        documents = file.read().split("\0")
    for line in sys.stdin:
        limit = float(line)
        read = results = 0
        start = time.perf_counter()
        for document in documents:
            if time.perf_counter() - start >= limit:
                break
            try:
                results += run(document)
            except Exception:
                pass  # A peer that fails on a text has spent its time on it all the same.
            read += len(document.encode("utf-8"))
        print(time.perf_counter() - start, read, results, flush=True)


if __name__ == "__main__":
    main()
