"""How statements are cited, and where their words are looked for in the original."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from onrecord.briefing import Entry
from onrecord.model import Annotations, Source, Speaker, Statement
from onrecord.publish.citing import citation, original

CASES = [
    case[1:] for case in read_fixture_file(Path(__file__).parent / "fixtures" / "citing" / "citations.md")
]
SOURCE = Source("a", "sources/a.txt", "", url="https://post.example/a?b=1&c=2")


def entry_and_statement(facts: dict[str, Any]) -> tuple[Entry, Statement]:
    about = {key.removeprefix("source "): value for key, value in facts.items() if key.startswith("source ")}
    fields: dict[str, Any] = {"kind": "direct", "paragraph": 5} | facts
    fields = {key: value for key, value in fields.items() if not key.startswith("source ")}
    speaker = Speaker(name=fields.pop("by", None))
    source = Source("report", "sources/report.txt", "The text.", **about)
    statement = Statement("x", content=(), speaker=speaker, words="words", **fields)
    return Entry(source, Annotations()), statement


@pytest.mark.parametrize(("title", "facts", "expected"), CASES, ids=[case[0] for case in CASES])
def test_citation(title: str, facts: str, expected: str) -> None:
    entry, statement = entry_and_statement(yaml.safe_load(facts))
    assert citation(entry, statement) == expected.rstrip("\n")


def fragment(words: str, source: Source = SOURCE) -> str:
    address = original(source, words)
    assert address is not None
    return address.partition("#:~:")[2]


def test_few_words_are_given_in_full_and_many_by_their_ends() -> None:
    assert fragment("“We go on,”") == "text=We%20go%20on"
    assert fragment("one two three four five six seven eight nine") == (
        "text=one%20two%20three%20four,six%20seven%20eight%20nine"
    )


def test_what_means_something_in_a_text_directive_is_encoded() -> None:
    assert fragment("well-known, salt & pepper") == "text=well%2Dknown%2C%20salt%20%26%20pepper"
    assert fragment("a (b) [c]* d") == "text=a%20%28b%29%20%5Bc%5D%2A%20d"
    assert fragment("Zürich") == "text=Z%C3%BCrich"


def test_pieces_are_looked_for_by_themselves() -> None:
    assert fragment("“We go on,” “Nobody stops.”") == "text=We%20go%20on&text=Nobody%20stops"
    assert fragment("the mayor … will stay") == "text=the%20mayor&text=will%20stay"


def test_an_address_keeps_its_own_fragment() -> None:
    address = original(replace(SOURCE, url="https://post.example/a#live"), "We go on")
    assert address == "https://post.example/a#live:~:text=We%20go%20on"


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "https://a b", "ftp://a/b"])
def test_no_link_without_an_address_of_the_web(url: str | None) -> None:
    assert original(replace(SOURCE, url=url), "We go on") is None


def test_a_desk_note_has_no_words_of_the_original() -> None:
    assert original(replace(SOURCE, kind="desk note"), "We go on") is None


@given(st.text(alphabet="ab -,&'()[]\"“”…é\n中.", min_size=1))
def test_directives_say_the_words_and_nothing_else(words: str) -> None:
    address = original(SOURCE, words)
    if address is None:
        assert not any(char.isalnum() for char in words)
        return
    for directive in address.partition("#:~:")[2].split("&"):
        assert directive.startswith("text=")
        for end in directive.removeprefix("text=").split(","):
            assert "-" not in end
            assert unquote(end) in " ".join(words.split())
