"""Who said each statement: canonical name and role, resolved within the text.

The text is read once from front to back. Names, subject pronouns and statements are met in the order in which
they stand; each statement's mention is read as a name, a pronoun or a description, and what it means is
weighed with what has been named before (`references`). Words that stand twice are settled at the end.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from onrecord.analysis.actors import Actor, chain
from onrecord.analysis.groups import by_number, by_they
from onrecord.analysis.mentions import (
    Text,
    is_list,
    joined,
    label,
    named_in,
    pronoun_in,
    read_text,
    several_in,
    trimmed,
)
from onrecord.analysis.names import bare
from onrecord.analysis.occurrences import Occurrence, covers, scan
from onrecord.analysis.parse import Parsed
from onrecord.analysis.references import (
    Barred,
    Description,
    Found,
    Memory,
    Named,
    Spoke,
    by_description,
    by_pronoun,
    read_description,
)
from onrecord.analysis.repeats import settle
from onrecord.analysis.roles import best_role, core_length
from onrecord.languages.en.people import ASKING, PRONOUNS
from onrecord.languages.en.roles import CROWDED
from onrecord.model import Span, Speaker, Statement

SUBJECT, UNDER, OTHER, OWNER, QUOTED = 1.0, 0.7, 0.6, 0.5, 0.15
"""What a name weighs as subject, as subject of a clause within another, elsewhere, as owner, in quotation marks."""
MAIN = frozenset({"ROOT", "conj", "advcl", "parataxis"})
"""What the verb of a clause that is not within another is to the rest."""
TOLD = 0.7
"""What it weighs less inside something said."""

_SUBJECT_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b(?![’'])")
_CLAUSE = re.compile(r"[^.!?,;:“”\"\n]{0,30}")
_INNER_ARTICLE = re.compile(r"[a-z,;] The ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4})")
_UNNAMED = re.compile(r"\b(?:an?|another|one)\s(?=((?:[\w’'.-]+\s){0,3}[\w’'.-]*))", re.IGNORECASE)
"""What brings in somebody unnamed: "an aide", "one former White House aide"."""
_UNSPACED = re.compile(r"\S+")
_EDGE = re.compile(r"(?<=\w)\b")
_LETTERS = re.compile(r"\w")
_WHO = {"m": "the man", "f": "the woman", "n": "the one"}


def resolve(parsed: Parsed, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with their speakers' names and roles filled in, in the order given."""
    if not statements:
        return statements
    occurrences = scan(parsed)
    actors, owners = chain(parsed, occurrences)
    text = read_text(parsed, (occurrences, actors, owners), statements)
    found = settle(parsed.source.text, statements, _in_order(text, statements))
    with_article = _with_article(parsed.source.text)
    return tuple(_filled(statement, found[i], with_article) for i, statement in enumerate(statements))


def _with_article(text: str) -> frozenset[str]:
    """What follows "The" inside a sentence ("told The Courier"): names that keep their article."""
    after = (match[1].split() for match in _INNER_ARTICLE.finditer(text))
    return frozenset(" ".join(words[:n]) for words in after for n in range(1, len(words) + 1))


def _filled(statement: Statement, found: Found, with_article: frozenset[str]) -> Statement:
    role = best_role(found.actor.roles) if found.actor and found.actor.is_person else None
    name = f"The {found.name}" if found.name in with_article else found.name
    speaker = Speaker(statement.speaker.mention, name, role)
    because = (*statement.because, found.because) if found.because else statement.because
    return replace(statement, speaker=speaker, because=because)


def _in_order(text: Text, statements: tuple[Statement, ...]) -> list[Found]:
    """What each statement's mention means, reading the text from front to back."""
    memory, found = Memory(), [Found(None)] * len(statements)
    for at, rank, index in sorted(_events(text, statements)):
        if rank == 0:
            _remember(text, memory, index)
        elif rank == 1:
            _follow(text, memory, (at, index))
        else:
            found[index] = _meant(text, memory, statements[index])
            _note(text, memory, statements[index], found[index])
    return found


