"""All sources for reference managers: CSL-JSON (citeproc's input, 1.0.2) and BibTeX (with biblatex's fields)."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.briefing import Briefing
from onrecord.markdown import url
from onrecord.model import DESK_NOTE, Source
from onrecord.publish.bibliography_names import Author, author
from onrecord.publish.dates import first_day
from onrecord.publish.exports import clean
from onrecord.publish.references import web

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_SPOKEN = re.compile(r"\b(?:address|briefing|remarks|speech|transcript)\b", re.IGNORECASE)
_ENTRY = {"article-newspaper": "article", "webpage": "online"}
_TEX = str.maketrans(
    {char: f"\\{char}" for char in "#$%&_"}
    | {
        "\\": r"\textbackslash{}",
        # A brace behind a backslash still counts as one when BibTeX looks for the field's end.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def key(source: Source) -> str:
    """What the source is cited by: its name, or a digest where that is no key everywhere; unique in a briefing."""
    if _KEY.fullmatch(source.name):
        return source.name
    plain = re.sub(r"[^a-z0-9]+", "-", source.name.lower()).strip("-")[:40]
    digest = hashlib.sha256(source.name.encode()).hexdigest()[:12]
    return f"{plain or 'source'}-{digest}"


def type_of(source: Source) -> str:
    """Its CSL type. A desk note is no article of the outlet that it notes."""
    if source.kind and _SPOKEN.search(source.kind):
        return "speech"
    if source.kind:
        return "document"
    if source.outlet or source.agency:
        return "article-newspaper"
    return "webpage" if web(source) else "document"


# CSL-JSON


def csl_json(briefing: Briefing) -> str:
    """The sources as a list of CSL items, one a line."""
    items = [json.dumps(csl_item(entry.source), ensure_ascii=False) for entry in briefing.entries]
    return "[\n " + ",\n ".join(items) + "\n]\n" if items else "[]\n"


def csl_item(source: Source) -> dict[str, Any]:
    """One source; only fields that are known."""
    fields = {
        "id": key(source),
        "type": type_of(source),
        "title": clean(source.label),
        "author": [_csl_name(name) for name in authors(source)],
        "issued": _issued(source),
        "container-title": None if source.kind == DESK_NOTE else source.outlet,
        "genre": source.kind,
        "language": source.language,
        "note": "; ".join(notes(source)),
        "URL": web(source),
    }
    plain = {name: clean(value) if isinstance(value, str) else value for name, value in fields.items()}
    return {name: value for name, value in plain.items() if value}


def _csl_name(name: Author) -> dict[str, str]:
    parts = {
        "literal": name.literal,
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: words for part, words in parts.items() if words}


def _issued(source: Source) -> dict[str, Any] | None:
    day = first_day(source.published or "")
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def authors(source: Source) -> tuple[Author, ...]:
    """The people of the byline; where there are none, the agency. Nobody is known to have written a desk note."""
    people = tuple(author(clean(name)) for name in source.byline if clean(name))
    agency = "" if source.kind == DESK_NOTE else clean(source.agency or "")
    return people or ((Author(agency),) if agency else ())


def notes(source: Source) -> Iterator[str]:
    """What has no field of its own: agency, dateline, update, what a desk note is about."""
    if source.kind == DESK_NOTE and source.outlet:
        yield f"Desk note on a report in {source.outlet}"
    if source.agency:
        yield f"Agency: {source.agency}"
    if source.dateline:
        yield f"Dateline: {source.dateline}"
    if source.updated:
        yield f"Updated: {source.updated}"


# BibTeX


def bibtex(briefing: Briefing) -> str:
    """The sources as BibTeX; `date` and `@online` are biblatex's, `year` is for those who know no `date`."""
    return "\n".join(bibtex_entry(entry.source) for entry in briefing.entries)


def bibtex_entry(source: Source) -> str:
    """One source, ending in a line feed."""
    day = first_day(source.published or "")
    kind = _ENTRY.get(type_of(source), "misc")
    home = "" if source.kind == DESK_NOTE else source.outlet or source.agency or ""
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in authors(source)),
        "title": f"{{{_tex(source.label)}}}",
        "journal" if kind == "article" else "organization": _tex(home),
        "howpublished": _tex(source.kind or ""),
        "date": day.isoformat() if day else "",
        "year": f"{day.year:04d}" if day else "",
        "url": url(web(source)),
        "note": _tex("; ".join(notes(source))),
    }
    lines = "".join(f"  {name} = {{{words}}},\n" for name, words in fields.items() if words)
    return f"@{kind}{{{key(source)},\n{lines}}}\n"


def _tex(words: str) -> str:
    return clean(words).translate(_TEX)


def _bibtex_name(name: Author) -> str:
    """ "van der Berg, Jr., Ann"; braces keep what is no person, and commas and "and" in a part, together."""
    if name.literal:
        return f"{{{_tex(name.literal)}}}"
    family = f"{name.particle} {_part(name.family)}".strip()
    return ", ".join(part for part in (family, _part(name.suffix), _part(name.given)) if part)


def _part(words: str) -> str:
    tex = _tex(words)
    return f"{{{tex}}}" if re.search(r",|\band\b", tex, re.IGNORECASE) else tex
