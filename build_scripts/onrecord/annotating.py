"""From texts to annotated pages: each is read, analysed and merged, or known from the last time."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from onrecord import analysis, cache, intake, known
from onrecord.briefing import Entry
from onrecord.model import Annotations, Problem, Settings, Source
from onrecord.pages import excerpts
from onrecord.pages.merge import Merged, merge
from onrecord.pages.opinions import differences
from onrecord.pages.published import published
from onrecord.pages.reader import read_page
from onrecord.project import Project
from onrecord.store import Store
from onrecord.sums import Sums, checksum
from onrecord.texts import Fault, File, Place

SETTINGS = "sources/briefing.yml"
PRISTINE = ".onrecord/pristine"
READINGS, PAGES = "reading of ", "page of "
"""How the names begin under which readings and settled pages are remembered, by source."""
OURS = ('<a id="p', "> [!source]")
"""A page that has none of these was not written by On Record."""
NOTHING_SET = Settings()
Read = tuple[str, str, str | None]
"""What a text is read off: its path, and the checksums of its file and its sidecar."""

Item = TypeVar("Item")
Track = Callable[[Iterable[Item], str, int], Iterable[Item]]
"""Shows progress over an iterable: (items, what is being done, how many)."""


def untracked(items: Iterable[Item], what: str, total: int) -> Iterable[Item]:
    """No progress shown."""
    return items


@dataclass(frozen=True, slots=True)
class Annotated:
    """All sources with what their pages hold, and what there is to write."""

    entries: tuple[Entry, ...]
    files: Mapping[str, bytes | None]
    """Path → content, of pages that are not as they were; None removes the file."""
    problems: tuple[Problem, ...]
    counts: Mapping[str, int]
    """added, changed, kept, deleted: annotations, over all pages."""
    cache: Mapping[str, bytes | None] = field(default_factory=dict)
    """What the next build need not make again: name → bytes; None: nobody needs it any more."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Source name → what stands for all that its entry holds: the bytes it was read from, and what read them."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A source's page after merging."""

    key: str
    entry: Entry
    problems: tuple[Problem, ...]
    counts: Mapping[str, int]
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    cache: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its page and base as they lie there, and the keys under which their results are kept."""

    place: Place
    page: str | None
    """A checksum, as `base`, `data` and `sidecar`; None where there is none."""
    base: str | None
    data: str
    sidecar: str | None
    page_key: str
    """Of what the page holds, once merged."""

    @property
    def name(self) -> str:
        return self.place.name

    @property
    def path(self) -> str:
        return f"docs/sources/{self.name}.md"

    @property
    def read(self) -> Read:
        return self.place.path, self.data, self.sidecar


def settings_of(project: Project) -> intake.Given:
    """sources/briefing.yml; Fault where it is wrong."""
    given = intake.parse_settings(project.read_bytes(SETTINGS), SETTINGS)
    if any(problem.severity == "error" for problem in given.problems):
        raise Fault(*given.problems)
    return given


def annotated(
    project: Project, settings: Settings, sums: Sums, before: Store, track: Track[Any]
) -> Annotated:
    """Every source with its page, merged; only what has changed since the last build is read and merged again.

    `before`: what the last build left (see `Annotated.cache`).
    """
    told = repr(settings)
    texts = [_text(project, place, told, sums) for place in project.places()]
    held = before.found(PAGES)
    settled = {
        text.name: cache.load(cache.Settled, held.get(PAGES + text.name), text.page_key) for text in texts
    }
    open_ones = [text for text in texts if settled[text.name] is None]
    readings = iter(_readings(project, before, open_ones, settings, track))
    pages = []
    for text in texts:
        one = settled[text.name]
        pages.append(_as_it_was(one) if one else _merged(project, text, settings, next(readings)))
    gone, left_over = _gone(project, {text.name for text in texts})
    return Annotated(
        tuple(page.entry for page in pages),
        {path: data for page in pages for path, data in page.files.items()} | gone,
        tuple(problem for page in pages for problem in page.problems) + left_over,
        {key: sum(page.counts[key] for page in pages) for key in ("added", "changed", "kept", "deleted")},
        _forgotten(held, settled) | {name: data for page in pages for name, data in page.cache.items()},
        {page.entry.source.name: page.key for page in pages},
    )


def _text(project: Project, place: Place, settings: str, sums: Sums) -> _Text:
    """`settings`: what stands for them."""
    page = sums.of(f"docs/sources/{place.name}.md")
    base = sums.of(f"{PRISTINE}/{place.name}.md")
    data = sums.of(place.path, project.source_bytes) or ""
    sidecar = sums.of(place.sidecar_path, project.source_bytes) if place.has_sidecar else None
    return _Text(
        place, page, base, data, sidecar, _page_key((place.path, data, sidecar), settings, page, base)
    )


def _read_key(read: Read, settings: Settings) -> str:
    """Of what is read off a text."""
    return cache.key_of(*read, settings.publish)


def _page_key(read: Read, settings: str, page: str | None, base: str | None) -> str:
    return cache.key_of(*read, settings, page, base, of=cache.MERGERS)


def _forgotten(held: Iterable[str], names: Container[str]) -> dict[str, None]:
    """What was left of sources that are gone. `held`: the names under which settled pages are remembered."""
    gone = [name for held_as in held if (name := held_as.removeprefix(PAGES)) not in names]
    return {beginning + name: None for name in gone for beginning in (PAGES, READINGS)}


def _as_it_was(settled: cache.Settled) -> _Page:
    """A page that a merge would leave as it is: nothing is new, and there is nothing to write."""
    counts = {"added": 0, "changed": 0, "kept": settled.kept, "deleted": settled.deleted}
    return _Page(settled.key, settled.entry, settled.problems, counts)


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


def analysed(taken: Sequence[intake.Intake]) -> Iterator[analysis.Analysis]:
    """The analysis of each; spaCy is not even started where there is nothing to analyse."""
    if taken:
        yield from analysis.analyse(result.source for result in taken if result.source)


def _readings(
    project: Project, before: Store, texts: Sequence[_Text], settings: Settings, track: Track[Any]
) -> list[cache.Reading]:
    """Each text with its analysis, in order; one that is unchanged since the last build is remembered."""
    kept = {
        text.name: cache.load(cache.Reading, before.get(READINGS + text.name), _read_key(text.read, settings))
        for text in texts
    }
    files = [project.source(text.place) for text in texts if kept[text.name] is None]
    taken = read(files, settings)
    found = track(analysed(taken), "Reading the sources", len(taken))
    for file, result, one in zip(files, taken, found, strict=True):
        problems = (*result.problems, *one.doubts)
        # By what was read: the file may have changed since its checksum was asked for.
        sidecar = None if file.sidecar is None else checksum(file.sidecar)
        key = _read_key((file.path, checksum(file.data), sidecar), settings)
        kept[file.name] = cache.Reading(key, one.source, one.annotations, problems)
    return [reading for reading in kept.values() if reading]


def _merged(project: Project, text: _Text, settings: Settings, reading: cache.Reading) -> _Page:
    """The page merged, and what it holds: from here on nothing can tell machine work from a person's."""
    source = known.of_source(settings, reading.source)
    fresh = known.of_annotations(settings, source, reading.annotations)
    merged = _merge(text.path, source, fresh, project)
    annotations, found = read_page(text.path, merged.page, source)
    problems = (*reading.problems, *merged.problems, *found)
    counts = {name: getattr(merged, name) for name in ("added", "changed", "kept", "deleted")}
    kept = {READINGS + text.name: cache.dump(reading)}
    shown = published(source, annotations)
    entry = Entry(shown, annotations, None if shown is source else source)
    base = None if merged.base is None else checksum(merged.base.encode())
    # Where the text was written while this build began, the next one is to find nothing of it.
    read = text.read if reading.key == _read_key(text.read, settings) else (reading.key, "", None)
    key = _page_key(read, repr(settings), checksum(merged.page.encode()), base)
    page = _Page(key, entry, problems, counts, _files(text, merged), kept)
    return replace(page, cache={**kept, **_settled(text, page, merged)})


