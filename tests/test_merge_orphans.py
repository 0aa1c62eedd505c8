"""What becomes of an edited annotation whose words the text no longer has, or has in several places."""

from dataclasses import replace

from merge_page import BOATS, COAL, NETS, PATH, Page, found_in
from onrecord.model import Annotations, Publish, Source, Speaker, Statement, annotation_id
from onrecord.pages.orphans import HEADING
from onrecord.pages.reader import read_blocks, read_page
from onrecord.pages.writer import write_page

RIGHTS: tuple[Publish, ...] = ("full", "excerpts")
BIRDS = "Geese honk by the mill, everybody agreed."


def orphaned() -> Page:
    """A page on which an edited callout, with a remark, has lost its paragraph."""
    page = Page(BOATS, NETS, COAL)
    page.edit(f"Ann Bell, mayor\n>\n> {NETS}", f"Tom Finch, clerk\n>\n> {NETS}\n>\n> I asked him.")
    page.build(*found_in(BOATS, COAL))
    return page


def section(page: Page) -> str:
    return page.text[page.text.index(HEADING) :]


def test_an_orphan_stands_under_its_heading_with_its_note() -> None:
    page = orphaned()
    assert page.text.count(HEADING) == 1
    assert section(page) == (
        f"{HEADING}\n\n> [!quote] Tom Finch, clerk\n>\n> {NETS}\n>\n> I asked him.\n>\n"
        '> mixed <a id="crews-mend-torn-nets-a-9799"></a>\n'
    )


def test_an_orphan_is_reported_and_is_no_annotation() -> None:
    page = orphaned()
    source, found = found_in(BOATS, COAL)
    merged = page.build(source, found)
    assert [(p.kind, p.severity) for p in merged.problems] == [("orphan", "warning")]
    annotations, problems = read_page(PATH, page.text, source)
    assert [one.words for one in annotations.statements] == [BOATS, COAL]
    assert annotations.notes == ()
    assert problems == ()


def test_an_orphan_comes_home_with_its_note_when_the_words_return() -> None:
    page = orphaned()
    page.build(*found_in(BIRDS, BOATS, COAL, NETS))
    assert HEADING not in page.text
    assert page.callouts()[-1] == (5, "Tom Finch", NETS)
    assert "> I asked him.\n" in page.text
    assert '[¶5](#p5) <a id="crews-mend-torn-nets-a-9799">' in page.text


def test_an_orphan_comes_home_when_only_its_paragraph_was_rewritten() -> None:
    other = "Crews of the harbour burn every net they own, a clerk added."
    source, found = found_in(BOATS, other)
    nothing = replace(found, statements=found.statements[:1])
    page = Page(BOATS, NETS)
    page.edit(f"Ann Bell, mayor\n>\n> {NETS}", f"Tom Finch, mayor\n>\n> {NETS}")
    page.build(source, nothing)
    assert HEADING in page.text
    page.build(*found_in(BOATS, NETS))
    assert HEADING not in page.text
    assert page.callouts() == [(2, "Ann Bell", BOATS), (3, "Tom Finch", NETS)]
    assert "[¶3](#p3)" in page.text


def test_an_orphan_with_its_words_corrected_comes_home() -> None:
    page = orphaned()
    page.edit(f"> {NETS}\n>\n> I asked", f"> {COAL[:28]}\n>\n> I asked")
    merged = page.build(*found_in(BOATS, COAL))
    assert HEADING not in page.text
    assert page.callouts()[-1] == (3, "Tom Finch", COAL[:28])
    assert "no longer gives rise" in merged.problems[0].message


def test_an_orphan_whose_words_are_in_two_places_stays() -> None:
    page = orphaned()
    source = found_in(BOATS, NETS, COAL, NETS)[0]
    without = Annotations(
        tuple(one for one in found_in(BOATS, NETS, COAL)[1].statements if one.words != NETS)
    )
    page.build(source, without)
    assert "Tom Finch, clerk" in section(page)


