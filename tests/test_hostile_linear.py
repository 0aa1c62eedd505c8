"""Time in proportion to size: eight times a text of each family of benchmarks/linear.py, no twelve times the cost.

What is looked up in a text costs no more at its end than at its beginning, however long it is.
"""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import Work, exponent, ratio
from onrecord import analysis, intake
from onrecord.analysis.actors import Actor
from onrecord.analysis.events import _said
from onrecord.analysis.names import Name
from onrecord.analysis.references import Memory, bearers_of, by_description, read_description
from onrecord.analysis.roles import Role
from onrecord.analysis.speakers import _brought_in
from onrecord.analysis.times_doubt import date_doubts
from onrecord.analysis.times_quoted import re_anchor
from onrecord.model import (
    Annotations,
    Paragraph,
    Publish,
    Source,
    Span,
    Speaker,
    Statement,
    TimeExpression,
    words_of,
)
from onrecord.pages import locate
from onrecord.pages.merge import merge
from onrecord.pages.published import published
from onrecord.pages.reader import read_page
from onrecord.pages.writer import write_page
from shared_data import program

FAMILIES: dict[str, Callable[[int], str]] = program(
    Path(__file__).parent.parent / "benchmarks" / "linear.py"
).FAMILIES
PARSED = (
    "ordinary", "people", "capitals", "long word", "opening marks", "straight marks", "apostrophes", "dates", "names",
    "cues", "same line", "bare quotations",
)  # fmt: skip
"""Those whose analysis is measured, too: it takes most of the time."""


def read(family: str, size: int) -> Source | None:
    suffix = ".html" if family.startswith("HTML") else ".txt"
    file = intake.SourceFile("x", f"sources/x{suffix}", FAMILIES[family](size).encode())
    return intake.read(file).source


def through_a_page(source: Source) -> None:
    """Every paragraph said by somebody; written, edited, merged and read back."""
    statements = tuple(
        Statement(
            f"i-{p.number}",
            "indirect",
            (p.span,),
            Speaker(name="Ann Bell"),
            words_of(source.text, [p.span]),
            p.number,
        )
        for p in source.paragraphs
    )
    page = write_page(source, Annotations(statements))
    merged = merge("x.md", source, Annotations(statements), page, page + "\nMine.\n")
    read_page("x.md", merged.page, source)


@pytest.mark.parametrize("family", FAMILIES)
def test_reading_and_writing_is_linear(family: str) -> None:
    def both(size: int) -> None:
        source = read(family, size)
        if source:
            through_a_page(source)

    both(2_000)
    assert exponent(lambda size: lambda: both(size), 4_000, 32_000, MOST) < MOST


@pytest.mark.parametrize("family", PARSED)
def test_the_analysis_is_linear(family: str) -> None:
    def work(size: int) -> Work:
        source = read(family, size)
        assert source
        return lambda: list(analysis.analyse([source]))

    list(analysis.analyse([Source("w", "w.txt", "He said yes.", (Paragraph(1, (0, 12)),))]))
    assert exponent(work, 2_500, 20_000, MOST) < MOST


LINE = "The boats wait for rope today.\n\n"
LOOK_UPS = 1_000
MOST = 1.2
"""The exponent: eight times the input at less than 12.1 times the cost."""
MOST_MORE = 4
"""Times what a look-up costs at the beginning of a text, or in one of an eighth of its size."""


def lines(number: int) -> Source:
    """A text of so many paragraphs of one sentence."""
    spans = [(at * len(LINE), at * len(LINE) + len(LINE) - 2) for at in range(number)]
    paragraphs = tuple(Paragraph(at + 1, span) for at, span in enumerate(spans))
    return Source("x", "sources/x.txt", LINE * number, paragraphs, published="2022-04-26")


def said(span: Span, number: int) -> Statement:
    """A statement of a span, on a day of its own, its cue right behind it."""
    return Statement(
        f"i-{number}", "direct", (span,), Speaker(span), "x", number, cue=((span[1], span[1] + 1),),
        said_on="2022-04-20",
    )  # fmt: skip


def monday(at: int) -> TimeExpression:
    """A time expression read as a Monday before the text was published."""
    return TimeExpression((at, at + 6), "DATE", "2022-04-25", "2022-04-26", "weekday before the publication")