def _events(text: Text, statements: tuple[Statement, ...]) -> Iterator[tuple[int, int, int]]:
    """(place, rank, index) of each name (rank 0), subject pronoun (1, index its end) and statement (2)."""
    mentions = {_place(statement) for statement in statements}
    yield from ((o.name_at, 0, i) for i, o in enumerate(text.occurrences))
    yield from ((_place(statement), 2, i) for i, statement in enumerate(statements))
    for paragraph in text.parsed.source.paragraphs:
        for match in _SUBJECT_PRONOUN.finditer(text.parsed.source.text, *paragraph.span):
            if match.start() not in mentions and not covers(text.quoted, match.start()):
                yield match.start(), 1, match.end()


def _place(statement: Statement) -> int:
    """Where a statement's speaker is met: at the mention, else at its words."""
    if statement.speaker.mention:
        return statement.speaker.mention[0]
    return statement.content[0][0] if statement.content else 0


def _remember(text: Text, memory: Memory, index: int) -> None:
    """Remembers a name at its place."""
    occurrence, actor = text.occurrences[index], text.owners[index]
    if actor is None or occurrence.heading:
        return
    weight = QUOTED if occurrence.quoted else OWNER if occurrence.possessive else _weight(text, occurrence)
    if covers(text.contents, occurrence.name_at):
        weight *= TOLD
    memory.named.append(Named(actor, occurrence.name_at, text.sentence(occurrence.name_at), weight))


def _weight(text: Text, occurrence: Occurrence) -> float:
    """How foremost a name stands in its sentence: a subject most."""
    span = text.parsed.doc.char_span(occurrence.span[1] - 1, occurrence.span[1], alignment_mode="expand")
    if span is None:
        return OTHER
    token = span[0]
    for _ in range(4):
        if token.dep_ not in ("conj", "appos"):
            break
        token = token.head
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return OTHER
    return SUBJECT if token.head.dep_ in MAIN else UNDER


def _follow(text: Text, memory: Memory, span: Span) -> None:
    """Remembers whom a "he" or "she" means that has no statement of its own."""
    words = text.parsed.doc.char_span(*span)
    if words is None or words.root.dep_ not in ("nsubj", "nsubjpass"):
        return
    sentence = text.sentence(span[0])
    choice = by_pronoun(memory, PRONOUNS[words.text.lower()], sentence, lambda _: False)
    if len(choice) == 1:
        weight = SUBJECT * (TOLD if covers(text.contents, span[0]) else 1.0)
        memory.named.append(Named(choice[0], span[0], sentence, weight))


def _note(text: Text, memory: Memory, statement: Statement, found: Found) -> None:
    """Remembers who spoke."""
    at = _place(statement)
    # whoever speaks is present to the end of the words spoken
    sentence = text.sentence(max(at, statement.content[-1][1] - 1) if statement.content else at)
    within = statement.kind == "indirect" and covers(text.contents, at)
    if found.actor:
        found.actor.spoke = True
        memory.named.append(Named(found.actor, at, sentence, UNDER if within else SUBJECT))
    if within:
        return
    asked = _asked(text, statement)
    if asked:
        memory.named.append(Named(asked, at, sentence, SUBJECT))
        found = Found(asked.name, asked)
    memory.spoke = Spoke(found, sentence, statement)


def _asked(text: Text, statement: Statement) -> Actor | None:
    """Whom a question was put to: the one who will speak next."""
    if not any(text.words(span).lower() in ASKING for span in statement.cue):
        return None
    return next((actor for actor in _addressed(text, statement) if actor.is_person), None)


