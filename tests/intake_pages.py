"""Saved web pages written for this project, and how well their text and metadata are read.

A page says itself what is expected: a first comment with the metadata as YAML, and `expect=KIND` on each
element whose words are a paragraph. Both are taken out before the page is read.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from lxml import html

from onrecord.intake import SourceFile, read
from onrecord.model import Source

FOLDER = Path(__file__).parent / "fixtures" / "pages_saved"
PAGES = sorted(FOLDER.glob("*.html"))
FIELDS = ("title", "outlet", "byline", "agency", "dateline", "published", "updated", "url")
_EXPECTED = re.compile(rb"\A<!-- expected\n(.*?)-->\n", re.DOTALL)
_CHARSET = re.compile(rb"""charset=["']?([\w-]+)""", re.IGNORECASE)
_MARK = re.compile(rb" expect=(\w+)")


@dataclass(frozen=True, slots=True)
class Saved:
    """A fixture: the page as a browser saves it, and what is to be read."""

    page: bytes
    metadata: dict[str, Any]
    paragraphs: tuple[tuple[str, str], ...]
    """(kind, words)."""


def load(path: Path) -> Saved:
    data = path.read_bytes()
    head = _EXPECTED.match(data)
    assert head, f"{path.name} says nothing of what is expected"
    marked = data[head.end() :]
    named = _CHARSET.search(marked)
    encoding = named[1].decode().lower() if named else "utf-8"
    encoding = "cp1252" if encoding == "iso-8859-1" else encoding
    tree = html.document_fromstring(marked.decode(encoding).replace("<!DOCTYPE html>", "", 1))
    paragraphs = tuple(
        (element.get("expect"), " ".join(element.text_content().split()))
        for element in tree.xpath("//*[@expect]")
    )
    metadata = yaml.load(head[1], Loader=yaml.BaseLoader)
    return Saved(_MARK.sub(b"", marked), metadata, paragraphs)


def source_of(path: Path) -> Source:
    intake = read(SourceFile(path.stem, f"sources/{path.name}", load(path).page))
    assert intake.source
    assert not intake.problems
    return intake.source


def words_found(source: Source) -> Counter[str]:
    kept = [source.text[slice(*paragraph.span)] for paragraph in source.paragraphs]
    return Counter(word for paragraph in kept for word in paragraph.split())


def body_f1(path: Path) -> float:
    """F1 of the words in paragraphs, as bags of words."""
    found = words_found(source_of(path))
    expected = Counter(word for _, paragraph in load(path).paragraphs for word in paragraph.split())
    hits = (found & expected).total()
    return 2 * hits / (found.total() + expected.total()) if hits else 0.0


def metadata_faults(path: Path) -> list[str]:
    """The fields that are not read as expected; a field that the fixture leaves out must stay empty."""
    source, metadata = source_of(path), load(path).metadata
    faults = []
    for field in FIELDS:
        value = getattr(source, field)
        if field == "updated" and field not in metadata:
            continue
        expected = metadata.get(field)
        expected = None if expected in ("null", None) else tuple(expected) if field == "byline" else expected
        if (value or None) != (expected or None):
            faults.append(f"{field}: {value!r}, not {expected!r}")
    return faults
