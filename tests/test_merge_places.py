"""What becomes of edits when paragraphs come, go, repeat and change, and when formatters have been at work."""

from dataclasses import replace

import pytest

from merge_page import BOATS, COAL, NETS, Page, found_in
from onrecord.model import Annotations, Source
from onrecord.pages.opinions import differences
from onrecord.pages.orphans import HEADING
from onrecord.pages.reader import read_blocks
from onrecord.pages.writer import write_page
from test_pages import FOUND, HARBOUR, MEETS, SAID


def test_an_edited_callout_goes_home_when_its_paragraph_returns() -> None:
    page = Page(BOATS, NETS, COAL)
    page.edit(f"Ann Bell, mayor\n>\n> {NETS}", f"Tom Finch, mayor\n>\n> {NETS}")
    gone = page.build(*found_in(BOATS, COAL))
    assert "its words are no longer in the text" in gone.problems[0].message
    assert page.callouts() == [(2, "Ann Bell", BOATS), (3, "Ann Bell", COAL), (3, "Tom Finch", NETS)]
    assert page.text.index(HEADING) < page.text.index(NETS)
    assert page.text.count("[¶2](#p2)") == 1
    page.build(*found_in(BOATS, COAL, NETS))
    assert page.callouts() == [(2, "Ann Bell", BOATS), (3, "Ann Bell", COAL), (4, "Tom Finch", NETS)]
    assert HEADING not in page.text


def test_a_callout_that_a_person_took_from_below_the_heading_goes_home_with_its_link() -> None:
    page = Page(BOATS, NETS, COAL)
    page.edit(f"Ann Bell, mayor\n>\n> {NETS}", f"Tom Finch, mayor\n>\n> {NETS}")
    page.build(*found_in(BOATS, COAL))
    callout = read_blocks(page.text)[-1].raw
    assert "¶" not in callout
    page.text = page.text.replace(callout, "").replace(HEADING + "\n\n", "")
    page.edit('<a id="p2">', callout.rstrip() + '\n\n<a id="p2">')
    page.build(*found_in(BOATS, COAL, NETS))
    assert page.callouts() == [(2, "Ann Bell", BOATS), (3, "Ann Bell", COAL), (4, "Tom Finch", NETS)]
    assert page.text.count("[¶4](#p4)") == 1


def test_callouts_follow_a_paragraph_that_moves() -> None:
    page = Page(BOATS, NETS, COAL)
    page.edit(f"Ann Bell, mayor\n>\n> {BOATS}", f"Tom Finch, mayor\n>\n> {BOATS}")
    page.build(*found_in(NETS, COAL, BOATS))
    assert page.callouts() == [(2, "Ann Bell", NETS), (3, "Ann Bell", COAL), (4, "Tom Finch", BOATS)]


def test_an_edit_stays_with_its_own_paragraph_where_a_text_repeats_itself() -> None:
    page = Page(BOATS, NETS, BOATS)
    first, second = page.text.split("[!quote] Ann Bell", 1), page.text.rsplit("[!quote] Ann Bell", 1)
    assert first != second
    page.text = "[!quote] Tom Finch".join(second)
    page.build(*found_in(NETS, BOATS))
    assert page.callouts() == [(2, "Ann Bell", NETS), (3, "Tom Finch", BOATS)]


def test_an_edit_stays_when_the_words_change_again_and_again() -> None:
    page = Page(BOATS, NETS)
    page.edit("[!quote] Ann Bell", "[!quote] Tom Finch")
    ident = found_in(BOATS)[1].statements[0].id
    for words in (BOATS.replace("dawn", "noon"), BOATS.replace("dawn", "night"), BOATS):
        page.build(*found_in(words, NETS))
        assert page.callouts() == [(2, "Tom Finch", words), (3, "Ann Bell", NETS)]
        assert f'<a id="{ident}"></a>' in page.text


def test_an_id_that_another_annotation_bears_is_not_given_again() -> None:
    page = Page(BOATS, NETS)
    ident = found_in(BOATS)[1].statements[0].id
    later = BOATS.replace("dawn", "noon")
    page.build(*found_in(later, NETS))
    source, annotations = found_in(later, NETS)
    earlier = found_in(BOATS)[1].statements
    page.build(source, replace(annotations, statements=(*annotations.statements, *earlier)))
    assert [words for _, _, words in page.callouts() if words != NETS] == [later, BOATS]
    assert [page.text.count(f'<a id="{one}"></a>') for one in (ident, f"{ident}-2")] == [1, 1]


