"""What a text costs by its size: intake, analysis, page, merge and reading back, from 10 KB to 10 MB.

    python benchmarks/linear.py [FAMILY ...] [--most BYTES]

Prints, for each family of texts, processor seconds and memory at each size, and the exponent: 1.0 is linear. Each
size runs in a process of its own; after one that takes longer than a minute, the next larger is left out.
"""

import argparse
import gc
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise

WORDS = (
    "the mayor said on Monday that Ann Bell and two clerks would meet in Harwick before the vote next week because "
    "nobody else had asked them to wait for the boats"
).split()
FIRST_NAMES = ("Ann", "Tom", "Ruth", "Peter", "Lena", "Carl")
ROLES = ("mayor", "clerk", "spokeswoman", "director", "senator", "chairman", "minister", "police chief")
DAYS = ("Monday", "Tuesday", "Friday", "Sunday")
SYLLABLES = ("bel", "far", "har", "lo", "mun", "ros", "ten", "vik", "wis", "zar", "do", "ker")
PARTS = ("intake", "analysis", "page", "merge", "read")
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
ENOUGH = 60.0
"""Seconds for one size, after which the next larger one is left out of all families but the first three."""


def sentences(size: int) -> list[str]:
    """Ordinary prose of `size` characters, sentence by sentence, a third of it quoted."""
    chance = random.Random(1)
    made: list[str] = []
    total = 0
    while total < size:
        words = " ".join(chance.choices(WORDS, k=chance.randint(8, 25)))
        plain = f"{words[0].upper()}{words[1:]}."
        made.append(f"“{plain[:-1]},” said Ann Bell, mayor of Harwick." if chance.random() < 0.3 else plain)
        total += len(made[-1]) + 1
    return made


def ordinary(size: int) -> str:
    made = sentences(size)
    return "\n\n".join(" ".join(made[at : at + 4]) for at in range(0, len(made), 4))


