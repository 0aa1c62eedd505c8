"""The whole flow on one screen: sources → annotations → pages → briefing → site, book and data."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from onrecord import analysis, cache, intake, known
from onrecord.across import collect
from onrecord.briefing import Briefing, Entry
from onrecord.checks import check
from onrecord.model import Annotations, Problem, Settings, Source
from onrecord.pages.merge import Merged, merge
from onrecord.pages.reader import read_page
from onrecord.project import Fault, File, Project
from onrecord.publish import book, data, exports, regions, site

PDF = "docs/assets/briefing.pdf"
DATA = "docs/data/briefing.json"
TIMELINE = "docs/data/timeline"
SETTINGS = "sources/briefing.yml"
NOTHING_SET = Settings()
STATE = ".onrecord/regions.json"
PRISTINE = ".onrecord/pristine"
CACHE = ".onrecord/cache"
ANCHOR = '<a id="p'

Item = TypeVar("Item")
Track = Callable[[Iterable[Item], str, int], Iterable[Item]]
"""Shows progress over an iterable: (items, what is being done, how many)."""


def untracked(items: Iterable[Item], what: str, total: int) -> Iterable[Item]:
    """No progress shown."""
    return items


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build would write, and what there is to say."""

    briefing: Briefing
    files: Mapping[str, bytes | None]
    """Path → content; None removes the file."""
    problems: tuple[Problem, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    """added, changed, kept, deleted: annotations, over all pages."""
    cache: Mapping[str, bytes] = field(default_factory=dict)
    """What the next build need not read again: path → content."""


def plan(project: Project, *, pdf: bool, force: bool = False, track: Track[Any] = untracked) -> Plan:
    """Everything but writing: reads the sources and pages, merges, collects, renders."""
    given = _settings(project)
    readings = _readings(project, project.sources(), given.settings, track)
    sources = [known.of_source(given.settings, reading.source) for reading in readings]
    pages = [
        _merge(project, source, known.of_annotations(given.settings, source, reading.annotations))
        for source, reading in zip(sources, readings, strict=True)
    ]
    entries, problems = _read_back(pages)
    lead = regions.lead_of(project.read("docs/index.md") or "")
    briefing = collect(project.title(), lead, entries, given.settings)
    gone, left_over = _gone(project, sources)
    printed = pdf or project.read_bytes(PDF) is not None
    generated, edited = _generated(project, briefing, pdf=printed, force=force)
    files = {**_page_files(pages), **gone, **generated, **_data(briefing)}
    if pdf:
        files |= {path: book.render(briefing) for path in track([PDF], "Printing the book", 1)}
    warned = [problem for reading in readings for problem in reading.problems]
    found = (*given.problems, *warned, *problems, *left_over, *edited, *check(briefing))
    return Plan(briefing, files, _in_order(found), _counts(pages), _remembered(readings))


def _data(briefing: Briefing) -> dict[str, bytes]:
    """docs/data/: the briefing, and its timeline for other programs. The mark tells spreadsheets that it is UTF-8."""
    return {
        DATA: data.briefing_json(briefing).encode(),
        f"{TIMELINE}.ics": exports.ics(briefing).encode(),
        f"{TIMELINE}.json": exports.timelinejs(briefing).encode(),
        f"{TIMELINE}.csv": exports.timeline_csv(briefing).encode("utf-8-sig"),
    }


def _settings(project: Project) -> intake.Given:
    """sources/briefing.yml; Fault where it is wrong."""
    given = intake.parse_settings(project.read_bytes(SETTINGS), SETTINGS)
    if any(problem.severity == "error" for problem in given.problems):
        raise Fault(*given.problems)
    return given


def read(files: Iterable[File], settings: Settings = NOTHING_SET) -> list[intake.Intake]:
    """The sources behind `files`, each with its warnings; Fault with all problems where one cannot be read."""
    results = [
        intake.read(intake.SourceFile(f.name, f.path, f.data, f.sidecar, f.sidecar_path, settings.publish))
        for f in files
    ]
    problems = [problem for result in results for problem in result.problems]
    if any(problem.severity == "error" for problem in problems):
        raise Fault(*problems)
    return results


def _readings(
    project: Project, files: Sequence[File], settings: Settings, track: Track[Any]
) -> list[cache.Reading]:
    """Each text with its analysis, in order; what is unchanged since the last build is remembered."""
    default = settings.publish.encode()
    keys = {file.name: cache.key_of(file.path.encode(), file.data, file.sidecar, default) for file in files}
    remembered = {
        name: cache.load(project.read_bytes(f"{CACHE}/{name}.json"), key) for name, key in keys.items()
    }
    taken = read((file for file in files if remembered[file.name] is None), settings)
    found = track(_analysed(taken), "Reading the sources", len(taken))
    for result, one in zip(taken, found, strict=True):
        problems = (*result.problems, *one.doubts)
        name = one.source.name
        remembered[name] = cache.Reading(keys[name], one.source, one.annotations, problems)
    return [reading for reading in remembered.values() if reading]


def _analysed(taken: Sequence[intake.Intake]) -> Iterator[analysis.Analysis]:
    """The analysis of each; spaCy is not even started where there is nothing to analyse."""
    if taken:
        yield from analysis.analyse(result.source for result in taken if result.source)


def _remembered(readings: Iterable[cache.Reading]) -> dict[str, bytes]:
    return {f"{CACHE}/{reading.source.name}.json": cache.dump(reading) for reading in readings}


@dataclass(frozen=True, slots=True)
class _Page:
    """A source with its merged page."""

    source: Source
    merged: Merged

    @property
    def path(self) -> str:
        return f"docs/sources/{self.source.name}.md"


def _merge(project: Project, source: Source, annotations: Annotations) -> _Page:
    """Merges one page; a page that the tool never wrote is left alone."""
    path = f"docs/sources/{source.name}.md"
    page, base = project.read(path), project.read(f"{PRISTINE}/{source.name}.md")
    if page is not None and base is None and ANCHOR not in page:
        hint = "Rename it, or rename the source."
        problem = Problem(path, 0, f"On Record did not write this page, so {source.path} has none.", hint)
        return _Page(source, Merged(page, None, problems=(problem,)))
    return _Page(source, merge(path, source, annotations, base, page))


def _read_back(pages: list[_Page]) -> tuple[list[Entry], list[Problem]]:
    """What the pages hold: from here on nothing can tell machine work from a person's."""
    entries, problems = [], []
    for page in pages:
        annotations, found = read_page(page.path, page.merged.page, page.source)
        entries.append(Entry(page.source, annotations))
        problems += [*page.merged.problems, *found]
    return entries, problems


def _page_files(pages: list[_Page]) -> dict[str, bytes | None]:
    files: dict[str, bytes | None] = {}
    for page in pages:
        if page.merged.base is not None:
            files[page.path] = page.merged.page.encode()
            files[f"{PRISTINE}/{page.source.name}.md"] = page.merged.base.encode()
    return files


def _gone(project: Project, sources: list[Source]) -> tuple[dict[str, bytes | None], list[Problem]]:
    """Pages whose source was taken away: removed where untouched, else kept and reported."""
    files: dict[str, bytes | None] = {}
    problems = []
    names = {source.name for source in sources}
    for pristine in project.pages(PRISTINE):
        name = pristine.removeprefix(f"{PRISTINE}/").removesuffix(".md")
        path = f"docs/sources/{name}.md"
        if name in names:
            continue
        if project.read(path) in (None, project.read(pristine)):
            files |= {path: None, pristine: None}
        else:
            message = "This page has no source any more, and it was edited."
            problems.append(Problem(path, 0, message, "Put the source back, or delete the page.", "warning"))
    return files, problems


def _generated(
    project: Project, briefing: Briefing, *, pdf: bool, force: bool
) -> tuple[dict[str, bytes | None], list[Problem]]:
    """The aggregated pages with their regions made anew, and the state that protects them."""
    before: regions.State = json.loads(project.read(STATE) or "{}")
    state: dict[str, Mapping[str, str]] = {}
    files: dict[str, bytes | None] = {}
    problems: list[Problem] = []
    pages = {page.path: page for page in site.pages(briefing, pdf=pdf)}
    for path in sorted({*before, *pages}):
        existing, known = project.read(f"docs/{path}"), before.get(path, {})
        if path in pages:
            filled = regions.fill(pages[path], existing, known, force=force)
        else:
            filled = regions.retire(path, existing, known)
        files[f"docs/{path}"] = None if filled.text is None else filled.text.encode()
        problems += filled.problems
        if filled.state:
            state[path] = dict(filled.state)
    files[STATE] = (json.dumps(state, indent=1, sort_keys=True) + "\n").encode()
    return files, problems


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is wrong first, then by place."""
    return tuple(sorted(problems, key=lambda p: (p.severity != "error", p.path, p.line, p.message)))


def _counts(pages: list[_Page]) -> dict[str, int]:
    merged = [page.merged for page in pages]
    return {
        "added": sum(one.added for one in merged),
        "changed": sum(one.changed for one in merged),
        "kept": sum(one.kept for one in merged),
        "deleted": sum(one.deleted for one in merged),
    }


def annotations_of(file: File) -> Annotations:
    """What the analysis finds in one text, with its reasons."""
    return next(one.annotations for one in _analysed(read([file])))


def analyse(files: Iterable[File], track: Track[Any] = untracked) -> dict[str, bytes]:
    """The analysis contract: `NAME.json` → content for each file."""
    taken = read(files)
    return {
        f"{one.source.name}.json": data.analysis_json(one.source, one.annotations).encode()
        for one in track(_analysed(taken), "Reading the sources", len(taken))
    }
