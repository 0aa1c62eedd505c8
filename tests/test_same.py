"""The same statement in different sources: cases by kind, how groups are made, and what holds for every briefing."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from onrecord.across import same_known
from onrecord.across.memory import Memory, prints
from onrecord.across.people import people
from onrecord.across.same import shared
from onrecord.across.same_compare import Link, compare
from onrecord.across.same_known import Rarities, compared, paired
from onrecord.across.same_marks import marked
from onrecord.across.same_pairs import Pair, near_of
from onrecord.across.same_reading import LONGEST, Telling, read, tellings
from onrecord.briefing import Entry, Person, Said, Shared, by_statement
from onrecord.model import Annotations, Source, Speaker, Statement, StatementKind

FIXTURES = Path(__file__).parent / "fixtures" / "same"
LINE = re.compile(r"(direct|mixed|indirect)(?:-(\w+))? ([\w ]+?) (\d{4}-\d\d-\d\d)(?: (\w+))?: (.+)")
WHOLE = "“The pilots are tired. We keep the old harbour open until the last ferries sail again in spring.”"
HARBOUR = "“We keep the old harbour open until the last ferries sail again in spring,”"
PILOTS = "“The pilots are tired of waiting for a letter from the ministry,”"


def cases(name: str) -> list[tuple[int, str, str, str]]:
    return [
        (line, title, given, expected) for line, title, given, expected in read_fixture_file(FIXTURES / name)
    ]


def said(
    words: str, who: str | None = "Ann Bell", kind: StatementKind = "direct", act: str = "said"
) -> Statement:
    return Statement("?", kind, (), Speaker(None, who), words, 1, act=act)


def source(name: str, published: str | None, *statements: Statement) -> Entry:
    """A source whose statements are numbered in their order."""
    numbered = tuple(
        Statement(f"{name}-{place}", one.kind, (), one.speaker, one.words, 1, act=one.act)
        for place, one in enumerate(statements)
    )
    return Entry(Source(name, f"sources/{name}.txt", "", published=published), Annotations(numbered))


def entries_of(lines: str) -> list[Entry]:
    """The sources a case describes, a statement a line: kind, speaker, day, maybe the source, words."""
    found: dict[tuple[str, str], list[Statement]] = {}
    for place, line in enumerate(lines.strip().splitlines()):
        match = LINE.fullmatch(line)
        assert match, line
        kind: StatementKind = (
            "direct" if match[1] == "direct" else "mixed" if match[1] == "mixed" else "indirect"
        )
        who = None if match[3] == "nobody" else match[3]
        statement = said(match[6], who, kind, match[2] or "said")
        found.setdefault((match[5] or f"source{place}", match[4]), []).append(statement)
    return [source(name, published, *statements) for (name, published), statements in found.items()]


def of(entries: Sequence[Entry]) -> tuple[Shared, ...]:
    return shared(entries, people(entries))


def first_said_by(entry: Entry, slug: str) -> dict[int, Person]:
    """See `by_statement`; of the source's first statement."""
    return by_statement([Person(slug, slug, (), (Said(entry, entry.annotations.statements[0]),))])


def paired_of(told: Sequence[Telling]) -> tuple[list[Pair], Rarities]:
    """What is worth comparing, with nothing remembered."""
    memory = Memory()
    return paired(told, {}, memory.results(""), memory)


def told(found: Iterable[Shared]) -> list[list[str]]:
    """The ids of the statements of each shared one."""
    return [[one.said.statement.id for one in group.wordings] for group in found]


@pytest.mark.parametrize(("line", "title", "given", "expected"), cases("relations.md"))
def test_two_statements_are_told_for_what_they_are(line: int, title: str, given: str, expected: str) -> None:
    found = of(entries_of(given))
    assert [one.wordings[1].relation for one in found] == (
        [] if expected.strip() == "different" else [expected.strip()]
    )


@pytest.mark.parametrize(("line", "title", "given", "expected"), cases("marks.md"))
def test_differences_are_marked_word_by_word(line: int, title: str, given: str, expected: str) -> None:
    first, second = given.strip().splitlines()
    shown = " ".join(f"[{words}]" if differs else words for differs, words in marked(second, first))
    assert re.sub("[“”,.]", "", shown) == expected.strip()


def test_the_first_published_stands_first_and_is_not_marked() -> None:
    late, early = source("a", "2024-03-06", said(WHOLE)), source("b", "2024-03-04", said(HARBOUR))
    undated = source("c", None, said(HARBOUR))
    (found,) = of([late, early, undated])
    assert told([found]) == [["b-0", "a-0", "c-0"]]
    assert found.wordings[0].marked == ((False, HARBOUR),)
    assert [one.relation for one in found.wordings] == ["same", "part", "same"]


def test_of_what_one_source_repeats_the_fullest_stands_for_it() -> None:
    one = source("a", "2024-03-04", said(HARBOUR), said(WHOLE))
    other = source("b", "2024-03-05", said(HARBOUR), said("“Ask me.”"), said(WHOLE))
    assert told(of([one, other])) == [["a-1", "b-2"]]


