"""From bytes to a source: decode, draw the text from its markup, clean, gather what is known."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from onrecord.intake import documents, html, markdown_text, pdf
from onrecord.intake.blocks import Clue, Draft
from onrecord.intake.cleaning import Cleaned, Hand, clean
from onrecord.intake.datelines import parts_of
from onrecord.intake.decoding import decode
from onrecord.intake.keyed import whole
from onrecord.intake.language import foreign_problem
from onrecord.intake.metadata import clues_of
from onrecord.intake.plain import read_plain
from onrecord.intake.repairing import garbled_problem
from onrecord.intake.sidecar import FACTS, Checked, Sidecar, parse
from onrecord.model import Problem, Publish, Source

SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
"""Kinds of files that are sources."""

MANY = ("byline", "credits")
"""Fields that hold several values."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source's file as it lies on disk, with its sidecar."""

    name: str
    """The file's stem."""
    path: str
    """Relative to the briefing, with forward slashes."""
    data: bytes
    sidecar: bytes | None = None
    """The sidecar's bytes; None where there is none."""
    sidecar_path: str | None = None
    publish: Publish = "full"
    """Where the sidecar does not say."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of a file: a source unless the file cannot be read, and the problems found."""

    source: Source | None
    problems: tuple[Problem, ...] = ()


def read(file: SourceFile) -> Intake:
    """Read a source. Never raises: faults of the file or its sidecar come back as problems."""
    sidecar_path = file.sidecar_path or str(PurePosixPath(file.path).with_suffix(".yml"))
    checked = parse(file.sidecar, sidecar_path) if file.sidecar is not None else Checked(Sidecar())
    draft = draft_of(file.path, file.data)
    if isinstance(draft, Problem):
        return Intake(None, (draft, *checked.problems))
    hand = hand_of(checked.sidecar, draft)
    cleaned = clean(draft, hand)
    unused = tuple(_unused(entry, checked, sidecar_path) for entry in cleaned.unused)
    source = _source(file, draft, cleaned, checked.sidecar)
    lines = PurePosixPath(file.path).suffix.lower() == ".txt"
    garbled = garbled_problem(file.path, draft.text, lines)
    foreign = foreign_problem(file.path, source.language)
    warnings = [problem for problem in (garbled, foreign) if problem]
    return Intake(source, (*checked.problems, *unused, *warnings))


def draft_of(path: str, data: bytes) -> Draft | Problem:
    """The text and its blocks, by the file's suffix; or why it cannot be read."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in (".html", ".htm"):
        return html.read_html(data, path)
    if suffix in (".pdf", ".docx"):
        return pdf.read_pdf(data, path) if suffix == ".pdf" else documents.read_docx(data, path)
    text = decode(data, path)
    if isinstance(text, Problem):
        return text
    return markdown_text.read_markdown(text) if suffix == ".md" else read_plain(text)


def hand_of(sidecar: Sidecar, draft: Draft) -> Hand:
    """What cleaning must know beforehand: the headline, and what a person keeps and drops."""
    marked = next((clue.value for clue in draft.clues if clue.field == "title"), None)
    people = (*sidecar.byline, *(clue.value for clue in draft.clues if clue.field == "byline"))
    return Hand(sidecar.title or marked, tuple(sidecar.keep), tuple(sidecar.drop), people)


def _unused(entry: str, checked: Checked, path: str) -> Problem:
    key = "keep" if entry in checked.sidecar.keep else "drop"
    message = f"`{key}` names no paragraph of the text: “{' '.join(entry.split())[:60]}”."
    hint = "Give a paragraph's first words exactly as they stand."
    return Problem(path, checked.line_of(key), message, hint, "warning")


def known_of(clues: tuple[Clue, ...], sidecar: Sidecar) -> dict[str, tuple[tuple[str, ...], str]]:
    """Field → (values, where they were read), in the order of the sidecar's keys; the sidecar wins."""
    known: dict[str, tuple[tuple[str, ...], str]] = {}
    for field in FACTS:
        given = getattr(sidecar, field)
        if given:
            known[field] = (tuple(given) if isinstance(given, list) else (given,), "sidecar")
            continue
        hits = [clue for clue in clues if clue.field == field]
        if field == "byline":
            # one place gives all names: the page's metadata and the text must not add up
            hits = [clue for clue in hits if clue.where == hits[0].where]
        hits = hits if field in MANY else hits[:1]
        if hits:
            values = tuple(dict.fromkeys(whole(clue.value) for clue in hits))
            known[field] = (values, ", ".join(dict.fromkeys(clue.where for clue in hits)))
    return known


def _source(file: SourceFile, draft: Draft, cleaned: Cleaned, sidecar: Sidecar) -> Source:
    known = known_of(clues_of(draft, cleaned), sidecar)
    one = {field: values[0] for field, (values, _) in known.items()}
    place, day = parts_of(one.get("dateline", ""), one.get("published"))
    return Source(
        name=file.name,
        path=file.path,
        text=draft.text,
        paragraphs=cleaned.paragraphs,
        debris=cleaned.debris,
        title=one.get("title"),
        outlet=one.get("outlet"),
        byline=known.get("byline", ((), ""))[0],
        agency=one.get("agency"),
        dateline=one.get("dateline"),
        dateline_place=place,
        dateline_date=day,
        published=one.get("published"),
        updated=one.get("updated"),
        url=one.get("url"),
        rights=one.get("rights"),
        credits=known.get("credits", ((), ""))[0],
        kind=one.get("kind"),
        language=one.get("language"),
        found=tuple((field, where) for field, (_, where) in known.items()),
        confirm=tuple(sidecar.confirm),
        sha256=hashlib.sha256(file.data).hexdigest(),
        publish=sidecar.publish or file.publish,
    )
