"""How much of a source is published, on its page: the whole text, the words of its annotations, or the card."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.briefing import Briefing, Entry
from onrecord.checks import reserved_rights, reserves
from onrecord.model import (
    Annotations,
    Event,
    Publish,
    Source,
    Speaker,
    Statement,
    StatementKind,
    annotation_id,
)
from onrecord.pages.merge import Merged, merge
from onrecord.pages.opinions import differences, restore
from onrecord.pages.orphans import words_of
from onrecord.pages.published import is_excerpt, published
from onrecord.pages.reader import read_blocks, read_page
from test_pages import source_of

PATH = "docs/sources/note.md"
QUAY = "Nobody paints the quay before spring, Ann Bell told the guild, and crowds of gulls agreed."
PLAN = "The guild meets on Tuesday to vote. Tom Finch said: “We want slate, not tin.” Then they ate."
TAIL = "A choir sang behind the sheds until the lamps went out one by one."
MODES: tuple[Publish, ...] = ("full", "excerpts", "link")


def source(publish: Publish, *paragraphs: str) -> Source:
    words = paragraphs or (QUAY, PLAN, TAIL)
    return replace(source_of("The quay of Harwick", *words), publish=publish, url="https://quay.example/1")


KNOWN: tuple[tuple[str, str, StatementKind], ...] = (
    ("Nobody paints the quay before spring", "Ann Bell", "indirect"),
    ("“We want slate, not tin.”", "Tom Finch", "direct"),
)
MEETS = "The guild meets on Tuesday"


def found_in(text: Source) -> Annotations:
    """Two statements and an event, as an analysis would find them, as far as the text has their paragraphs."""
    statements, events = [], []
    for paragraph in text.paragraphs:
        low, high = paragraph.span
        for words, name, kind in KNOWN:
            at = text.text.find(words, low, high)
            if at >= 0:
                spans, speaker = ((at, at + len(words)),), Speaker(name=name)
                one = Statement(annotation_id(words), kind, spans, speaker, words, paragraph.number)
                statements.append(one)
        at = text.text.find(MEETS, low, high)
        if at >= 0:
            span = (at, at + len(MEETS))
            one_event = Event(annotation_id(MEETS), "2022-04-26", MEETS, span, "planned", paragraph.number)
            events.append(one_event)
    return Annotations(tuple(statements), (), tuple(events))


class Page:
    """A page built again and again, edited in between; a second build must change nothing more."""

    def __init__(self, publish: Publish) -> None:
        self.text: str | None = None
        self.base: str | None = None
        self.build(publish)

    def build(self, publish: Publish, *paragraphs: str, nothing_found: bool = False) -> Merged:
        made = source(publish, *paragraphs)
        theirs = Annotations() if nothing_found else found_in(made)
        merged = merge(PATH, made, theirs, self.base, self.text)
        self.text, self.base = merged.page, merged.base
        again = merge(PATH, made, theirs, self.base, self.text)
        assert (again.page, again.base, again.added, again.changed) == (self.text, self.base, 0, 0)
        self.held, self.problems = read_page(PATH, self.text, made)
        return merged

    def edit(self, old: str, new: str) -> None:
        assert self.text
        assert old in self.text
        self.text = self.text.replace(old, new, 1)

    def delete(self, words: str) -> None:
        """Takes out the block that holds these words."""
        blocks = read_blocks(self.text or "")
        chosen = next(block for block in blocks if words in block.raw)
        self.text = "".join(block.raw for block in blocks if block != chosen)

    def paragraphs(self) -> list[str]:
        return [block.words for block in read_blocks(self.text or "") if block.kind == "paragraph"]

    def callouts(self) -> list[str]:
        blocks = read_blocks(self.text or "")
        return [words_of(block) for block in blocks if block.id]

    def messages(self) -> list[str]:
        return [problem.message for problem in self.problems]


EXCERPTS = [
    "The quay of Harwick",
    "Nobody paints the quay before spring …",
    "The guild meets on Tuesday … “We want slate, not tin.” …",
]


def test_excerpts_show_the_words_of_annotations_and_nothing_else() -> None:
    page = Page("excerpts")
    assert page.paragraphs() == EXCERPTS
    assert page.messages() == []
    assert len(page.callouts()) == 3
    assert "> - Published here: only the words of the statements" in str(page.text)
    assert "The whole text: [https://quay.example/1](https://quay.example/1)" in str(page.text)


def test_link_shows_the_card_alone() -> None:
    page = Page("link")
    assert page.paragraphs() == ["The quay of Harwick"]
    assert page.callouts() == []
    assert page.held == Annotations()
    assert page.messages() == []
    assert "> - Published here: only this card" in str(page.text)


def test_a_deleted_callout_takes_its_excerpt_along_and_stays_deleted() -> None:
    page = Page("excerpts")
    page.delete("> [!quote] Tom Finch")
    page.build("excerpts")
    assert page.paragraphs()[2] == "The guild meets on Tuesday …"
    page.delete("> [!event]")
    page.build("excerpts")
    assert page.paragraphs() == EXCERPTS[:2]
    assert page.messages() == []
    for mode in ("full", "link", "excerpts", "full"):
        page.build(mode)
    assert page.callouts() == ["Nobody paints the quay before spring"]
    assert page.paragraphs() == ["The quay of Harwick", QUAY, PLAN, TAIL]


def test_a_callout_by_hand_adds_its_words() -> None:
    page = Page("excerpts")
    page.text = f"{page.text}\n> [!quote] Rita Moss\n>\n> A choir sang behind the sheds\n"
    page.build("excerpts")
    assert page.paragraphs() == [*EXCERPTS, "A choir sang behind the sheds …"]
    assert page.messages() == []


def test_words_that_are_not_in_the_source_add_nothing() -> None:
    page = Page("excerpts")
    page.edit("> “We want slate, not tin.”", "> “We want slate, never tin.”")
    page.build("excerpts")
    assert page.paragraphs()[2] == "The guild meets on Tuesday …"
    assert [p.kind for p in page.problems] == ["unverified"]


def test_what_a_person_wrote_survives_every_change_of_rights() -> None:
    page = Page("full")
    page.edit("[!quote] Tom Finch", "[!quote] Thomas Finch, roofer")
    page.edit('<a id="p4">', 'Ask the choir.\n\n<a id="p4">')
    page.delete("> [!event]")
    page.text = f"{page.text}\n> [!note] Look it up\n"
    for mode in ("excerpts", "link", "full", "link", "excerpts", "full"):
        page.build(mode)
        assert "[!quote] Thomas Finch, roofer" in str(page.text)
        assert "\nAsk the choir.\n" in str(page.text)
        assert "\n> [!note] Look it up\n" in str(page.text)
        assert "[!event]" not in str(page.text)
        places = [str(page.text).index(words) for words in ("Thomas Finch", "Ask the choir", "Look it up")]
        assert places == sorted(places)
        assert ("Nobody paints" in str(page.text)) is (mode != "link")
    assert page.paragraphs() == ["The quay of Harwick", QUAY, PLAN, TAIL]


def test_a_deleted_paragraph_stays_deleted() -> None:
    page = Page("full")
    page.delete('<a id="p4">')
    for mode in ("excerpts", "link", "full"):
        page.build(mode)
    assert page.paragraphs() == ["The quay of Harwick", QUAY, PLAN]


def test_an_edited_callout_beside_the_card_is_reported_and_goes_no_further() -> None:
    page = Page("full")
    page.edit("[!quote] Tom Finch", "[!quote] Thomas Finch")
    page.build("link")
    assert page.callouts() == ["“We want slate, not tin.”"]
    assert page.paragraphs() == ["The quay of Harwick", "…"]
    assert (page.held.statements, page.held.events) == ((), ())
    assert [(p.kind, p.severity) for p in page.problems] == [("rights", "error")]


def test_an_edited_paragraph_is_reported() -> None:
    page = Page("full")
    page.edit("the lamps went out", "the lights went out")
    page.build("excerpts")
    assert page.messages() == ["¶4 was edited, so more of it is published than the words of its annotations."]
    page.build("full")
    assert page.messages() == ["The words of ¶4 are not those of sources/note.txt."]


def test_an_edited_excerpt_stays_as_a_person_left_it() -> None:
    page = Page("excerpts")
    page.edit("before spring …", "before spring … I doubt it.")
    for mode in MODES:
        page.build(mode)
        assert "… I doubt it." in str(page.text)


def test_an_excerpt_moves_with_the_source() -> None:
    page = Page("excerpts")
    page.edit("[!quote] Ann Bell", "[!quote] Anna Bell")
    page.build("excerpts", "It rained.", QUAY, TAIL)
    assert page.paragraphs() == ["The quay of Harwick", "Nobody paints the quay before spring …"]
    assert '<a id="p3"></a>Nobody paints' in str(page.text)
    assert "[!quote] Anna Bell" in str(page.text)


def test_a_formatters_line_breaks_in_an_excerpt_stay() -> None:
    page = Page("excerpts")
    page.edit("The guild meets", "The guild\nmeets")
    page.build("excerpts")
    assert "The guild\nmeets" in str(page.text)
    assert differences(page.base or "", str(page.text)) == ()


def test_a_page_without_its_base_is_read_again() -> None:
    for mode in MODES:
        page = Page("excerpts")
        page.base = None
        page.build(mode)
        assert page.messages() == []
        assert (
            page.paragraphs()
            == {
                "full": ["The quay of Harwick", QUAY, PLAN, TAIL],
                "excerpts": EXCERPTS,
                "link": ["The quay of Harwick"],
            }[mode]
        )


def test_a_deleted_annotation_comes_back_with_its_excerpt() -> None:
    page = Page("excerpts")
    page.delete("> [!quote] Ann Bell")
    page.build("excerpts")
    assert page.paragraphs() == [EXCERPTS[0], EXCERPTS[2]]
    ident = annotation_id("Nobody paints the quay before spring")
    page.text = restore(page.base or "", str(page.text), ident)
    page.build("excerpts")
    assert page.paragraphs() == EXCERPTS
    page.build("link")
    assert restore(page.base or "", str(page.text), ident) == page.text


def test_an_excerpt_goes_with_an_annotation_that_the_analysis_gives_up() -> None:
    page = Page("excerpts")
    page.build("excerpts", nothing_found=True)
    assert page.paragraphs() == ["The quay of Harwick"]
    page.build("excerpts")
    assert page.paragraphs() == EXCERPTS


def test_without_a_title_no_words_of_the_text_name_a_page() -> None:
    untitled = replace(source("link"), title=None)
    untitled = replace(untitled, paragraphs=tuple(replace(p, kind="text") for p in untitled.paragraphs))
    assert untitled.label == "note"
    assert "Harwick" not in merge(PATH, untitled, found_in(untitled), None, None).page


SPANS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=5)


@given(SPANS)
def test_nothing_but_annotated_words_is_left(spans: Sequence[tuple[int, int]]) -> None:
    made = source("excerpts")
    content = [(min(pair), max(pair)) for pair in spans if pair[0] != pair[1]]
    statements = (Statement(f"s-{n}", "direct", (one,), Speaker(), "x", 2) for n, one in enumerate(content))
    held = Annotations(tuple(statements))
    part = published(made, held)
    assert len(part.text) == len(made.text)
    head = made.paragraphs[0].span[1]
    told = {at for low, high in content for at in range(low, high)} | set(range(head))
    for at, (before, after) in enumerate(zip(made.text, part.text, strict=True)):
        assert after in (before, " ", "…")
        assert at in told or not after.isalnum()
    for paragraph in made.paragraphs:
        words = part.text[slice(*paragraph.span)]
        assert is_excerpt(" ".join(words.split()), made.text[slice(*paragraph.span)])


@pytest.mark.parametrize(
    ("rights", "expected"),
    [
        ("© 2022 Harwick Post. All rights reserved.", True),
        ("Copyright Harwick Post", True),
        ("This may not be published or rewritten without permission.", True),
        ("CC BY 4.0", False),
        ("© Ann Bell, Creative Commons Attribution", False),
        ("Harwick Post is a newspaper.", False),
        ("", False),
    ],
)
def test_rights_lines_are_understood(rights: str, expected: bool) -> None:
    assert reserves(rights) is expected


def test_reserved_rights_are_warned_of_once() -> None:
    def entry(name: str, publish: Publish, rights: str | None) -> Entry:
        return Entry(replace(source(publish), name=name, rights=rights), Annotations())

    held = (
        entry("a", "full", "All rights reserved"),
        entry("b", "excerpts", "All rights reserved"),
        entry("c", "full", "© 2022"),
        entry("d", "full", None),
    )
    (problem,) = reserved_rights(Briefing("Quay", held, (), ()))
    assert problem.message == "2 texts that reserve their rights are published in full: a, c."
    assert problem.severity == "warning"
    assert "publish: excerpts" in problem.hint
    assert list(reserved_rights(Briefing("Quay", held[1:2], (), ()))) == []
