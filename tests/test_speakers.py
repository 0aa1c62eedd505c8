"""Who is meant: by name, pronoun and description; nothing raises, nothing but the speaker changes."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from growth import LINEAR, Work, exponent
from onrecord.analysis.parse import Parsed, parse
from onrecord.analysis.speakers import resolve
from onrecord.model import Paragraph, Source, Span, Speaker, Statement, StatementKind, words_of

FIXTURES = Path(__file__).parent / "fixtures" / "speakers"
CASES = [
    pytest.param(text, expected, id=f"{path.stem}: {title.strip()}")
    for path in sorted(FIXTURES.glob("*.md"))
    for _, title, text, expected in read_fixture_file(path)
]
MARK = re.compile(r"(?P<open>[{\[])(?P<number>\d):|[}\]]")


def source_of(text: str, byline: tuple[str, ...] = ()) -> Source:
    """A source with one paragraph a line; "# " marks a headline."""
    paragraphs: list[Paragraph] = []
    for match in re.finditer(r"[^\n]+", text):
        title = match[0].startswith("# ")
        span = (match.start() + 2 * title, match.end())
        paragraphs.append(Paragraph(len(paragraphs) + 1, span, "title" if title else "text"))
    return Source("test", "sources/test.txt", text, tuple(paragraphs), byline=byline)


def kind_of(words: str) -> StatementKind:
    if "“" not in words:
        return "indirect"
    return "direct" if re.fullmatch(r"“[^”]*”?", words) else "mixed"


def read_case(marked: str) -> tuple[Source, tuple[Statement, ...]]:
    """A source and the statements marked in it: {1:content} and [1:mention]."""
    text, at = "", 0
    spans: dict[tuple[str, str], list[Span]] = {}
    opened: tuple[str, str] = ("", "")
    start = 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark["open"]:
            opened, start = (mark["open"], mark["number"]), len(text)
        else:
            spans.setdefault(opened, []).append((start, len(text)))
    text += marked[at:]
    source = source_of(text)
    numbers = sorted(number for kind, number in spans if kind == "{")
    return source, tuple(statement_at(source, spans, number) for number in numbers)


def statement_at(source: Source, spans: dict[tuple[str, str], list[Span]], number: str) -> Statement:
    content = tuple(spans["{", number])
    mention = spans.get(("[", number), [None])[0]
    words = words_of(source.text, content)
    paragraph = next(p.number for p in source.paragraphs if p.span[0] <= content[0][0] < p.span[1])
    cue = cue_behind(source.text, mention) if mention else ()
    return Statement(number, kind_of(words), content, Speaker(mention), words, paragraph, cue)


def cue_behind(text: str, mention: Span) -> tuple[Span, ...]:
    word = re.compile(r"\s*(\w+)").match(text, mention[1])
    return (word.span(1),) if word else ()


def parsed(source: Source) -> Parsed:
    return next(iter(parse([source])))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speakers(text: str, expected: str) -> None:
    source, statements = read_case(text)
    found = resolve(parsed(source), statements)
    lines = []
    for statement in found:
        speaker = statement.speaker
        lines.append(f"{statement.id} {speaker.name or '-'}" + (f" | {speaker.role}" if speaker.role else ""))
    assert "\n".join(lines) == expected.strip()


def test_because_tells_how() -> None:
    source, statements = read_case(
        "Ann Bell came. {1:“No,”} [1:she] said. Ann and Eve Farr left. {2:“Yes,”} [2:he] said."
    )
    found = resolve(parsed(source), statements)
    assert found[0].because == ("“she” is Ann Bell: the woman spoken of last",)
    assert found[1].because == ("“he” has nobody before it who fits",)


def test_first_person_is_the_author() -> None:
    source = source_of("I told the mayor that he was wrong.", byline=("Ann Bell",))
    statement = Statement("1", "indirect", ((17, 34),), Speaker((0, 1)), "that he was wrong", 1, ((2, 6),))
    assert resolve(parsed(source), (statement,))[0].speaker.name == "Ann Bell"


WORDS = "Ann Bell Mr. Jr. U.N. of the and said told he she they it who Senator spokesman a de King"
PIECES = st.sampled_from([*WORDS.split(), *"“”,.’–():-É𝒜", "’s", "''", "\u2028"])


@cache
def parsed_text(text: str) -> Parsed:
    return parsed(source_of(text))


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=40), st.text(max_size=20), st.data())
def test_nothing_raises_and_only_the_speaker_changes(
    pieces: list[str], noise: str, data: st.DataObject
) -> None:
    source = source_of(" ".join(pieces) + noise)
    cut = st.tuples(st.integers(0, len(source.text)), st.integers(0, len(source.text))).map(sorted)
    statements = []
    for number in range(data.draw(st.integers(1, 3))):
        content, mention = data.draw(cut), data.draw(st.none() | cut)
        kind: StatementKind = data.draw(st.sampled_from(("direct", "mixed", "indirect")))
        speaker = Speaker((mention[0], mention[1]) if mention else None)
        words = words_of(source.text, [(content[0], content[1])])
        statements.append(Statement(str(number), kind, ((content[0], content[1]),), speaker, words, 1))
    found = resolve(parsed(source), tuple(statements))
    assert resolve(parsed(source), tuple(statements)) == found
    for before, after in zip(statements, found, strict=True):
        assert replace(after, speaker=before.speaker, because=()) == before
        assert after.speaker.mention == before.speaker.mention
        assert after.speaker.name is None or after.speaker.name.strip()


@pytest.mark.parametrize(
    "piece",
    [
        "Ann Bell, a judge, told Peter Bell that she said. ",
        "Mr. A. Bell and B. Bell of the C. Bell ",
        "“Ann ‘Bell” ",
        "the judge the judge ",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def work(times: int) -> Work:
        source = source_of(piece * times)
        size = len(piece)
        statements = tuple(
            Statement(
                str(i), "direct", ((i * size, i * size + 4),), Speaker((i * size, i * size + 9)), "x", 1
            )
            for i in range(times)
        )
        ready = parsed(source)
        return lambda: resolve(ready, statements)

    work(20)()
    assert exponent(work, 200, 1_600) < LINEAR
