"""The sources for reference managers: what they read back is what is known."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it.utils import read_fixture_file

from compare_sample import compared
from onrecord.briefing import Briefing, Entry
from onrecord.model import DESK_NOTE, Annotations, Source
from onrecord.publish.bibliography import bibtex, csl_item, csl_json, key, type_of
from onrecord.publish.bibliography_names import author
from test_exports import TEXT, shown

database = pytest.importorskip("pybtex.database", reason="pybtex is not installed")

NAMES = read_fixture_file(Path(__file__).parent / "fixtures" / "bibliography" / "names.md")
HOSTILE = r'100% {of} \textbf{x} $5 #1 a_b ~ ^ “q” "r" @x{y, & é }'
PLAIN = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
}
"""What these commands of TeX print."""
WORDS = {"type": "string", "minLength": 1}
NAME = {
    "type": "object",
    "properties": dict.fromkeys(("literal", "family", "given", "non-dropping-particle", "suffix"), WORDS),
    "additionalProperties": False,
    "anyOf": [{"required": ["literal"], "maxProperties": 1}, {"required": ["family", "given"]}],
}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "items": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
            "minItems": 1,
            "maxItems": 2,
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": WORDS,
            "type": {"enum": ["article-newspaper", "webpage", "speech", "document"]},
            "author": {"type": "array", "items": NAME, "minItems": 1},
            "issued": DATE,
            **dict.fromkeys(("title", "container-title", "genre", "language", "note", "URL"), WORDS),
        },
        "required": ["id", "type"],
        "additionalProperties": False,
    },
}
"""CSL's rules for the data of an item (version 1.0.2), for the types and variables used here."""


def source(name: str = "a", **fields: Any) -> Source:
    return Source(name, f"sources/{name}.txt", "x", **fields)


def briefing_of(*sources: Source) -> Briefing:
    return Briefing("A", tuple(Entry(one, Annotations()) for one in sources), (), ())


def parsed(*sources: Source) -> Any:
    return database.parse_string(bibtex(briefing_of(*sources)), "bibtex")


def untex(words: str) -> str:
    """What TeX prints for a field."""
    pattern = "|".join(map(re.escape, PLAIN))
    return re.sub(rf"{pattern}|\\([#$%&_])", lambda found: PLAIN.get(found[0], found[1] or ""), words)


def plain_spaces(words: str) -> str:
    """The parser folds all white space, no-break spaces, too."""
    return " ".join(words.split())


# Names


@pytest.mark.parametrize(("title", "name", "expected"), [case[1:] for case in NAMES], ids=lambda x: x[:40])
def test_names_in_parts(title: str, name: str, expected: str) -> None:
    found = author(name.strip())
    parts = (found.given, found.particle, found.family, found.suffix)
    told = found.literal or re.sub(r" +", " ", " | ".join(parts)).strip()
    assert told == expected.strip()


@given(st.one_of(TEXT, st.text(alphabet="Ab. ,’-yde", max_size=30)))
def test_no_part_of_a_name_is_lost(name: str) -> None:
    found = author(name)
    together = found.literal or " ".join(
        part for part in (found.given, found.particle, found.family, found.suffix) if part
    )
    assert sorted(together.replace(",", " ").split()) == sorted(name.replace(",", " ").split())


# CSL-JSON


def test_csl_fits_its_rules() -> None:
    Draft202012Validator.check_schema(CSL)
    items = json.loads(csl_json(compared()))
    assert len(items) == len(compared().entries)
    assert [error.message for error in Draft202012Validator(CSL).iter_errors(items)] == []


def test_csl_tells_what_is_known() -> None:
    one = source(
        title="A bridge",
        outlet="The Post",
        byline=("Mara Quill", "Kestrel"),
        agency="Norden",
        published="2031-04-02",
        updated="2031-04-03",
        dateline="VELMO, April 1",
        url="https://post.example/a",
        language="en",
    )
    assert csl_item(one) == {
        "id": "a",
        "type": "article-newspaper",
        "title": "A bridge",
        "author": [{"family": "Quill", "given": "Mara"}, {"literal": "Kestrel"}],
        "issued": {"date-parts": [[2031, 4, 2]]},
        "container-title": "The Post",
        "language": "en",
        "note": "Agency: Norden; Dateline: VELMO, April 1; Updated: 2031-04-03",
        "URL": "https://post.example/a",
    }


