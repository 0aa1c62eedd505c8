"""What befell people who are counted: killed, hurt, held, missing, driven out."""

from collections.abc import Sequence

from onrecord.across import quantities_words
from onrecord.across.figures_clauses import breaks
from onrecord.across.numerals import Token, key_at
from onrecord.across.quantities import Quantity
from onrecord.across.stems import stem

REACH = 7
"""Tokens on either side of a figure among which "killed" or "wounded" says what befell those counted."""
PREDICATE = 5
"""Tokens after its auxiliary that belong to the verb of a long subject."""

_LOST = frozenset(map(stem, "life lives death fatality".split()))
_RELATIVE = frozenset("who which that where when whose as".split())
_HARM = {stem(word): harm for harm, listed in quantities_words.HARMS.items() for word in listed.split()}
_PEOPLE = frozenset(
    stem(word)
    for word in """person soldier officer man woman child american civilian student worker marine policeman
    journalist passenger sailor troop firefighter""".split()
)
"""Whose deaths and injuries are counted."""


def harm_of(tokens: Sequence[Token], quantity: Quantity) -> str:
    """What befell people, where people are counted."""
    return _harm(tokens, quantity) if quantity.noun in _PEOPLE or quantity.counted[:1].isupper() else ""


def _harm(tokens: Sequence[Token], quantity: Quantity) -> str:
    """What befell them, by the nearest word that says so; of two equally near ones the later.

    "killed 12 people, including two nurses, and wounded 30" says it before the nurses.
    """
    if quantity.kind in _LOST:
        return "died"
    if harm := next(filter(None, (_HARM.get(stem(word)) for word in quantity.before)), None):
        return harm
    first, last = quantity.place
    ahead, back = range(last + 1, last + 1 + REACH), range(first - 1, first - 1 - REACH, -1)
    near = [place for both in zip(ahead, back, strict=True) for place in both]
    if key_at(tokens, first - 1) == "including":
        near = [*back, *ahead]
    found = next((harm for place in near if (harm := _HARM.get(stem(key_at(tokens, place))))), "")
    return found or _harm_of_verb(tokens, last + 1)


def _harm_of_verb(tokens: Sequence[Token], begin: int) -> str:
    """What the verb says of them behind a long subject: "9,000 people living below the dam were told to flee"."""
    for place in range(begin, len(tokens)):
        key = tokens[place].key
        if breaks(tokens, place) or key in _RELATIVE:
            return ""
        if key in quantities_words.AUXILIARIES:
            ahead = range(place + 1, place + 1 + PREDICATE)
            return next((harm for at in ahead if (harm := _HARM.get(stem(key_at(tokens, at))))), "")
    return ""
