"""What a build costs after one page of 1,000 sources was edited, by kind of edit: our part, no MkDocs and no PDF.

usage: python benchmarks/rebuild.py [NUMBER OF SOURCES]

CPU seconds of planning a build, remembering and writing it, each in a process of its own, imports not counted; the
least of `TIMES` edits of different pages, which take turns with the other kinds: a machine's speed varies from one
minute to the next. The texts are those of across_scale.py with 10 statements each, and their
annotations are given: what the analysis costs is measured in analysis_speed.py, here only that no text whose page was
edited is analysed again. Exits with 1 if one is, or above the limit.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import across_scale
from onrecord import analysis
from onrecord.briefing import Entry
from onrecord.model import Source
from site_cost import ROOT

SOURCES, A_SOURCE = 1_000, 10
LIMIT = 1.0
"""CPU seconds after an edit of one page, of whatever kind."""
TIMES = 8
CHILD = "--child"
Edit = Callable[[str], str]


def nothing(page: str) -> str:
    return page


def role(page: str) -> str:
    return page.replace(", speaker of the council", ", mayor of the old town", 1)


def speaker(page: str) -> str:
    return re.sub(r"(?m)^> \[!quote\] [A-Z][^,\n]*", "> [!quote] Somebody Else", page, count=1)


def day(page: str) -> str:
    return re.sub(r"(?m)^> direct · ", "> direct · Saturday 2 January 2021 · ", page, count=1)


def note(page: str) -> str:
    return page.rstrip("\n") + "\n\n> [!note] Ours\n>\n> Ask the council about this.\n"


def deleted(page: str) -> str:
    return re.sub(r"(?ms)^> \[!quote\].*?\n\n", "", page, count=1)


def shortened(page: str) -> str:
    """A statement without its last words."""
    return re.sub(r"(?m)(^> \[!quote\][^\n]*\n>\n> “.*?)(?: \S+){2},”$", r"\1,”", page, count=1)


def dated(page: str) -> str:
    """An event on another day."""
    return re.sub(r"(?m)^> \[!event\] .*$", "> [!event] Saturday 2 January 2021", page, count=1)


PAGES: dict[str, Edit] = {
    "a role": role,
    "a speaker": speaker,
    "a day of a saying": day,
    "a note": note,
    "a callout deleted": deleted,
    "words cut": shortened,
    "an event's date": dated,
}


def set_up(folder: Path, entries: Iterable[Entry]) -> None:
    """A briefing of generated sources in `folder`."""
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "theme").mkdir()
    shutil.copy(ROOT / "theme/main.html", folder / "theme")
    (folder / "sources").mkdir()
    for number, entry in enumerate(entries):
        source = entry.source
        (folder / source.path).write_text(source.text, "utf-8", newline="\n")
        agency = f"agency: {source.agency}\n" if source.agency else ""
        facts = (
            f"title: Report {number}\noutlet: Outlet {number % 7}\npublished: {source.published}\n{agency}"
        )
        (folder / source.path).with_suffix(".yml").write_text(facts, "utf-8", newline="\n")


def child(folder: Path, count: int) -> None:
    """One build: prints its CPU seconds, how many texts were analysed and how many files written."""
    import gc

    from onrecord import pipeline
    from onrecord.project import Project

    first = not (folder / "docs/sources").is_dir()
    entries = across_scale.entries(count, A_SOURCE) if first else ()
    known = {entry.source.name: entry.annotations for entry in entries}
    analysed: list[str] = []

    def analyse(sources: Iterable[Source]) -> Iterator[analysis.Analysis]:
        """In place of the analysis: the annotations that are known."""
        for source in sources:
            analysed.append(source.name)
            yield analysis.Analysis(source, known[source.name])

    analysis.analyse = analyse
    gc.collect()
    before = os.times()
    project = Project.at(folder)
    plan = pipeline.plan(project, pdf=False)
    changes = project.changes(plan.files)
    project.remember(plan.cache)
    project.write(changes)
    after = os.times()
    print(sum(after[:4]) - sum(before[:4]), len(analysed), len(changes))


def build(folder: Path, count: int) -> tuple[float, int, int]:
    """CPU seconds, texts analysed, files written of a build in a new process."""
    command = [sys.executable, __file__, CHILD, str(folder), str(count)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), int(told[1]), int(told[2])


def edited(folder: Path, count: int, edit: Edit, number: int) -> tuple[float, int, int]:
    """The build after one page was edited. `number`: of the source."""
    page = folder / f"docs/sources/source-{number % count:05d}.md"
    before = page.read_text("utf-8")
    page.write_text(edit(before), "utf-8", newline="\n")
    if edit is not nothing and page.read_text("utf-8") == before:
        raise SystemExit(f"{edit.__name__} changes nothing on {page.name}")
    return build(folder, count)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SOURCES
    kinds = {"nothing": nothing, **PAGES}
    found: dict[str, list[tuple[float, int, int]]] = {what: [] for what in kinds}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        set_up(folder, across_scale.entries(count, A_SOURCE))
        first = build(folder, count)[0]
        build(folder, count)
        for turn in range(TIMES):
            for place, (what, edit) in enumerate(kinds.items()):
                found[what].append(edited(folder, count, edit, place * count // 37 + turn * count // TIMES))
    print(f"{count} sources, CPU seconds of our part; the first build: {first:.2f}")
    for what, builds in found.items():
        seconds, _, written = zip(*builds, strict=True)
        told = f"{min(seconds):6.2f}, as a rule {statistics.median(seconds):.2f}"
        print(f"{what:20} {told}  {max(written):4} files written")
    most = max(min(seconds for seconds, _, _ in found[what]) for what in PAGES)
    again = sum(analysed for builds in found.values() for _, analysed, _ in builds)
    print(f"the dearest kind     {most:6.2f}, limit {LIMIT:.1f}; texts analysed again: {again}")
    return int(most > LIMIT or again > 0)


if __name__ == "__main__":
    if CHILD in sys.argv:
        child(Path(sys.argv[2]), int(sys.argv[3]))
        sys.exit(0)
    sys.exit(main())
