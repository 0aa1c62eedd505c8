"""Who carries what, and what stands in one source only."""

from hypothesis import given
from hypothesis import strategies as st

from differences_sample import entry, happening, one_event
from onrecord.across.coverage import coverage, only_here
from onrecord.briefing import Day, Difference, Entry, Happening, Relation, Said, Shared, Side, Told, Wording
from onrecord.model import Event, Speaker, Statement

LONG = "nobody in this town will ever cross that bridge again for nothing"


def saying(words: str, act: str = "said") -> Statement:
    return Statement(f"id-{words[:12]}", "direct", (), Speaker(None, "Ines Tarrow"), words, 1, act=act)


def source(name: str, *words: str) -> Entry:
    return entry(name, "2031-04-22", "Text.", statements=tuple(saying(one) for one in words))


def shared(*wordings: tuple[Entry, str, Relation]) -> Shared:
    """A statement of (entry, its words, relation to the first)."""
    return Shared("same", tuple(Wording(Said(one, own(one, words)), how) for one, words, how in wordings))


def own(one: Entry, words: str) -> Statement:
    """The source's statement with these words, where it has it."""
    return next((said for said in one.annotations.statements if said.words == words), saying(words))


def differing(one: Happening, other: Happening, because: str = "Both tell of it.") -> Difference:
    sides = [Side(place.entry, 1, "Words.", (0, 5), None, place.event.id) for place in (one, other)]
    return Difference("d", "date", "words", (sides[0], sides[1]), because)


def test_a_cut_down_wording_and_a_paraphrase_are_parts() -> None:
    a, b, c, d = (source(name, LONG) for name in "abcd")
    (row,) = coverage(
        [a, b, c, d],
        [
            shared(
                (a, LONG, "same"),
                (b, "cross that bridge again", "part"),
                (c, LONG, "same"),
                (d, LONG, "paraphrase"),
            )
        ],
        (),
        (),
    )
    assert (row.kind, row.id, row.words) == ("statement", "same", LONG)
    assert row.cells == {"a": "full", "b": "part", "c": "full", "d": "part"}
    assert list(row.cells) == ["a", "b", "c", "d"]


def test_the_first_may_be_the_cut_down_one() -> None:
    a, b = source("a"), source("b")
    (row,) = coverage([a, b], [shared((a, "cross that bridge again", "same"), (b, LONG, "part"))], (), ())
    assert row.cells == {"a": "part", "b": "full"}


def test_of_two_wordings_in_one_source_the_fuller_counts() -> None:
    a, b = source("a"), source("b")
    wordings = shared((a, LONG, "same"), (b, "cross that bridge again", "part"), (b, LONG, "same"))
    assert coverage([a, b], [wordings], (), ())[0].cells == {"a": "full", "b": "full"}


def told_by_two(second_date: str = "2031-04-19") -> tuple[Happening, Happening]:
    text = "Ines Tarrow met Odo Brask in Velmo on Saturday."
    one = happening("a", "2031-04-20", "2031-04-19", "happened", text, "on Saturday")
    other = happening("b", "2031-04-21", second_date, "happened", f"On Saturday, {text}", "on Saturday")
    return one, other


def test_an_event_is_carried_in_part_where_it_is_told_less_precisely() -> None:
    one, other = told_by_two("2031-04")
    (row,) = coverage([one.entry, other.entry], (), one_event(one, other), ())
    assert (row.kind, row.id, row.cells) == ("event", "told", {"a": "full", "b": "part"})


def test_who_tells_it_differently_contradicts_and_the_leading_source_never() -> None:
    one, other = told_by_two()
    days = one_event(one, other)
    given = [one.entry, other.entry]
    assert coverage(given, (), days, [differing(one, other)])[0].cells == {"a": "full", "b": "contradicted"}
    agreeing = differing(one, other, "May agree: one number can fit both.")
    assert coverage(given, (), days, [agreeing])[0].cells == {"a": "full", "b": "full"}


def test_a_source_that_tells_it_of_another_day_stands_in_the_row() -> None:
    one, other = told_by_two()
    days = one_event(one)
    assert coverage([one.entry, other.entry], (), days, ()) == ()
    (row,) = coverage([one.entry, other.entry], (), days, [differing(one, other)])
    assert row.cells == {"a": "full", "b": "contradicted"}


def test_what_most_carry_stands_first() -> None:
    a, b, c = (source(name) for name in "abc")
    two = shared((a, LONG, "same"), (b, LONG, "same"))
    three = Shared("more", (*two.wordings, Wording(Said(c, saying(LONG)), "same")))
    assert [row.id for row in coverage([a, b, c], [two, three], (), ())] == ["more", "same"]


def test_only_here() -> None:
    a, b = source("a", LONG, "It is late.", "Go"), source("b", LONG)
    alone = only_here([a, b], [shared((a, LONG, "same"), (b, LONG, "same"))], ())
    assert [(one.entry.source.name, [s.words for s in one.statements]) for one in alone] == [
        ("a", ["It is late.", "Go"])
    ]


def test_thoughts_and_fragments_are_not_listed() -> None:
    thought = saying("It is late now.", act="thought")
    one = entry("a", None, "Text.", statements=(thought,))
    assert only_here([one, source("b")], (), ()) == ()


def test_events_of_one_source() -> None:
    one, other = told_by_two()
    (alone,) = only_here([one.entry, other.entry], (), one_event(one))
    assert (alone.entry, [told.id for told in alone.told]) == (one.entry, ["told"])
    assert only_here([one.entry, other.entry], (), one_event(one, other)) == ()


def test_one_source_alone_has_nothing_that_others_lack() -> None:
    assert only_here([source("a", LONG)], (), ()) == ()


@given(st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4), max_size=5))
def test_each_event_is_in_a_row_or_only_here(tellers: list[list[str]]) -> None:
    made = {name: source(name) for name in "abcd"}
    told = []
    for number, names in enumerate(tellers):
        event = Event(f"e{number}", "2031-04-19", "It rained", None, "happened", 1)
        told.append(Told(f"t{number}", tuple(Happening(made[name], event) for name in names), "happened"))
    days = (Day("2031-04-19", (), tuple(told)),)
    rows = coverage(list(made.values()), (), days, ())
    alone = [one.id for here in only_here(list(made.values()), (), days) for one in here.told]
    assert sorted([row.id for row in rows] + alone) == sorted(one.id for one in told)
    assert all(len(row.cells) > 1 for row in rows)
