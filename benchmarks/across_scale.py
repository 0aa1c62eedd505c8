"""CPU seconds and peak memory of what is seen across 2,000 sources with 30,000 statements, in all and by part.

usage: python benchmarks/across_scale.py [NUMBER OF SOURCES]

The texts are made of words of their own, as often as words of a language are (Zipf), by 700 speakers of whom few
speak often. Of the statements one in eight is said again in other sources, in full, cut down or with words changed;
of the sources one in twelve is a wire copy, whole or in part. The same texts in each run. Exits with 1 above a limit.
Memory is told where the system tells it.
"""

import random
import sys
import time
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from onrecord import across
from onrecord.briefing import Briefing, Entry
from onrecord.model import (
    Annotations,
    Event,
    Paragraph,
    Source,
    Speaker,
    Statement,
    StatementKind,
    annotation_id,
)

SOURCES, A_SOURCE = 2_000, 15
"""Sources, and statements in each."""
CPU, MEMORY, OWN = 60.0, 1024, 12.0
"""Limits: CPU seconds and MiB of all parts, CPU seconds of the same statement and the origins together."""
PARTS = ("people", "timeline", "shared", "differences", "origins", "coverage")
FUNCTION = "the of to and in that is for on with as by at from it be this have are not we they will a".split()
COUNTED = ("people", "houses", "ships", "percent", "dollars")
"""What one sentence in six gives a figure of."""
SYLLABLES = [
    f"{first}{second}" for first in "bdfgklmnprstv" for second in ("a", "e", "i", "o", "u", "an", "or", "il")
]


class Language:
    """Made-up words, drawn as often as their rank has it."""

    def __init__(self, size: int, rng: random.Random) -> None:
        made = {"".join(rng.choices(SYLLABLES, k=rng.choice((2, 3, 3, 4)))) for _ in range(2 * size)}
        self.words = [*FUNCTION, *sorted(made)[:size]]
        rng.shuffle(self.words)
        self.words = FUNCTION + [word for word in self.words if word not in FUNCTION]
        self.sums = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        self.rng = rng

    def sentence(self, length: int) -> str:
        """`length` words, the first with a capital, without a full stop."""
        drawn = (bisect(self.sums, self.rng.random() * self.sums[-1]) for _ in range(length))
        words = [self.words[min(place, len(self.words) - 1)] for place in drawn]
        return " ".join(words).capitalize()


def names(rng: random.Random) -> list[str]:
    """The speakers; the first ones speak most."""
    parts = ["".join(rng.choices(SYLLABLES, k=2)).capitalize() for _ in range(900)]
    return [f"{rng.choice(parts)} {part}" for part in parts[:700]]