def test_a_long_quotation_stands_with_each_of_its_sentences_that_another_source_quotes_apart() -> None:
    both = f"{PILOTS[:-2]}. {HARBOUR[1:]}"
    one = source("a", "2024-03-04", said(both))
    other = source("b", "2024-03-05", said(HARBOUR), said(PILOTS))
    assert sorted(told(of([one, other]))) == [["a-0", "b-0"], ["a-0", "b-1"]]


def test_different_parts_of_one_quotation_are_not_chained_by_it() -> None:
    parts = [source("a", "2024-03-04", said(HARBOUR)), source("c", "2024-03-06", said(PILOTS))]
    whole = source("b", "2024-03-05", said(f"{PILOTS[:-2]}. {HARBOUR[1:]}"))
    found = of([*parts, whole])
    assert sorted(told(found)) == [["a-0", "b-0"], ["b-0", "c-0"]]


def test_a_paraphrase_joins_the_statement_it_repeats() -> None:
    quoted = "“The harbour council will buy two electric ferries before summer.”"
    loose = "that before the summer two electric ferries would be bought by the harbour council"
    found = of(
        [
            source("a", "2024-03-04", said(quoted)),
            source("b", "2024-03-05", said(quoted)),
            source("c", "2024-03-06", said(loose, kind="indirect")),
        ]
    )
    assert told(found) == [["a-0", "b-0", "c-0"]]
    assert [one.relation for one in found[0].wordings] == ["same", "same", "paraphrase"]


def test_two_named_speakers_are_not_joined_by_one_without_a_name() -> None:
    found = of(
        [
            source("a", "2024-03-04", said(HARBOUR)),
            source("b", "2024-03-05", said(HARBOUR, None)),
            source("c", "2024-03-06", said(HARBOUR, "Tom Finch")),
        ]
    )
    speakers = [{one.said.statement.speaker.name for one in group.wordings} for group in found]
    assert {"Ann Bell", "Tom Finch"} not in [names - {None} for names in speakers]


def test_two_with_names_never_say_the_same_statement() -> None:
    entries = [
        source("a", "2024-03-04", said(HARBOUR)),
        source("b", "2024-03-05", said(HARBOUR, "Tom Finch")),
    ]
    one, other = (tellings(entry, first_said_by(entry, entry.source.name))[0] for entry in entries)
    assert compare(one, other, {}) is None
    assert compare(one, replace(other, named=False), {}) is not None


def test_whom_the_briefing_takes_for_one_person_is_one_speaker() -> None:
    short = "“We never stop sailing.”"
    entries = [source("a", "2024-03-04", said(short)), source("b", "2024-03-05", said(short, "the Mayor"))]
    places = tuple(Said(entry, entry.annotations.statements[0]) for entry in entries)
    assert told(shared(entries, [Person("Ann Bell", "ann-bell", (), places)])) == [["a-0", "b-0"]]
    assert not shared(entries, [])


def test_what_most_sources_give_comes_first() -> None:
    first = source("a", "2024-03-04", said(PILOTS), said(HARBOUR))
    second = source("b", "2024-03-05", said(PILOTS), said(HARBOUR))
    third = source("c", "2024-03-06", said(HARBOUR))
    assert [len(group) for group in told(of([first, second, third]))] == [3, 2]


def test_a_stock_phrase_of_many_sources_costs_no_square() -> None:
    crowd = [source(f"s{n:03}", "2024-03-04", said(f"“We go on now and word{n} too.”")) for n in range(200)]
    telling = [one for entry in crowd for one in tellings(entry, first_said_by(entry, "a"))]
    pairs, _ = paired_of(telling)
    assert len(pairs) < 1000


def test_a_speech_in_full_is_read_up_to_a_length() -> None:
    assert len(read("word " * 5000, True).tokens) == LONGEST


