"""Our share of the site build beside MkDocs alone, for 100 and 1,000 generated sources, in one run.

CPU seconds (user and system, children included) of `onrecord build --no-pdf` without the analysis and without
MkDocs: reading texts, writing, merging and reading pages, collecting, checking, data. "first" is the first build,
"again" one that changes nothing. Each source has 450 words in 15 paragraphs, 4 statements and 2 events.
Usage: python benchmarks/site_cost.py [NUMBER OF SOURCES ...]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord import analysis, pipeline
from onrecord.model import Annotations, Event, Source, Speaker, Statement, annotation_id
from onrecord.project import Project

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


def generated(number: int) -> tuple[str, Annotations]:
    """Text and annotations of one source, different from all others and the same in each run."""
    spans: list[tuple[int, int]] = []
    text = ""
    for place in range(15):
        words = [WORDS[(number * 7 + place * 11 + step * (place + 3)) % len(WORDS)] for step in range(30)]
        start = len(text)
        text += f"“{' '.join(words[:15])} {number}.{place},” {' '.join(words[15:])}.\n\n"
        spans.append((start, len(text) - 2))
    statements = tuple(statement(text, spans[place], place, number) for place in (1, 4, 8, 12))
    events = tuple(event(text, spans[place], place, published(number)) for place in (2, 9))
    return text, Annotations(statements, events=events)


def published(number: int) -> str:
    return f"2021-{number % 12 + 1:02d}-{number % 28 + 1:02d}"


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


def set_up(folder: Path, number: int) -> dict[str, Annotations]:
    """A briefing of generated sources in `folder`; the annotations that the analysis is to give, by name."""
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "sources").mkdir()
    known = {}
    for place in range(number):
        text, annotations = generated(place)
        name = f"source-{place:05d}"
        (folder / "sources" / f"{name}.txt").write_text(text, "utf-8", newline="\n")
        facts = f"title: Report {place}\noutlet: Outlet\npublished: {published(place)}\n"
        (folder / "sources" / f"{name}.yml").write_text(facts, "utf-8", newline="\n")
        known[name] = annotations
    return known


def build(folder: Path) -> None:
    """Everything that `onrecord build --no-pdf` does but MkDocs."""
    project = Project.at(folder)
    plan = pipeline.plan(project, pdf=False)
    project.remember(plan.cache)
    project.write(project.changes(plan.files))


def mkdocs(folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True)


def measure(number: int) -> tuple[float, float, float, int]:
    """CPU seconds of our first and second build and of MkDocs, and the bytes of the site."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        known = set_up(folder, number)

        def prepared(sources: Iterable[Source]) -> Iterator[analysis.Analysis]:
            return (analysis.Analysis(source, known[source.name]) for source in sources)

        # The analysis has a benchmark of its own.
        analysis.analyse = prepared
        first = cpu(lambda: build(folder))
        again = cpu(lambda: build(folder))
        theirs = cpu(lambda: mkdocs(folder))
        size = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file())
    return first, again, theirs, size


def main() -> None:
    numbers = [int(argument) for argument in sys.argv[1:]] or [100, 1000]
    print(
        f"{'sources':>8} {'first s':>8} {'again s':>8} {'mkdocs s':>9} {'first':>7} {'again':>7} {'site MB':>8}"
    )
    for number in numbers:
        first, again, theirs, size = measure(number)
        shares = f"{first / theirs:>7.0%} {again / theirs:>7.0%}"
        print(f"{number:>8} {first:>8.2f} {again:>8.2f} {theirs:>9.2f} {shares} {size / 1e6:>8.1f}")


if __name__ == "__main__":
    main()
