"""What a text says of itself, each with where it stands. Reads, never guesses."""

from collections.abc import Iterator

from onrecord.intake.blocks import Clue, Draft
from onrecord.intake.bylines import head_of
from onrecord.intake.cleaning import Cleaned
from onrecord.intake.credits import agencies_in, agency_line, origins, photo_credit
from onrecord.intake.datelines import Dateline, dateline_of, starts_with_label
from onrecord.intake.days import day_in
from onrecord.intake.language import language_of
from onrecord.languages.en import debris
from onrecord.model import Debris, Paragraph

DATELINE_WITHIN = 6
"""Paragraphs, the headline not counted, among which a dateline is looked for."""


def clues_of(draft: Draft, cleaned: Cleaned) -> tuple[Clue, ...]:
    """Everything the text says of itself; for a field of one value the first clue counts."""
    found = [*_language(draft, cleaned), *draft.clues]
    found += _title(draft, cleaned)
    found += _dateline(draft, cleaned)
    for piece in cleaned.debris:
        found += _of_debris(draft.text[slice(*piece.span)], piece)
    found += _origins(draft, cleaned)
    return tuple(found)


def _language(draft: Draft, cleaned: Cleaned) -> Iterator[Clue]:
    """The language that the words speak for, unless the page declares the same one more precisely."""
    declared = next((clue.value for clue in draft.clues if clue.field == "language"), "")
    told = language_of(draft.text[slice(*one.span)] for one in cleaned.paragraphs)
    if told and told != declared.split("-")[0]:
        yield Clue("language", told, "told from the words")


def _title(draft: Draft, cleaned: Cleaned) -> Iterator[Clue]:
    for paragraph in cleaned.paragraphs:
        if paragraph.kind == "title":
            yield Clue(
                "title",
                " ".join(draft.text[slice(*paragraph.span)].split()).rstrip(" ;"),
                f"¶{paragraph.number}",
            )


def _dateline(draft: Draft, cleaned: Cleaned) -> list[Clue]:
    running = [paragraph for paragraph in cleaned.paragraphs if paragraph.kind == "text"]
    starts = [draft.text[paragraph.span[0] : paragraph.span[0] + 200] for paragraph in running]
    labels = sum(map(starts_with_label, starts))
    for paragraph, start in zip(running[:DATELINE_WITHIN], starts, strict=False):
        found = dateline_of(start, colon=labels == 1 and paragraph is running[0])
        if found:
            return _of_dateline(found, paragraph)
    return []


def _of_dateline(found: Dateline, paragraph: Paragraph) -> list[Clue]:
    where = f"¶{paragraph.number}"
    clues: list[Clue] = []
    if found.words:
        clues.append(Clue("dateline", found.words, where))
        day = day_in(found.words)
        clues += [Clue("published", day, f"dateline in {where}")] if day else []
    if found.agency:
        clues.append(Clue("agency" if found.known else "credits", found.agency, where))
    return clues


def _of_debris(line: str, piece: Debris) -> Iterator[Clue]:
    words = " ".join(line.split())
    if piece.reason == debris.RIGHTS_REASON:
        yield Clue("rights", words, piece.reason)
    elif piece.reason in ("byline", "date line"):
        yield from _of_head(words, piece.reason)
    elif piece.reason == "agency credit":
        agency = agency_line(words) or agencies_in(words.strip("()[]–—- ."))
        yield Clue("agency", agency or words.strip("()[]–—- ."), piece.reason)
    elif piece.reason == "photo caption":
        yield from [Clue("credits", credit, piece.reason) for credit in [photo_credit(words)] if credit]
    elif piece.reason == "credit line":
        yield Clue("credits", words.strip("()[]"), piece.reason)
    elif piece.reason == "repost notice" and " published" in words:
        yield Clue("credits", words, piece.reason)


def _of_head(words: str, where: str) -> Iterator[Clue]:
    head = head_of(words)
    if head is None:
        return
    for name in head.people:
        yield Clue("byline", name, where)
    if head.agency:
        yield Clue("agency", head.agency, where)
    if head.published:
        yield Clue("published", head.published, where)
    if head.updated:
        yield Clue("updated", head.updated, where)


def _origins(draft: Draft, cleaned: Cleaned) -> Iterator[Clue]:
    """Outlets that the text quotes or follows, each once, in the text's words."""
    seen: set[str] = set()
    for paragraph in cleaned.paragraphs:
        words = draft.text[slice(*paragraph.span)]
        for origin in origins(words):
            name = origin.name.casefold().removeprefix("the ")
            if name not in seen:
                seen.add(name)
                said = " ".join(words[slice(*origin.span)].split())
                yield Clue("credits", said, f"named in ¶{paragraph.number}")