def test_an_edited_callout_whose_words_are_there_stays_in_its_place() -> None:
    page = Page(BOATS, NETS, COAL)
    page.edit(f"Ann Bell, mayor\n>\n> {NETS}", f"Tom Finch, mayor\n>\n> {NETS}")
    source, found = found_in(BOATS, NETS, COAL)
    merged = page.build(source, replace(found, statements=(found.statements[0], found.statements[2])))
    assert page.callouts() == [(2, "Ann Bell", BOATS), (3, "Tom Finch", NETS), (4, "Ann Bell", COAL)]
    assert HEADING not in page.text
    assert "no longer gives rise" in merged.problems[0].message


def test_what_people_write_under_the_heading_stays_and_keeps_it() -> None:
    page = orphaned()
    page.text += "\nAsk the crews.\n"
    page.build(*found_in(BOATS, COAL, NETS))
    assert section(page) == f"{HEADING}\n\nAsk the crews.\n"


def test_a_renamed_heading_is_known_and_stays() -> None:
    page = orphaned()
    renamed = HEADING.replace("No longer in the text", "Lost")
    page.edit(HEADING, renamed)
    page.build(*found_in(BOATS, COAL))
    assert HEADING not in page.text
    page.build(*found_in(BOATS, COAL, NETS))
    assert page.text.endswith(f"\n{renamed}\n")


def test_a_deleted_orphan_stays_deleted_when_its_words_return() -> None:
    page = orphaned()
    page.text = page.text[: page.text.index("> [!quote] Tom Finch")]
    page.build(*found_in(BOATS, COAL))
    assert HEADING not in page.text
    page.build(*found_in(BOATS, COAL, NETS))
    assert NETS in page.text
    assert len(page.callouts()) == 2


def test_new_paragraphs_go_before_the_heading() -> None:
    page = orphaned()
    page.build(*found_in(BOATS, COAL, BIRDS))
    assert page.text.index(BIRDS) < page.text.index(HEADING)
    assert "Tom Finch, clerk" in section(page)


def test_two_orphans_stand_under_one_heading() -> None:
    page = orphaned()
    page.edit("Ann Bell, mayor\n>\n> Wet coal", "Rita Moss, mayor\n>\n> Wet coal")
    page.build(*found_in(BOATS))
    assert page.text.count(HEADING) == 1
    assert section(page).index("Tom Finch") < section(page).index("Rita Moss")
    page.build(*found_in(BOATS, COAL))
    assert page.callouts()[-2:] == [(3, "Rita Moss", COAL), (3, "Tom Finch", NETS)]


YES = "“Yes, at once,”"
FIRST = f"{YES} Ann Bell called from the first barge."
SECOND = f"Rita Moss heard {YES} shouted across the basin."
THIRD = f"In the third hour came {YES} and nothing more."


LONG = "“Yes, at once, and twice as fast as you did it yesterday,”"


def said_in(*paragraphs: str, words: str = YES) -> tuple[Source, Annotations]:
    """An analysis that finds the same words in each paragraph that has them, said by Ann Bell."""
    source = found_in(*paragraphs)[0]
    statements: list[Statement] = []
    for paragraph in source.paragraphs:
        at = source.text.find(words, *paragraph.span)
        if at >= 0:
            ident = annotation_id(words, {one.id for one in statements})
            content, speaker = ((at, at + len(words)),), Speaker(name="Ann Bell")
            statements.append(Statement(ident, "direct", content, speaker, words, paragraph.number))
    return source, Annotations(tuple(statements))


def edited(*paragraphs: str, words: str = YES) -> Page:
    """A page on which the first of these callouts has another speaker."""
    page = Page(*paragraphs)
    page.text = page.base = write_page(*said_in(*paragraphs, words=words))
    page.edit("[!quote] Ann Bell", "[!quote] Tom Finch")
    return page


def speakers(page: Page) -> list[tuple[int, str | None]]:
    return [(number, name) for number, name, _ in page.callouts()]


def test_an_edit_stays_with_its_paragraph_where_others_have_the_same_words() -> None:
    page = edited(FIRST, SECOND)
    page.build(*said_in(THIRD, SECOND, FIRST))
    assert speakers(page) == [(2, "Ann Bell"), (3, "Ann Bell"), (4, "Tom Finch")]


