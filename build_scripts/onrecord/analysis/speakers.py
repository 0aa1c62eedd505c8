"""Who said each statement: canonical name and role, resolved within the text.

The text is read once from front to back. Names, subject pronouns and statements are met in the order in which
they stand; each statement's mention is read as a name, a pronoun or a description, and what it means is
weighed with what has been named before (`references`). Leads and repeated words are settled at the end.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.analysis.actors import Actor, Occurrence, chain, scan
from onrecord.analysis.names import bare
from onrecord.analysis.parse import Parsed
from onrecord.analysis.references import Memory, Named, Spoke, by_description, by_pronoun, read_description
from onrecord.analysis.roles import best_role, core_length, find_roles
from onrecord.languages.en.people import AFTER_NAME, PRONOUNS
from onrecord.model import Speaker, Span, Statement

_SEGMENT = re.compile(r"\s*(?:,|;|:|–|—|\s-{1,2}\s|\()\s*")
_TOKEN = re.compile(r"[^\s,]+")
_WHO = {"m": "man", "f": "woman", "p": "group", "n": "organisation"}


@dataclass(frozen=True, slots=True)
class Text:
    """A parsed source with all its names."""

    parsed: Parsed
    occurrences: list[Occurrence]
    owners: list[Actor | None]
    actors: list[Actor]
    starts: list[int]
    """Where each occurrence starts."""
    sentences: list[int]
    """Where each sentence starts."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a mention means."""

    name: str | None
    actor: Actor | None = None
    because: str = ""
    plural: bool = False


