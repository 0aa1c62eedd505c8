"""What becomes of callouts that people split, copied or wrote, and of paragraphs that they moved."""

from dataclasses import replace

from merge_page import BOATS, COAL, NETS, Page, found_in
from onrecord.model import Annotations, Event, Source, annotation_id
from onrecord.pages.opinions import accept, differences, restore
from onrecord.pages.orphans import HEADING
from onrecord.pages.reader import read_blocks
from onrecord.pages.writer import write_page


def with_event(*paragraphs: str) -> tuple[Source, Annotations]:
    """As `found_in`, and an event in the last four words of the first paragraph."""
    source, annotations = found_in(*paragraphs)
    what = " ".join(paragraphs[0].split()[-4:])
    event = Event(annotation_id(what), "2022-04-26", what, None, "planned", 2)
    return source, replace(annotations, events=(event,))


def test_a_part_of_a_split_callout_hides_no_event_of_the_same_words() -> None:
    page = Page(BOATS, NETS)
    first, last = BOATS.rsplit(" ", 4)[0], " ".join(BOATS.split()[-4:])
    page.edit(f"> {BOATS}\n", f"> {first}\n")
    page.text += f"\n> [!quote] Tom Finch\n>\n> {last}\n"
    page.build(*with_event(BOATS, NETS))
    assert page.callouts() == [(2, "Ann Bell", first), (3, "Ann Bell", NETS), (3, "Tom Finch", last)]
    assert [block.event.what for block in read_blocks(page.text) if block.event] == [last]


def test_callouts_without_an_id_have_each_their_own() -> None:
    page = Page(BOATS, NETS)
    page.text += f"\n> [!quote] Tom Finch\n>\n> {BOATS}\n\n> [!quote] Rita Moss\n>\n> {BOATS}\n"
    ids = [block.id for block in read_blocks(page.text) if block.statement]
    assert ids[2:] == [f"{ids[0]}-2", f"{ids[0]}-3"]


def test_beside_the_card_a_changed_callout_stays_though_a_copy_of_it_is_the_tools() -> None:
    page = Page(BOATS, NETS)
    callout = next(block.raw for block in read_blocks(page.text) if block.id)
    page.edit(callout, callout.replace("Ann Bell", "Tom Finch") + callout)
    source, annotations = found_in(BOATS, NETS)
    page.build(replace(source, publish="link"), annotations)
    assert ("Tom Finch", BOATS) in [told[1:] for told in page.callouts()]


def test_what_a_person_wrote_first_is_told_as_theirs_and_stays_deleted() -> None:
    page = Page(BOATS)
    page.build(found_in(BOATS)[0], Annotations())
    mine = f'> [!quote] Ann Bell, mayor\n>\n> {BOATS}\n>\n> mixed · [¶2](#p2) <a id="boats"></a>\n'
    page.text += "\n" + mine
    page.build(*found_in(BOATS))
    assert [one.words for one in differences(page.base or "", page.text)] == ["added by hand: boats"]
    assert accept(page.base or "", page.text, "boats") == page.text
    page.edit("\n" + mine, "")
    assert mine in (restore(page.base or "", page.text, "boats") or "")
    page.build(*found_in(BOATS))
    assert page.callouts() == []
    assert mine in (restore(page.base or "", page.text, "boats") or "")


GEESE = "Nobody feeds the geese, a guard told them."


def section(page: Page, number: int) -> str:
    """A paragraph with all that stands behind it."""
    return "".join(block.raw for block in read_blocks(page.text) if block.paragraph == number)


def moved_up(*paragraphs: str) -> Page:
    """A page on which the last paragraph stands before the others, with its callouts."""
    page = Page(*paragraphs)
    page.text = page.text.rstrip("\n") + "\n\n"
    last = section(page, len(paragraphs) + 1)
    page.edit(last, "")
    page.edit('<a id="p2">', last + '<a id="p2">')
    return page


def test_a_moved_paragraph_stays_with_its_callouts_and_draws_no_new_one_to_it() -> None:
    page = moved_up(BOATS, NETS, COAL)
    page.build(*found_in(BOATS, NETS, COAL, name="Tom Finch"))
    assert page.paragraphs() == [(4, COAL), (2, BOATS), (3, NETS)]
    page.build(*found_in(BOATS, GEESE, NETS, COAL))
    assert page.paragraphs() == [(5, COAL), (2, BOATS), (3, GEESE), (4, NETS)]
    assert [number for number, _, _ in page.callouts()] == [5, 2, 3, 4]


