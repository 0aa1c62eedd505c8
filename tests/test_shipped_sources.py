"""The shipped desk notes: short, marked as ours, and nothing of a report but its officials' public words."""

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared_data import SEEDS, needs

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "sources"

# Which report each note is on, by the stem of its file in the shared test data.
NOTED = {
    "2022-04-22-kaneko-on-moscow-visit": "004_696583108704f3af",
    "2022-04-23-kaneko-on-moscow-and-kyiv": "001_2d185f56875dd6a1",
    "2022-04-23-letters-before-the-trip": "003_f7a9bae844b7ff95",
    "2022-04-25-the-hill-haq-on-order-of-visits": "002_d6fd06568b728a1a",
    "2022-04-27-xinhua-haq-and-polyanskiy-on-ceasefire": "000_e3dd26b40942f7cc",
}
QUOTATION = re.compile(r"“([^“”]*)”")
MOST_WORDS_QUOTED = 40
SHORTEST_COPIED_RUN = 7

notes = pytest.mark.parametrize("name", sorted(NOTED))
needs_reports = needs(SEEDS)


def note(name: str) -> str:
    return (SOURCES / f"{name}.txt").read_bytes().decode("utf-8")


def sidecar(folder: Path, name: str) -> dict[str, Any]:
    fields = yaml.safe_load((folder / f"{name}.yml").read_text(encoding="utf-8"))
    assert isinstance(fields, dict)
    return fields


def report(name: str) -> str:
    return (SEEDS / f"{name}.txt").read_text(encoding="utf-8")


def plain(text: str) -> str:
    """Typography set aside: straight quotation marks, one kind of dash, single spaces."""
    text = text.translate(str.maketrans("‘’“”–—", "''\"\"--"))
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """Lower-case words without accents; hyphens part words, apostrophes do not."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain(text)) if not unicodedata.combining(c))
    return re.findall(r"\w+(?:'\w+)*", bare.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of the shortest forbidden length."""
    found = words(text)
    return {tuple(found[i : i + SHORTEST_COPIED_RUN]) for i in range(len(found) - SHORTEST_COPIED_RUN + 1)}


def stands_in(quotation: str, text: str) -> bool:
    """Whether whole words of `text` read so; the comma or full stop before the closing mark is the note's."""
    wanted = plain(quotation).rstrip(",.")
    return bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", plain(text)))


def test_every_note_is_known_and_has_a_sidecar() -> None:
    assert {path.stem for path in SOURCES.glob("*.txt")} == set(NOTED)
    assert all((SOURCES / f"{name}.yml").is_file() for name in NOTED)


@notes
def test_a_note_has_150_to_300_words(name: str) -> None:
    assert 150 <= len(note(name).split()) <= 300


@notes
def test_a_note_is_a_headline_and_paragraphs_without_hard_wraps(name: str) -> None:
    text = note(name)
    assert text.endswith("\n")
    headline, *paragraphs = text.removesuffix("\n").split("\n\n")
    assert len(paragraphs) >= 4
    assert all("\n" not in block and block == block.strip() != "" for block in (headline, *paragraphs))
    assert headline[-1].isalnum()
    assert all(paragraph[-1] in ".”" for paragraph in paragraphs)


@notes
def test_a_note_is_typeset_with_curly_marks_in_pairs(name: str) -> None:
    text = note(name)
    assert not set("\"'`‘\r\t\u00a0\ufeff") & set(text)
    assert "".join(re.findall("[“”]", text)) == "“”" * len(QUOTATION.findall(text))


@notes
def test_a_sidecar_says_what_the_note_is_and_whose_report_it_notes(name: str) -> None:
    fields = sidecar(SOURCES, name)
    assert set(fields) <= {"title", "outlet", "published", "rights", "credits", "kind"}
    assert fields["kind"] == "desk note"
    assert fields.get("outlet") or fields.get("credits")
    assert type(fields["published"]) is date
    assert fields["published"].isoformat() == name[:10]
    assert fields["rights"] == "Desk note written for On Record, MIT License; not the outlet's text."


@notes
def test_quotations_are_there_and_short(name: str) -> None:
    quotations = QUOTATION.findall(note(name))
    assert quotations
    assert all(1 <= len(quotation.split()) <= MOST_WORDS_QUOTED for quotation in quotations)


@needs_reports
@notes
def test_outlet_and_date_are_those_of_the_report(name: str) -> None:
    ours, theirs = sidecar(SOURCES, name), sidecar(SEEDS, NOTED[name])
    assert (ours.get("outlet"), ours["published"]) == (theirs.get("outlet"), theirs["published"])


@needs_reports
@notes
def test_every_quotation_stands_verbatim_in_the_report(name: str) -> None:
    text = report(NOTED[name])
    assert [q for q in QUOTATION.findall(note(name)) if not stands_in(q, text)] == []


@needs_reports
@notes
def test_outside_the_quotations_no_run_of_seven_words_is_a_reports(name: str) -> None:
    own = set().union(*(runs(part) for part in QUOTATION.sub("\0", note(name)).split("\0")))
    copied = {path.stem: own & runs(report(path.stem)) for path in sorted(SEEDS.glob("*.txt"))}
    assert len(copied) >= len(NOTED)
    assert {stem: shared for stem, shared in copied.items() if shared} == {}