def resolve(parsed: Parsed, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with their speakers' names and roles filled in, in the order given."""
    if not statements:
        return statements
    text = _read(parsed)
    found = _in_order(text, statements)
    return tuple(_filled(statement, found[i]) for i, statement in enumerate(statements))


def _read(parsed: Parsed) -> Text:
    occurrences = scan(parsed)
    actors, owners = chain(occurrences)
    find_roles(parsed, occurrences, owners)
    sentences = [sentence.start_char for sentence in parsed.doc.sents]
    return Text(parsed, occurrences, owners, actors, [o.span[0] for o in occurrences], sentences)


def _filled(statement: Statement, found: Found) -> Statement:
    role = best_role(found.actor) if found.actor and found.actor.is_person else None
    speaker = replace(statement.speaker, name=found.name, role=role)
    because = (*statement.because, found.because) if found.because else statement.because
    return replace(statement, speaker=speaker, because=because)


def _in_order(text: Text, statements: tuple[Statement, ...]) -> list[Found]:
    """What each statement's mention means, reading the text from front to back."""
    memory, found = Memory(), [Found(None)] * len(statements)
    for at, _, index, occurrence in sorted(_events(text, statements), key=lambda event: event[:3]):
        if occurrence is not None:
            _remember(text, memory, occurrence, index)
            continue
        statement = statements[index]
        found[index] = _meant(text, memory, statement)
        _note(text, memory, statement, found[index], at)
    return found


def _events(
    text: Text, statements: tuple[Statement, ...]
) -> Iterator[tuple[int, int, int, Occurrence | None]]:
    for i, occurrence in enumerate(text.occurrences):
        yield occurrence.name_at, 0, i, occurrence
    for i, statement in enumerate(statements):
        yield _place(statement), 1, i, None


def _place(statement: Statement) -> int:
    """Where a statement's speaker is met: at the mention, else at its words."""
    if statement.speaker.mention:
        return statement.speaker.mention[0]
    return statement.content[0][0] if statement.content else 0


def _sentence(text: Text, at: int) -> int:
    return bisect_right(text.sentences, at)


def _remember(text: Text, memory: Memory, occurrence: Occurrence, index: int) -> None:
    actor = text.owners[index]
    if actor is None or not actor.is_person or occurrence.heading:
        return
    weight = 0.15 if occurrence.quoted else 0.5 if occurrence.possessive else _weight(text, occurrence)
    memory.named.append(Named(actor, occurrence.span[0], _sentence(text, occurrence.span[0]), weight))


def _weight(text: Text, occurrence: Occurrence) -> float:
    """1 for a subject, less for what else a name can be in its sentence."""
    span = text.parsed.doc.char_span(*occurrence.span, alignment_mode="expand")
    if span is None:
        return 0.5
    token = span.root
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    return 1.0 if token.dep_ in ("nsubj", "nsubjpass") else 0.6


def _note(text: Text, memory: Memory, statement: Statement, found: Found, at: int) -> None:
    sentence = _sentence(text, at)
    if found.actor:
        memory.named.append(Named(found.actor, at, sentence, 1.0))
    memory.spoke = Spoke(
        found.name, found.actor, found.plural, sentence, statement.paragraph, statement.act == "said"
    )


def _meant(text: Text, memory: Memory, statement: Statement) -> Found:
    mention = statement.speaker.mention
    if mention is None:
        return _floating(text, memory, statement)
    words = text.parsed.source.text[mention[0] : mention[1]]
    parts = words.split()
    low = bare(parts[0].strip("“”\"'‘’.,")) if parts else ""
    if low in PRONOUNS and (len(parts) == 1 or (len(parts) == 2 and bare(parts[1]).endswith("sel"))):
        return _pronoun(text, memory, statement, low)
    named = _named(text, mention)
    if named:
        name = named.name
        shown = " ".join(words.split())
        because = "" if name == shown else f"“{shown}” is {name}"
        return Found(name, named, because)
    return _described(text, memory, statement, words)


def _named(text: Text, mention: Span) -> Actor | None:
    """The actor whose name is the head of the mention, or of the first apposition in it that is a name."""
    words = text.parsed.source.text[mention[0] : mention[1]]
    first = bisect_right(text.starts, mention[0] - 1)
    inside = []
    for i in range(first, len(text.starts)):
        if text.starts[i] >= mention[1]:
            break
        inside.append(i)
    things: list[Actor] = []
    at = 0
    for piece in [*_SEGMENT.finditer(words), None]:
        end = piece.start() if piece else len(words)
        core = _core(words[at:end])
        for i in inside:
            occurrence, actor = text.occurrences[i], text.owners[i]
            stop = occurrence.span[1] - mention[0]
            if (
                actor
                and at <= stop <= end
                and not occurrence.possessive
                and stop >= at + core
                and occurrence.span[0] - mention[0] <= at + core
            ):
                if actor.is_person:
                    return actor
                if at == 0:
                    things.append(actor)
        at = piece.end() if piece else end
    return things[0] if things else None


def _core(words: str) -> int:
    """Length of the part of a noun phrase that ends with its head."""
    tokens = list(_TOKEN.finditer(words))
    kept = tokens[: core_length([t[0] for t in tokens])]
    while len(kept) > 1 and kept[-1][0].lower() in AFTER_NAME:
        kept = kept[:-1]
    return kept[-1].end() - (1 if kept[-1][0][-1] in ".!?" else 0) if kept else 0


def _pronoun(text: Text, memory: Memory, statement: Statement, word: str) -> Found:
    mention = statement.speaker.mention or (0, 0)
    kind, sentence = PRONOUNS[word], _sentence(text, mention[0])
    if kind in ("m", "f"):
        choice = by_pronoun(memory, kind, sentence, statement.content)
        if len(choice) == 1:
            actor = choice[0]
            actor.gender = actor.gender or kind
            return Found(actor.name, actor, f"“{word}” is {actor.name}: the {_WHO[kind]} spoken of last")
        if choice:
            return Found(None, None, f"“{word}” can be {choice[0].name} or {choice[1].name}")
        return Found(None, None, f"“{word}” has nobody before it who fits")
    if kind == "1" and len(text.parsed.source.byline) == 1:
        return Found(text.parsed.source.byline[0], None, f"“{word}” is the author")
    if kind == "r":
        return _relative(text, memory, statement, mention)
    spoke = memory.spoke
    if (
        kind in ("p", "n")
        and spoke
        and spoke.name
        and spoke.plural == (kind == "p")
        and sentence - spoke.sentence <= 2
    ):
        if kind == "p" or not (spoke.actor and spoke.actor.kind == "person"):
            return Found(spoke.name, spoke.actor, f"“{word}” is {spoke.name}: who spoke last", spoke.plural)
    return Found(None, None, f"“{word}” could not be resolved")


def _relative(text: Text, memory: Memory, statement: Statement, mention: Span) -> Found:
    before = bisect_right(text.starts, mention[0]) - 1
    if before >= 0 and 0 <= mention[0] - text.occurrences[before].span[1] <= 3 and text.owners[before]:
        actor = text.owners[before]
        assert actor is not None
        return Found(actor.name, actor, f"the words before “who” name {actor.name}")
    span = text.parsed.doc.char_span(*mention, alignment_mode="expand")
    verb = span.root.head if span is not None else None
    if verb is None or verb.dep_ != "relcl":
        return Found(None, None, "the pronoun could not be resolved")
    noun = verb.head
    start = noun.left_edge.idx
    named = _named(text, (start, noun.idx + len(noun.text)))
    if named:
        return Found(named.name, named, f"the words before “who” name {named.name}")
    return _described(text, memory, statement, text.parsed.source.text[start : mention[0]].rstrip(" ,"))


def _described(text: Text, memory: Memory, statement: Statement, words: str) -> Found:
    shown = _trimmed(words)
    if not shown:
        return Found(None)
    told = read_description(shown)
    plural = not told.head and bare(shown.split()[core_length(shown.split()) - 1]).endswith("s")
    if not told.head or not told.definite:
        return Found(_label(shown, bool(told.head)), None, "", plural)
    sentence = _sentence(text, _place(statement))
    actor = by_description(memory, told, text.actors, sentence)
    if actor:
        return Found(actor.name, actor, f"“{shown}” is {actor.name}: the text calls them so")
    if told.vague:
        choice = by_pronoun(memory, told.gender, sentence, statement.content)
        if len(choice) == 1:
            return Found(choice[0].name, choice[0], f"“{shown}” is {choice[0].name}: spoken of last")
    return Found(_label(shown, True))


def _trimmed(words: str) -> str:
    """A description without what follows its first clause, white space folded."""
    parts = words.strip(' ,;:–—-“”"\n\t').split()
    for i, word in enumerate(parts):
        if i and word.lower().strip(",") in ("who", "which", "whose", "whom"):
            parts = parts[:i]
            break
    return " ".join(parts).strip(" ,;:–—-")


def _label(words: str, person: bool) -> str:
    """A description as a name: no "the" before a thing, no capital on an article."""
    first, _, rest = words.partition(" ")
    low = first.lower()
    if low == "the" and rest and not person:
        return rest
    return (
        f"{low} {rest}"
        if rest and low in ("the", "a", "an", "one", "some", "many", "several", "another")
        else words
    )


def _floating(text: Text, memory: Memory, statement: Statement) -> Found:
    spoke = memory.spoke
    if spoke is None or statement.kind == "indirect" or not spoke.name:
        return Found(None)
    if 0 <= statement.paragraph - spoke.paragraph <= 1:
        return Found(spoke.name, spoke.actor, f"goes on from what {spoke.name} said before", spoke.plural)
    return Found(None)


__all__ = ["Speaker", "resolve"]