def test_an_edit_stays_with_a_paragraph_that_was_rewritten() -> None:
    page = edited(FIRST, SECOND)
    page.build(*said_in(THIRD, FIRST.replace("first barge", "last barge"), SECOND))
    assert speakers(page) == [(2, "Ann Bell"), (3, "Tom Finch"), (4, "Ann Bell")]


def test_an_edit_goes_to_neither_of_two_places_that_it_may_be() -> None:
    page = edited(FIRST)
    merged = page.build(*said_in(SECOND, THIRD))
    assert sorted(speakers(page)) == [(1, "Tom Finch"), (2, "Ann Bell"), (3, "Ann Bell")]
    assert [p.kind for p in merged.problems] == ["orphan"]
    assert len({block.id for block in read_blocks(page.text) if block.id}) == 3


def test_many_words_go_with_the_edit_to_one_place_and_to_neither_of_two() -> None:
    tails = (
        " Nobody on deck had slept since the lock gates jammed two nights before that.",
        " Gulls rose from every roof, and a dog that had been dozing barked once or twice.",
        " Rain fell, lamps were lit early, carts stood empty along all of Tanner Street.",
    )
    there = [one.replace(YES, LONG) + tail for one, tail in zip((FIRST, SECOND, THIRD), tails, strict=True)]
    page = edited(there[0], words=LONG)
    page.build(*said_in(*there[1:], words=LONG))
    assert sorted(speakers(page)) == [(1, "Tom Finch"), (2, "Ann Bell"), (3, "Ann Bell")]
    page = edited(there[0], words=LONG)
    page.build(*said_in(there[2], words=LONG))
    assert speakers(page) == [(2, "Tom Finch")]


def test_an_edit_does_not_go_to_the_same_few_words_in_other_company() -> None:
    page = edited(FIRST)
    merged = page.build(*said_in(THIRD))
    assert (2, "Ann Bell") in speakers(page)
    assert [p.kind for p in merged.problems] == ["orphan"]


def test_twins_in_one_paragraph_keep_their_order() -> None:
    twice = f"{YES} Ann Bell called, and the mate called {YES} too."
    source = found_in(twice)[0]
    places = [at for at in range(len(source.text)) if source.text.startswith(YES, at)]
    statements = tuple(
        Statement(f"yes-{n}", "direct", ((at, at + len(YES)),), Speaker(name="Ann Bell"), YES, 2)
        for n, at in enumerate(places)
    )
    page = Page(twice)
    page.text = page.base = write_page(source, Annotations(statements))
    second = page.text.rindex("[!quote] Ann Bell")
    page.text = page.text[:second] + page.text[second:].replace("Ann Bell", "Tom Finch", 1)
    page.build(source, Annotations(statements))
    assert speakers(page) == [(2, "Ann Bell"), (2, "Tom Finch")]


def test_an_edit_goes_with_a_paragraph_that_was_rewritten_and_moved_at_once() -> None:
    page = Page(BOATS, NETS, COAL)
    page.edit(f"Ann Bell, mayor\n>\n> {NETS}", f"Tom Finch, mayor\n>\n> {NETS}")
    page.build(*found_in(BOATS, COAL, NETS.replace("torn", "old"), COAL))
    assert (4, "Tom Finch", NETS.replace("torn", "old")) in page.callouts()
    assert HEADING not in page.text


def test_problems_are_told_with_the_lines_of_the_page_as_it_is_written() -> None:
    for publish in RIGHTS:
        page = Page(BOATS, NETS, COAL)
        page.edit("[!quote] Ann Bell", "[!quote] Tom Finch")
        page.edit(f"Ann Bell, mayor\n>\n> {COAL}", f"Rita Moss, mayor\n>\n> {COAL}")
        source, annotations = found_in(BIRDS, COAL, name="Bea Lund")
        source = replace(source, publish=publish)
        annotations = replace(annotations, statements=annotations.statements[1:])
        problems = page.build(source, annotations).problems
        lines = page.text.split("\n")
        assert [p.kind for p in problems] == ["conflict", "orphan"]
        assert [lines[p.line - 1] for p in problems] == [
            "> [!quote] Rita Moss, mayor",
            "> [!quote] Tom Finch, mayor",
        ]
        assert HEADING in lines[: problems[1].line]