def test_a_paragraph_moved_alone_leaves_its_callouts_behind() -> None:
    page = Page(BOATS, NETS, COAL)
    paragraph = next(block.raw for block in read_blocks(page.text) if block.paragraph == 3)
    page.edit(paragraph, "")
    page.text += "\n" + paragraph
    page.build(*found_in(BOATS, NETS, COAL, name="Tom Finch"))
    assert page.paragraphs() == [(2, BOATS), (4, COAL), (3, NETS)]
    assert page.callouts() == [(2, "Tom Finch", BOATS), (2, "Tom Finch", NETS), (4, "Tom Finch", COAL)]


def test_a_paragraph_that_is_there_twice_stays_so_and_draws_no_new_one_to_its_copy() -> None:
    page = Page(BOATS, NETS, COAL)
    copy = next(block.raw for block in read_blocks(page.text) if block.paragraph == 4)
    page.edit('<a id="p2">', copy + '<a id="p2">')
    page.build(*found_in(BOATS, GEESE, NETS, COAL))
    assert page.paragraphs() == [(5, COAL), (2, BOATS), (3, GEESE), (4, NETS), (5, COAL)]
    page.build(*found_in(BOATS, GEESE, NETS))
    assert page.paragraphs() == [(2, BOATS), (3, GEESE), (4, NETS)]


def test_what_was_left_out_goes_before_or_behind_a_paragraph_that_was_moved() -> None:
    """Of two that changed places nobody can say which was moved: the rest stands well with both."""
    source, annotations = found_in(BOATS, NETS, COAL)
    page = Page(BOATS, NETS, COAL)
    page.build(
        replace(source, publish="excerpts"), replace(annotations, statements=annotations.statements[1:])
    )
    assert [number for number, _ in page.paragraphs()] == [3, 4]
    nets = section(page, 3)
    page.edit(nets, "")
    page.text = page.text.rstrip("\n") + "\n\n" + nets
    page.build(source, replace(annotations, statements=annotations.statements[1:]))
    assert [number for number, _ in page.paragraphs()] == [2, 4, 3]


def test_a_deleted_callout_of_a_deleted_paragraph_comes_back_where_that_stood() -> None:
    page = moved_up(BOATS, NETS, COAL)
    page.edit(section(page, 3), "")
    ident = found_in(NETS)[1].statements[0].id
    page.text = restore(page.base or "", page.text, ident) or ""
    assert [words for _, _, words in page.callouts()] == [COAL, BOATS, NETS]


def test_what_people_write_under_the_heading_for_what_is_gone_draws_no_paragraph_among_excerpts() -> None:
    source, annotations = found_in(BOATS, NETS)
    page = Page(BOATS, NETS)
    page.text += f"\n{HEADING}\n\nMine.\n"
    page.build(
        replace(source, publish="excerpts"), replace(annotations, statements=annotations.statements[:1])
    )
    assert page.paragraphs() == [(2, BOATS)]
    assert page.text.endswith(f"\n{HEADING}\n\nMine.\n")


def test_a_part_of_a_split_callout_hides_no_event_of_the_same_words_beside_the_card() -> None:
    source, annotations = with_event(BOATS, NETS)
    page = Page()
    page.text = page.base = write_page(source, annotations)
    last = " ".join(BOATS.split()[-4:])
    page.text += f"\n> [!quote] Tom Finch\n>\n> {last}\n"
    page.build(replace(source, publish="link"), annotations)
    page.build(source, annotations)
    assert [block.event.what for block in read_blocks(page.text) if block.event] == [last]
    assert (3, "Tom Finch", last) in page.callouts()


def test_beside_the_card_an_edited_copy_of_a_paragraph_stays_and_the_other_is_not_listed() -> None:
    source, annotations = found_in(BOATS, NETS)
    page = Page(BOATS, NETS)
    copy = next(block.raw for block in read_blocks(page.text) if block.paragraph == 3)
    page.text += "\n" + copy.rstrip() + " So I heard.\n"
    page.build(replace(source, publish="link"), annotations)
    assert page.paragraphs() == [(3, f"{NETS} So I heard.")]
    page.build(source, annotations)
    assert page.paragraphs() == [(2, BOATS), (3, f"{NETS} So I heard.")]
