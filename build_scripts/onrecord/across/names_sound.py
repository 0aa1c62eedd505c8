"""A key that the romanisations of one Slavic or Arabic name share (Lavrov, Lawrow; Qaddafi, Gaddafi).

The rules follow the systems in use for Russian and Ukrainian (BGN/PCGN, ISO 9, the German and French press) and the
common spellings of Arabic; each pair is (what is written, what it counts as), applied in this order.
"""

import re
from functools import lru_cache

_SLAVIC = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"shch|schtsch|chtch", "sch"),
        (r"tsch|tch|cz", "ch"),
        (r"sch(?=[aeiouylmnrtvw])|sz", "sh"),
        (r"zh(?=[aeiouy])", "j"),
        (r"kh", "h"),
        (r"tz|c(?=k?[iy])", "ts"),
        (r"ph", "f"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"^s(?=[aeiou])", "z"),
        (r"(?:ff|f)$", "v"),
        (r"(?:iy|yy|yi|ij|yj|ii|ej|ey|ei|i|j|y)$", "y"),
        (r"^(?:ye|je|ie)", "e"),
        (r"(?<=[aeou])(?:ye|je|ie)", "e"),
        (r"(?:ya|ja|ia)", "a"),
        (r"(?:yu|ju|iu|iou)", "u"),
        (r"(?:yo|jo|io)", "o"),
        (r"ou", "u"),
        (r"(?<=ch)ev|(?<=sh)ev", "ov"),
        (r"enka$", "enko"),
        (r"(?:ich|ych|yč)$", "ich"),
        (r"y(?=.)", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_ARABIC = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"^(?:al|el|as|ash|ad|an|ar|at|az)-", ""),
        (r"dh|th(?=[aeiou])", "d"),
        (r"kh|ch", "h"),
        (r"^(?:q|gh|k|g)|q|gh", "g"),
        (r"ou|oo|o", "u"),
        (r"ee|ie|ei|e|y", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[^aiu])h$", ""),
        (r"(?:ah|a)$", "a"),
    )
)
_SLAVIC_MARKS = re.compile(
    r"(?:[st][sz]?k[yi][jiy]?|sk(?:aya|aja|aia|a)|[oe](?:v|w|ff)a?|yo(?:v|w)|enk[oa]|[aeiouy][vw](?:y|i)?c?t?s?ch|chuk|[yi]uk"
    r"|[iy]n|kiy|chyk|ets|adze|shvili)$"
)
_SURE_MARKS = re.compile(
    r"(?:[st][sz]?k[yi][jiy]?|sk(?:aya|aja|aia)|enk[oa]|[aeiouy][vw](?:y|i)?c?t?s?ch|chuk|[iy]uk|shvili)$"
)
_ARABIC_MARKS = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az)-|(?:dd?h?afi|ullah|allah)$|[qg]h?add")


@lru_cache(maxsize=16384)
def slavic(word: str) -> str:
    """The key of a word in plain lower-case letters, read as a Slavic name."""
    return _folded(word, _SLAVIC)


@lru_cache(maxsize=16384)
def arabic(word: str) -> str:
    """The key of a word in plain lower-case letters and hyphens, read as an Arabic name."""
    return _folded(word, _ARABIC)


def _folded(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, by in rules:
        word = pattern.sub(by, word)
    return word.replace("-", "")


@lru_cache(maxsize=16384)
def looks_slavic(word: str) -> bool:
    """Whether a family name has an ending that Slavic names have."""
    return len(word) > 4 and bool(_SLAVIC_MARKS.search(word))


@lru_cache(maxsize=16384)
def surely_slavic(word: str) -> bool:
    """Whether it has an ending that hardly any other names have; -ov, -off and -ow are not among them."""
    return len(word) > 4 and bool(_SURE_MARKS.search(word))


@lru_cache(maxsize=16384)
def looks_arabic(word: str) -> bool:
    """Whether a family name begins or ends as Arabic ones do."""
    return bool(_ARABIC_MARKS.search(word))
