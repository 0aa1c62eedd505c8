"""A page that is edited and built by turns, for tests of merging."""

from onrecord.model import Annotations, Source, Speaker, Statement, annotation_id
from onrecord.pages.merge import Merged, merge
from onrecord.pages.reader import read_blocks
from onrecord.pages.writer import write_page
from test_pages import source_of

PATH = "docs/sources/note.md"
BOATS = "Boats leave the harbour at dawn, the “old” mayor said."
NETS = "Crews mend torn nets, a clerk added."
COAL = "Wet coal lies on every barge, nobody denied."


def found_in(*paragraphs: str, name: str = "Ann Bell") -> tuple[Source, Annotations]:
    """A source, and an analysis that has each of its paragraphs said by `name`."""
    source = source_of("Harbour stays open", *paragraphs)
    statements: list[Statement] = []
    for paragraph in source.paragraphs[1:]:
        words = source.text[slice(*paragraph.span)]
        ident = annotation_id(words, {one.id for one in statements})
        speaker = Speaker(name=name, role="mayor")
        statements.append(Statement(ident, "mixed", (paragraph.span,), speaker, words, paragraph.number))
    return source, Annotations(tuple(statements))


class Page:
    """A page that is edited and built by turns; a second build must change nothing more."""

    def __init__(self, *paragraphs: str) -> None:
        self.text = write_page(*found_in(*paragraphs))
        self.base: str | None = self.text

    def edit(self, old: str, new: str) -> None:
        assert old in self.text
        self.text = self.text.replace(old, new, 1)

    def delete(self, at: int) -> None:
        """Takes out the callout with this number, from 0."""
        callouts = [block for block in read_blocks(self.text) if block.id]
        self.text = "".join(b.raw for b in read_blocks(self.text) if b != callouts[at])

    def cut(self, number: int) -> None:
        """Takes out the paragraph with this number, and leaves its callouts."""
        blocks = read_blocks(self.text)
        self.text = "".join(b.raw for b in blocks if (b.kind, b.paragraph) != ("paragraph", number))

    def build(self, source: Source, annotations: Annotations) -> Merged:
        merged = merge(PATH, source, annotations, self.base, self.text)
        self.text, self.base = merged.page, merged.base
        again = merge(PATH, source, annotations, self.base, self.text)
        assert (again.page, again.base, again.added, again.changed) == (self.text, self.base, 0, 0)
        return merged

    def callouts(self) -> list[tuple[int, str | None, str]]:
        """(paragraph it stands behind, speaker, words) of each, in the page's order."""
        statements = [(b.paragraph, b.statement) for b in read_blocks(self.text)]
        return [(number, s.speaker.name, s.words) for number, s in statements if s]

    def paragraphs(self) -> list[tuple[int, str]]:
        """(number, words) of each but the headline."""
        return [(b.paragraph, b.words) for b in read_blocks(self.text) if b.kind == "paragraph"][1:]
