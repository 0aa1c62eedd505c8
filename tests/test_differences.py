"""Places that do not say the same: tests/fixtures/differences/, and what holds for every input."""

from datetime import date
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from differences_sample import entries_of, entry, in_short, points, shown
from growth import LINEAR, Work, exponent
from onrecord.across.differences import differences
from onrecord.across.differences_sentences import spans
from onrecord.across.differences_sides import paragraph_at, side, unfolded
from onrecord.across.figures_when import apart, whens
from onrecord.across.numerals import tokens_of
from onrecord.across.quantities import Quantity, quantities
from onrecord.briefing import Entry
from onrecord.model import Paragraph

FIXTURES = Path(__file__).parent / "fixtures" / "differences"


def cases(name: str) -> list[tuple[str, str, str]]:
    return [(title, given, expected) for _, title, given, expected in read_fixture_file(FIXTURES / name)]


def put(quantity: Quantity, sentence: str) -> str:
    """`SPAN = SORT NUMBER UNIT NOUN (WORDS BEFORE IT) per RATE`."""
    low, high = (f"{n:.0f}" if n >= 1e5 else f"{n:g}" for n in (quantity.value, quantity.high))
    parts = [quantity.sort, low if low == high else f"{low}–{high}", quantity.unit, quantity.counted]
    parts += [f"({' '.join(quantity.before)})" if quantity.before else ""]
    parts += [f"per {quantity.per}" if quantity.per else ""]
    return f"{sentence[slice(*quantity.span)]} = {' '.join(filter(None, parts))}"


@pytest.mark.parametrize(("title", "sentence", "expected"), cases("quantities.md"))
def test_quantities(title: str, sentence: str, expected: str) -> None:
    sentence = sentence.strip()
    found = quantities(tokens_of(sentence))
    assert ("\n".join(put(one, sentence) for one in found) or "none") == expected.strip(), title


@pytest.mark.parametrize(("title", "lines", "expected"), cases("figures.md"))
def test_figures(title: str, lines: str, expected: str) -> None:
    assert in_short(shown(lines)) == expected.strip(), title


@pytest.mark.parametrize(("title", "text", "expected"), cases("sentences.md"))
def test_sentences(title: str, text: str, expected: str) -> None:
    text = text.strip()
    found = [text[slice(*span)] for span in spans(text, Paragraph(1, (0, len(text))))]
    assert "\n".join(" ".join(one.split()) for one in found) == expected.strip(), title


def test_a_difference_says_what_both_speak_of_and_why() -> None:
    title, lines, _ = cases("figures.md")[0]
    (one,) = shown(lines)
    assert one.about == "people have fled Velmora"
    assert "share “fled” and “Velmora”" in one.because
    assert "Published on 22 April 2031 and 24 April 2031." in one.because
    assert [place.entry.source.name for place in one.sides] == ["a", "b"], title
    assert [place.paragraph for place in one.sides] == [1, 1]


@pytest.mark.parametrize(
    ("then", "why"),
    [("more than 40", "one number can fit both"), ("at least 40", "one number can fit both"),
     ("40", "the higher count is the later one")],
)  # fmt: skip
def test_why_two_figures_may_agree(then: str, why: str) -> None:
    told = "The blast at the mill in Harwick killed {} people, the Velmo hospital said."
    lines = [f"a 2031-04-22 | {told.format(then)}", f"b 2031-04-24 | {told.format('52')}"]
    (one,) = shown("\n".join(lines))
    assert one.because.startswith(f"May agree: {why}.")


def test_wrapped_lines_are_one_sentence_and_the_mark_stays_on_the_figure() -> None:
    first = entry("a", "2031-04-22", "It burned.  A fire in the\nHarwick   mill killed\n12 people.")
    second = entry("b", "2031-04-22", "The Harwick mill fire killed 15 people.")
    (one,) = differences([first, second], (), ())
    assert one.sides[0].sentence == "A fire in the Harwick mill killed 12 people."
    assert points(one) == "12 | 15"
    start, end = one.sides[0].span or (0, 0)
    assert first.source.text[start:end] == "A fire in the\nHarwick   mill killed\n12 people."


def test_a_briefing_about_one_event_shows_how_its_reports_differ() -> None:
    """There the words that say what is counted stand in every source, and are worth no less for it."""
    lines = [
        f"s{n:02} 2031-04-22 | The blast in Harwick killed {15 if n == 9 else 12} people." for n in range(20)
    ]
    assert in_short(shown("\n".join(lines))) == "figure: 12 | 15"


def test_the_order_of_sources_does_not_matter() -> None:
    for title, lines, expected in cases("figures.md"):
        turned = "\n".join(reversed(lines.strip().split("\n")))
        assert in_short(shown(turned)) == expected.strip(), title