def costs_at_the_end(look_up: Callable[[int], object], number: int) -> float:
    """Times what look-ups cost among the last of so many places, compared with the first."""
    first, last = range(LOOK_UPS), range(number - LOOK_UPS, number)
    return ratio(
        lambda: lambda: [look_up(at) for at in first], lambda: lambda: [look_up(at) for at in last], MOST_MORE
    )


def test_words_of_a_late_paragraph_are_found_as_soon() -> None:
    source = lines(20_000)
    assert locate.find("The boats wait", source, 20_000)[0][0] == source.paragraphs[-1].span[0]
    assert costs_at_the_end(lambda at: locate.find("The boats", source, at + 1), 20_000) < MOST_MORE


@pytest.mark.parametrize("asked", ["{}", "{} … and so on", "{} nowhere"])
def test_words_of_one_long_line_are_found_as_soon(asked: str) -> None:
    chance = random.Random(3)
    words = "we wait for the boats and the rope until nobody asks them".split()
    made = [" ".join(chance.choices(words, k=12)) + ", and so on." for _ in range(32_000)]

    def work(number: int) -> Work:
        text = " ".join(made[-number:])
        source = Source("x", "sources/x.txt", text, (Paragraph(1, (0, len(text))),))
        sought = [asked.format(one[:40].rpartition(" ")[0]) for one in made[-LOOK_UPS:]]
        assert bool(locate.find(sought[0], source, 1)) == ("nowhere" not in asked)
        locate._found.cache_clear()  # what is made of the text stays
        return lambda: [locate.find(one, source, 1) for one in sought]

    assert ratio(lambda: work(4_000), lambda: work(32_000), MOST_MORE) < MOST_MORE


def test_a_late_cue_is_found_as_soon() -> None:
    told = _said([said((at * 10, at * 10 + 6), at) for at in range(50_000)])
    assert [*told.speaker_at(499_996)] == [499_990]
    assert costs_at_the_end(lambda at: [*told.speaker_at(at * 10 + 6)], 50_000) < MOST_MORE


def test_times_in_what_is_said_cost_in_proportion() -> None:
    def work(number: int) -> Work:
        source = lines(number)
        statements = [said(p.span, p.number) for p in source.paragraphs]
        times = [monday(p.span[1] + 1) for p in source.paragraphs]
        return lambda: re_anchor(times, source, statements)

    assert exponent(work, 2_000, 16_000, MOST) < MOST


def test_doubts_about_dates_cost_in_proportion() -> None:
    def work(number: int) -> Work:
        source = lines(number)
        told = [replace(monday(p.span[0]), value="2022-05-02") for p in source.paragraphs]
        coming = [replace(one, anchor="2022-05-02", span=(one.span[0] + 8, one.span[1] + 8)) for one in told]
        return lambda: date_doubts(source, [*map(monday, range(0, number, 2)), *told, *coming])

    assert exponent(work, 1_000, 8_000, MOST) < MOST


def test_excerpts_cost_in_proportion() -> None:
    def work(number: int) -> Work:
        source = replace(lines(number), publish="excerpts")
        annotations = Annotations(tuple(said(p.span, p.number) for p in source.paragraphs))
        return lambda: published(source, annotations)

    assert exponent(work, 1_000, 8_000, MOST) < MOST


def numbered(count: int, publish: Publish) -> tuple[Source, Annotations]:
    """A text of so many paragraphs, each with words of its own; each third is said by somebody."""
    paragraphs = [f"“Boat {n} stays,” said Ann Bell of pier {n}." for n in range(1, count + 1)]
    starts = [0, *accumulate(len(one) + 2 for one in paragraphs)]
    spans = [(start, start + len(one)) for start, one in zip(starts, paragraphs, strict=False)]
    source = Source(
        "x", "sources/x.txt", "\n\n".join(paragraphs) + "\n",
        tuple(Paragraph(n, span) for n, span in enumerate(spans, 1)), publish=publish,
    )  # fmt: skip
    told = [
        (n, (span[0], span[0] + paragraphs[n - 1].index("”") + 1))
        for n, span in enumerate(spans, 1)
        if n % 3 == 0
    ]
    return source, Annotations(
        tuple(
            Statement(
                f"i-{n}", "direct", (span,), Speaker(None, "Ann Bell"), words_of(source.text, [span]), n
            )
            for n, span in told
        )
    )