@pytest.mark.parametrize("last", ["", '>\n> mixed · [¶2](#p2) <a id="boats"></a>\n'])
def test_a_callout_by_hand_stays_when_the_tool_finds_and_loses_the_same(last: str) -> None:
    source, nothing = found_in(BOATS)[0], Annotations()
    page = Page(BOATS)
    page.build(source, nothing)
    mine = f"> [!quote] Ann Bell, mayor\n>\n> {BOATS}\n{last}"
    page.text += "\n" + mine
    for annotations in (nothing, found_in(BOATS)[1], found_in(BOATS, name="Tom Finch")[1], nothing):
        page.build(source, annotations)
        assert page.text.endswith("\n" + mine)
        assert page.callouts() == [(2, "Ann Bell", BOATS)]


def test_a_moved_callout_stays_where_it_is_and_follows_the_analysis() -> None:
    page = Page(BOATS, NETS)
    callout = next(block.raw for block in read_blocks(page.text) if block.id)
    page.edit(callout, "")
    page.text += "\n" + callout
    page.build(*found_in(COAL, BOATS, NETS, name="Tom Finch"))
    assert page.callouts()[1:] == [(4, "Tom Finch", NETS), (4, "Tom Finch", BOATS)]
    assert "[¶3](#p3)" in page.text[page.text.index(NETS) :]


def test_what_the_source_gains_takes_no_callout_of_the_paragraph_above_along() -> None:
    page = Page(BOATS, NETS)
    callout = next(block.raw for block in read_blocks(page.text) if block.id and NETS in block.raw)
    page.edit(callout, "")
    page.edit(f"{BOATS}\n", f"{BOATS}\n\n{callout}")
    page.cut(3)
    page.build(*found_in(BOATS, COAL, NETS))
    assert page.callouts() == [(2, "Ann Bell", BOATS), (3, "Ann Bell", COAL), (3, "Ann Bell", NETS)]


def test_an_edited_callout_goes_with_its_paragraph_when_the_analysis_drops_it() -> None:
    page = Page(BOATS, NETS, COAL)
    page.edit("Ann Bell, mayor\n>\n> Boats", "Tom Finch, mayor\n>\n> Boats")
    page.build(found_in(NETS, COAL, BOATS)[0], Annotations())
    assert page.callouts() == [(4, "Tom Finch", BOATS)]
    assert "[¶4](#p4)" in page.text


def test_a_persons_link_follows_its_paragraph() -> None:
    page = Page(BOATS, NETS)
    page.text += "\nCompare [¶3](#p3) with [¶2](#p2).\n"
    page.build(*found_in(COAL, BOATS, NETS))
    assert page.text.endswith("\nCompare [¶4](#p4) with [¶3](#p3).\n")
    page.build(*found_in(NETS, COAL, BOATS))
    assert page.text.endswith("\nCompare [¶2](#p2) with [¶4](#p4).\n")


def test_an_edited_paragraph_becomes_prose_when_the_source_moves_it() -> None:
    page = Page(BOATS, NETS, COAL)
    page.edit(f'<a id="p2"></a>{BOATS}', f'<a id="p2"></a>{BOATS} So I heard.')
    merged = page.build(*found_in(NETS, COAL, BOATS))
    assert [p.message for p in merged.problems] == ["¶2 was edited here, and is ¶4 in the source now."]
    assert f"\n{BOATS} So I heard.\n" in page.text
    assert page.paragraphs() == [(2, NETS), (3, COAL), (4, BOATS)]


def test_an_edited_paragraph_becomes_prose_when_the_source_drops_it() -> None:
    page = Page(BOATS, NETS)
    page.edit(f'<a id="p2"></a>{BOATS}', f'<a id="p2"></a>{BOATS} So I heard.')
    page.delete(0)
    merged = page.build(*found_in(NETS))
    assert [p.message for p in merged.problems] == ["¶2 was edited here, and the source no longer has it."]
    assert f"\n{BOATS} So I heard.\n" in page.text
    assert page.text.count('<a id="p2">') == 1