def test_undated_sources_are_compared_where_much_is_shared() -> None:
    line = "{} - | Ines Tarrow gave {} letters to the Harwick harbour archive and the Velmo library."
    found = shown("\n".join([line.format("a", "30,000"), line.format("b", "33,000")]))
    assert points(found[0]) == "30,000 | 33,000"
    assert found[0].because.endswith("The day of publication is not known of both.")


def test_a_side_without_a_mark_in_its_sentence_marks_all_of_it() -> None:
    one = entry("a", None, "Nothing here. Or there.")
    made = side(one, 1, (0, 13), (14, 23), None)
    assert made.sentence[slice(*made.point)] == made.sentence == "Nothing here."
    assert side(one, 7, (0, 7), (0, 7), None).sentence == "Nothing"
    assert paragraph_at(one, 99) is None
    assert paragraph_at(one, 3) == Paragraph(1, (0, 23))


# What holds for every input

WORDS = st.lists(
    st.sampled_from(
        "12 15 20 people killed in Harwick and the fire Ostry left dead $4 million of Ines Tarrow gave . ,".split()
    ),
    min_size=3,
    max_size=14,
).map(" ".join)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=40)), min_size=1, max_size=3)
BRIEFINGS = st.lists(
    st.tuples(st.sampled_from(["2031-04-22", "2031-04-23", None, "soon"]), TEXTS), max_size=4
)


@given(BRIEFINGS)
def test_whatever_the_texts(given_texts: list[tuple[str | None, list[str]]]) -> None:
    made = [entry(f"s{n}", day, *texts) for n, (day, texts) in enumerate(given_texts)]
    found = differences(made, (), ())
    assert found == differences(made, (), ())
    assert len({one.id for one in found}) == len(found)
    for one in found:
        first, second = one.sides
        assert first.entry.source.name != second.entry.source.name
        for place in one.sides:
            start, end = place.point
            assert 0 <= start < end <= len(place.sentence)
            assert place.span is not None
            assert place.sentence == " ".join(place.entry.source.text[slice(*place.span)].split())


@given(st.lists(WORDS, min_size=2, max_size=3))
def test_differences_are_the_same_from_either_side(texts: list[str]) -> None:
    made = [entry(f"s{n}", "2031-04-22", text) for n, text in enumerate(texts)]
    sets = [
        {
            frozenset(place.sentence[slice(*place.point)] + place.entry.source.name for place in one.sides)
            for one in found
        }
        for order in permutations(made)
        for found in [differences(order, (), ())]
    ]
    assert all(one == sets[0] for one in sets)


CALENDAR = st.lists(
    st.sampled_from(
        "on since last this next first Monday Sunday's May 19 31 February 2030 1500 December to - , of the a two "
        "week month months years ago after comes past recent today yesterday overnight weekend said earlier".split()
    ),
    max_size=9,
).map(" ".join)


@given(CALENDAR, st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_times_of_any_words(sentence: str, published: date) -> None:
    tokens = tokens_of(sentence)
    found = whens(tokens, published)
    for first, after, when in found:
        assert 0 <= first < after <= len(tokens)
        assert when.first <= when.last or when.total
        assert not apart(when, when)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert whens(tokens, None) == []


@given(st.text(alphabet="12.,-–$%€ ndolarsmith\n'’\"", max_size=60))
def test_quantities_stand_in_the_sentence(sentence: str) -> None:
    for one in quantities(tokens_of(sentence)):
        start, end = one.span
        assert 0 <= start < end <= len(sentence)
        assert one.value <= one.high
        low, high = one.bounds
        assert low <= high


@given(st.text(alphabet="a \n\t1.", min_size=1, max_size=30), st.data())
def test_folded_places_lead_back(text: str, data: st.DataObject) -> None:
    folded = " ".join(text.split())
    if not folded:
        return
    start = data.draw(st.integers(0, len(folded) - 1))
    end = data.draw(st.integers(start + 1, len(folded)))
    place = unfolded(text, (0, len(text)), (start, end))
    assert "".join(text[slice(*place)].split()) == "".join(folded[start:end].split())


def many(sources: int) -> list[Entry]:
    """Sources with six figures each; a town is spoken of as often, however many sources there are."""
    towns = [f"Town{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(sources * 2 // 5)]
    lines = []
    for number in range(sources):
        told = [
            f"A fire in {towns[(number * 7 + k * 13) % len(towns)]} killed {10 + (number + k) % 9} people, and "
            f"Odo Brask gave the harbour school ${number % 50 + k + 1} million. He left for Ostry, and it rained "
            "all night. Nobody in the harbour said where the mayor and her guests had gone on that evening."
            for k in range(3)
        ]
        lines.append(f"s{number:04} 2031-04-{number % 28 + 1:02} | {' '.join(told)}")
    return entries_of("\n".join(lines))


def test_a_thousand_sources_cost_in_proportion() -> None:
    def work(sources: int) -> Work:
        made = many(sources)
        return lambda: differences(made, (), ())

    assert differences(many(200), (), ())
    assert exponent(work, 125, 1_000) < LINEAR