def again(words: str, rng: random.Random) -> str:
    """What is left of a statement in another source: all of it, a part, or most of its words."""
    parts = words.split()
    turn = rng.random()
    if turn < 0.5 or len(parts) < 12:
        return words
    if turn < 0.8:
        start = rng.randrange(len(parts) // 3)
        return " ".join(parts[start : start + 2 * len(parts) // 3])
    return " ".join(word for word in parts if rng.random() > 0.08)


def entries(count: int, each: int = A_SOURCE) -> Iterator[Entry]:
    """The sources with their annotations, `each` of them statements, the same for each run."""
    rng = random.Random(5)
    language, speakers = Language(30_000, rng), names(rng)
    said: list[tuple[str, str]] = []
    bodies: list[list[str]] = []
    for number in range(count):
        copied = rng.choice(bodies[-40:]) if bodies and rng.random() < 1 / 12 else []
        body = list(copied[: rng.choice((8, 20, 30))])
        while len(body) < 2 * each:
            body.append(counted(language.sentence(rng.randrange(12, 32)), number + len(body)) + ".")
        bodies.append(body)
        yield entry(number, body, spoken(language, speakers, said, rng, each), rng)


def counted(sentence: str, number: int) -> str:
    """The sentence, one in six with a figure."""
    if number % 6:
        return sentence
    return f"{sentence} {number * 37 % 900 + 2} {COUNTED[number // 6 % len(COUNTED)]}"


def spoken(
    language: Language, speakers: list[str], said: list[tuple[str, str]], rng: random.Random, each: int
) -> list[tuple[str, str]]:
    """Who says what in one source; of what was said lately some again."""
    found = []
    for _ in range(each):
        if said and rng.random() < 1 / 8:
            who, words = rng.choice(said[-3000:])
            found.append((who, again(words, rng)))
        else:
            who = speakers[min(int(rng.paretovariate(0.6)) - 1, len(speakers) - 1)]
            length = rng.choice((5, 8, 12, 18, 25, 40))
            found.append((who, language.sentence(length)))
    said.extend(found)
    return found


def entry(number: int, body: list[str], told: list[tuple[str, str]], rng: random.Random) -> Entry:
    """One source: two sentences of its own and a statement in each paragraph."""
    published = (date(2021, 1, 1) + timedelta(days=number * 365 // SOURCES)).isoformat()
    text = ""
    paragraphs: list[Paragraph] = []
    statements: list[Statement] = []
    events: list[Event] = []
    taken: set[str] = set()
    for place, (who, words) in enumerate(told, 1):
        start = len(text)
        direct = rng.random() < 0.5
        shown = f"“{words},”" if direct else words
        text += f"{shown} said {who}. "
        span = (start, start + len(shown))
        ident = annotation_id(shown, taken)
        taken.add(ident)
        speaker = Speaker(None, who if rng.random() > 0.1 else None, "speaker of the council")
        kind: StatementKind = "direct" if direct else "indirect"
        statements.append(Statement(ident, kind, (span,), speaker, shown, place))
        for sentence in body[2 * place - 2 : 2 * place]:
            if place % 4 == 0:
                events.append(event(sentence, len(text), place, published))
            text += f"{sentence} "
        paragraphs.append(Paragraph(place, (start, len(text) - 1)))
        text += "\n\n"
    name = f"source-{number:05d}"
    agency = "AP" if number % 9 == 0 else None
    source = Source(name, f"sources/{name}.txt", text, tuple(paragraphs), published=published, agency=agency)
    return Entry(source, Annotations(tuple(statements), events=tuple(events)))


def event(sentence: str, start: int, place: int, published: str) -> Event:
    ident = f"event-{place}-{start}"
    span = (start, start + len(sentence))
    return Event(ident, published, sentence, span, "happened", place, "on that day")


def timed(spent: dict[str, float], name: str, part: Callable[..., Any]) -> Callable[..., Any]:
    """`part`, the CPU seconds of each call added to `spent[name]`."""

    def work(*args: Any, **kwargs: Any) -> Any:
        before = time.process_time()
        found = part(*args, **kwargs)
        spent[name] += time.process_time() - before
        return found

    return work


def measured(made: list[Entry]) -> tuple[dict[str, float], Briefing]:
    """CPU seconds by part, and what came of it."""
    spent: dict[str, float] = defaultdict(float)
    for name in PARTS:
        setattr(across, name, timed(spent, name, getattr(across, name)))
    before = time.process_time()
    briefing = across.collect("Scale", "", made)
    spent["all"] = time.process_time() - before
    return spent, briefing


def mebibytes() -> float:
    """The most memory this process has held; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024**2 if sys.platform == "darwin" else most / 1024


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SOURCES
    made = list(entries(count))
    statements = sum(len(one.annotations.statements) for one in made)
    spent, briefing = measured(made)
    peak = mebibytes()
    print(f"{count} sources, {statements} statements")
    print(f"{len(briefing.shared)} shared statements, {len(briefing.origins)} origins")
    for name in (*PARTS, "all"):
        print(f"{name:12} {spent[name]:6.1f} s")
    print(f"{'memory':12} {peak:6.0f} MiB at most, the sources and this program included")
    own = spent["shared"] + spent["origins"]
    return int(spent["all"] > CPU or peak > MEMORY or own > OWN)


if __name__ == "__main__":
    sys.exit(main())
