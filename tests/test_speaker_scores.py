"""How many speakers are named right, against names read by hand (`speakers_labels.json`).

A label gives the place of what is said in an article of the shared data, how its speaker is mentioned (by name,
pronoun, description or not at all) and the names that are right. A floor goes down only in `scores.json`.
"""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from onrecord.analysis.parse import Parsed, parse
from onrecord.analysis.speakers import resolve
from onrecord.analysis.statements import find_statements
from onrecord.analysis.times import find_times
from onrecord.model import Paragraph, Source, Span, Speaker, Statement, words_of
from shared_data import POLNEAR, SEEDS, needs, scorer

HERE = Path(__file__).parent
TRAIN = POLNEAR / "train"
LABELS = json.loads((HERE / "speakers_labels.json").read_text("utf-8"))
FLOORS = json.loads((HERE / "scores.json").read_text("utf-8")).get("speakers", {})
WORD = re.compile(r"\w+(?:['’]\w+)*")
QUOTED = {
    "000": {"Farhan Haq", "Dmitry Polyanskiy"},
    "001": {"Eri Kaneko", "Vladimir Putin"},
    "002": {"Farhan Haq", "Antony Blinken"},
    "003": {"Eri Kaneko"},
    "004": {"Eri Kaneko"},
}
"""Who is quoted in each shared seed, by the first digits of its name."""

pytestmark = needs(TRAIN, SEEDS)


def source_at(path: Path) -> Source:
    text = path.read_bytes().decode("utf-8")
    spans = [match.span() for match in re.finditer(r"[^\n]+(?:\n(?!\n)[^\n]+)*", text) if match[0].strip()]
    if "\n\n" not in text.strip():
        spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
    paragraphs = tuple(Paragraph(number, span) for number, span in enumerate(spans, 1))
    return Source(path.stem, path.name, text, paragraphs)


@cache
def parsed_articles() -> tuple[Parsed, ...]:
    return tuple(parse([source_at(TRAIN / "text" / f"{name}.txt") for name in LABELS]))


def gold_statements(source: Source) -> tuple[Statement, ...]:
    """The annotators' contents, cues and sources as statements."""
    found = []
    path = sorted((TRAIN / "attributions").glob(f"{source.name}_????.ann"))[0]
    for gold in scorer("score_statements").read_gold(path):
        content = tuple(sorted(gold["content"]))
        start = content[0][0]
        number = next(p.number for p in source.paragraphs if p.span[0] <= start < p.span[1])
        speaker = Speaker(first_piece(sorted(gold["source"])))
        kind, words = scorer("score_statements").kind_of(content, source.text), words_of(source.text, content)
        found.append(Statement("gold", kind, content, speaker, words, number, tuple(sorted(gold["cue"]))))
    return tuple(sorted(found, key=lambda statement: statement.content))


def first_piece(spans: list[Span]) -> Span | None:
    """The first run of spans with nothing but a blank between them."""
    end = spans[0][1] if spans else 0
    for start, stop in spans[1:]:
        end = stop if start - end <= 3 else end
    return (spans[0][0], end) if spans else None


def folded(name: str | None) -> str:
    words = (name or "").casefold().replace("’", "'").split()
    return " ".join(words[1:] if words and words[0] in ("the", "a", "an") else words)


def is_right(statement: Statement, label: dict[str, Any]) -> bool:
    if not label["names"]:
        return statement.speaker.name is None
    return folded(statement.speaker.name) in [folded(name) for name in label["names"]]


def nearest(statements: tuple[Statement, ...], spans: list[Span], text: str) -> Statement | None:
    """The statement whose words overlap a labelled content by half or more."""
    places = [match.span() for match in WORD.finditer(text)]

    def tokens(content: Any) -> set[Span]:
        return {place for start, end in content for place in places if place[0] >= start and place[1] <= end}

    wanted = tokens(spans)
    scored = [
        (len(wanted & have) / max(1, len(wanted | have)), i)
        for i, have in enumerate(map(tokens, contents(statements)))
    ]
    best = max(scored, default=(0.0, 0))
    return statements[best[1]] if best[0] >= 0.5 else None


def contents(statements: tuple[Statement, ...]) -> list[tuple[Span, ...]]:
    return [statement.content for statement in statements]


def found_in(parsed: Parsed, gold: bool) -> tuple[Statement, ...]:
    statements = (
        gold_statements(parsed.source) if gold else find_statements(parsed, find_times(parsed.source))
    )
    return resolve(parsed, statements)


@cache
def shares(gold: bool, later: bool) -> dict[str, float]:
    """Percent right of all labelled statements that were found, and of those by pronoun or description."""
    total, right = Counter[str](), Counter[str]()
    for parsed in parsed_articles():
        labels = LABELS[parsed.source.name]
        statements = found_in(parsed, gold) if labels["later"] == later else ()
        for label in labels["statements"] if statements else ():
            statement = nearest(statements, label["content"], parsed.source.text)
            groups = ["all"] + ["referring"] * (label["class"] in ("pronoun", "description"))
            total.update(groups if statement else ["missed"])
            right.update(groups if statement and is_right(statement, label) else [])
    return {group: round(100 * right[group] / total[group], 1) for group in ("all", "referring")}


@pytest.mark.parametrize("later", [False, True], ids=["tuned", "later"])
@pytest.mark.parametrize("gold", [True, False], ids=["given-mentions", "own-statements"])
def test_shares_of_right_names(gold: bool, later: bool) -> None:
    measured = shares(gold, later)
    key = f"{'later' if later else 'tuned'}_{'given' if gold else 'own'}"
    print(key, measured)
    for group, floor in FLOORS[key].items():
        assert measured[group] >= floor, f"{key}, {group}: {measured[group]} is below {floor}"


def test_seeds_name_every_speaker_in_full() -> None:
    sources = [source_at(path) for path in sorted(SEEDS.glob("*.txt"))]
    for parsed in parse(sources):
        statements = resolve(parsed, find_statements(parsed, find_times(parsed.source)))
        names = {s.speaker.name for s in statements if s.kind != "indirect" and s.act == "said"}
        assert names == QUOTED[parsed.source.name[:3]], parsed.source.name
