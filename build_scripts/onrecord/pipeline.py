"""The whole flow on one screen: sources → annotations → pages → briefing → site, book and data."""

import gc
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from onrecord import cache, plain
from onrecord.across import Memory, annotations, collect, parts
from onrecord.annotating import Track, analysed, annotated, read, settings_of, untracked
from onrecord.briefing import Briefing
from onrecord.checks import check
from onrecord.model import Annotations, Problem
from onrecord.project import Project
from onrecord.publish import book, data, data_files, regions, site
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.references import references
from onrecord.store import Rows, Store
from onrecord.sums import Sums
from onrecord.texts import File

PDF = "docs/assets/briefing.pdf"
ALL = "all: "
"""How the names begin under which it is remembered what was made of all sources."""
SUMS = "checksums"
"""Under which name those of the files are remembered."""
OVERRIDE = "theme/main.html"
"""Puts the files below `HEADS` into the pages' heads; where it does not, nobody needs them."""
HEADS = PurePosixPath("theme/jsonld")
STATE = ".onrecord/regions.json"
COLLECTED = 2_000_000
"""New objects after which circles of dead ones are looked for during a build."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build would write, and what there is to say."""

    briefing: Briefing
    files: Mapping[str, bytes | None]
    """Path → content; None removes the file."""
    problems: tuple[Problem, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    """added, changed, kept, deleted: annotations, over all pages."""
    cache: Mapping[str, bytes | None] = field(default_factory=dict)
    """What the next build need not make again: name → bytes; None: nobody needs it any more."""


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Looks for circles of dead objects seldom: going through all records again and again costs a quarter.

    What is there in the end is left out of that until the next plan.
    """
    usual, enabled = gc.get_threshold(), gc.isenabled()
    gc.unfreeze()
    gc.set_threshold(COLLECTED, *usual[1:])
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*usual)
        if enabled:
            gc.enable()


@_seldom_collecting()
def plan(project: Project, *, pdf: bool, force: bool = False, track: Track[Any] = untracked) -> Plan:
    """Everything but writing: reads the sources and pages, merges, collects, renders."""
    given = settings_of(project)
    with project.remembered() as before:
        sums = _sums(project, before)
        pages = annotated(project, given.settings, sums, before, track)
        gc.disable()  # what follows leaves no circles
        memory = _memory(before, pages.keys)
        lead = regions.lead_of(project.read("docs/index.md") or "")
        briefing = collect(project.title(), lead, pages.entries, given.settings, memory)
        printed = pdf or project.read_bytes(PDF) is not None
        kept = Kept(
            memory.keys,
            memory.recall,
            parts(briefing, memory),
            annotations(briefing, memory),
            memory.results,
            sums.of,
            memory.spare_sources,
            memory.spare,
        )
        generated, edited = _generated(project, briefing, kept, pdf=printed, force=force)
        files = {**pages.files, **generated, **_data(project, briefing, kept)}
        cached = {**pages.cache, **_remembered(memory, sums)}
    if pdf:
        files |= {path: book.render(briefing) for path in track([PDF], "Printing the book", 1)}
    found = (*given.problems, *pages.problems, *edited, *check(briefing))
    return Plan(briefing, files, _in_order(found), pages.counts, cached)


def _sums(project: Project, before: Store) -> Sums:
    """The checksums of the files, as far as the last build knew them."""
    try:
        known = plain.load(before.get(SUMS) or b"")
    except ValueError:
        known = {}
    return Sums(project.read_bytes, project.stamp, known if isinstance(known, dict) else {})


def _memory(before: Store, keys: Mapping[str, str]) -> Memory:
    """What the last build left of what it made of all sources."""
    return Memory(Rows(before, ALL), keys, cache.version_of("across", "publish"))


def _remembered(memory: Memory, sums: Sums) -> dict[str, bytes | None]:
    """What to leave for the next build, where it is not there already."""
    news = {ALL + name: row for name, row in memory.news().items()}
    return news | ({SUMS: plain.dump(sums.now)} if sums.are_news else {})


def _data(project: Project, briefing: Briefing, kept: Kept = NOTHING_KEPT) -> dict[str, bytes | None]:
    """docs/data/ and the heads of the site's pages; what stands there about sources that are gone goes, too.

    Files that lie there just as they would be made are left out.
    """
    known = references(briefing)
    pieces = data_files.pieces(briefing, known, kept)
    found = data_files.data_files(briefing, known, kept, pieces)
    files = {f"{data_files.FOLDER}/{name}": content for name, content in found.items()}
    folders = [(f"{data_files.FOLDER}/{data_files.ANNOTATIONS}", ".jsonld")]
    if f"{HEADS.name}/" in (project.read(OVERRIDE) or ""):
        heads = data_files.head_files(briefing, known, kept, pieces)
        files |= {f"{HEADS}/{name}": html for name, html in heads.items()}
        folders += [(f"{HEADS}/{kind}", ".html") for kind in ("sources", "speakers")]
    left = (path for folder, suffix in folders for path in project.pages(folder, suffix))
    every: dict[str, bytes | None] = {**dict.fromkeys(left), **files}
    return {path: content for path, content in every.items() if path not in kept.untouched}


def _generated(
    project: Project, briefing: Briefing, kept: Kept = NOTHING_KEPT, *, pdf: bool, force: bool
) -> tuple[dict[str, bytes | None], list[Problem]]:
    """The aggregated pages with their regions made anew, and the state that protects them."""
    before: regions.State = json.loads(project.read(STATE) or "{}")
    state: dict[str, Mapping[str, str]] = {}
    files: dict[str, bytes | None] = {}
    problems: list[Problem] = []
    pages = {page.path: page for page in site.pages(briefing, kept, pdf=pdf)}
    for path in sorted({*before, *pages}):
        known = before.get(path, {})
        if path in pages and not force and regions.stands(pages[path], kept.lies(f"docs/{path}"), known):
            state[path] = known
            continue
        existing = project.read(f"docs/{path}")
        if path in pages:
            filled = regions.fill(pages[path], existing, known, force=force)
        else:
            filled = regions.retire(path, existing, known)
        if filled.text != existing:
            files[f"docs/{path}"] = None if filled.text is None else filled.text.encode()
        problems += filled.problems
        if filled.state:
            state[path] = dict(filled.state)
    files[STATE] = (json.dumps(state, indent=1, sort_keys=True) + "\n").encode()
    return files, problems


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is wrong first, then by place."""
    return tuple(sorted(problems, key=lambda p: (p.severity != "error", p.path, p.line, p.message)))


def annotations_of(file: File) -> Annotations:
    """What the analysis finds in one text, with its reasons."""
    return next(one.annotations for one in analysed(read([file])))


def analyse(files: Iterable[File], track: Track[Any] = untracked) -> dict[str, bytes]:
    """The analysis contract: `NAME.json` → content for each file."""
    taken = read(files)
    return {
        f"{one.source.name}.json": data.analysis_json(one.source, one.annotations).encode()
        for one in track(analysed(taken), "Reading the sources", len(taken))
    }
