"""Whether the quotations of callouts are in the source, what comes nearest, and the mark that says so on the page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import LINEAR, Work, exponent
from onrecord.model import Source, Verified
from onrecord.pages import markup
from onrecord.pages.markup import MARKS, marked
from onrecord.pages.merge import merge
from onrecord.pages.opinions import differences
from onrecord.pages.reader import read_page
from onrecord.pages.verify import look_up, nearest, nearest_words, worst
from onrecord.pages.writer import write_page
from test_merge import BASE, PATH, rebuilt
from test_pages import FOUND, HARBOUR, SAID, cases, source_of

ROOF = source_of(
    "A roof for the guild",
    "“We want slate, not tin,” the warden said, “and we want it by May.”",
    "By then nine crews of rowers and riggers wait for rope, and “the guild’s old roof — a ruin — must go,” "
    "she said.",
    "“Well … perhaps,” a rower said.",
)


@pytest.mark.parametrize(("title", "text", "expected"), cases("verified.md"))
def test_quotations_are_looked_up(title: str, text: str, expected: str) -> None:
    found = look_up(text.strip(), None, ROOF, 2)
    verified = worst(found)
    shown = "-"
    if verified == "altered":
        words, number = nearest_words(next(q.words for q in found if q.verified == "altered"), ROOF)
        shown = f"{words} ¶{number}"
    assert f"{verified or '-'} | {shown}\n" == expected


def test_a_direct_statement_without_marks_is_a_quotation() -> None:
    assert worst(look_up("We want slate, never tin", "direct", ROOF, 2)) == "altered"
    assert worst(look_up("We want slate, never tin", "indirect", ROOF, 2)) == ""


def test_words_of_another_paragraph_are_found_too() -> None:
    assert worst(look_up("“Well … perhaps,”", "direct", ROOF, 2)) == "exact"


def test_no_break_spaces_and_line_ends_of_the_source_are_typography() -> None:
    source = source_of("Roof", "“We want\u00a0slate,\nnot tin,” she said.")
    assert worst(look_up("“We want slate, not tin,”", "direct", source, 2)) == "exact"


def page_with(words: str, page: str = BASE) -> str:
    """The page of the harbour on which a person has put other words into the statement's callout."""
    assert "> “We go on,” “We never stop.”" in page
    return page.replace("> “We go on,” “We never stop.”", f"> {words}")


NOT_VERIFIED = "> direct · Monday 25 April 2022 · wording not verified · [¶2](#p2) <a id="


def test_altered_words_are_marked_reported_and_mended() -> None:
    merged = rebuilt(page_with("“We never halt.”"))
    assert NOT_VERIFIED in merged.page
    annotations, problems = read_page(PATH, merged.page, HARBOUR)
    assert [one.verified for one in annotations.statements] == ["altered"]
    assert [(p.severity, p.kind, p.hint) for p in problems] == [
        (
            "error",
            "unverified",
            "The nearest there is “We never stop” (¶2). Quote it so, or drop the quotation marks.",
        )
    ]
    mended = rebuilt(merged.page.replace("“We never halt.”", "“We never stop.”"), base=merged.base)
    assert "wording not verified" not in mended.page
    assert read_page(PATH, mended.page, HARBOUR)[1] == ()


def test_words_that_are_nowhere_are_marked_and_reported() -> None:
    merged = rebuilt(page_with("“Bread is dear.”"))
    assert NOT_VERIFIED in merged.page
    (problem,) = read_page(PATH, merged.page, HARBOUR)[1]
    assert (
        problem.hint == "Nothing like it is there. Quote the source's own words, or drop the quotation marks."
    )


def test_a_shortened_quotation_is_marked_and_allowed() -> None:
    merged = rebuilt(page_with("“We go … mayor of Harwick”"))
    assert "· shortened · [¶2](#p2)" in merged.page
    annotations, problems = read_page(PATH, merged.page, HARBOUR)
    assert [one.verified for one in annotations.statements] == ["cut"]
    assert problems == ()


def test_a_mark_is_nobodys_edit() -> None:
    page = BASE.replace("2022 · [¶2]", "2022 · wording not verified · [¶2]")
    assert differences(BASE, page) == ()
    merged = rebuilt(page)
    assert (merged.page, merged.kept) == (BASE, 0)


