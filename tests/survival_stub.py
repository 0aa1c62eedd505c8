"""Sentences for texts of which a model knows what becomes of each, and a stub of the analysis with changing opinions.

Every sentence has a key word, two versions of one share most of their words, two different ones share none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from onrecord import analysis
from onrecord.model import Annotations, Event, Source, Speaker, Statement, annotation_id
from onrecord.pages.reader import Block

NAMES = ("a", "b")
SENTENCES = {
    "harbour": "At dawn the “grey” boats leave Harwick harbour {}.",
    "nets": "Three old crews mend torn and salted nets {}.",
    "ledgers": "Without lamps some clerks count forty-two dusty ledgers {}.",
    "coal": "Every second barge carries wet Norwick coal {}.",
    "geese": "Nobody else has fed those noisy geese {}.",
    "ropes": "Her brother’s apprentices sold eleven frayed ropes {}.",
    "lanterns": "Upon request, guards hang small copper lanterns {}.",
    "maps": "Few pilots still read hand-drawn river maps {}.",
}
KEYS = tuple(SENTENCES)
WORDS = {word: key for key, sentence in SENTENCES.items() for word in re.findall(r"[\w-]+", sentence)}
"""No word stands in two of them."""
ENDINGS = ("often", "gladly", "again")
SPEAKERS = ("Ann Bell", "Tom Finch", "Rita Moss")
ROLES = ("mayor", "clerk", None)


@dataclass
class Opinion:
    """What the stub thinks: everything follows from these, so that a build can be repeated."""

    version: int = 0
    short: set[str] = field(default_factory=set)
    """Key words of the sentences whose first two words it leaves out."""

    def said(self, words: str) -> Statement | None:
        number = KEYS.index(key_in(words)) * 7 + self.version * 13
        if number % 4 == 0:
            return None
        content = words.split(" ", 2)[2] if key_in(words) in self.short else words
        speaker = Speaker(name=SPEAKERS[number % 3], role=ROLES[number // 3 % 3])
        to = "reporters" if number % 5 == 0 else None
        return Statement(annotation_id(content), "indirect", (), speaker, content, 0, to=to)

    def happens(self, words: str) -> Event | None:
        number = KEYS.index(key_in(words)) * 5 + self.version * 11
        if number % 3 == 0:
            return None
        what = " ".join(words.split()[-5:])
        return Event(annotation_id(what), f"2022-04-{1 + number % 28:02d}", what, None, "planned", 0)


OPINION = Opinion()


def stub(sources: Iterable[Source]) -> Iterator[analysis.Analysis]:
    """Stands for `analysis.analyse`."""
    for source in sources:
        statements: list[Statement] = []
        events: list[Event] = []
        taken: set[str] = set()
        for paragraph in source.paragraphs:
            words = source.text[slice(*paragraph.span)]
            said, happens = OPINION.said(words), OPINION.happens(words)
            if said:
                ident = annotation_id(said.words, taken)
                span = (paragraph.span[1] - len(said.words), paragraph.span[1])
                statements.append(replace(said, id=ident, content=(span,), paragraph=paragraph.number))
                taken.add(ident)
            if happens:
                ident = annotation_id(happens.what, taken)
                span = (paragraph.span[1] - len(happens.what), paragraph.span[1])
                events.append(replace(happens, id=ident, span=span, paragraph=paragraph.number))
                taken.add(ident)
        yield analysis.Analysis(source, Annotations(tuple(statements), (), tuple(events)))


def key_in(words: str) -> str:
    """The key word of the sentence that these are words of; "" where it is none of these sentences."""
    return next((WORDS[word] for word in re.findall(r"[\w-]+", words) if word in WORDS), "")


def words_in(block: Block) -> str:
    return block.statement.words if block.statement else block.event.what if block.event else ""