def _meant(text: Text, memory: Memory, statement: Statement) -> Found:
    mention = statement.speaker.mention
    if mention is None:
        return _floating(text, memory, statement)
    words = text.words(mention)
    pronoun = pronoun_in(words)
    if pronoun:
        return _pronoun(text, memory, statement, pronoun)
    several = several_in(text, mention)
    if several:
        return Found(joined([actor.name for actor in several]), None, "", True)
    named = named_in(text, mention) if not is_list(text, mention) else None
    if named is None:
        return _described(text, memory, statement, words)
    shown = " ".join(words.split())
    return Found(named.name, named, "" if named.name in shown else f"“{shown}” is {named.name}")


def _pronoun(text: Text, memory: Memory, statement: Statement, word: str) -> Found:
    mention = statement.speaker.mention or (0, 0)
    kind, sentence = PRONOUNS[word], text.sentence(mention[0])
    if kind in _WHO:
        return _singular(memory, word, sentence, _barred(text, statement))
    if kind == "1" and len(text.parsed.source.byline) == 1 and not covers(text.quoted, mention[0]):
        return Found(text.parsed.source.byline[0], None, f"“{word}” is the author")
    if kind == "r":
        return _relative(text, memory, statement, mention)
    spoke = memory.spoke
    pair = by_they(text, mention[0]) if kind == "p" else []
    if pair and not (spoke and spoke.found.plural):
        name = joined([actor.name for actor in pair])
        return Found(name, None, f"“{word}” is {name}: named together before", True)
    if kind == "p" and spoke and spoke.found.plural and sentence - spoke.sentence <= 2:
        return Found(spoke.found.name, None, f"“{word}” is {spoke.found.name}: who spoke last", True)
    return Found(None, None, f"“{word}” could not be resolved")


def _singular(memory: Memory, word: str, sentence: int, barred: Barred) -> Found:
    kind = PRONOUNS[word]
    choice = by_pronoun(memory, kind, sentence, barred)
    if len(choice) == 1:
        actor = choice[0]
        actor.gender = actor.gender or (kind if kind != "n" else "")
        return Found(actor.name, actor, f"“{word}” is {actor.name}: {_WHO[kind]} spoken of last")
    if choice:
        return Found(None, None, f"“{word}” can be {choice[0].name} or {choice[1].name}")
    return Found(None, None, f"“{word}” has nobody before it who fits")


def _barred(text: Text, statement: Statement) -> Barred:
    """Who cannot say these words: who is named in them, and to whom they are said ("he told Bell")."""
    inside = () if statement.kind == "direct" else statement.content
    addressed = _addressed(text, statement)

    def barred(named: Named) -> bool:
        return named.actor in addressed or any(start <= named.at < end for start, end in inside)

    return barred


def _addressed(text: Text, statement: Statement) -> list[Actor]:
    """The actors named right behind cue and mention, in the same clause."""
    if not statement.cue or not statement.speaker.mention:
        return []
    start = max(statement.cue[0][1], statement.speaker.mention[1])
    clause = _CLAUSE.match(text.parsed.source.text, start)
    end = clause.end() if clause else start
    near = list(text.inside((start, end)))[:3]
    return [actor for i in near if (actor := text.owners[i]) and not text.occurrences[i].quoted]


def _relative(text: Text, memory: Memory, statement: Statement, mention: Span) -> Found:
    """Whom "who" means: what stands right before it, else the noun its clause belongs to."""
    near = text.inside((mention[0] - 80, mention[0]))
    if near and 0 <= mention[0] - text.occurrences[near[-1]].span[1] <= 3:
        actor = text.owners[near[-1]]
        if actor and not text.occurrences[near[-1]].possessive:
            return Found(actor.name, actor, f"the words before it name {actor.name}")
    span = text.parsed.doc.char_span(*mention, alignment_mode="expand")
    verb = span.root.head if span is not None else None
    if verb is None or verb.dep_ != "relcl" or verb.head.i >= verb.i:
        return Found(None, None, "the pronoun could not be resolved")
    before = (verb.head.left_edge.idx, mention[0])
    named = named_in(text, before) if not is_list(text, before) else None
    if named:
        return Found(named.name, named, f"the words before it name {named.name}")
    return _described(text, memory, statement, text.words(before).rstrip(" ,"))


