"""Dates of one event, plans against what came of them, and the same words given to different people."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from differences_sample import happening, in_short, one_event, people_of, points, quoted
from onrecord.across import collect
from onrecord.across.differences import differences
from onrecord.across.differences_events import date_differences, status_differences
from onrecord.across.differences_speakers import speaker_differences
from onrecord.briefing import Difference, Happening, Rival, Told
from onrecord.model import EventStatus

ASKED = happening(
    "a",
    "2031-04-22",
    "2031-04-19",
    "happened",
    "Ines Tarrow on Saturday asked Odo Brask to receive her in Velmo, in letters to both councils.",
    "on Saturday",
)
REQUESTED = happening(
    "b",
    "2031-04-25",
    "2031-04-22",
    "happened",
    "Ines Tarrow requested in a letter on Tuesday to meet Odo Brask of Velmo.",
    "on Tuesday",
)


def rivals(one: Happening, other: Happening) -> tuple[Difference, ...]:
    """The differences where the timeline holds two entries for rivals."""
    first = Told("x", (one,), one.event.status, rivals=(Rival("y", other.event.date),))
    second = Told("y", (other,), other.event.status, rivals=(Rival("x", one.event.date),))
    days = [*one_event(one), *one_event(other)]
    told = [
        type(day)(day.date, day.happenings, (each,)) for day, each in zip(days, (first, second), strict=True)
    ]
    return tuple(date_differences(told))


def test_one_letter_on_two_days() -> None:
    (found,) = rivals(ASKED, REQUESTED)
    assert (found.kind, points(found)) == ("date", "on Saturday | on Tuesday")
    assert "Saturday 19 April 2031 here, Tuesday 22 April 2031 there" in found.because
    assert "“Tarrow”" in found.because
    assert found.about.startswith("Ines Tarrow requested in a letter to meet")
    assert [side.annotation for side in found.sides] == [ASKED.event.id, REQUESTED.event.id]


def test_the_whole_way_from_sources() -> None:
    (found,) = collect("", "", [ASKED.entry, REQUESTED.entry]).differences
    assert points(found) == "on Saturday | on Tuesday"


def test_a_weekday_read_a_week_later_is_no_difference() -> None:
    later = happening("b", "2031-04-29", "2031-04-26", "happened", ASKED.event.what, "on Saturday")
    assert rivals(ASKED, later) == ()
    named = happening("b", "2031-04-29", "2031-04-26", "happened", ASKED.event.what, "on April 26")
    assert rivals(ASKED, named) == ()


def test_a_week_between_two_dates_in_figures_is_one() -> None:
    text = "Ines Tarrow asked Odo Brask in Velmo on April {} to receive her."
    one = happening("a", "2031-04-29", "2031-04-19", "happened", text.format(19), "on April 19")
    other = happening("b", "2031-04-29", "2031-04-26", "happened", text.format(26), "on April 26")
    assert points(rivals(one, other)[0]) == "on April 19 | on April 26"


@pytest.mark.parametrize(
    ("text", "said_as", "status"),
    [
        ("Ines Tarrow won in Velmo over Odo Brask on Tuesday.", "on Tuesday", "happened"),
        ("Ines Tarrow will ask Odo Brask of Velmo on Tuesday for a letter.", "on Tuesday", "planned"),
        (
            "Ines Tarrow was asked what she and Odo Brask of Velmo do when the council opens its doors on Tuesday.",
            "on Tuesday",
            "happened",
        ),
        ("Somebody asked on Tuesday.", "on Tuesday", "happened"),
    ],
)
def test_another_act_is_no_difference(text: str, said_as: str, status: EventStatus) -> None:
    assert rivals(ASKED, happening("b", "2031-04-25", "2031-04-22", status, text, said_as)) == ()


def test_what_recurs_each_week_is_no_difference() -> None:
    text = "{} of Ines Tarrow and Odo Brask was signed on April {} in Velmo."
    one = happening("a", "2031-04-20", "2031-04-12", "happened", text.format("The toll", 12), "on April 12")
    other = happening("b", "2031-04-27", "2031-04-19", "happened", text.format("The gate", 19), "on April 19")
    assert rivals(one, other) == ()
    same = happening("b", "2031-04-27", "2031-04-19", "happened", text.format("The toll", 19), "on April 19")
    assert len(rivals(one, same)) == 1


# Planned against happened

MET: tuple[str, str, EventStatus, str, str] = (
    "2031-04-20",
    "2031-04-19",
    "happened",
    "Ines Tarrow met Odo Brask in Velmo on Saturday.",
    "on Saturday",
)
WILL: tuple[EventStatus, str, str] = (
    "planned",
    "Ines Tarrow will meet Odo Brask in Velmo on Saturday.",
    "on Saturday",
)


def test_a_later_source_still_plans() -> None:
    told = one_event(happening("a", *MET), happening("b", "2031-04-21", "2031-04-19", *WILL))
    (found,) = status_differences(told)
    assert found.kind == "status"
    assert points(found) == "Ines Tarrow met Odo Brask in Velmo on Saturday | will"
    assert "one published later as still to come" in found.because


@pytest.mark.parametrize("published", ["2031-04-17", "2031-04-20"])
def test_a_plan_that_came_about_is_no_difference(published: str) -> None:
    told = one_event(happening("b", published, "2031-04-19", *WILL), happening("a", *MET))
    assert list(status_differences(told)) == []


def test_called_off() -> None:
    off = "Ines Tarrow called off the talks with Odo Brask in Velmo planned for Saturday."
    told = one_event(
        happening("b", "2031-04-17", "2031-04-19", *WILL),
        happening("a", "2031-04-18", "2031-04-19", "happened", off, "Saturday"),
    )
    (found,) = status_differences(told)
    assert points(found) == "will | called off"
    assert "called off or moved" in found.because


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("Ines Tarrow said on Friday it was scrapping visas for Odo Brask of Velmo.", "on Friday"),
        (
            "A storm made Ines Tarrow delay her talks with Odo Brask in Velmo until Friday, so they were put off.",
            "Friday",
        ),
    ],
)
def test_what_was_only_said_that_day_and_what_both_call_off(what: str, words: str) -> None:
    off = "Ines Tarrow postponed her talks with Odo Brask in Velmo until Friday."
    told = one_event(
        happening("a", "2031-04-17", "2031-04-18", "happened", what, words),
        happening(
            "b",
            "2031-04-17",
            "2031-04-18",
            "happened",
            off if "storm" in what else off.replace("postponed", "told of"),
            "Friday",
        ),
    )
    assert list(status_differences(told)) == []


def test_a_talk_that_both_sentences_call_off() -> None:
    kept = "Ines Tarrow was to meet Odo Brask in Velmo on Friday"
    text = f"{kept}, before a storm forced a postponement."
    one = happening("a", "2031-04-17", "2031-04-18", "planned", text, "on Friday")
    first = replace(one, event=replace(one.event, what=kept, span=(0, len(kept))))
    off = "Ines Tarrow postponed her meeting on Friday with Odo Brask in Velmo."
    second = happening("b", "2031-04-17", "2031-04-18", "happened", off, "on Friday")
    assert list(status_differences(one_event(first, second))) == []


def test_one_source_does_not_differ_with_itself() -> None:
    told = one_event(happening("a", *MET), happening("a", "2031-04-21", "2031-04-19", *WILL))
    assert list(status_differences(told)) == []


# The same words, different people

WORDS = "nobody in this town will ever cross that bridge again for nothing"


def by_two(first: str, second: str, words: str = WORDS, after: str = ", said {} on Monday.") -> str:
    one = quoted("a", "2031-04-22", WORDS, after.format(first), first)
    other = quoted("b", "2031-04-23", words, f", said {second} on Monday.", second)
    found = tuple(speaker_differences([one, other], people_of(one, other)))
    assert len(differences([one, other], people_of(one, other), ())) == len(found)
    return in_short(found)


def test_the_same_words_by_two_people() -> None:
    assert by_two("Ines Tarrow", "Odo Brask") == "speaker: Ines Tarrow | Odo Brask"
    assert by_two("Ines Tarrow", "Odo Brask", WORDS.replace("nobody", "Nobody,")) == (
        "speaker: Ines Tarrow | Odo Brask"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ines Tarrow", "Tarrow"),
        ("Ines Tarrow", "Inez Tarrow"),
        ("Ines Tarrow", "a spokesman"),
        ("Ines Tarrow", "Velmo Council"),
        ("Ines Tarrow", "Police"),
        ("Ines Tarrow", "Human Rights Watch"),
        ("Ines Tarrow", "Odo Brask and Pia Lind"),
    ],
)
def test_another_form_a_role_or_an_organisation_is_no_difference(first: str, second: str) -> None:
    assert by_two(first, second) == "none"


def test_other_words_are_no_difference() -> None:
    assert by_two("Ines Tarrow", "Odo Brask", "we will never cross that bridge again") == "none"
    long = (
        f"I have thought of it for many years now, and {WORDS} if they ask me, which they will not, I am sure"
    )
    assert by_two("Ines Tarrow", "Odo Brask", long) == "none"


def test_who_is_not_named_beside_the_words_is_no_side() -> None:
    assert by_two("Ines Tarrow", "Odo Brask", after=", she said.") == "none"
    assert by_two("Ines Tarrow", "Odo Brask", after=", said Ines Tarrow of Odo Brask.") == "none"


def test_a_source_that_has_both_say_it_repeats() -> None:
    one = quoted("a", "2031-04-22", WORDS, ", said Ines Tarrow.", "Ines Tarrow")
    other = quoted("b", "2031-04-23", WORDS, ", said Odo Brask.", "Odo Brask")
    again = quoted("b", "2031-04-23", f"{WORDS}!", ", said Ines Tarrow.", "Ines Tarrow")
    assert list(speaker_differences([one, other, again], people_of(one, other, again))) == []


@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=16),
    st.sampled_from(["Ines Tarrow", "Odo Brask", "Pia"]),
)
def test_either_side_finds_it(words: list[str], speaker: str) -> None:
    one = quoted("a", "2031-04-22", WORDS, ", said Ines Tarrow.", "Ines Tarrow")
    other = quoted("b", "2031-04-22", " ".join(words), f", said {speaker}.", speaker)
    there = tuple(speaker_differences([one, other], people_of(one, other)))
    back = tuple(speaker_differences([other, one], people_of(one, other)))
    assert {frozenset(points(d).split(" | ")) for d in there} == {
        frozenset(points(d).split(" | ")) for d in back
    }


def test_today_in_two_sources_is_no_difference() -> None:
    words = "Ines Tarrow today asked Odo Brask to receive her in Velmo, in letters to both councils."
    first = happening("a", "2031-04-22", "2031-04-22", "happened", words, "today")
    copied = happening("b", "2031-04-23", "2031-04-23", "happened", words, "today")
    assert rivals(first, copied) == ()
    named = happening("b", "2031-04-23", "2031-04-23", "happened", words, "on 23 April")
    assert len(rivals(first, named)) == 1