FEWER = settings(max_examples=60)
WORDS = st.sampled_from(
    "ferry harbour pilot council letter summer bridge money we the of not open sail old".split()
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(lambda words: " ".join(words).capitalize() + ".")
SPEECHES = st.builds(
    lambda sentences, quoted, who: said(
        f"“{' '.join(sentences)}”" if quoted else " ".join(sentences), who, "direct" if quoted else "indirect"
    ),
    st.lists(SENTENCES, min_size=1, max_size=3),
    st.booleans(),
    st.sampled_from(["Ann Bell", "Bell", "Tom Finch", "a spokesman", None]),
)
DAYS = st.sampled_from(["2024-03-04", "2024-03-05", "2024-04-30", None])


@st.composite
def briefings(draw: st.DrawFn) -> list[Entry]:
    """A few sources that repeat each other's statements."""
    pool = draw(st.lists(SPEECHES, min_size=1, max_size=5))
    taken = st.lists(st.sampled_from(pool), max_size=4)
    return [source(f"s{n}", draw(DAYS), *draw(taken)) for n in range(draw(st.integers(2, 4)))]


@given(briefings())
@FEWER
def test_what_holds_for_every_briefing(entries: list[Entry]) -> None:
    found = of(entries)
    assert len({one.id for one in found}) == len(found)
    groups = [frozenset(group) for group in told(found)]
    assert not [one for one in groups for other in groups if one < other], "one within another"
    for one in found:
        sources = [place.said.entry.source.name for place in one.wordings]
        assert len(set(sources)) == len(sources) > 1, "one wording a source"
        days = [place.said.entry.source.published or "9999" for place in one.wordings]
        assert days == sorted(days)
        assert one.wordings[0].relation == "same"
        names = {place.said.statement.speaker.name for place in one.wordings}
        assert not {"Ann Bell", "Bell"} & names or "Tom Finch" not in names, "one speaker"
        for place in one.wordings:
            assert " ".join(words for _, words in place.marked) == " ".join(
                place.said.statement.words.split()
            )


@given(briefings())
@FEWER
def test_a_sentence_is_in_one_shared_statement_at_most(entries: list[Entry]) -> None:
    single = [
        one.said.statement.id
        for group in of(entries)
        for one in group.wordings
        if max(read(one.said.statement.words, True).sentences, default=0) == 0
    ]
    assert len(set(single)) == len(single)


@given(briefings())
@FEWER
def test_the_order_of_the_sources_makes_no_difference(entries: list[Entry]) -> None:
    first = of(entries)
    assert all(of(list(other)) == first for other in list(permutations(entries))[1:24:5])


@given(briefings())
@FEWER
def test_the_relation_of_two_is_the_same_from_either_side(entries: list[Entry]) -> None:
    persons = by_statement(people(entries))
    telling = [one for entry in entries for one in tellings(entry, persons)]
    pairs, known = paired_of(telling)
    rarity = known.now
    for one, other in pairs:
        there, back = (
            compare(telling[one], telling[other], rarity),
            compare(telling[other], telling[one], rarity),
        )
        assert (there is None) == (back is None)


def linked(entries: Sequence[Entry], memory: Memory) -> tuple[list[Pair], object, list[Link | None]]:
    """What is worth comparing, how rare words are, and what the comparisons say."""
    persons = by_statement(people(entries))
    printed = {entry.source.name: prints(entry, Memory()).words for entry in entries}
    told = [one for e in entries for one in tellings(e, persons, printed[e.source.name], memory)]
    results = memory.results("same: compared")
    pairs, rarity = paired(told, printed, results, memory)
    look = compared(told, rarity, results)
    links = [look(*pair) for pair in pairs]
    results.leave()
    return pairs, rarity.now, links


@given(briefings(), st.lists(briefings(), min_size=1, max_size=2))
@settings(max_examples=150, deadline=None)
def test_what_is_remembered_of_other_statements_changes_nothing(
    first: list[Entry], others: list[list[Entry]]
) -> None:
    """Sources keep their names while some of their statements go and others come: words become more or less rare."""
    memory = Memory()
    linked(first, memory)
    for some in others:
        for taken in ([*first, some[-1]], [*first[1:], *some[:1]], first):
            entries = [*{one.source.name: one for one in taken}.values()]
            memory = Memory(memory.now)
            assert linked(entries, memory) == linked(entries, Memory())


def test_what_depends_on_how_rare_words_are_is_done_anew_when_that_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pair = [
        source("a", "2024-03-04", said("“Apples bridges carrots dogs elephants foxes.”")),
        source("b", "2024-03-05", said("“Foxes elephants dogs carrots bridges apples.”")),
    ]
    several = [source(f"c{n}", "2024-06-04", said("“Apples.”", "Tom Finch")) for n in range(6)]
    memory = Memory()
    linked(pair, memory)
    done: list[str] = []

    def noted(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def recorded(*given: Any) -> Any:
            done.append(name)
            return work(*given)

        return recorded

    monkeypatch.setattr(same_known, "near_of", noted("near", near_of))
    monkeypatch.setattr(same_known, "compare", noted("pair", compare))
    linked(pair, again := Memory(memory.now))
    assert not done
    found = linked([*pair, *several], Memory(again.now))
    assert done.count("near") == 1
    assert (0, 1) in found[0]
    assert "pair" in done
    assert found == linked([*pair, *several], Memory())


@given(st.text(), st.text())
def test_any_words_are_marked_without_loss(words: str, first: str) -> None:
    assert " ".join(piece for _, piece in marked(words, first)) == " ".join(words.split())


@given(st.text(), st.booleans())
def test_any_words_are_read(words: str, direct: bool) -> None:
    reading = read(words, direct)
    assert (
        len({len(part) for part in (reading.tokens, reading.stems, reading.quoted, reading.sentences)}) == 1
    )
    assert list(reading.sentences) == sorted(reading.sentences)