def people(size: int) -> str:
    """News of ever new people with roles, who come back by name, by role and by pronoun, and of days."""
    chance = random.Random(2)
    made: list[str] = []
    total = 0
    while total < size:
        first, role, day = (chance.choice(words) for words in (FIRST_NAMES, ROLES, DAYS))
        last, place = ("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
        made.append(
            f"{first} {last}, {role} of {place}, said on {day} that the harbour would stay open. “We cannot wait for"
            f" {place} and its boats,” {last} told reporters. Another {role} met the council on 12 May. The {role}"
            f" said it was not enough. “{chance.choice(WORDS).capitalize()} {last} knows,” he added."
        )
        total += len(made[-1]) + 2
    return "\n\n".join(made)


def repeated(piece: str) -> Callable[[int], str]:
    """`piece` again and again up to a size."""
    return lambda size: piece * max(1, size // len(piece))


FAMILIES: dict[str, Callable[[int], str]] = {
    "ordinary": ordinary,
    "people": people,
    "one line": lambda size: " ".join(sentences(size)),
    "long word": repeated("a"),
    "capitals": repeated("A"),
    "opening marks": repeated("“"),
    "closing marks": repeated("a” "),
    "straight marks": repeated('"a '),
    "apostrophes": repeated("'"),
    "quoted letters": repeated("“a” "),
    "dates": repeated("on Monday 25 April 2022, "),
    "names": repeated("Ann Bell, mayor of Harwick, and Tom Finch, clerk, "),
    "cues": repeated("he said she said "),
    "same line": repeated("Said on Monday\n"),
    "same paragraph": repeated("The harbour stays open.\n\n"),
    "bare quotations": repeated("“The harbour stays open tonight.”\n\n"),
    "same quotation": repeated("“The harbour stays open,” he said.\n\n"),
    "line feeds": repeated("\n"),
    "blanks": lambda size: f"a{' ' * size}b",
    "numbers": repeated("12 "),
    "digits": repeated("1"),
    "brackets": repeated("["),
    "Markdown": repeated("_a*b`[c](d)"),
    "addresses": repeated("http://a.example/"),
    "hidden": repeated("a\u200b"),
    "no-break": repeated("a\u00a0"),
    "bylines": repeated("By Ann Bell "),
    "HTML, nested": lambda size: (
        f"<html><body>{'<div>' * (size // 11)}<p>Ann Bell said yes.{'</div>' * (size // 11)}"
    ),
    "HTML, tags": lambda size: f"<html><body><article>{'<p>Ann Bell said that it rains.</p>' * (size // 35)}",
    "HTML, open": lambda size: f"<html><body><p>Ann Bell said yes.{'<b' * (size // 2)}",
}
"""Family → a text of about so many characters."""


def costs(family: str, size: int) -> dict[str, float]:
    """Processor seconds of each part, and the most memory in MiB. In this process."""
    from onrecord import analysis, intake
    from onrecord.model import Paragraph, Source
    from onrecord.pages.merge import merge
    from onrecord.pages.reader import read_page
    from onrecord.pages.writer import write_page
    from onrecord.pipeline import COLLECTED

    gc.set_threshold(COLLECTED, *gc.get_threshold()[1:])  # as in a build
    suffix = ".html" if family.startswith("HTML") else ".txt"
    sidecar = b"published: 2022-04-26\n"
    list(analysis.analyse([Source("w", "w.txt", "He said yes.", (Paragraph(1, (0, 12)),))]))
    data = FAMILIES[family](size).encode()
    laps = [time.process_time()]
    taken = intake.read(intake.SourceFile("x", f"sources/x{suffix}", data, sidecar))
    laps.append(time.process_time())
    if taken.source is not None:
        found = next(iter(analysis.analyse([taken.source])))
        laps.append(time.process_time())
        page = write_page(found.source, found.annotations)
        laps.append(time.process_time())
        merged = merge("x.md", found.source, found.annotations, page, page + "\nMine.\n")
        laps.append(time.process_time())
        read_page("x.md", merged.page, found.source)
        laps.append(time.process_time())
    spent = [after - before for before, after in pairwise(laps)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 if sys.platform != "darwin" else 2**20
    )
    return {**dict(zip(PARTS, spent, strict=False)), "total": laps[-1] - laps[0], "MiB": memory}


def measured(family: str, size: int) -> dict[str, float]:
    """As `costs`, in a process of its own."""
    command = [sys.executable, __file__, "--one", family, str(size)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def exponent(one: dict[str, float], other: dict[str, float], times: float) -> float:
    """Of the growth of the total, less a tenth of a second that any text may cost."""
    return math.log(max(other["total"], 0.1) / max(one["total"], 0.1)) / math.log(times)


def main() -> None:
    """Measures and prints a line for each family and size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("family", nargs="*", default=list(FAMILIES))
    parser.add_argument("--most", type=int, default=SIZES[-1], help="characters of the largest text")
    parser.add_argument("--one", nargs=2, metavar=("FAMILY", "SIZE"), help="measure one, and print JSON")
    given = parser.parse_args()
    if given.one:
        print(json.dumps(costs(given.one[0], int(given.one[1]))))
        return
    print(f"{'family':<16}{'characters':>12}{'MiB':>7}{'total':>9}{'exponent':>10}  {'  '.join(PARTS)}")
    for family in given.family:
        before: dict[str, float] | None = None
        for size in [size for size in SIZES if size <= given.most]:
            found = measured(family, size)
            grown = f"{exponent(before, found, 10):.2f}" if before else ""
            parts = "  ".join(f"{found.get(part, 0):{len(part)}.2f}" for part in PARTS)
            print(
                f"{family:<16}{size:>12,}{found['MiB']:>7.0f}{found['total']:>9.2f}{grown:>10}  {parts}",
                flush=True,
            )
            before = found
            if found["total"] > ENOUGH and family not in ("ordinary", "people", "one line"):
                break


if __name__ == "__main__":
    main()
