"""Our share of the site build beside MkDocs alone, for 100 and 1,000 generated sources, in one run.

CPU seconds (user and system, children included); the analysis is not part of it. Each source has 450 words in
15 paragraphs, 4 statements and 2 events. Usage: python benchmarks/site_cost.py [NUMBER OF SOURCES ...]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from onrecord.model import (
    Annotations,
    Briefing,
    Day,
    Entry,
    Event,
    Happening,
    Paragraph,
    Person,
    Said,
    Source,
    Speaker,
    Statement,
    annotation_id,
)
from onrecord.pages.reader import read_page
from onrecord.pages.writer import write_page
from onrecord.publish.site import pages

ROOT = Path(__file__).parent.parent
_WORDS = (
    "harbour council bridge winter report engineer river morning signal answer budget ferry quarter letter "
    "district question measure tunnel railway evening promise garden summer witness market window station"
)
WORDS = _WORDS.split(" ")
SPEAKERS = [f"Person {first}{second}" for first in "ABCDEFGH" for second in "KLMNPRST"]


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of `work`, those of its children included."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def entry(number: int) -> Entry:
    """One generated source, different from all others and the same in each run."""
    spans: list[tuple[int, int]] = []
    text = ""
    for place in range(15):
        words = [WORDS[(number * 7 + place * 11 + step * (place + 3)) % len(WORDS)] for step in range(30)]
        start = len(text)
        text += f"“{' '.join(words[:15])} {number}.{place},” {' '.join(words[15:])}.\n\n"
        spans.append((start, len(text) - 2))
    paragraphs = tuple(Paragraph(place, span) for place, span in enumerate(spans, 1))
    published = f"2021-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    name = f"source-{number:05d}"
    source = Source(
        name,
        f"sources/{name}.txt",
        text,
        paragraphs,
        title=f"Report {number}",
        outlet="Outlet",
        published=published,
    )
    statements = tuple(statement(text, spans[place], place, number) for place in (1, 4, 8, 12))
    events = tuple(event(text, spans[place], place, published) for place in (2, 9))
    return Entry(source, Annotations(statements, events=events))


def statement(text: str, span: tuple[int, int], place: int, number: int) -> Statement:
    end = text.index("”", span[0]) + 1
    words = text[span[0] : end]
    speaker = Speaker(None, SPEAKERS[(number + place) % len(SPEAKERS)], "speaker of the council")
    return Statement(annotation_id(words), "direct", ((span[0], end),), speaker, words, place + 1)


def event(text: str, span: tuple[int, int], place: int, published: str) -> Event:
    start = text.index("”", span[0]) + 2
    what = text[start : span[1] - 1]
    ident = annotation_id(f"{what} {published} {place}")
    return Event(ident, published, what, (start, span[1] - 1), "happened", place + 1, "on that day")


def briefing(number: int) -> Briefing:
    entries = tuple(entry(place) for place in range(number))
    said: dict[str, list[Said]] = {}
    for one in entries:
        for each in one.annotations.statements:
            said.setdefault(str(each.speaker.name), []).append(Said(one, each))
    people = tuple(
        Person(name, name.lower().replace(" ", "-"), ("speaker of the council",), tuple(things))
        for name, things in sorted(said.items())
    )
    told = [Happening(one, each) for one in entries for each in one.annotations.events]
    told.sort(key=lambda happening: happening.event.date)
    days = tuple(Day(date, tuple(group)) for date, group in groupby(told, key=lambda h: h.event.date))
    return Briefing("Benchmark", entries, people, days)


def files(sample: Briefing) -> Iterator[tuple[str, str]]:
    for one in sample.entries:
        yield one.page, write_page(one.source, one.annotations)
    for page in pages(sample, pdf=False):
        yield page.path, page.template


def write(folder: Path, sample: Briefing) -> None:
    for path, text in files(sample):
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def read_back(folder: Path, sample: Briefing) -> None:
    """What each build does with the pages as they stand."""
    for one in sample.entries:
        read_page(one.page, (folder / "docs" / one.page).read_text("utf-8"), one.source)


def mkdocs(folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True)


def measure(number: int) -> tuple[float, float, float, int]:
    """CPU seconds of writing pages, of reading them back and of MkDocs, and the bytes of the site."""
    sample = briefing(number)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
        shutil.copy(ROOT / "mkdocs.yml", folder)
        # TODO(pipeline): time `onrecord build --no-pdf` without the analysis here, once it can be told apart.
        writing = cpu(lambda: write(folder, sample))
        reading = cpu(lambda: read_back(folder, sample))
        theirs = cpu(lambda: mkdocs(folder))
        size = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file())
    return writing, reading, theirs, size


def main() -> None:
    numbers = [int(argument) for argument in sys.argv[1:]] or [100, 1000]
    print(
        f"{'sources':>8} {'write s':>8} {'read s':>7} {'mkdocs s':>9} {'our share':>10} {'ms each':>8} {'site MB':>8}"
    )
    for number in numbers:
        writing, reading, theirs, size = measure(number)
        ours = writing + reading
        each = 1000 * (ours + theirs) / number
        print(
            f"{number:>8} {writing:>8.2f} {reading:>7.2f} {theirs:>9.2f} {ours / theirs:>10.0%} {each:>8.1f} "
            f"{size / 1e6:>8.1f}"
        )


if __name__ == "__main__":
    main()
