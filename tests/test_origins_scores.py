"""Near copies and merely similar reports told apart, on pairs of articles labelled by hand (`origins_labels.json`).

`copies` lists natural pairs with how the later is to be taken (a copy as a whole, or passages only); `similar` lists
natural pairs on one subject that share quotations, stock phrases or an outlet's notes. Of `made`, articles of the
same data, near copies are made here as clients of an agency do: see `CLIENTS`.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from onrecord.across.origins import origins
from onrecord.briefing import Entry, Origin
from onrecord.intake import SourceFile, read
from onrecord.model import Annotations, Paragraph, Source
from shared_data import POLNEAR, SEEDS, TBAQ, needs, scorer

HERE = Path(__file__).parent
LABELS = json.loads((HERE / "origins_labels.json").read_text("utf-8"))
FLOORS = json.loads((HERE / "scores.json").read_text("utf-8"))["across"]["origins"]

pytestmark = needs(POLNEAR, TBAQ, SEEDS)


@cache
def entry(label: str) -> Entry:
    """The article a label names, as intake reads it."""
    corpus, name = label.split("/")
    if corpus in ("AQUAINT", "TimeBank"):
        text, published, _ = scorer("score_times").read_tml(TBAQ / corpus / f"{name}.tml")
        data, sidecar = text.encode(), f"published: {published[:10]}\n".encode()
    else:
        folder = SEEDS if corpus == "seeds" else POLNEAR / "train" / "text"
        data, sidecar = (folder / f"{name}.txt").read_bytes(), (folder / f"{name}.yml").read_bytes()
    source = read(SourceFile(name, f"sources/{name}.txt", data, sidecar)).source
    assert source is not None
    return Entry(source, Annotations())


def blocks(source: Source) -> list[str]:
    return [source.text[slice(*one.span)] for one in source.paragraphs if one.kind in ("text", "quote")]


def cut(texts: list[str]) -> list[str]:
    """The end cut off, as where space is short."""
    return texts[: max(3, len(texts) * 3 // 5)]


def thinned(texts: list[str]) -> list[str]:
    """Every third paragraph left out."""
    return [text for place, text in enumerate(texts) if place % 3 != 1]


def styled(texts: list[str]) -> list[str]:
    """Another house's style, and a paragraph of its own on top."""
    changes = {
        "percent": "per cent",
        "U.S.": "US",
        "Mr. ": "",
        "Mrs. ": "",
        "Sen. ": "Senator ",
        "said": "told us",
    }
    pattern = re.compile("|".join(re.escape(old) for old in changes))
    return [
        "Our desk in Harwick reports.",
        *(pattern.sub(lambda found: changes[found[0]], one) for one in texts),
    ]


def turned(texts: list[str]) -> list[str]:
    """The second half first."""
    half = len(texts) // 2
    return texts[half:] + texts[:half]


CLIENTS: tuple[Callable[[list[str]], list[str]], ...] = (cut, thinned, styled, turned)


def made(name: str, number: int) -> tuple[Entry, Entry]:
    """An article and what a client makes of it: one of `CLIENTS` after the other in turn."""
    first = entry(name)
    texts = CLIENTS[number % len(CLIENTS)](blocks(first.source))
    spans, start = [], 0
    for text in texts:
        spans.append((start, start + len(text)))
        start += len(text) + 2
    paragraphs = tuple(Paragraph(place, span) for place, span in enumerate(spans, 1))
    copy = Source(
        "copy", "sources/copy.txt", "\n\n".join(texts), paragraphs, published=first.source.published
    )
    return first, Entry(copy, Annotations())


def found(one: Entry, other: Entry) -> Origin | None:
    return next(iter(origins([one, other])), None)


@pytest.mark.parametrize(("one", "other", "how"), LABELS["copies"], ids=lambda value: value[-24:])
def test_natural_copies_are_found(one: str, other: str, how: str) -> None:
    origin = found(entry(one), entry(other))
    assert origin is not None
    assert origin.copies[0].whole == (how == "whole"), origin.copies[0].because


@pytest.mark.parametrize(
    ("number", "name"), tuple(enumerate(LABELS["made"])), ids=lambda value: str(value)[-24:]
)
def test_what_clients_make_of_an_article_is_its_copy(number: int, name: str) -> None:
    origin = found(*made(name, number))
    assert origin is not None
    assert origin.copies[0].whole, origin.copies[0].because


@pytest.mark.parametrize(("one", "other"), LABELS["similar"], ids=lambda value: value[-24:])
def test_similar_reports_are_no_copies(one: str, other: str) -> None:
    assert found(entry(one), entry(other)) is None


def test_there_are_as_many_labels_as_the_floors_ask() -> None:
    copies = len(LABELS["copies"]) + len(LABELS["made"])
    assert copies >= FLOORS["copies"]
    assert len(LABELS["copies"]) >= FLOORS["natural"]
    assert len(LABELS["similar"]) >= FLOORS["similar"]