def _described(text: Text, memory: Memory, statement: Statement, words: str) -> Found:
    """Whom a description means, else the description itself."""
    shown = trimmed(words)
    if not _LETTERS.search(shown):
        return Found(None)
    pair = by_number(text, shown, _place(statement))
    if pair:
        name = joined([actor.name for actor in pair])
        return Found(name, None, f"“{shown}” is {name}: named together before", True)
    told = read_description(shown)
    if not told.head or not told.definite:
        plural = not told.head and bare(shown.split()[core_length(shown.split()) - 1]).endswith("s")
        return Found(label(shown, bool(told.head)), None, "", plural, told)
    sentence = text.sentence(_place(statement))
    actor = by_description(memory, told, text.bearers, sentence)
    if actor:
        return Found(actor.name, actor, f"“{shown}” is {actor.name}: the text calls them so")
    if told.vague or _may_point_back(text, memory, statement, told):
        choice = by_pronoun(memory, told.gender, sentence, _barred(text, statement))
        if len(choice) == 1:
            return Found(choice[0].name, choice[0], f"“{shown}” is {choice[0].name}: spoken of last")
    return Found(label(shown, True), None, "", False, told)


def _may_point_back(text: Text, memory: Memory, statement: Statement, told: Description) -> bool:
    """Whether "the former aide" can be whoever spoke in this paragraph or the one before.

    Not where the text has brought in somebody unnamed of that kind: "an aide".
    """
    spoke, at = memory.spoke, _place(statement)
    if not spoke or not spoke.found.actor or statement.paragraph - spoke.statement.paragraph > 1:
        return False
    if told.senses & CROWDED or text.sentence(at) - spoke.sentence > 2:
        return False
    return _brought_in(text.parsed.source.text).get(told.head, at + 1) > at


@lru_cache(maxsize=1)
def _brought_in(text: str) -> Mapping[str, int]:
    """Words behind "a", "another" or "one", at most three between, in lower case → where they end first."""
    ends: dict[str, int] = {}
    for behind in _UNNAMED.finditer(text):
        for word in _UNSPACED.finditer(text, *behind.span(1)):
            for edge in _EDGE.finditer(word[0]):
                low = word[0][: edge.start()].casefold()
                ends[low] = min(word.start() + edge.start(), ends.get(low, len(text)))
    return ends


def _floating(text: Text, memory: Memory, statement: Statement) -> Found:
    """A quotation that nobody is named beside goes on from the paragraph before, if that is clear."""
    spoke = memory.spoke
    if statement.kind == "indirect":
        return Found(None)
    if spoke and spoke.found.name and text.sentence(_place(statement)) == spoke.sentence:
        return replace(spoke.found, because=f"stands in one sentence with what {spoke.found.name} said")
    if statement.kind != "direct" or not _opens_paragraph(text, statement):
        return Found(None)
    if _after_colon(text, statement):
        choice = by_pronoun(memory, "", text.sentence(_place(statement)), _barred(text, statement))
        if len(choice) == 1:
            return Found(choice[0].name, choice[0], f"the colon before it follows {choice[0].name}")
    if spoke and spoke.found.name and 0 <= statement.paragraph - spoke.statement.paragraph <= 1:
        found = spoke.found
        return Found(found.name, found.actor, f"goes on from what {found.name} said before", found.plural)
    return Found(None)


def _opens_paragraph(text: Text, statement: Statement) -> bool:
    start = statement.content[0][0] if statement.content else 0
    paragraphs = text.parsed.source.paragraphs
    at = bisect_left(paragraphs, statement.paragraph, key=lambda paragraph: paragraph.number)
    first = paragraphs[at].span[0]
    return first <= start <= first + 3


def _after_colon(text: Text, statement: Statement) -> bool:
    start = statement.content[0][0]
    return text.parsed.source.text[max(0, start - 40) : start].rstrip(" “”\"'\n\t").endswith(":")