@pytest.mark.parametrize("publish", ["full", "excerpts"])
def test_an_edited_page_is_merged_in_proportion(publish: Publish) -> None:
    def work(count: int) -> Work:
        source, annotations = numbered(count, publish)
        first = merge("docs/sources/x.md", source, annotations, None, None)
        page = first.page.replace("] Ann Bell", "] Ann Bellamy", 1)
        assert page != first.page
        return lambda: merge("docs/sources/x.md", source, annotations, first.base, page)

    assert exponent(work, 400, 3_200, MOST) < MOST


def test_a_source_that_has_doubled_is_merged_in_proportion() -> None:
    def work(count: int) -> Work:
        first = merge("docs/sources/x.md", *numbered(count // 2, "full"), None, None)
        page = first.page.replace("] Ann Bell", "] Ann Bellamy", 1)
        source, annotations = numbered(count, "full")
        return lambda: merge("docs/sources/x.md", source, annotations, first.base, page)

    assert exponent(work, 400, 3_200, MOST) < MOST


def bearer(number: int, role: str) -> Actor:
    """Somebody of that role."""
    return Actor(forms={Name(("Ann", f"Bell{number}")): 1}, kind="person", roles=[Role(role, 3, number)])


@pytest.mark.parametrize("words", ["the mayor", "the police chief", "the old police chief of Harwick"])
def test_descriptions_cost_in_proportion(words: str) -> None:
    def work(number: int) -> Work:
        known = bearers_of([bearer(at, ("mayor of Wick", "police chief")[at % 2]) for at in range(number)])
        return lambda: [by_description(Memory(), read_description(words), known, 1) for _ in range(number)]

    assert exponent(work, 500, 4_000, MOST) < MOST


def test_somebody_of_many_forms_is_named_in_proportion() -> None:
    def work(number: int) -> Work:
        actor = Actor(forms={Name(("Ann", "Bell"), (str(at),)): 1 for at in range(number)})
        return lambda: [actor.name for _ in range(number)]

    assert exponent(work, 500, 4_000, MOST) < MOST


ROLES = ("mayor of Wick", "police chief", "chief of Wick police", "clerk")
CALLED = ("the mayor", "the police chief", "the chief", "the Wick police chief", "the Wick clerk")


@given(st.lists(st.sampled_from(ROLES)), st.sampled_from(CALLED))
def test_a_description_means_the_one_person_whom_it_fits_best(roles: list[str], words: str) -> None:
    told = read_description(words)
    actors = [bearer(at, role) for at, role in enumerate(roles)]
    shared = {
        "mayor of Wick": {"wick"},
        "police chief": {"police"},
        "chief of Wick police": {"wick", "police"},
        "clerk": set(),
    }
    kinds = {"mayor": "mayor of Wick", "clerk": "clerk"}
    fitting = [
        (len(told.keys & shared[role]), at)
        for at, role in enumerate(roles)
        if (kinds.get(told.head, "") == role or (told.head == "chief" and "chief" in role))
    ]
    best = [at for worth, at in fitting if worth == max(fitting)[0]]
    found = by_description(Memory(), told, bearers_of(actors), 1)
    assert found is (actors[best[0]] if len(best) == 1 else None)


UNNAMED = "an a one another aide aides old, former ex-aide (the aide’s Aide. \n said".split(" ")


@given(st.lists(st.sampled_from(UNNAMED)))
def test_somebody_unnamed_is_brought_in_where_the_text_first_does_so(words: list[str]) -> None:
    text = " ".join(words)
    pattern = re.compile(r"\b(?:an?|another|one)\s(?:[\w’'.-]+\s){0,3}aide\b", re.IGNORECASE)
    ends = [at for at in range(len(text) + 1) if pattern.search(text, 0, at)]
    ends = [at for at in ends if not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum())]
    assert _brought_in(text).get("aide") == (ends[0] if ends else None)


PIECES = ("We ", "we ", "wait", " … ", "  ", ". ", "“", "”", "-", "漢", "ä", "\u200b", "[U+200B]", "x")


@given(st.lists(st.sampled_from(PIECES)), st.data())
def test_a_long_text_is_searched_as_a_short_one(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    asked = text[start : data.draw(st.integers(start, len(text)))].replace("\u200b", "[U+200B]")
    plain = locate._search(asked, text, 0, len(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locate, "LONG", -1)
        found = locate._search(asked, text, 0, len(text))
    same = [" ".join(text[slice(*span)].split()) if span else None for span in (plain, found)]
    assert same[0] == same[1]
