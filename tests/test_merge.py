"""Three versions of a page: nothing a person wrote is lost, the rest follows the analysis."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from merge_page import BOATS, NETS, Page, found_in
from onrecord.model import Annotations, Source, Speaker, annotation_id
from onrecord.pages.merge import Merged, merge
from onrecord.pages.opinions import accept, differences, restore
from onrecord.pages.reader import read_page
from onrecord.pages.writer import write_page
from test_pages import FOUND, HARBOUR, MEETS, SAID, source_of, statement_of

PATH = "docs/sources/note.md"
BASE = write_page(HARBOUR, FOUND)


def rebuilt(
    page: str, theirs: Annotations = FOUND, source: Source = HARBOUR, base: str | None = BASE
) -> Merged:
    """One build, and a second one that must change nothing more."""
    merged = merge(PATH, source, theirs, base, page)
    again = merge(PATH, source, theirs, merged.base, merged.page)
    assert again.page == merged.page
    assert again.base == merged.base
    assert again.added == again.changed == 0
    return merged


def test_first_build_writes_the_proposal() -> None:
    merged = merge(PATH, HARBOUR, FOUND, None, None)
    assert (merged.page, merged.base, merged.added) == (BASE, BASE, 2)


def test_an_untouched_page_stays_to_the_byte() -> None:
    merged = rebuilt(BASE)
    assert (merged.page, merged.kept, merged.deleted) == (BASE, 0, 0)


def test_a_changed_speaker_stays_and_the_rest_follows() -> None:
    page = BASE.replace("[!quote] Ann Bell, mayor of Harwick", "[!quote] Anna Bell, mayor of Harwick")
    fresh = replace(FOUND, statements=(replace(SAID, said_on="2022-04-18", to="reporters"),))
    merged = rebuilt(page, fresh)
    assert "> [!quote] Anna Bell, mayor of Harwick\n" in merged.page
    assert "direct · Monday 18 April 2022 · to reporters · " in merged.page
    assert merged.kept == 1


def test_a_new_role_of_somebody_else_is_not_given_to_a_persons_speaker() -> None:
    page = BASE.replace("[!quote] Ann Bell, mayor of Harwick", "[!quote] Tom Finch")
    fresh = replace(FOUND, statements=(replace(SAID, speaker=Speaker(name="Ann Bell", role="clerk")),))
    assert "> [!quote] Tom Finch\n" in rebuilt(page, fresh).page


def test_an_untouched_field_follows_the_analysis() -> None:
    fresh = replace(FOUND, statements=(replace(SAID, speaker=Speaker(name="Ann Bell", role="mayor")),))
    merged = rebuilt(BASE, fresh)
    assert merged.page == write_page(HARBOUR, fresh)
    assert merged.changed == 1


def test_two_opinions_are_reported_and_the_persons_stands() -> None:
    page = BASE.replace("[!quote] Ann Bell", "[!quote] Anna Bell")
    fresh = replace(FOUND, statements=(replace(SAID, speaker=replace(SAID.speaker, name="Rita Bell")),))
    merged = merge(PATH, HARBOUR, fresh, BASE, page)
    assert [p.message for p in merged.problems] == [
        "Yours is kept: speaker “Anna Bell”; the tool now reads “Rita Bell”."
    ]
    assert "[!quote] Anna Bell, mayor" in merged.page
    assert rebuilt(page, fresh).page == merged.page


def test_a_deleted_callout_stays_deleted() -> None:
    start = BASE.index("> [!quote]")
    page = BASE[:start] + BASE[BASE.index('<a id="p3">') :]
    merged = rebuilt(page)
    assert (merged.page, merged.deleted) == (page, 1)


def test_a_persons_paragraph_and_callout_stay_where_they_are() -> None:
    mine = "I was there.\n\n> [!quote] Rita Bell\n> “We go on,”\n\n"
    page = BASE.replace('<a id="p3">', mine + '<a id="p3">')
    extra = statement_of(HARBOUR, "“We never stop.”")
    merged = rebuilt(page, replace(FOUND, statements=(SAID, replace(extra, id="never-stop-1"))))
    assert mine in merged.page
    assert merged.page.index("never-stop-1") < merged.page.index("I was there.")


def test_new_annotations_come_after_their_paragraph() -> None:
    extra = replace(statement_of(HARBOUR, "The council", paragraph=3), id="the-council-1")
    merged = rebuilt(BASE, replace(FOUND, statements=(SAID, extra)))
    assert merged.added == 1
    assert merged.page.index('"p3"') < merged.page.index("the-council-1")


def test_a_withdrawn_annotation_goes_untouched_and_stays_edited() -> None:
    fresh = replace(FOUND, statements=())
    assert SAID.id not in rebuilt(BASE, fresh).page
    page = BASE.replace("[!quote] Ann Bell", "[!quote] Anna Bell")
    merged = merge(PATH, HARBOUR, fresh, BASE, page)
    assert "[!quote] Anna Bell" in merged.page
    assert "no longer gives rise" in merged.problems[0].message


def test_an_annotation_with_slightly_other_words_keeps_its_id_and_its_edit() -> None:
    page = BASE.replace("[!quote] Ann Bell", "[!quote] Anna Bell")
    shorter = statement_of(HARBOUR, "“We never stop.”")
    assert shorter.id != SAID.id
    merged = rebuilt(page, replace(FOUND, statements=(shorter,)))
    assert f'<a id="{SAID.id}"></a>' in merged.page
    assert "> “We never stop.”" in merged.page
    assert "[!quote] Anna Bell" in merged.page


def test_the_source_gains_and_loses_paragraphs() -> None:
    longer = source_of(
        "Harbour stays open",
        "The ferries sail again.",
        "“We go on,” said Ann Bell, mayor of Harwick, on Monday. “We never stop.”",
        "The council\nmeets on Tuesday.",
    )
    found = Annotations(
        (replace(SAID, content=(), paragraph=3),), (), (replace(MEETS, paragraph=4, what=MEETS.what),)
    )
    page = BASE.replace("[!quote] Ann Bell", "[!quote] Anna Bell") + "\nMine.\n"
    merged = rebuilt(page, found, longer)
    assert '<a id="p2"></a>The ferries sail again.' in merged.page
    assert '<a id="p3"></a>“We go on,”' in merged.page
    assert "[¶3](#p3)" in merged.page
    assert "[!quote] Anna Bell" in merged.page
    assert merged.page.endswith("Mine.\n")
    _, problems = read_page(PATH, merged.page, longer)
    assert problems == ()
    back = rebuilt(merged.page, FOUND, HARBOUR, merged.base)
    assert "ferries" not in back.page
    assert "[!quote] Anna Bell" in back.page


def test_a_persons_change_of_the_sources_words_stays_and_is_reported() -> None:
    page = BASE.replace("mayor of Harwick, on Monday", "mayor of Norwick, on Monday")
    merged = rebuilt(page)
    assert merged.page == page
    assert [p.line for p in read_page(PATH, merged.page, HARBOUR)[1]] == [12]


def test_without_a_base_everything_is_a_persons() -> None:
    page = BASE.replace("[!quote] Ann Bell", "[!quote] Anna Bell")
    fresh = replace(FOUND, statements=(replace(SAID, to="reporters"),))
    merged = merge(PATH, HARBOUR, fresh, None, page)
    assert merged.page == page
    assert "to reporters" in (merged.base or "")


def test_an_edited_card_stays() -> None:
    page = BASE.replace("- Published: Tuesday 26 April 2022", "- Published: at noon")
    assert rebuilt(page).page == page
    assert "Outlet: Harwick Post" in rebuilt(BASE, FOUND, replace(HARBOUR, outlet="Harwick Post")).page


LINES = st.lists(
    st.sampled_from(
        ["Mine.", "> [!note] Mine", "> more", "- item", "", "[a]: https://a.example", "## Mine", "***"]
    ),
    min_size=1,
    max_size=6,
)


@given(LINES, st.integers(0, 40), st.booleans())
def test_added_lines_are_never_lost(lines: list[str], at: int, upgraded: bool) -> None:
    there = BASE.split("\n")
    at = min(at, len(there))
    while at < len(there) and (there[at].startswith(">") or (at and there[at - 1].strip())):
        at += 1
    page = "\n".join([*there[:at], "", *lines, "", *there[at:]])
    extra = replace(statement_of(HARBOUR, "The council", paragraph=3), id=annotation_id("The council"))
    theirs = replace(FOUND, statements=(replace(SAID, to="reporters"), extra)) if upgraded else FOUND
    merged = rebuilt(page, theirs)
    kept = [line for line in merged.page.split("\n") if line.strip()]
    for line in lines:
        assert not line.strip() or line in kept


def test_a_deleted_callout_stays_deleted_when_it_is_withdrawn_and_found_again() -> None:
    page = BASE[: BASE.index("> [!quote]")] + BASE[BASE.index('<a id="p3">') :]
    without = rebuilt(page, replace(FOUND, statements=()))
    again = rebuilt(without.page, FOUND, HARBOUR, without.base)
    assert again.page == page
    assert again.deleted == 1


def test_an_orphan_is_reported_at_every_build() -> None:
    page = BASE.replace("[!quote] Ann Bell", "[!quote] Anna Bell")
    first = merge(PATH, HARBOUR, replace(FOUND, statements=()), BASE, page)
    second = merge(PATH, HARBOUR, replace(FOUND, statements=()), first.base, first.page)
    assert first.problems == second.problems != ()


def test_what_people_changed_is_told() -> None:
    page = BASE.replace("[!quote] Ann Bell", "[!quote] Anna Bell").replace(
        "mayor of Harwick, on", "mayor, on"
    )
    page = page[: page.index("> [!event]")] + "I was there.\n"
    assert [(d.line, d.words) for d in differences(BASE, page)] == [
        (12, "other words of the source in ¶2"),
        (14, f"speaker “Anna Bell” in place of “Ann Bell” ({SAID.id})"),
        (22, "yours: I was there."),
        (20, "deleted: meets-1"),
    ]
    assert differences(BASE, BASE) == ()


def test_the_tools_opinion_comes_back() -> None:
    page = BASE.replace("[!quote] Ann Bell", "[!quote] Anna Bell")
    gone = page[: page.index("> [!event]")] + "I was there.\n"
    assert restore(BASE, gone, "meets-1") == page.rstrip("\n") + "\n\nI was there.\n"
    assert restore(BASE, page, "meets-1") == page
    assert accept(BASE, page, SAID.id) == BASE
    assert accept(BASE, page, "nothing-0") is None
    assert restore(BASE, page, "nothing-0") is None


def test_accepting_keeps_a_persons_remark() -> None:
    page = BASE.replace("[!quote] Ann Bell", "[!quote] Anna Bell").replace(
        "> direct ·", "> I asked her.\n>\n> direct ·"
    )
    accepted = accept(BASE, page, SAID.id) or ""
    assert "[!quote] Ann Bell, mayor" in accepted
    assert "> I asked her.\n" in accepted


def test_a_correction_stays_when_the_tool_reads_the_same_for_a_time_and_then_otherwise() -> None:
    page = Page(BOATS, NETS)
    page.edit("[!quote] Ann Bell", "[!quote] Tom Finch")
    for name in ("Ann Bell", "Tom Finch", "Rita Moss", "Tom Finch", "Ann Bell"):
        page.build(*found_in(BOATS, NETS, name=name))
        assert page.callouts() == [(2, "Tom Finch", BOATS), (3, name, NETS)]