def test_the_agency_signs_where_nobody_does() -> None:
    assert csl_item(source(agency="Norden and Sons"))["author"] == [{"literal": "Norden and Sons"}]
    assert "author" not in csl_item(source(outlet="The Post"))


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("article-newspaper", {"outlet": "The Post"}),
        ("article-newspaper", {"agency": "Norden", "url": "https://post.example"}),
        ("webpage", {"url": "https://post.example"}),
        ("document", {"url": "javascript:1"}),
        ("document", {}),
        ("speech", {"outlet": "The Post", "kind": "transcript"}),
        ("document", {"outlet": "The Post", "kind": DESK_NOTE}),
    ],
)
def test_types(kind: str, fields: dict[str, str]) -> None:
    assert type_of(source(**fields)) == kind


def test_a_desk_note_is_no_article_of_the_outlet() -> None:
    item = csl_item(source(outlet="The Post", agency="Norden", kind=DESK_NOTE))
    assert "container-title" not in item
    assert "author" not in item
    assert item["note"].startswith("Desk note on a report in The Post")
    entry = parsed(source(outlet="The Post", agency="Norden", kind=DESK_NOTE)).entries["a"]
    assert entry.type == "misc"
    assert set(entry.fields) == {"title", "howpublished", "note"}
    assert "author" not in entry.persons


@given(TEXT)
def test_csl_gives_any_text_back(text: str) -> None:
    one = source("a", title=text, outlet=text, byline=(text,), agency=text, url=text, kind=text or None)
    item = csl_item(one)
    assert [error.message for error in Draft202012Validator(CSL).iter_errors([item])] == []
    assert item.get("title") == (shown(one.label) or None)
    assert item.get("container-title", "") in ("", shown(text))


# BibTeX


def test_bibtex_is_read_by_a_parser() -> None:
    briefing = compared()
    found = database.parse_string(bibtex(briefing), "bibtex").entries
    assert len(found) == len(briefing.entries)
    for entry in briefing.entries:
        one = found[key(entry.source)]
        assert untex(one.fields["title"][1:-1]) == entry.source.title
        assert one.fields.get("date", "") == (entry.source.published or "")
        assert one.fields.get("url", "") == (entry.source.url or "")


def test_bibtex_names() -> None:
    byline = ("Odo van der Lind", "Tom Finch, Jr.", "Kestrel", "Norden and Sons", "Quill, M{a}ra")
    people = parsed(source(byline=byline)).entries["a"].persons["author"]
    assert [(p.first_names, p.prelast_names, p.last_names, p.lineage_names) for p in people] == [
        (["Odo"], ["van", "der"], ["Lind"], []),
        (["Tom"], [], ["Finch"], ["Jr."]),
        ([], [], ["{Kestrel}"], []),
        ([], [], ["{Norden and Sons}"], []),
        ([r"M\textbraceleft{}a\textbraceright{}ra"], [], ["Quill"], []),
    ]


@given(TEXT, TEXT)
def test_bibtex_gives_any_text_back(text: str, name: str) -> None:
    one = source("a", title=text, outlet=text, byline=(name,), url=f"https://post.example/{text}")
    after = source("b", title="After", outlet="The Post")
    found = parsed(one, after).entries
    assert set(found) == {"a", "b"}, "nothing of a text ends its entry"
    assert untex(found["a"].fields["title"][1:-1]) == plain_spaces(shown(one.label))
    assert untex(found["a"].fields.get("journal", "")) == plain_spaces(shown(text))
    assert set(found["a"].fields) <= {"title", "journal", "url"}
    assert len(found["a"].persons.get("author", [])) == bool(shown(name))


@given(st.lists(st.text(alphabet="aAä -_.{},", min_size=1, max_size=6), unique_by=str.casefold, max_size=8))
def test_keys_are_unique_and_plain(names: list[str]) -> None:
    keys = [key(source(name)) for name in names]
    assert len({one.lower() for one in keys}) == len(keys)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", one) for one in keys)


def test_typesetting_shows_the_very_title(tmp_path: Path) -> None:
    """By another reader of BibTeX: the one in Typst."""
    typst = pytest.importorskip("typst", reason="typst is not installed")
    one = source(title=HOSTILE, outlet="Post & Co", byline=("Norden and Sons",), published="2031-04-02")
    (tmp_path / "a.bib").write_text(bibtex(briefing_of(one)), encoding="utf-8")
    (tmp_path / "a.typ").write_text('#bibliography("a.bib", full: true)', encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(typst.compile(str(tmp_path / "a.typ")))
    command = [
        sys.executable,
        "-c",
        "import pypdf, sys; print(pypdf.PdfReader(sys.argv[1]).pages[0].extract_text())",
    ]
    words = subprocess.run([*command, tmp_path / "a.pdf"], capture_output=True, encoding="utf-8", check=True)
    text = "".join(words.stdout.split())
    for part in (HOSTILE, "Post & Co", "Norden and Sons"):
        assert "".join(part.split()) in text
