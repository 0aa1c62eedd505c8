"""What a text calls the people it names: titles and phrases before a name, appositions after it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.analysis.names import bare, is_role
from onrecord.analysis.occurrences import Occurrence
from onrecord.analysis.parse import Parsed
from onrecord.languages.en.organisations import PEOPLES
from onrecord.languages.en.people import (
    ARTICLES,
    CLAUSE_OPENERS,
    HONORIFICS,
    LEADING,
    NOT_NAMES,
    POSSESSIVES,
    PREPOSITIONS,
    ROLE_ABBREVIATIONS,
)
from onrecord.languages.en.roles import KIN, ROLE_SENSES

_STOPPED = "|".join(sorted(word.capitalize() for word in {*HONORIFICS, *ROLE_ABBREVIATIONS}))
_PHRASE = rf"(?:(?:\b(?:{_STOPPED}|[A-Z])\.|[^,;:()–—“”\".!?]|\.(?=\w))){{3,160}}?"
_AFTER = re.compile(
    r"(?:[’']s?)?(?:\s\([^()]{1,40}\))?(?:,\s\d{1,3}(?=,))?(?:,\s+|\s+[–—]\s+|\s+-{1,2}\s+|—)"
    rf"(?P<role>{_PHRASE})(?=\s*[,;:()–—“”\"]|\s-{{1,2}}\s|[.!?](?:\s|$)|$)"
)
_COPULA = re.compile(r"\s+(?:is|was|serves as|served as)\s+(?P<role>(?:the|a|an)\s[^,;:()–—“”\".]{3,120})")
_WORDS = re.compile(r"[^\s,]+")
_POSSESSIVE = re.compile(r"[’'](?:s)?$")
_LAST_WORD = re.compile(r"([^\s,;:()–—]+)\s+$")
_MOST_WORDS = 16
SAID_OF = -9
"""Worth of what a text says somebody is ("Bell is the favourite"): understood, but not shown as a role."""
_BEFORE = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Role:
    """What a text calls somebody."""

    words: str
    """Verbatim, white space folded, no article before it."""
    worth: int
    """The higher, the more it tells."""
    at: int
    """Where it stands."""


def roles_at(parsed: Parsed, occurrence: Occurrence) -> list[Role]:
    """What the text calls somebody right where it names them, outside headlines and quotations."""
    if occurrence.heading or occurrence.quoted:
        return []
    full = len(occurrence.name.words) > 1
    told = [(tidy_role(words), worth, at) for words, worth, at in _candidates(parsed, occurrence)]
    return [Role(words, _worth(words, worth + full), at) for words, worth, at in told if words]


def _worth(words: str, place: int) -> int:
    """Worth of a role by its words and place; "wife" alone tells the gender only."""
    return SAID_OF if bare(words) in KIN else place + worth_of(words)


def best_role(roles: list[Role]) -> str | None:
    """The role that tells most; of equals the first in the text."""
    shown = [role for role in roles if role.worth > 1]
    return max(shown, key=lambda role: (role.worth, -role.at)).words if shown else None


def role_core(role: str) -> tuple[str, ...]:
    """The words of a role before its complement: "spokeswoman" of "spokeswoman for the party"."""
    words = role.split()
    return tuple(words[: core_length(words)])


def worth_of(role: str) -> int:
    """How much a role tells by itself: its words, and a complement ("director of the budget office")."""
    words = role.split()
    complement = any(word.lower() in ("of", "for", "at", "to", "with", "in", "from") for word in words)
    return min(len(words), 2) + (2 if complement else 0)


def head_of(words: list[str]) -> str:
    """The role noun a phrase is about: the last one before its first preposition or clause; "" if none."""
    core = words[: core_length(words)]
    ends = [i for i, word in enumerate(core) if i + 1 == len(core) or core[i + 1].lower() in ("and", "or")]
    heads = [bare(_plain(core[i])) for i in ends if is_role(_plain(core[i]))]
    return heads[-1] if heads else ""


def core_length(words: list[str]) -> int:
    """How many words stand before the first preposition, participle of a clause or relative word."""
    for i, word in enumerate(words):
        low = word.lower().strip(",")
        if i and (low in PREPOSITIONS or low in CLAUSE_OPENERS) and not low.startswith("vice"):
            return i
    return len(words)


@lru_cache(maxsize=4096)
def senses_of(role: str) -> frozenset[str]:
    """What kinds of person a role names: those of each role noun in it before its complement."""
    words = role.split()
    found: set[str] = set()
    for word in words[: core_length(words)]:
        low = bare(_plain(word))
        found |= ROLE_SENSES.get(low, frozenset())
        if "-" in low:
            found |= ROLE_SENSES.get(low.rpartition("-")[2], frozenset())
    return frozenset(found)


@lru_cache(maxsize=4096)
def keys_of(role: str) -> frozenset[str]:
    """The words of a role that tell one bearer from another: country, party, office."""
    folded = role.lower().replace("united nations", "un").replace("united states", "us").replace("-", " ")
    words = [_POSSESSIVE.sub("", word).strip("().,") for word in folded.split()]
    told = {PEOPLES.get(word, word) for word in words}
    return frozenset(
        told - ARTICLES - PREPOSITIONS - LEADING - ROLE_SENSES.keys() - {"and", "his", "her", "former"}
    )


def tidy_role(words: str) -> str:
    """White space folded, articles and honorifics before it and punctuation after it cut off; "" if no role."""
    parts = words.strip(" ,;:–—-\n\t").split()
    if parts and parts[-1].endswith(".") and bare(parts[-1]) not in ROLE_ABBREVIATIONS:
        parts[-1] = parts[-1].rstrip(".")
    while parts and (parts[0].lower() in LEADING or parts[0].lower() in POSSESSIVES):
        parts = parts[1:]
    while parts and bare(parts[-1]) in HONORIFICS:
        parts = parts[:-1]
    return " ".join(parts) if 0 < len(parts) <= _MOST_WORDS else ""


def _candidates(parsed: Parsed, occurrence: Occurrence) -> list[tuple[str, int, int]]:
    text, paragraph = parsed.source.text, parsed.source.paragraphs[occurrence.paragraph].span
    found = []
    before = _before(parsed, occurrence, paragraph[0])
    if before:
        found.append((before, 0, occurrence.span[0]))
    after = None if occurrence.possessive else _AFTER.match(text, occurrence.span[1], paragraph[1])
    worth = 1
    if after is None:
        after, worth = _COPULA.match(text, occurrence.span[1], paragraph[1]), SAID_OF
    if after:
        told = _apposition(after["role"])
        if told:
            found.append((told, worth, after.start("role")))
    return found


def _apposition(phrase: str) -> str:
    """The phrase as far as it is a role: up to a clause; "" where its head is no role noun."""
    words = phrase.split()
    first = core_length(words)
    core = words[:first]
    if not core or not head_of(words) or core[0].lower() in CLAUSE_OPENERS | PREPOSITIONS:
        return ""
    if any(w[0].isupper() and not is_role(w) and is_role(b) for b, w in pairwise(core)):
        return ""  # another person with a title: the next of a list
    for i in range(first, len(words)):
        if words[i].lower() in CLAUSE_OPENERS:
            return " ".join(words[:i])
    return phrase


def _before(parsed: Parsed, occurrence: Occurrence, floor: int) -> str:
    """The nouns and adjectives that stand before the name, if they end with a role noun."""
    start, at = occurrence.span[0], occurrence.name_at
    last = _LAST_WORD.search(parsed.source.text, max(floor, at - 40), at)
    if last and is_role(_plain(last[1])) and not _POSSESSIVE.search(last[1]):
        return text_of(parsed, _noun_start(parsed, start, floor), at).strip()
    title = text_of(parsed, start, at)
    return title if any(is_role(word) for word in title.split()) else _described(parsed, occurrence)


def _noun_start(parsed: Parsed, at: int, floor: int) -> int:
    """Where the run of nouns and adjectives starts that ends at an offset."""
    span, start = parsed.doc.char_span(at, at + 1, alignment_mode="expand"), at
    if span is None:
        return start
    for token in reversed(parsed.doc[max(0, span.start - 8) : span.start]):
        noun = token.pos_ in _BEFORE or token.tag_ == "POS"
        if not noun or token.idx < floor or _ends_title(token.text):
            break
        start = token.idx
    return start


def _ends_title(word: str) -> bool:
    """Whether a word before a title is none of it: a day, a word that opens the sentence."""
    return word[0].isupper() and bare(word) in NOT_NAMES and bare(word) != "former"


def _described(parsed: Parsed, occurrence: Occurrence) -> str:
    """The noun phrase to which the name stands in apposition: "the spokesman, Ann Bell"."""
    end = occurrence.span[1]
    span = parsed.doc.char_span(end - 1, end, alignment_mode="expand")
    if span is None or span[0].dep_ != "appos":
        return ""
    head = span[0].head
    phrase = text_of(parsed, head.left_edge.idx, occurrence.span[0]).strip(" ,\n")
    return phrase if head.i < span.start and head_of(phrase.split()) and "," not in phrase else ""


def text_of(parsed: Parsed, start: int, end: int) -> str:
    """The source's words between two offsets."""
    return parsed.source.text[start:end]


def _plain(word: str) -> str:
    return word.strip("“”\"'‘’().,;:")
