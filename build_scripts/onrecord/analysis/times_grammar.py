"""What a rule for time expressions is made of: phrases with named parts, words that start them, a reader.

A phrase is written as people say it: `"<month> <day>,? <year>"`. A space stands for white space, `<name>` for one of
`PARTS`. Every part and every repetition is bounded, so matching at a word costs a bounded time whatever the text.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.languages.en import times as words
from onrecord.model import TimeExpression, TimeType

SPACE = r"\s{1,40}"
DIGITS = "#"
"""Stands for every number written in digits among the words that start a rule."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of its words."""

    type: TimeType
    value: str
    rule: str
    """How, in words a reader understands."""
    anchor: date | None = None
    """The day it was read from."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides its own words."""

    text: str
    floor: int
    """Where the paragraph starts: nothing before it counts."""
    published: date | None
    found: Sequence[TimeExpression]
    """The expressions before this one, in reading order."""

    def before(self, start: int, characters: int) -> str:
        """The few characters in front of `start`, in lower case, inside the paragraph."""
        return self.text[max(self.floor, start - characters) : start].lower()


Match = re.Match[str]
Reader = Callable[[Match, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time."""

    starts: frozenset[str]
    """Lower-case words, or `DIGITS`, with which it can start."""
    pattern: re.Pattern[str]
    read: Reader
    lead: re.Pattern[str] | None = None
    """What may stand before it and belongs to it: "the", "early"."""


def either(choices: Iterable[str]) -> str:
    """A pattern for one of the choices, the longest first; white space in them is any white space."""
    escaped = (re.escape(choice).replace(r"\ ", SPACE) for choice in sorted(choices, key=len, reverse=True))
    return "(?:" + "|".join(escaped).replace("'", "['’]") + ")"


_ABBREVIATED = [name for name in words.MONTHS if len(name) < 5 and name not in ("may", "june", "july")]
_CARDINAL = (
    rf"(?:{either(words.TENS)}(?:[- ]{either(words.ONES)})?|{either(words.TEENS)}|{either(words.ONES)}"
    rf"|(?:an?|one|{either(words.ONES)}){SPACE}hundred|hundred)(?!\w)"
)
_FIGURE = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,6}(?:\.[0-9]{1,2})?(?:[ -](?:1/2|1/4|3/4)|½)?)(?![0-9]|[.,][0-9])"
PARTS = {
    "month": either(name for name in words.MONTHS if name not in _ABBREVIATED)
    + rf"|{either(_ABBREVIATED)}(?:\.|(?!\w))",
    "weekday": either(words.WEEKDAYS) + r"(?!\w)",
    "anyweekday": either(words.WEEKDAYS) + rf"|{either(words.WEEKDAYS_SHORT)}\.?",
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,/:][0-9])",
    "dayyear": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?=,)",
    "dayword": either(name for name in words.ORDINALS if not name[0].isdigit()) + r"(?!\w)",
    "year": r"(?:1[0-9]|20)[0-9]{2}(?!\w|[.,:/][0-9]|%)",
    "count": f"{_FIGURE}|{_CARDINAL}",
    "vague": either(words.VAGUE_NUMBERS),
    "pair": either(words.PAIRS),
    "article": either(words.ARTICLES),
    "unit": either(words.UNITS) + r"(?!\w|-old)",
    "quarter": either(words.QUARTERS),
    "half": either(words.HALVES),
    "decade": either(words.DECADES) + r"(?!\w)",
    "season": either(words.SEASONS) + r"(?!\w)",
    "part": either(words.PARTS_OF_DAY) + r"(?!\w)",
    "noon": either(words.NOONS) + r"(?!\w)",
    "near": either(words.DAYS_FROM_NOW) + r"(?!\w)",
    "spoken": rf"(?:nineteen|eighteen|twenty)[- ](?:{either(words.TENS)}(?:[- ]{either(words.ONES)})?"
    rf"|{either(words.TEENS)}|oh?[- ]{either(words.ONES)}|hundred)(?!\w)|two{SPACE}thousand(?:{SPACE}"
    rf"(?:and{SPACE})?{either([*words.ONES, *words.TEENS])})?(?!\w)",
    "clock": r"(?:1[0-9]|2[0-3]|0?[0-9])(?::[0-5][0-9]){1,2}(?!\w|:)",
    "hour": r"(?:1[0-2]|0?[1-9])(?:[:.][0-5][0-9])?|" + either([*words.ONES, "ten", "eleven", "twelve"]),
    "half_of_day": r"[ap]\.?\s?m(?!\w)\.?",
}


def phrase(pattern: str) -> re.Pattern[str]:
    """Compiles a phrase; `<part>` becomes a named group."""
    spaced = re.sub(r"(\(\?<[=!][^)]*\))| (\??)", _space, pattern)
    return re.compile(re.sub(r"(?<!\?P)<(\w+)>", _part, spaced), re.IGNORECASE)


def lead(*choices: str) -> re.Pattern[str]:
    """Compiles what may stand in front of an expression, up to its first character."""
    return re.compile(rf"(?<![\w-]){either(choices)}(?:{SPACE}|-)\Z", re.IGNORECASE)


def rule(starts: Iterable[str], pattern: str, read: Reader, before: re.Pattern[str] | None = None) -> Rule:
    """A rule that starts with one of the words (or `DIGITS`)."""
    first = (re.split(r"[\s-]", word)[0] for word in starts)
    return Rule(
        frozenset(re.sub(r"\W+.*", "", word) or word for word in first), phrase(pattern), read, before
    )


def number_of(said: str) -> float | None:
    """`said` as a number: "twenty-one", "1,200", "2 1/2", "a hundred"; None where it is no number."""
    plain = said.lower().replace(",", "").replace("½", " 1/2")
    fractions = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
    total = 0.0
    for word in re.split(r"[\s-]+", plain.strip()):
        if word == "hundred":
            total = max(total, 1) * 100
        elif re.fullmatch(r"[0-9]+(\.[0-9]+)?", word):
            total += float(word)
        elif word in fractions or word in _NUMBERS:
            total += fractions.get(word) or _NUMBERS[word]
        else:
            return None
    return total


_NUMBERS = {**words.ONES, **words.TEENS, **words.TENS, "a": 1, "an": 1}


def _space(match: Match) -> str:
    """White space; one character of it in a look-behind, none or some for a space with a question mark."""
    if match[1]:
        return match[1].replace(" ", r"\s")
    return r"\s{0,40}" if match[2] else SPACE


def _part(match: Match) -> str:
    return f"(?P<{match[1]}>{PARTS[match[1]]})"
