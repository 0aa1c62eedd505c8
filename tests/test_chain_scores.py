"""The reporting chain, scored on statements labelled by hand against floors (`scores.json`, key "chain").

`fixtures/chain/tuned.tsv` was looked at while the rules were written, `later.tsv` labelled afterwards. Each row is an
article of PolNeAR train, an offset inside what is said, and the offsets of to whom and via whom, or a hyphen.
"""

import json
import os
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from onrecord.analysis.parse import parse
from onrecord.analysis.statements import find_statements
from onrecord.model import Statement
from shared_data import POLNEAR, needs
from test_statement_scores import source_at

HERE = Path(__file__).parent
FOLDER = HERE / "fixtures" / "chain"
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "scores.json").read_text("utf-8")).get("chain", {})
EVERY = int(os.environ.get("ONRECORD_CHAIN_SHOW", "0"))

pytestmark = needs(POLNEAR)


def rows_of(name: str) -> list[tuple[str, int, str, str]]:
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(article, int(at), to, via) for article, at, to, via in rows]


@cache
def text_of(article: str) -> str:
    return (POLNEAR / "train" / "text" / f"{article}.txt").read_bytes().decode("utf-8")


def words_at(article: str, place: str) -> str | None:
    if place == "-":
        return None
    start, end = map(int, place.split("-"))
    return text_of(article)[start:end]


def same(found: str | None, wanted: str | None) -> bool:
    """The same words, the article and white space left out; one may go on where the other ends."""
    if found is None or wanted is None:
        return found is wanted
    one, two = (re.sub(r"^(?:the|a|an) ", "", " ".join(each.casefold().split())) for each in (found, wanted))
    return one.startswith(two) or two.startswith(one)


def at(statements: tuple[Statement, ...], offset: int) -> Statement | None:
    return next(
        (each for each in statements if any(start <= offset < end for start, end in each.content)), None
    )


def counted(name: str) -> dict[str, Counter[str]]:
    rows = rows_of(name)
    articles = sorted({article for article, *_ in rows})
    found = {
        parsed.source.name: find_statements(parsed, ())
        for parsed in parse(source_at(POLNEAR / "train" / "text" / f"{article}.txt") for article in articles)
    }
    counts = {"to": Counter[str](), "via": Counter[str]()}
    for article, offset, to, via in rows:
        statement = at(found[article], offset)
        for field, place in (("to", to), ("via", via)):
            wanted = words_at(article, place)
            told = getattr(statement, field) if statement else None
            counts[field]["wanted"] += wanted is not None
            counts[field]["found"] += told is not None
            counts[field]["right"] += wanted is not None and same(told, wanted)
            if EVERY and not same(told, wanted):
                print(article, offset, field, "found", told, "wanted", wanted)
    return counts


@pytest.mark.parametrize("name", sorted(FLOORS) or ["tuned"])
def test_the_chain_holds_its_floors(name: str) -> None:
    counts = counted(name)
    assert FLOORS, "no floors in scores.json"
    figures = {
        f"{field}_{kind}": 100 * count["right"] / count[base]
        for field, count in counts.items()
        for kind, base in (("precision", "found"), ("recall", "wanted"))
    }
    print(name, counts, {key: round(value, 1) for key, value in figures.items()})
    assert {key: value for key, value in figures.items() if value < FLOORS[name][key]} == {}
