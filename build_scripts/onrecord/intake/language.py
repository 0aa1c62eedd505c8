"""Which language a text is in: by its letters, and where several languages share them, by its function words.

The usual stop-word method: the language whose most frequent words make up the largest share of the text, where
that share is large enough and well ahead of the next one. A few words give no answer.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import chain, islice

from onrecord.languages.profiles import LETTERS, NAMES, SCRIPTS, WORDS
from onrecord.model import Problem

LEAST = 40
"""Words of the shortest text whose language is told; letters, where its script tells it."""
MOST = 4000
"""Words that are looked at."""
SHARE = 0.15
"""Least share of a text's words that are the language's most frequent ones."""
AHEAD = 1.35
"""How many times as large as the next language's share."""
LETTERS_READ = 3000

_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def tag_of(value: str) -> str | None:
    """A language tag as written in pages and sidecars ("en_GB", "EN-us") in its usual form; None where it is none."""
    tag = value.strip().replace("_", "-").split(".")[0]
    if not _TAG.fullmatch(tag):
        return None
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def language_of(pieces: Iterable[str]) -> str | None:
    """The language of a text, given as its paragraphs; None where that is not clear."""
    found = chain.from_iterable((word[0] for word in _WORD.finditer(piece)) for piece in pieces)
    words = [word.casefold() for word in islice(found, MOST)]
    letters = "".join(islice(chain.from_iterable(words), LETTERS_READ))
    if len(letters) < LEAST:
        return None
    scripts = Counter(unicodedata.name(letter, "?").split()[0].split("-")[0] for letter in letters)
    script = scripts.most_common(1)[0][0] if scripts else "?"
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * len(letters):
        return "ja"
    if script in SCRIPTS:
        return SCRIPTS[script]
    if script in LETTERS:
        count = {tag: sum(map(letters.count, own)) for tag, own in LETTERS[script]}
        best = max(count, key=lambda tag: count[tag])
        return best if count[best] > 0.01 * len(letters) else None
    return _by_words(words)


def _by_words(words: list[str]) -> str | None:
    if len(words) < LEAST:
        return None
    shares = {tag: sum(word in own for word in words) / len(words) for tag, own in WORDS.items()}
    best, second = sorted(shares, key=lambda tag: -shares[tag])[:2]
    return best if shares[best] >= SHARE and shares[best] >= AHEAD * shares[second] else None


def foreign_problem(path: str, language: str | None) -> Problem | None:
    """A warning where a text is not in English."""
    if language is None or language.split("-")[0] == "en":
        return None
    name = NAMES.get(language.split("-")[0], f"the language “{language}”")
    message = f"The text is in {name}; statements, times and events are found in English texts only."
    return Problem(path, 0, message, "Put `language: en` into the sidecar if it is English.", "warning")
