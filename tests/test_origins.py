"""Independent or copied: what makes a copy, what does not, how copies are grouped, and what always holds."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.across.origins import candidates, origins
from onrecord.across.origins_reading import GRAM, WINDOW, agencies_of, text_of
from onrecord.briefing import Briefing, Entry, Origin, independent
from onrecord.model import Annotations, Paragraph, ParagraphKind, Source

WORDS = """harbour ferry pilot council winter rope anchor letter bridge money summer island captain boat market tide
    lantern cargo storm quay mayor crane ticket engine flag whistle harvest barrel tower signal""".split()


def report(seed: int, sentences: int = 12) -> list[str]:
    """Paragraphs of two made-up sentences each, the same for each seed and unlike those of any other."""
    rng = random.Random(seed)
    lines = [" ".join(rng.choices(WORDS, k=14)).capitalize() + "." for _ in range(2 * sentences)]
    return [f"{lines[place]} {lines[place + 1]}" for place in range(0, len(lines), 2)]


def entry(
    name: str, paragraphs: Sequence[str], published: str | None = "2024-03-04", kind: ParagraphKind = "text"
) -> Entry:
    spans: list[Paragraph] = []
    start = 0
    for text in paragraphs:
        spans.append(Paragraph(len(spans) + 1, (start, start + len(text)), kind))
        start += len(text) + 2
    text = "\n\n".join(paragraphs)
    return Entry(Source(name, f"sources/{name}.txt", text, tuple(spans), published=published), Annotations())


def credited(made: Entry, agency: str | None = None, *credits: str) -> Entry:
    return replace(made, source=replace(made.source, agency=agency, credits=credits))


def shape(found: Sequence[Origin]) -> list[tuple[str, list[tuple[str, bool]]]]:
    """Lead → (source, whether it is a copy as a whole)."""
    return [
        (one.lead.source.name, [(copy.entry.source.name, copy.whole) for copy in one.copies]) for one in found
    ]


WIRE = report(1)


def test_a_copy_is_told_with_its_share_and_why() -> None:
    own = report(2, 3)
    first = credited(entry("wire", WIRE), "Reuters")
    copy = credited(entry("paper", [*own, *WIRE[:9]], "2024-03-05"), None, "according to Reuters")
    (found,) = origins([copy, first])
    assert (found.id, found.lead.source.name, found.agency) == ("origin-wire", "wire", "Reuters")
    assert found.copies[0].share == 0.75
    assert found.copies[0].whole
    assert found.copies[0].because == (
        "both credit Reuters; 75% of its words stand in one passage of the first, the longest of 252 words"
    )


def test_shared_passages_make_no_copy_as_a_whole() -> None:
    other = [*report(3), WIRE[4], *report(4, 3), WIRE[7]]
    (found,) = origins([entry("wire", WIRE), entry("paper", other, "2024-03-05")])
    assert shape([found]) == [("wire", [("paper", False)])]
    assert found.agency is None
    assert found.copies[0].because.startswith("12% of its words stand in 2 passages of the first")


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "''{}''", "«{}»", "“{}"])
def test_two_reports_that_quote_one_speech_are_no_copies(marks: str) -> None:
    speech = [marks.format(paragraph) + " she said." for paragraph in WIRE]
    one = entry("one", [*report(5), *speech])
    other = entry("other", [*report(6), *speech])
    assert not origins([one, other])


def test_block_quotations_and_headlines_do_not_count() -> None:
    for kind in ("quote", "title", "subhead"):
        assert not origins([entry("one", WIRE, kind=kind), entry("other", WIRE, kind=kind)])


def test_lists_of_headlines_do_not_count() -> None:
    headlines = [" ".join(paragraph.title().split(".")) for paragraph in WIRE]
    assert not origins([entry("one", [*report(5), *headlines]), entry("other", [*report(6), *headlines])])


def test_one_sentence_in_common_makes_no_copy() -> None:
    assert not origins([entry("one", [*report(5), WIRE[0]]), entry("other", [*report(6), WIRE[0]])])


def test_what_is_printed_again_after_weeks_is_no_copy() -> None:
    assert not origins([entry("one", WIRE), entry("other", WIRE, "2024-06-04")])
    assert origins([entry("one", WIRE), entry("other", WIRE, None)])


def test_a_note_below_every_text_makes_no_copies() -> None:
    days = ("2024-03-04", "2024-03-05", "2024-03-14", "2024-03-21", "2024-03-28")
    notes = WIRE[:3]
    texts = [entry(f"s{n}", [*report(10 + n), *notes], day) for n, day in enumerate(days)]
    assert origins(texts[:2])
    assert not origins(texts)


def test_copies_of_copies_stand_with_the_first() -> None:
    second = [*WIRE[:8], *report(7, 6)]
    third = [*report(8, 3), *report(7, 6), *WIRE[:3]]
    found = origins(
        [
            entry("c", third, "2024-03-06"),
            entry("a", WIRE),
            entry("b", second, "2024-03-05"),
        ]
    )
    assert shape(found) == [("a", [("b", True), ("c", False)])]


def test_what_is_only_beside_a_whole_copy_says_so() -> None:
    second = [*WIRE[:9], *report(7, 6)]
    third = [*report(8, 3), *report(7, 6)]
    (found,) = origins([entry("a", WIRE), entry("b", second, "2024-03-05"), entry("c", third, "2024-03-06")])
    assert shape([found]) == [("a", [("b", True), ("c", True)])]
    assert "of b, the longest" in found.copies[1].because


def test_what_only_shares_passages_with_an_earlier_text_leaves_the_copies_their_origin() -> None:
    alert = [*WIRE[:2], *report(9, 2)]
    found = origins([entry("alert", alert, "2024-03-03"), entry("a", WIRE), entry("b", WIRE, "2024-03-05")])
    assert shape(found) == [("alert", [("a", False)]), ("a", [("b", True)])]


def test_of_one_day_the_fullest_leads() -> None:
    assert shape(origins([entry("a", WIRE[:6]), entry("b", WIRE)])) == [("b", [("a", True)])]


def test_copies_of_one_outlet_need_more_in_common() -> None:
    one, other = (
        entry("one", [*report(5, 30), WIRE[0], WIRE[5]]),
        entry("other", [*report(6, 30), WIRE[5], WIRE[0]]),
    )
    assert origins([one, other])
    house = [replace(made, source=replace(made.source, outlet="Harwick Post")) for made in (one, other)]
    assert not origins(house)


def test_independent_reports_are_counted_without_whole_copies() -> None:
    entries = (
        entry("a", WIRE),
        entry("b", WIRE[:7], "2024-03-05"),
        entry("c", [*report(3), WIRE[4], WIRE[7]], "2024-03-05"),
    )
    briefing = Briefing("", entries, (), (), origins=origins(entries))
    assert independent(briefing, frozenset("abc")) == 2
    assert independent(briefing, frozenset("ab")) == 1


def test_a_source_shown_in_part_is_compared_as_a_whole() -> None:
    whole = entry("paper", WIRE, "2024-03-05")
    shown = replace(
        whole, source=replace(whole.source, text=" " * len(whole.source.text)), whole=whole.source
    )
    assert origins([entry("wire", WIRE), shown])


def test_agencies_are_read_off_credits() -> None:
    source = Source(
        "a",
        "sources/a.txt",
        "",
        agency="AP",
        outlet="Xinhua",
        credits=("Photo: REUTERS", "told the app of the Apache"),
    )
    assert agencies_of(source) == ("AP", "Xinhua", "Reuters")


def test_a_passage_is_found_wherever_it_stands() -> None:
    passage = " ".join(WIRE[0].split()[: GRAM + WINDOW - 1])
    for shift in range(12):
        moved = [" ".join(WORDS[:shift]) + " " + passage + " tail" + " end" * shift]
        texts = [text_of(entry("one", [passage])), text_of(entry("other", moved))]
        assert set(texts[0].prints) & set(texts[1].prints)


def test_a_story_that_everybody_carries_costs_no_square() -> None:
    texts = [text_of(entry(f"s{n:03}", [f"Word{n}.", *WIRE])) for n in range(100)]
    assert len(candidates(texts)) < 300
    (found,) = origins([entry(f"s{n:03}", [f"Word{n}.", *WIRE]) for n in range(100)])
    assert len(found.copies) == 99


FEWER = settings(max_examples=40)
PARAGRAPHS = st.sampled_from([*WIRE, *report(2), "“Harwick waits for nobody at all today.”", "Tide."])
DAYS = st.sampled_from(["2024-03-04", "2024-03-05", "2024-03-06", "2024-05-01", None])
BRIEFINGS = st.lists(st.tuples(st.lists(PARAGRAPHS, max_size=14), DAYS), min_size=2, max_size=5).map(
    lambda made: [entry(f"s{place}", texts, day) for place, (texts, day) in enumerate(made)]
)


@given(BRIEFINGS)
@FEWER
def test_what_holds_for_every_briefing(entries: list[Entry]) -> None:
    found = origins(entries)
    assert len({one.id for one in found}) == len(found)
    whole = [copy.entry.source.name for one in found for copy in one.copies if copy.whole]
    assert len(set(whole)) == len(whole), "a whole copy has one origin"
    for one in found:
        lead = one.lead.source
        names = [copy.entry.source.name for copy in one.copies]
        assert names
        assert lead.name not in names
        assert len(set(names)) == len(names)
        assert all((lead.published or "9") <= (copy.entry.source.published or "9") for copy in one.copies)
        assert all(0 < copy.share <= 1 and copy.whole == (copy.share >= 0.5) for copy in one.copies)
        assert lead.name not in whole


@given(BRIEFINGS)
@FEWER
def test_the_order_of_the_sources_makes_no_difference(entries: list[Entry]) -> None:
    first = origins(entries)
    assert all(origins(list(other)) == first for other in list(permutations(entries))[1:24:7])


@given(st.lists(st.text(), max_size=4))
def test_any_text_is_read(paragraphs: list[str]) -> None:
    text = text_of(entry("any", paragraphs))
    assert len(text.words) == len(text.own)
    assert len(text.paragraphs) == len(paragraphs)