def test_a_mark_comes_when_the_source_changes_under_a_persons_words() -> None:
    page = page_with("“We never stop.”").replace("[!quote] Ann Bell", "[!quote] Anna Bell")
    first = rebuilt(page)
    assert "wording" not in first.page
    other = source_of(
        "Harbour stays open",
        "“We go on,” said Ann Bell, mayor of Harwick, on Monday. “We never halt.”",
        "The council\nmeets on Tuesday.",
    )
    said = replace(SAID, content=((20, 31),), words="“We go on,”")
    second = rebuilt(first.page, replace(FOUND, statements=(said,)), other, first.base)
    assert NOT_VERIFIED in second.page


def test_a_callout_by_hand_is_marked_and_given_back_as_it_was() -> None:
    mine = "\n> [!quote] Rita Moss\n> “We never halt.”\n"
    page = BASE + mine
    merged = rebuilt(page)
    assert merged.page == BASE + "\n> [!quote] Rita Moss\n> “We never halt.”\n>\n> wording not verified\n"
    mended = rebuilt(merged.page.replace("halt", "stop"), base=merged.base)
    assert mended.page == BASE + mine.replace("halt", "stop")


def test_an_event_with_quoted_words_is_marked() -> None:
    page = BASE.replace("> The council meets on Tuesday", "> The council “votes” on Tuesday")
    merged = rebuilt(page)
    assert "> planned · “on Tuesday” · wording not verified · [¶3](#p3)" in merged.page
    assert [p.kind for p in read_page(PATH, merged.page, HARBOUR)[1]] == ["unverified"]


def test_the_tools_own_cut_is_marked_at_once() -> None:
    said = replace(SAID, content=((20, 25), (76, 92)), words="“We … never stop.”")
    page = merge(PATH, HARBOUR, replace(FOUND, statements=(said,)), None, None).page
    assert "· shortened · [¶2]" in page
    assert "shortened" not in write_page(HARBOUR, FOUND)


FORMS = (
    '> [!quote] Ann\n>\n> “x”\n>\n> direct · [¶2](#p2) <a id="x"></a>\n\n',
    "> [!quote] Ann\n> “x”\n\n",
    "> [!quote] Ann\n> “x”",
    "> [!quote] Ann\n>\n> “x”\n>\n> direct\n",
    "> [!quote] Ann\n>\n> “x”\n>\n> <a id='q'></a>\n",
    "> [!quote] Ann\n>\n> “x”\n>\n> [¶2](#p2)\n\n",
    "> [!quote] Ann\n>\n> “x” shortened\n>\n> direct, wrote · mine <a id='q'></a>\n>\n> a remark\n",
    "> [!event] 2 May 2022\n>\n> “x”\n>\n> planned · “on Monday” · [¶2](#p2) <a id='q'></a>\n",
    "> [!quote] Ann\n",
)


@pytest.mark.parametrize("raw", FORMS)
def test_a_mark_is_put_on_and_taken_off_without_a_trace(raw: str) -> None:
    for verdict in ("cut", "altered"):
        with_mark = marked(raw, verdict)
        callout = markup.read(with_mark)
        assert callout
        assert MARKS[verdict] in callout.fields
        assert marked(with_mark, verdict) == with_mark
        assert marked(with_mark, "exact") == raw
        assert marked(with_mark, "cut") == marked(raw, "cut")


WORDS = st.text(st.sampled_from(list('> [!quote]a“”·\n<id="p2"/>¶(#) shortened')))


@given(WORDS, st.sampled_from(("", "cut", "altered")))
def test_marking_anything_is_stable(words: str, verdict: Verified) -> None:
    raw = f"> [!quote] Ann\n> {words.replace(chr(10), chr(10) + '> ')}\n"
    once = marked(raw, verdict)
    assert marked(once, verdict) == once


def test_the_nearest_wording_of_a_long_text_is_found_in_time() -> None:
    asked = "nine crews of riggers and rowers wait for rope"

    def long(count: int) -> Source:
        filler = " ".join(f"Barge {n} carries slate and rope past mill {n % 97}." for n in range(count))
        return Source(
            "x", "sources/x.txt", f"{filler} Nine crews of rowers and riggers wait for rope. {filler}"
        )

    def work(count: int) -> Work:
        source = long(count)
        return lambda: [nearest(f"barge {n} carried slate and rope past mill {n}", source) for n in range(20)]

    source = long(8_000)
    span = nearest(asked, source)
    assert span
    assert source.text[slice(*span)].startswith("Nine crews of rowers and riggers wait")
    assert exponent(work, 1_000, 8_000) < LINEAR
