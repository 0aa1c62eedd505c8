"""Words per CPU second of the whole analysis beside the bare spaCy pipes it uses, in one run; and peak memory.

    python benchmarks/analysis_speed.py [NUMBER OF TEXTS]

Texts are the shared news articles where they are found (`$ONRECORD_SHARED`), else generated ones. CPU seconds are
user and system time of this process with one thread; figures are medians of five rounds, as machines are noisy.
The memory is the peak of a process of its own that streams 1,000 texts through `analysis.analyse`. Fails below the
bounds: 80% and 400 MiB.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from onrecord.analysis import analyse
from onrecord.model import Paragraph, Source

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parents[2] / "shared"))
ARTICLES = SHARED / "corpora" / "polnear" / "train" / "text"
LEAST_SHARE, MOST_MEMORY = 0.80, 400
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Read by numpy when it is first imported, which `onrecord.analysis` puts off until something is analysed."""
GENERATED = (
    "The harbour council voted on Tuesday to close the old bridge for the winter.",
    "“We cannot wait for another report,” said Ruth Ames, the council's chair. “The piers are cracked.”",
    "Ames told reporters that the repair would cost more than the town had planned to spend.",
    "According to the engineers, the eastern span should be replaced before the river freezes again.",
    "Owners of shops on the far bank criticized the decision and called for a ferry.",
)


def sources(number: int) -> Iterator[Source]:
    """So many texts, from the start again where there are fewer."""
    paths = sorted(ARTICLES.glob("*.txt"))
    for at in range(number):
        text = paths[at % len(paths)].read_text("utf-8") if paths else "\n\n".join(GENERATED * 8)
        yield Source(
            f"text-{at}", f"sources/text-{at}.txt", text, tuple(_paragraphs(text)), published="2016-10-01"
        )


def _paragraphs(text: str) -> Iterator[Paragraph]:
    at = number = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            number += 1
            start = at + line.index(words[0])
            yield Paragraph(number, (start, start + len(words)))
        at += len(line)


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of `work`."""
    start = time.process_time()
    work()
    return time.process_time() - start


def everything(texts: Iterator[Source] | list[Source]) -> int:
    """How many statements the texts hold."""
    return sum(len(one.annotations.statements) for one in analyse(texts))


def bare(texts: list[Source]) -> None:
    """The pipes alone."""
    from onrecord.analysis.parse import BATCH, load, readable

    for _ in load().pipe((readable(source) for source in texts), batch_size=BATCH):
        pass


def peak() -> float:
    """Peak memory in MiB of this process."""
    import resource

    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size / 1024**2 if sys.platform == "darwin" else size / 1024


def main() -> None:
    os.environ.update(ONE_THREAD)
    if sys.argv[1:] == ["--memory"]:
        everything(sources(1000))
        print(peak())
        return
    texts = list(sources(int(sys.argv[1]) if len(sys.argv) > 1 else 120))
    words = sum(len(source.text.split()) for source in texts)
    everything(texts[:8])
    rounds = [(seconds(lambda: bare(texts)), seconds(lambda: everything(texts))) for _ in range(5)]
    alone, whole = (median(times) for times in zip(*rounds, strict=True))
    share = median(first / second for first, second in rounds)
    memory = float(
        subprocess.run([sys.executable, __file__, "--memory"], check=True, capture_output=True).stdout
    )
    print(f"{len(texts)} texts, {words} words")
    print(f"bare pipes {words / alone:9.0f} words per CPU second")
    print(f"analysis   {words / whole:9.0f} words per CPU second, {100 * share:.0f}% of the bare pipes")
    print(f"peak memory on 1,000 texts {memory:.0f} MiB")
    sys.exit(share < LEAST_SHARE or memory > MOST_MEMORY)


if __name__ == "__main__":
    main()
