"""What says that two figures are of two things: other names, other years, one of two, opposites."""

from onrecord.across import quantities_words as words
from onrecord.across.figures import Figure
from onrecord.across.stems import stem

GENERIC = frozenset(map(stem, words.GENERIC))
"""Stems of nouns for people of any kind."""
_OPPOSED = tuple((stem(a), stem(b)) for a, b in words.OPPOSED)
_HEADS = {stem(word): head for word, head in words.HEADS.items()}


def conflict(one: Figure, other: Figure) -> bool:
    """Whether the words say that two things are counted."""
    if one.harm != other.harm or not _compatible(one.quantity.kind, other.quantity.kind):
        return True
    if _other_names(one, other) or _of_one_of_both(one, other) or _of_one_of_both(other, one):
        return True
    if any(mine and yours and not mine & yours for mine, yours in zip(one.times, other.times, strict=True)):
        return True
    mine, yours = one.modifiers, other.modifiers
    if mine and yours and not (mine & other.all or yours & one.all):
        return True
    apart = (one.all - other.all, other.all - one.all)
    return any((a in apart[0] and b in apart[1]) or (b in apart[0] and a in apart[1]) for a, b in _OPPOSED)


def _other_names(one: Figure, other: Figure) -> bool:
    """Whether each side names somebody, in its clause or as whose the figure is, of whom the other does not speak."""
    if one.names and other.names and not (one.names & other.named or other.names & one.named):
        return True
    return bool(
        one.subject and other.subject and not (heard(one.subject, other) or heard(other.subject, one))
    )


def heard(name: frozenset[str], other: Figure) -> bool:
    """Whether the other sentence has this name, in full or in part: "Ines Tarrow", "Tarrow"."""
    return any(name <= run or run <= name for run in other.runs)


def _of_one_of_both(one: Figure, other: Figure) -> bool:
    """Whether the first is told of two together ("in Velmo and Ostry") and the other of only one of them."""
    if any((first | second) & (a | b) for first, second in one.joined for a, b in other.joined):
        return False
    said = other.names or other.named
    return any(bool(first & said) != bool(second & said) for first, second in one.joined)


def _compatible(kind: str, other: str) -> bool:
    """Whether two nouns may mean the same: one and the same, synonyms, or people of any kind."""
    return kind == other or kind in GENERIC or other in GENERIC or _is_synonym(kind, other)


def _is_synonym(kind: str, other: str) -> bool:
    return _HEADS.get(kind, kind) == _HEADS.get(other, other) != "person"
