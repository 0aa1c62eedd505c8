"""What becomes of callouts that people split, copied or wrote, and of paragraphs that they moved."""

from dataclasses import replace

from merge_page import BOATS, NETS, Page, found_in
from onrecord.model import Annotations, Event, Source, annotation_id
from onrecord.pages.reader import read_blocks


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
