"""What a person deleted stays deleted, and its neighbours in place, when paragraphs come, go and change."""

from dataclasses import replace

from merge_page import BOATS, COAL, NETS, PATH, Page, found_in
from onrecord.model import Annotations, Source, annotation_id
from onrecord.pages.merge import merge
from onrecord.pages.opinions import restore
from onrecord.pages.orphans import HEADING
from onrecord.pages.reader import read_blocks


def test_a_deleted_callout_stays_deleted_when_its_paragraph_leaves_and_returns() -> None:
    page = Page(BOATS, NETS)
    page.delete(0)
    page.build(*found_in(NETS))
    assert restore(page.base or "", page.text, found_in(BOATS)[1].statements[0].id) is None
    page.build(*found_in(COAL, BOATS, NETS))
    assert [words for _, _, words in page.callouts()] == [COAL, NETS]


def test_a_renamed_callout_stays_deleted_when_its_paragraph_leaves_and_returns() -> None:
    page = Page(BOATS, NETS)
    later = BOATS.replace("dawn", "noon")
    page.build(*found_in(later, NETS))
    page.delete(0)
    page.build(*found_in(NETS))
    page.build(*found_in(NETS, later))
    assert [words for _, _, words in page.callouts()] == [NETS]


def less_of(words: str, source: Source, annotations: Annotations) -> tuple[Source, Annotations]:
    """The analysis as it quotes a paragraph without its first two words, under an id of its own."""
    shorter = words.split(" ", 2)[2]
    statements = []
    for one in annotations.statements:
        if one.words == words:
            end = one.content[0][1]
            span = (end - len(shorter), end)
            one = replace(one, words=shorter, id=annotation_id(shorter), content=(span,))
        statements.append(one)
    return source, Annotations(tuple(statements))


def test_a_deleted_callout_stays_deleted_where_its_paragraph_returns_quoted_otherwise() -> None:
    page = Page(BOATS, NETS)
    page.delete(0)
    page.build(*found_in(NETS))
    page.build(*less_of(BOATS, *found_in(COAL, BOATS, NETS)))
    assert [words for _, _, words in page.callouts()] == [COAL, NETS]


def test_a_deleted_callout_stays_deleted_where_its_paragraph_returns_unquoted_at_first() -> None:
    page = Page(BOATS, NETS)
    page.delete(0)
    page.build(*found_in(NETS))
    source, annotations = found_in(BOATS, NETS)
    page.build(source, Annotations(annotations.statements[1:]))
    page.build(*less_of(BOATS, source, annotations))
    assert [words for _, _, words in page.callouts()] == [NETS]


def test_what_was_deleted_hides_nothing_like_it_in_another_paragraph() -> None:
    page = Page(BOATS, NETS)
    page.delete(0)
    page.build(*found_in(NETS))
    source, annotations = found_in(NETS)
    like_it = found_in(BOATS.replace("Boats", "Ships").replace("dawn", "noon"))[1].statements
    page.build(source, replace(annotations, statements=(*annotations.statements, *like_it)))
    assert len(page.callouts()) == 2


def test_a_deleted_paragraph_stays_deleted_where_the_source_moves_it_and_its_callout_goes_along() -> None:
    page = Page(BOATS, NETS, COAL)
    page.cut(2)
    page.build(*found_in(NETS, COAL, BOATS.replace("old", "new")))
    assert page.paragraphs() == [(2, NETS), (3, COAL)]
    assert [(number, words) for number, _, words in page.callouts()] == [
        (2, NETS),
        (3, COAL),
        (3, BOATS.replace("old", "new")),
    ]
    assert "[¶4](#p4)" in page.text
    page.build(*found_in(BOATS, COAL, NETS))
    assert [words for _, words in page.paragraphs()] == [COAL, NETS]
    assert [words for _, _, words in page.callouts()] == [BOATS, COAL, NETS]


def test_what_the_source_gains_goes_before_or_behind_the_callout_of_a_deleted_paragraph() -> None:
    page = Page(BOATS, NETS)
    page.cut(2)
    page.edit("Ann Bell, mayor\n>\n> Boats", "Ann Bell, pilot\n>\n> Boats")
    page.build(*found_in(COAL, BOATS, NETS))
    assert page.callouts() == [(2, "Ann Bell", COAL), (2, "Ann Bell", BOATS), (4, "Ann Bell", NETS)]
    page.build(*found_in(BOATS, COAL, NETS))
    assert page.callouts() == [(1, "Ann Bell", BOATS), (3, "Ann Bell", COAL), (4, "Ann Bell", NETS)]
    assert page.text.count("Ann Bell, pilot") == 1


def test_the_callout_of_a_deleted_paragraph_keeps_its_place_among_excerpts() -> None:
    source, annotations = found_in(BOATS, NETS)
    source = replace(source, publish="excerpts")
    few = Annotations(annotations.statements[1:])
    page = Page()
    first = merge(PATH, source, few, None, None)
    page.text, page.base = first.page, first.base
    page.cut(3)
    page.build(source, few)
    assert page.paragraphs() == [(2, "…")]
    assert page.callouts() == [(2, "Ann Bell", NETS)]
    page.build(source, annotations)
    assert [(number, words) for number, _, words in page.callouts()] == [(2, BOATS), (2, NETS)]


def card_only(*paragraphs: str) -> tuple[Source, Annotations]:
    source, annotations = found_in(*paragraphs)
    return replace(source, publish="link"), annotations


def test_beside_the_card_the_callout_of_a_deleted_paragraph_does_not_come_back_below_the_heading() -> None:
    page = Page(BOATS, NETS, COAL)
    page.edit(f"Ann Bell, mayor\n>\n> {COAL}", f"Tom Finch, mayor\n>\n> {COAL}")
    page.cut(3)
    page.build(*card_only(BOATS, NETS))
    assert page.text.index(HEADING) < page.text.index(COAL)
    assert [words for _, _, words in page.callouts()] == [COAL]
    page.build(*found_in(BOATS, NETS))
    assert [words for _, _, words in page.callouts()] == [BOATS, NETS, COAL]


def test_beside_the_card_a_moved_callout_keeps_its_place_where_its_paragraph_was_deleted() -> None:
    page = Page(BOATS, NETS, COAL)
    page.edit(f"Ann Bell, mayor\n>\n> {COAL}", f"Tom Finch, mayor\n>\n> {COAL}")
    callout = next(block.raw for block in read_blocks(page.text) if block.id and COAL in block.raw)
    page.edit(callout, "")
    page.edit('<a id="p2">', callout.rstrip() + '\n\n<a id="p2">')
    page.cut(2)
    page.cut(4)
    page.build(*card_only(BOATS, NETS, COAL))
    assert page.callouts() == [(1, "Tom Finch", COAL)]
    page.build(*found_in(BOATS, NETS, COAL))
    assert [(number, words) for number, _, words in page.callouts() if words != BOATS] == [
        (1, COAL),
        (3, NETS),
    ]


def test_a_callout_that_was_moved_from_a_deleted_paragraph_stays_where_it_was_put() -> None:
    page = Page(BOATS, NETS, COAL)
    callout = next(block.raw for block in read_blocks(page.text) if block.id)
    page.cut(2)
    page.edit(callout, "")
    page.edit('<a id="p4">', f'{callout}<a id="p4">')
    for order in ((BOATS, NETS, COAL), (NETS, COAL, BOATS)):
        page.build(*found_in(*order, name="Tom Finch"))
        assert [words for _, _, words in page.callouts()] == [NETS, BOATS, COAL]