def test_a_folded_callout_stays_folded() -> None:
    page = Page(BOATS)
    page.edit("[!quote] Ann", "[!quote]- Ann")
    page.build(*found_in(BOATS, name="Tom Finch"))
    assert "> [!quote]- Tom Finch, mayor\n" in page.text
    assert [one.words[:19] for one in differences(page.base or "", page.text)] == ["shown as [!quote]- "]


def test_title_and_headline_follow_unless_renamed() -> None:
    def titled(title: str) -> tuple[Source, Annotations]:
        source, annotations = found_in(BOATS)
        return replace(source, title=title, paragraphs=source.paragraphs[1:]), annotations

    page = Page(BOATS)
    page.text = page.base = write_page(*titled("Old"))
    page.edit("title: Old\n", "title: Old\ntags: [mine]\n")
    page.build(*titled("New"))
    assert page.text.startswith("---\ntitle: New\ntags: [mine]\n---\n\n# New\n")
    page.edit("# New", "# Mine")
    page.build(*titled("Newer"))
    assert page.text.startswith("---\ntitle: Newer\ntags: [mine]\n---\n\n# Mine\n")


def test_a_headline_that_was_no_paragraph_before_is_there_once() -> None:
    source, annotations = found_in(BOATS)
    apart = replace(source, paragraphs=(replace(source.paragraphs[0], kind="text"), *source.paragraphs[1:]))
    page = Page(BOATS)
    page.text += "\nMine.\n"
    page.build(apart, annotations)
    assert page.text.count("\n# Harbour stays open\n") == 1
    page.build(source, annotations)
    assert page.text.count("\n# ") == 1


def test_typography_is_no_edit() -> None:
    page = Page(BOATS, NETS)
    callout = next(block.raw for block in read_blocks(page.text) if block.id)
    other = callout.replace("“old”", '"old"').replace("> [!", "> \\[!").replace("\n", " \n")
    page.edit(callout, other)
    page.edit("> - Published", "> * Published")
    before = page.text
    assert differences(page.base or "", page.text) == ()
    page.build(*found_in(BOATS, NETS))
    assert page.text == before.replace("\\[!", "[!")
    page.build(*found_in(BOATS, NETS, name="Tom Finch"))
    assert page.callouts()[0][1:] == ("Tom Finch", BOATS.replace("“old”", '"old"'))
    page.build(*found_in(NETS, name="Tom Finch"))
    assert page.callouts() == [(2, "Tom Finch", NETS)]


def test_a_callout_that_a_formatter_broke_is_mended() -> None:
    """Wrapped, a title's end reads like words; decoded, a name's comma ends it."""
    source, annotations = found_in(BOATS, NETS, name="Finch, Bell and Sons, of the harbour")
    for old, new in (("of the harbour", "of\n> the harbour"), ("&#44;", ",")):
        page = Page()
        page.text = page.base = write_page(source, annotations)
        page.edit(old, new)
        assert differences(page.base, page.text) == ()
        assert page.build(source, annotations).kept == 0
        assert page.text == page.base


def test_a_rewrapped_paragraph_follows_the_source() -> None:
    page = Page(BOATS, NETS)
    page.edit("Boats leave the harbour", "Boats leave\nthe harbour")
    page.build(*found_in(COAL, BOATS, NETS))
    assert '<a id="p3"></a>Boats leave\nthe harbour' in page.text
    page.build(*found_in(COAL, BOATS.replace("dawn", "noon"), NETS))
    assert '<a id="p3"></a>Boats leave the harbour at noon' in page.text


def test_an_edited_event_keeps_its_fields() -> None:
    source = HARBOUR
    page = Page()
    page.text = page.base = write_page(source, FOUND)
    page.edit("[!event] Tuesday 26 April 2022", "[!event] Wednesday 27 April 2022")
    page.build(source, Annotations((SAID,), (), (replace(MEETS, status="happened", date="2022-05-01"),)))
    assert "> [!event] Wednesday 27 April 2022\n" in page.text
    assert "> happened · “on Tuesday”" in page.text