def _merge(path: str, source: Source, annotations: Annotations, project: Project) -> Merged:
    """Merges one page; a page that the tool never wrote is left alone."""
    page, base = project.read(path), project.read(f"{PRISTINE}/{source.name}.md")
    if page is not None and base is None and not any(mark in page for mark in OURS):
        hint = "Rename it, or rename the source."
        message = f"On Record did not write this page, so {source.path} has none."
        return Merged(page, None, problems=(Problem(path, 0, message, hint),))
    return merge(path, source, annotations, base, page)


def _files(text: _Text, merged: Merged) -> dict[str, bytes | None]:
    if merged.base is None:
        return {}
    return {text.path: merged.page.encode(), f"{PRISTINE}/{text.name}.md": merged.base.encode()}


def _settled(text: _Text, page: _Page, merged: Merged) -> dict[str, bytes]:
    """What the page holds, where merging what is written now once more would change and report the same."""
    if merged.base is None:
        return {}
    new, base = checksum(merged.page.encode()), checksum(merged.base.encode())
    untouched = not (merged.kept or merged.deleted or merged.problems)
    if not (untouched or (new, base) == (text.page, text.base)):
        return {}
    settled = cache.Settled(page.key, page.entry, page.problems, merged.kept, merged.deleted)
    return {PAGES + text.name: cache.dump(settled)}


def _gone(project: Project, names: set[str]) -> tuple[dict[str, bytes | None], tuple[Problem, ...]]:
    """Pages whose source was taken away: removed where untouched, else kept and reported."""
    files: dict[str, bytes | None] = {}
    problems = []
    for pristine in project.pages(PRISTINE):
        name = pristine.removeprefix(f"{PRISTINE}/").removesuffix(".md")
        path = f"docs/sources/{name}.md"
        if name in names:
            continue
        page, base = project.read(path), project.read(pristine) or ""
        if page in (None, base) or (page and excerpts.left_out_of(base) and not differences(base, page)):
            files |= {path: None, pristine: None}
        else:
            message = "This page has no source any more, and it was edited."
            problems.append(Problem(path, 0, message, "Put the source back, or delete the page.", "warning"))
    return files, tuple(problems)
